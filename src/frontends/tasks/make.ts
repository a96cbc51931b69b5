import { constant, type SourceFile, type Span, type Value } from '../../program'
import { fill, type Hole, type PlacedText } from '../pipelines/templates'
import { textFor } from './holes'
import { type Command, folderOf, type Task } from './task'

/** A makefile's rules as tasks. https://www.gnu.org/software/make/manual/make.html */
export function readMakefile(file: SourceFile): { tasks: Task[]; variables: ReadonlyMap<string, Value> } {
  const rules = new Map<string, Rule>()
  const variables = new Map<string, Value>()
  let open: Rule[] = []
  for (const line of logicalLines(file)) {
    const assigned = /^(?:export\s+|override\s+)*([\w.-]+)\s*(?:\?|:{1,3}|\+|!)?=\s*(\S.*)?$/.exec(line.text)
    const heads = /^([^\t#=:][^=:]*)::?(?!=)([^=;]*)(;[\s\S]*)?$/.exec(line.text)
    if (line.text.startsWith('\t')) for (const rule of open) rule.recipe.push(line)
    else if (assigned?.[1]) variables.set(assigned[1], constant((assigned[2] ?? '').trim()))
    else if (heads?.[1] && !line.text.startsWith(' ')) {
      open = openRules(rules, file, line, heads[1], heads[2] ?? '')
      const recipe = heads[2]?.includes('#') ? undefined : heads[3]
      for (const rule of open) rule.recipe.push(...recipeOn(line, recipe))
    } else if (line.text.trim() !== '' && !line.text.startsWith('#')) open = []
  }
  const filled = openVariables(variables)
  return { tasks: [...rules.values()].map(rule => taskOf(file, rule, rules, filled)), variables }
}

/** What a variable stands for. */
type Variables = (name: string) => Value | undefined

interface Line {
  readonly text: string
  readonly start: number
}

interface Rule {
  readonly name: string
  readonly span: Span
  readonly before: string[]
  readonly recipe: Line[]
}

// `promote: evaluate; python promote.py`
function recipeOn({ text, start }: Line, recipe: string | undefined): Line[] {
  if (recipe === undefined) return []
  return [{ text: recipe.slice(1), start: start + text.length - recipe.length + 1 }]
}

// A backslash at the end of a line joins it with the next; the joined text keeps its length.
function logicalLines({ text }: SourceFile): Line[] {
  return [...text.matchAll(/(?:[^\r\n\\]|\\(?:\r\n|[\s\S]))+/g)].map(match => ({
    text: match[0],
    start: match.index,
  }))
}

function openRules(
  rules: Map<string, Rule>,
  file: SourceFile,
  line: Line,
  heads: string,
  before: string,
): Rule[] {
  const names = heads
    .split(/\s+/)
    .filter(name => name !== '' && !/^\.[A-Z]/.test(name) && !name.includes('%'))
  const needed =
    before
      .split('#')[0]
      ?.split(/\s+/)
      .filter(name => /^[\w./-]+$/.test(name)) ?? []
  return names.map(name => {
    const span = { file, start: line.start, end: line.start + heads.trimEnd().length }
    const rule = rules.get(name) ?? { name, span, before: [], recipe: [] }
    rules.set(name, rule)
    rule.before.push(...needed)
    return rule
  })
}

function taskOf(
  file: SourceFile,
  { name, span, before, recipe }: Rule,
  rules: ReadonlyMap<string, Rule>,
  variables: Variables,
): Task {
  return {
    name,
    span,
    before: before.filter(other => other !== name && rules.has(other)),
    commands: recipe.flatMap(line => commandOf(file, line, variables) ?? []),
    variables: new Map(),
    directory: folderOf(file),
  }
}

// `-` in front tolerates a failure; `@` prints nothing.
function commandOf(file: SourceFile, { text, start }: Line, variables: Variables): Command | null {
  const [prefix = ''] = /^\s*[@+-]*\s*/.exec(text) ?? []
  const body = text.slice(prefix.length)
  if (body.trim() === '' || body.startsWith('#')) return null
  const at = start + prefix.length
  const placed: PlacedText = { text: body, pieces: [{ from: 0, to: at, length: body.length }] }
  const span = { file, start: at, end: at + body.length }
  return {
    ...fill(placed, holesIn(body, variables)),
    span,
    tolerates: prefix.includes('-') ? '`-` in front of it' : null,
  }
}

// `$(NAME)` is make's own, `$$NAME` the shell's. What make puts in is read as if it stood there.
function holesIn(text: string, variables: Variables): Hole[] {
  return [...text.matchAll(/\$\$|\$\(([\w.-]+)\)|\$\{([\w.-]+)\}|\$\(([^()]*)\)|\$[@<^?*]/g)].map(match => {
    const [whole, round, curly, call] = match
    const name = round ?? curly
    const hole = { start: match.index, end: match.index + whole.length }
    if (whole === '$$') return { ...hole, text: '$' }
    const value = name === undefined ? undefined : variables(name)
    return {
      ...hole,
      text: textFor(name ?? `make ${call ?? 'automatic'}`, value, text.slice(0, match.index)),
    }
  })
}

const deepest = 50
// One that is made of itself many times over would fill the memory.
const longest = 1000

/** Gives variables with what they name of one another filled in: `PYTHON := $(VENV)/bin/python`. Each is worked out once. */
function openVariables(variables: ReadonlyMap<string, Value>): Variables {
  const known = new Map<string, Value>()
  const expand = (name: string, depth: number): Value | undefined => {
    const before = known.get(name) ?? variables.get(name)
    if (before?.kind !== 'constant' || known.has(name) || depth > deepest) return before
    const written = String(before.value)
    if (written.length > longest) return before
    // Where it comes by itself again it stays as it is written.
    known.set(name, before)
    const text = written.replace(/\$\(([\w.-]+)\)|\$\{([\w.-]+)\}/g, (whole, round, curly) => {
      const inner = expand(round ?? curly, depth + 1)
      return inner?.kind === 'constant' ? String(inner.value) : whole
    })
    const found = text.length > longest ? before : constant(text)
    known.set(name, found)
    return found
  }
  return name => expand(name, 0)
}
