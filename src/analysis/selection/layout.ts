import { addTo } from '../../base/groups'
import { openNames } from '../../base/names'
import type { Stretch } from '../../program'
import { linesIn } from './lexemes'

/** Where the functions, classes and variables of a file stand, going by indentation. It keeps nothing of the file's text. */
export interface Layout {
  /** By the name that it binds at the top of the file: where each definition stands. */
  readonly definitions: ReadonlyMap<string, readonly Stretch[]>
  /** By a name: the definitions that have a decorator in which it stands. */
  readonly decorated: ReadonlyMap<string, readonly string[]>
  /** What runs when the file itself does. */
  readonly top: readonly Stretch[]
  /** The functions and classes around the line at an offset, or the variable of the file, from the outermost in. */
  around(offset: number): readonly Enclosing[]
}

export interface Enclosing {
  readonly name: string
  readonly kind: 'function' | 'method' | 'class' | 'variable'
}

interface Line {
  readonly start: number
  readonly text: string
  /** -1 for a line that begins no code: it is empty, a comment, or inside of a text or a bracket. */
  readonly indent: number
}

/** Reads the layout of a file; `named` gives strings of their own for names that are pieces of its text. */
export function layoutOf(text: string, named: (name: string) => string = openNames()): Layout {
  const lines = linesOf(text)
  const { starts, enclosing } = enclosingOf(lines, named)
  const pieces = piecesOf(text, lines, named)
  return { ...pieces, around: offset => enclosing[indexOf(starts, offset)] ?? [] }
}

// Where brackets do not match, what stands in one cannot be told.
function linesOf(text: string): Line[] {
  const { lines, matched } = linesIn(text)
  return lines.map(({ start, inside }, at) => {
    const line = text.slice(start, (lines[at + 1]?.start ?? text.length + 1) - 1)
    const indent = line.search(/\S/)
    const begins = inside === null || (inside === 'bracket' && !matched)
    return { start, text: line, indent: begins && !/[#)\]}]/.test(line[indent] ?? '') ? indent : -1 }
  })
}

const definition = /^\s*(?:async\s+)?(def|class)\s+(\w+)/

interface Enclosed {
  /** Where lines begin that lie in something else than the line above, or are the first. */
  readonly starts: readonly number[]
  /** What they lie in. */
  readonly enclosing: readonly (readonly Enclosing[])[]
}

function enclosingOf(lines: readonly Line[], named: (name: string) => string): Enclosed {
  let open: readonly Open[] = []
  let names: readonly Enclosing[] = []
  const starts: number[] = []
  const enclosing: (readonly Enclosing[])[] = []
  for (const line of lines) {
    if (line.indent >= 0 && (open.at(-1)?.indent ?? -1) >= line.indent) {
      open = open.filter(o => o.indent < line.indent)
      names = namesOf(open)
    }
    const opened = openedBy(line, open)
    if (opened.length > 0) {
      open = [...open, ...opened.map(one => ({ ...one, name: named(one.name) }))]
      // The bases and defaults of a definition are as good as inside of it.
      names = namesOf(open)
    }
    if (enclosing.length > 0 && enclosing.at(-1) === names) continue
    starts.push(line.start)
    enclosing.push(names)
  }
  return { starts, enclosing }
}

interface Open {
  readonly indent: number
  readonly type: 'def' | 'class' | 'variable'
  readonly name: string
}

// A variable of the file holds what its lines make, and what a function makes that says so.
function openedBy({ indent, text }: Line, open: readonly Open[]): Open[] {
  if (indent < 0) return []
  const [, type, name] = definition.exec(text) ?? []
  if (type && name) return [{ indent, type: type === 'def' ? 'def' : 'class', name }]
  const inner = open.findLast(o => o.type !== 'variable')
  const names = inner ? globalsIn(text) : new Set([...targetsOf(text), ...boundInside(text)])
  // It goes on as long as the function does.
  return Array.from(names, variable => ({
    indent: inner?.indent ?? indent,
    type: 'variable',
    name: variable,
  }))
}

// What stands between two names is shared out in one way only.
const target =
  /^[ \t(*[]*\w+(?:[ \t]*[,)\]][ \t,)\](*[]*\w+)*(?:[ \t]*[,)\]][ \t,)\](*[]*|[ \t]*)(?::[^=]*)?=(?!=)/

// `a = 1`, `a, (b, *c) = pair`, `a = b = 1`, `a: int = 1; b = 2`
function targetsOf(line: string): string[] {
  return line.split(';').flatMap(statement => {
    const names: string[] = []
    let rest = statement
    for (let found = target.exec(rest)?.[0]; found !== undefined; found = target.exec(rest)?.[0]) {
      for (const [name] of found.replace(/:.*/s, '').matchAll(/\w+/g)) names.push(name)
      rest = rest.slice(found.length)
    }
    return names
  })
}

function namesOf(open: readonly Open[]): Enclosing[] {
  return open.map(({ type, name }, i) => {
    if (type !== 'def') return { name, kind: type }
    return { name, kind: open[i - 1]?.type === 'class' ? 'method' : 'function' }
  })
}

type Pieces = Pick<Layout, 'definitions' | 'decorated' | 'top'>

function piecesOf(text: string, lines: readonly Line[], named: (name: string) => string): Pieces {
  const definitions = new Map<string, Stretch[]>()
  const decorated = new Map<string, string[]>()
  const top: Stretch[] = []
  const heads = lines.filter(line => line.indent === 0)
  let from = 0
  for (const [i, head] of heads.entries()) {
    if (head.text.startsWith('@')) continue
    const stretch = { start: from, end: heads[i + 1]?.start ?? text.length }
    const piece = text.slice(stretch.start, stretch.end)
    from = stretch.end
    const name = definition.exec(head.text)?.[2]
    for (const bound of new Set([...(name ? [name] : boundIn(piece)), ...globalsIn(piece)]))
      addTo(definitions, named(bound), stretch)
    if (name && piece.startsWith('@'))
      for (const [word] of piece.slice(0, piece.indexOf(head.text)).matchAll(/[A-Za-z_]\w*/g))
        addTo(decorated, named(word), named(name))
    if (!name && !/^(from|import)\b/.test(head.text)) top.push(stretch)
  }
  return { definitions, decorated, top }
}

const binding =
  /(?:^|;)[ \t(*[]*(?:(?:async[ \t]+)?(?:def|class)[ \t]+)?(\w+)((?:[ \t]*[,)\]]+[ \t(*[]*\w+)*)/gm
const chained = /=[ \t]*([A-Za-z_]\w*)(?=[ \t]*=(?!=))/g

// What a line starts with is bound by it, or changed: `LIMITS["auc"] = 0.8`, `NAMES.append(…)`; `LOW = LIMIT = 0.8`.
function boundIn(piece: string): Set<string> {
  const names = new Set(Array.from(piece.matchAll(chained), ([, name = '']) => name))
  for (const [, first = '', others = ''] of piece.matchAll(binding)) {
    if (!keywords.has(first)) names.add(first)
    for (const other of others.match(/\w+/g) ?? []) names.add(other)
  }
  for (const name of boundInside(piece)) names.add(name)
  return names
}

// A line may have megabytes, and a pattern that takes in all of it ends the stack.
const block =
  /^[ \t]{0,500}(?:async[ \t]{1,50})?(?:for[ \t]{1,50}([^\n]{1,300}?)[ \t]{1,50}in\b|with\b([^\n]{1,1000}))/gm
const taken = /\bas[ \t]+([(*[ \t]*\w+(?:[ \t]*,[ \t*]*\w+)*)/g
const assigned = /\b(\w{1,200})[ \t]{0,50}:=/g

// `for name, other in pairs:`, `with opened() as name:`, `if (name := found()):`
function boundInside(piece: string): string[] {
  const blocks = Array.from(piece.matchAll(block), ([, loop, context = '']) =>
    loop === undefined ? Array.from(context.matchAll(taken), ([, name]) => name) : [loop],
  )
  const inside = Array.from(piece.matchAll(assigned), ([, name]) => name)
  return [...blocks.flat(), ...inside].flatMap(names => names?.match(/\w+/g) ?? [])
}

const global = /^[ \t]{1,500}global[ \t]{1,50}([\w \t,]{1,1000})/gm

// The variables of the file that a function gives a value.
function globalsIn(piece: string): string[] {
  if (!piece.includes('global')) return []
  return Array.from(piece.matchAll(global), ([, names = '']) => names.match(/\w+/g) ?? []).flat()
}

// A line that begins with one of them binds what it says further on, which nobody asks for by that word.
const keywords: ReadonlySet<string> = new Set(
  'and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
)

function indexOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
