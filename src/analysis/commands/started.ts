import {
  type Argument,
  type Call,
  type Fact,
  type Program,
  type Unit,
  unknown,
  type Value,
} from '../../program'
import type { Starter } from '../../rules/schema'
import { givenFor } from '../arguments'
import { mayCall } from '../called'
import { callersOf } from '../callers'
import { conditionsHold } from '../cases'
import { withConfiguration } from '../configuration'
import { withWorkflows } from '../engines'
import { holders } from '../holders'
import { entriesFor, type Knowledge, lastName } from '../knowledge'
import { link } from '../link'
import type { CallSite, Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { argumentFor, isStatic, libraryNames, referentsOf } from '../resolve'
import { copies } from '../texts'
import { assignmentOf, isAssignment } from './given'
import { type Start, type Started, withStarted } from './insert'
import { type Interpreted, interpretCommands, interpreted } from './interpret'
import { foldersAround, onHost } from './places'
import { commandsOf, type Line, pathHere } from './started-lines'
import type { Part } from './words'

const mostHanded = 3

/** The program with its names resolved and its command lines read, those that a call starts among them. */
export function linkCommands(program: Program, knowledge: Knowledge): Linked {
  const linked = linkWorkflows(link(interpretCommands(program, knowledge), knowledge))
  const units = withStartedCommands(linked)
  return withConfiguration(
    units === linked.program.units ? linked : link({ ...linked.program, units }, knowledge),
  )
}

function linkWorkflows(linked: Linked): Linked {
  const program = withWorkflows(linked)
  return program === linked.program ? linked : link(program, linked.knowledge)
}

function withStartedCommands(linked: Linked): Program['units'] {
  const starts = new Map<Unit, Map<Call, Start>>()
  const note = (site: CallSite, line: Line): void => {
    const start = startAt(linked, site, line)
    if (!start) return
    const own = starts.get(site.unit) ?? new Map<Call, Start>()
    starts.set(site.unit, own.set(site.call, start))
  }
  const names = new Set([...linked.knowledge.starters.exact.keys()].map(lastName))
  for (const site of linked.sites) {
    const starter = starterAt(linked, site, names)
    if (starter) for (const [at, line] of linesOf(linked, site, starter)) note(at, line)
  }
  if (starts.size === 0) return linked.program.units
  const units = new Map(linked.program.units)
  for (const [unit, own] of starts) {
    units.set(unit.name, withStarted(unit, own))
    for (const { commands } of own.values())
      for (const { made } of commands) for (const one of made) units.set(one.name, one)
  }
  return units
}

function starterAt(linked: Linked, { call }: CallSite, names: ReadonlySet<string>): Starter | null {
  if (!mayCall(linked, call, names)) return null
  for (const referent of referentsOf(linked, call.callee)) {
    const [found] = referent.kind === 'external' ? entriesFor(linked.knowledge.starters, referent.name) : []
    if (found) return found
  }
  return null
}

// A function that only runs what it is given runs it where it is called.
function linesOf(linked: Linked, site: CallSite, starter: Starter): readonly (readonly [CallSite, Line])[] {
  const { call } = site
  const value = lineGiven(linked, call, starter)
  if (!value) return []
  const raises =
    typeof starter.raises === 'boolean'
      ? starter.raises
      : conditionsHold(linked, { parameters: starter.parameters, if: starter.raises }, call.arguments)
  const line: Line = {
    value,
    argument: call.arguments.find(argument => argument.value === value) ?? null,
    words: starter.line === '*' ? call.arguments.filter(({ name }) => name === null) : null,
    begins: starter.begins?.split(' ') ?? [],
    directory: directoryOf(linked, site, starter),
    environment: environmentGiven(linked, call, starter),
    raises,
    status: starter.status ?? [],
    raisedBy: starter['raised-by'] ?? null,
  }
  return whereGiven(linked, site, line, 0)
}

// `KubernetesPodOperator(cmds=["python"], arguments=["promote.py"])`
function lineGiven(linked: Linked, call: Call, { line, program, parameters }: Starter): Value | null {
  const positional = call.arguments.filter(({ name }) => name === null)
  if (line === '*')
    return positional.length === 0
      ? null
      : { kind: 'collection', items: positional.map(({ value }) => value) }
  const given = (name: string): Value | null => {
    const found = givenFor(linked, call.arguments, parameters, name)
    return found.kind === 'given' ? (found.values[0] ?? null) : null
  }
  const [words, before] = [given(line), program === undefined ? null : given(program)]
  if (!words || !before) return words ?? before
  const lists = [before, words].map(value => holders(linked, value))
  const items = lists.flatMap(([only, second]) => (only?.kind === 'collection' && !second ? only.items : []))
  return lists.every(list => list.length === 1) ? { kind: 'collection', items } : words
}

function whereGiven(
  linked: Linked,
  site: CallSite,
  line: Line,
  depth: number,
): readonly (readonly [CallSite, Line])[] {
  const value = unwrapped(linked, line.value)
  const callers = value.kind === 'parameter' && depth < mostHanded ? callersOf(linked, site.unit) : []
  if (value.kind !== 'parameter' || value.unit !== site.unit.name || callers.length === 0)
    return [[site, { ...line, value }]]
  const raises = line.raises && !isCaught(linked, site)
  return callers.flatMap(caller => {
    const shape = site.unit.parameters[value.index]
    const given =
      shape?.kind === 'rest'
        ? restOf(site.unit, value.index, caller.call)
        : (argumentFor(site.unit, value.index, caller.call) ?? shape?.default)
    return given
      ? whereGiven(linked, caller, { ...line, ...unseen, value: given, argument: null, raises }, depth + 1)
      : []
  })
}

// What a function makes of the status, its callers cannot see.
const unseen = { status: [], raisedBy: null } as const

// `def sh(*words):`
function restOf(unit: Unit, index: number, { arguments: given }: Call): Value {
  const bound = unit.owner !== null && !isStatic(unit) ? 1 : 0
  const words = given.filter(({ name }) => name === null).slice(index - bound)
  return { kind: 'collection', items: words.map(({ value, splat }) => (splat ? spreadOf(value) : value)) }
}

function spreadOf(of: Value): Value {
  return { kind: 'item', of, key: unknown, splat: true }
}

// Whether a function may come back although a call in it has failed.
function isCaught(linked: Linked, { unit, call }: CallSite): boolean {
  const around = unit.blocks.find(({ facts }) => facts.includes(call))
  const seen = new Set(around?.next.flatMap(({ to, when }) => (when === 'raises' ? to : [])))
  for (const index of seen) {
    const block = unit.blocks[index]
    if (!block || block.facts.some(fact => fact.kind === 'raise' || endsProgram(linked, fact))) continue
    if (block.next.length === 0) return true
    for (const { to } of block.next) seen.add(to)
  }
  return false
}

function endsProgram(linked: Linked, fact: Fact): boolean {
  return (
    fact.kind === 'call' &&
    libraryNames(linked, fact.callee).some(name => linked.knowledge.terminators.has(name))
  )
}

// `shlex.split(text)`, `text.split()`, `list(words)`.
function unwrapped(linked: Linked, value: Value): Value {
  if (value.kind !== 'result') return value
  const { callee, arguments: args } = value.call
  const [first] = args
  const isBlank = first?.value.kind === 'constant' && first.value.value === ' '
  if (callee.kind === 'field' && callee.name === 'split' && (args.length === 0 || isBlank)) return callee.of
  const splits = referentsOf(linked, callee).some(
    r => r.kind === 'external' && (r.name === 'shlex.split' || copies.test(r.name)),
  )
  return splits && first ? first.value : value
}

function directoryOf(
  linked: Linked,
  { unit, call }: CallSite,
  { directory, parameters }: Starter,
): string | null {
  const given = directory === undefined ? null : givenFor(linked, call.arguments, parameters, directory)
  if (given?.kind !== 'given') return ''
  const value: Value = given.values[0] ?? { kind: 'unknown' }
  const path = pathHere(linked, unit, value)
  if (path !== null) return path
  const { values, complete } = possibleLiterals(linked, value)
  const [only, second] = values
  // `cwd=None` is the folder at hand.
  if (!complete || second !== undefined) return null
  return typeof only === 'string' ? only : only === null ? '' : null
}

function startAt(linked: Linked, site: CallSite, line: Line): Start | null {
  const { lines, isAll } = commandsOf(linked, site, line)
  const all = lines.flat().map((part): Started | null => {
    const made = commandCall(linked, site, line, part)
    const raises = line.raises && isAll && part.decides
    return made && { ...made, afterSuccess: part.after === 'success', raises }
  })
  const commands = all.filter(one => one !== null)
  if (commands.length === 0) return null
  return isAll ? { commands, status: line.status, raisedBy: line.raisedBy } : { commands, ...unseen }
}

function commandCall(
  linked: Linked,
  { unit, call }: CallSite,
  line: Line,
  { words }: Part,
): Interpreted | null {
  // `STAGE=prod python promote.py`
  const command = words.findIndex(word => !isAssignment(word))
  const variables = words.slice(0, Math.max(0, command)).flatMap(word => assignmentOf(word) ?? [])
  const [first, ...rest] = words.slice(variables.length)
  const name = first?.value.kind === 'constant' ? String(first.value.value) : null
  if (name === null) return null
  const raw: Call = {
    kind: 'call',
    callee: { kind: 'command', name, directory: line.directory },
    arguments: [...rest, ...variables, ...line.environment],
    span: call.span,
    name: call.name,
  }
  const known = interpreted(linked.program, linked.knowledge, foldersAround(pathOf(unit)).map(onHost), raw)
  return known.call === raw ? null : known
}

function pathOf({ file }: Unit): string {
  return (file.container?.file ?? file).path
}

// `env={**os.environ, "STAGE": "prod"}`
function environmentGiven(linked: Linked, { span, arguments: args }: Call, starter: Starter): Argument[] {
  const { environment, parameters } = starter
  const given = environment === undefined ? null : givenFor(linked, args, parameters, environment)
  const [value] = given?.kind === 'given' ? given.values : []
  if (!value) return []
  return holders(linked, value).flatMap(holder =>
    holder.kind !== 'dictionary'
      ? []
      : holder.entries.flatMap(({ key, value: variable }) =>
          key?.kind === 'constant' ? [{ name: String(key.value), value: variable, span }] : [],
        ),
  )
}
