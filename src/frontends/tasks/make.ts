import type { SourceFile, Span, Value } from '../../program'
import { fill, type Hole, type PlacedText } from '../pipelines/templates'
import { type Gap, gapAt, textFor } from './holes'
import { type Assigned, assign, openVariables } from './make-variables'
import { type Command, folderOf, type Task } from './task'

/** A makefile's rules as tasks. https://www.gnu.org/software/make/manual/make.html */
export function readMakefile(file: SourceFile): { tasks: Task[]; variables: ReadonlyMap<string, Value> } {
  const rules = new Map<string, Rule>()
  const assigned: Assigned = { variables: new Map(), fixed: new Set() }
  let open: Rule[] = []
  for (const line of logicalLines(file)) {
    const heads = /^([^\t#=:][^=:]*)::?(?!=)([^=;]*)(;[\s\S]*)?$/.exec(line.text)
    if (line.text.startsWith('\t')) for (const rule of open) rule.recipe.push(line)
    else if (assign(assigned, line.text) || assignFor(rules, file, line)) continue
    else if (heads?.[1] && !line.text.startsWith(' ')) {
      open = openRules(rules, file, line, heads[1], heads[2] ?? '')
      const recipe = heads[2]?.includes('#') ? undefined : heads[3]
      for (const rule of open) rule.recipe.push(...recipeOn(line, recipe))
    } else if (line.text.trim() !== '' && !line.text.startsWith('#')) open = []
  }
  const tasks = [...rules.values()].map(rule => taskOf(file, rule, rules, assigned))
  return { tasks, variables: assigned.variables }
}

/** What stands in a command in the place of a variable. */
type Variables = (name: string, gap: Gap) => string

interface Line {
  readonly text: string
  readonly start: number
}

interface Rule {
  readonly name: string
  readonly span: Span
  /** Variables of its own: `promote: STAGE = Production`. */
  readonly own: Assigned
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
    const rule = rules.get(name) ?? emptyRule(name, span)
    rules.set(name, rule)
    rule.before.push(...needed)
    return rule
  })
}

function emptyRule(name: string, span: Span): Rule {
  return { name, span, own: { variables: new Map(), fixed: new Set() }, before: [], recipe: [] }
}

// `promote: STAGE = Production`. What comes before the target knows it too.
function assignFor(rules: Map<string, Rule>, file: SourceFile, line: Line): boolean {
  const [, before = '', assignment] = /^([^\s#=:][^=:#]*):\s*([^:\s=][^=]*=.*)$/s.exec(line.text) ?? []
  const heads = before.trimEnd()
  if (assignment === undefined) return false
  const names = heads.split(/\s+/).filter(name => !name.includes('%'))
  return names.every(name => {
    const span = { file, start: line.start, end: line.start + heads.length }
    const rule = rules.get(name) ?? emptyRule(name, span)
    rules.set(name, rule)
    return assign(rule.own, assignment)
  })
}

function taskOf(
  file: SourceFile,
  { name, span, own, before, recipe }: Rule,
  rules: ReadonlyMap<string, Rule>,
  { variables: shared, fixed }: Assigned,
): Task {
  // Most rules have none of their own, and there may be very many of both.
  const all = own.variables.size === 0 ? shared : new Map([...shared, ...own.variables])
  const known = openVariables(all, own.fixed.size === 0 ? fixed : new Set([...fixed, ...own.fixed]))
  return {
    name,
    span,
    before: before.filter(other => other !== name && rules.has(other)),
    commands: recipe.flatMap(line => commandOf(file, line, known) ?? []),
    variables: own.variables,
    handedOn: own.variables,
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
  const holes: Hole[] = []
  const closing = closingIn(text)
  const opening = /\$\$|\$\(([\w.-]+)\)|\$\{([\w.-]+)\}|\$\(|\$[@<^?*]/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [start, round, curly] = match
    const end = start === '$(' ? (closing.get(match.index + 1) ?? -1) + 1 : opening.lastIndex
    // What is never closed is left to the shell.
    if (end === 0) continue
    opening.lastIndex = end
    const whole = text.slice(match.index, end)
    const gap = gapAt(text, match.index, end)
    holes.push({ start: match.index, end, text: textOf(whole, round ?? curly, gap, variables) })
  }
  return holes
}

function textOf(whole: string, name: string | undefined, gap: Gap, variables: Variables): string {
  if (whole === '$$') return '$'
  if (name !== undefined) return variables(name, gap)
  const call = whole.length > 2 ? whole.slice(2, Math.min(whole.length - 1, longest)) : 'automatic'
  return textFor(`make ${call}`, undefined, gap)
}

const longest = 100

// By where a bracket opens, where it is closed: `$(if $(IS_CI),--log (promoted),)`.
function closingIn(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    if (bracket === '(') open.push(index)
    else closing.set(open.pop() ?? -1, index)
  }
  return closing
}
