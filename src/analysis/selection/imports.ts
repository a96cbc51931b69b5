import { lineEnd } from './lexemes'

/** A name of an import statement as it is written: `from ..a.b import c as d`. */
export interface RawImport {
  readonly dots: number
  readonly base: string
  readonly name: string
  readonly bound: string
}

// Also finds imports in strings and comments: a file too many costs less than one too few.
// No two parts that follow one another take the same sign: trying all ways to share them out would never end.
const importStatement =
  /\b(?:from(?:[ \t]|\\\r?\n)*(?:(\.+)(?:[ \t]|\\\r?\n)*)?(?:(\w[\w.]{0,200})(?:[ \t]|\\\r?\n)+)?)?import\b(?:[ \t]|\\\r?\n)*(\(|(?:[\w., \t*]|\\\r?\n)+)/g

interface Statement {
  readonly start: number
  readonly end: number
  readonly dots: string
  readonly base: string
  /** What it brings, as it is written. */
  readonly names: string
}

function statementsIn(text: string): Statement[] {
  const endOf = openBrackets(text)
  const found: Statement[] = []
  importStatement.lastIndex = 0
  for (let match = importStatement.exec(text); match; match = importStatement.exec(text)) {
    const [whole, dots = '', base = '', names = ''] = match
    const behind = match.index + whole.length
    const end = names === '(' ? endOf(behind) : behind
    if (end === null) continue
    found.push({
      start: match.index,
      end,
      dots,
      base,
      names: names === '(' ? text.slice(behind, end) : names,
    })
    importStatement.lastIndex = end
  }
  return found
}

/** Where a bracket closes, asked in the order of the text; `null` where another one opens before, or it never does. */
function openBrackets(text: string): (at: number) => number | null {
  const sign = /[()#\n]/g
  // From the beginning of a line on all brackets that are open there are the same.
  const known = new Map<number, number | null>()
  let line = { start: 0, end: -1 }
  const lineEndOf = (at: number): number => {
    if (at < line.start || at > line.end) line = { start: at, end: lineEnd(text, at) }
    return line.end
  }
  return start => {
    const passed: number[] = []
    let end: number | null | undefined
    for (let at = start; end === undefined; ) {
      sign.lastIndex = at
      const index = sign.exec(text)?.index ?? text.length
      const here = text[index]
      at = here === '#' ? lineEndOf(index) : index + 1
      if (here === ')') end = at
      else if (here === '(' || here === undefined) end = null
      else if (here === '\n') {
        end = known.get(at)
        passed.push(at)
      }
    }
    for (const at of passed) known.set(at, end)
    return end
  }
}

/** A text without its import statements. */
export function withoutImports(text: string): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of statementsIn(text)) {
    pieces.push(text.slice(from, start))
    from = end
  }
  return from === 0 ? text : pieces.join('') + text.slice(from)
}

/** The names that the import statements of a text bring. */
export function rawImports(text: string): RawImport[] {
  const found: RawImport[] = []
  for (const { dots, base, names } of statementsIn(text))
    for (const part of names.replace(/#[^\n]*|[()\\]/g, ' ').split(',')) {
      const [name = '', as, alias] = part.trim().split(/\s+/)
      if (name !== '')
        found.push({ dots: dots.length, base, name, bound: as === 'as' && alias ? alias : name })
    }
  return [...found, ...importsByName(text)]
}

const importByName = /\b(?:import_module|__import__)\(\s*(?:name\s*=\s*)?["']([A-Za-z_][\w.]{0,200})["']/g
const lookBack = 200

// `torch = importlib.import_module("torch")`. Where else it may be put, and how it is called there, is not told.
function importsByName(text: string): RawImport[] {
  if (!text.includes('import_module(') && !text.includes('__import__(')) return []
  return [...text.matchAll(importByName)].flatMap(({ 1: name = '', index }) => {
    const before = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - lookBack), index)
    const variable = /^[ \t]*([A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?=(?!=)/.exec(before)?.[1]
    const bounds = variable === undefined ? ['*'] : [variable, '*']
    return bounds.map(bound => ({ dots: 0, base: '', name, bound }))
  })
}
