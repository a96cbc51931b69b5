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
  return { tasks: [...rules.values()].map(rule => taskOf(file, rule, rules, variables)), variables }
}

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
  variables: ReadonlyMap<string, Value>,
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
function commandOf(
  file: SourceFile,
  { text, start }: Line,
  variables: ReadonlyMap<string, Value>,
): Command | null {
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
function holesIn(text: string, variables: ReadonlyMap<string, Value>): Hole[] {
  return [...text.matchAll(/\$\$|\$\(([\w.-]+)\)|\$\{([\w.-]+)\}|\$\(([^()]*)\)|\$[@<^?*]/g)].map(match => {
    const [whole, round, curly, call] = match
    const name = round ?? curly
    const hole = { start: match.index, end: match.index + whole.length }
    if (whole === '$$') return { ...hole, text: '$' }
    const value = name === undefined ? undefined : expanded(variables, name, 0)
    return {
      ...hole,
      text: textFor(name ?? `make ${call ?? 'automatic'}`, value, text.slice(0, match.index)),
    }
  })
}

const deepest = 6

// `PYTHON := $(VENV)/bin/python`, where `VENV` is known too.
function expanded(variables: ReadonlyMap<string, Value>, name: string, depth: number): Value | undefined {
  const value = variables.get(name)
  if (value?.kind !== 'constant' || depth > deepest) return value
  const text = String(value.value).replace(/\$\(([\w.-]+)\)|\$\{([\w.-]+)\}/g, (whole, round, curly) => {
    const inner = expanded(variables, round ?? curly, depth + 1)
    return inner?.kind === 'constant' && String(inner.value).length < longest ? String(inner.value) : whole
  })
  return text.length > longest ? value : constant(text)
}

// One that is made of itself many times over would fill the memory.
const longest = 1000
