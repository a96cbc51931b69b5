import picomatch from 'picomatch'
import type { Argument, Call, Field, Span, Unit, Value } from '../program'
import type { Sink } from '../rules/schema'
import { assignmentSites } from './assignments'
import { conditionsHold, type Outcome, outcomeOf } from './cases'
import { withEnvironment } from './commands/handed-on'
import { isCommand } from './commands/known'
import { standsNear } from './commands/near'
import { isDeclaredSink, sinksFor } from './declared'
import { environmentSites } from './environments'
import { pathOnDisk } from './inert'
import { entriesFor, lastName } from './knowledge'
import type { CallSite, Linked, Referent } from './linked'
import { type Deployment, deploymentAt } from './manifests/judge'
import { isObserver } from './observers'
import { argumentFor, libraryNames, referentsOf } from './resolve'

/** A call that does what a sink of the catalogue does. */
export interface SinkSite {
  readonly site: CallSite
  readonly sink: Sink
  readonly outcome: Outcome
  /** The canonical name by which it was known. */
  readonly name: string
  /** Whether only the method's name gave it away. */
  readonly guessed: boolean
  readonly at: Span
  readonly nameAt: Span
  readonly arguments: readonly Argument[]
  /** What a command deploys; `null` where it is not one that does. */
  readonly deployment: Deployment | null
}

/** Every sink that a program reaches: calls in the order of their places, and then assignments. */
export function findSinks(linked: Linked): SinkSite[] {
  const lastNames = namesFor(linked)
  const calls = linked.sites.flatMap(site => {
    const { callee, arguments: args } = site.call
    const worth =
      mayName(callee, lastNames) ||
      args.some(a => isReference(a.value) && mayName(a.value, lastNames)) ||
      isDeclaredSink(linked, site)
    return worth ? sinksAt(linked, site) : []
  })
  const others = [...assignmentSites(linked), ...environmentSites(linked)]
  return [...calls, ...others.flatMap(site => sinksAt(linked, site))]
}

// The last names of sinks, and those that modules and classes of the repository have for them.
function namesFor({ program, knowledge }: Linked): ReadonlySet<string> {
  const names = new Set(knowledge.lastNames)
  // Jobs of one pipeline may share the table of its variables.
  const tables = new Set(
    [...program.units.values()].flatMap(({ kind, bound }) => (kind === 'function' ? [] : [bound])),
  )
  const bound = [...tables].flatMap(table => [...table])
  let before = -1
  while (names.size !== before) {
    before = names.size
    for (const [name, values] of bound) if (values.some(value => isNamed(value, names))) names.add(name)
  }
  return names
}

function isNamed(value: Value, names: ReadonlySet<string>): boolean {
  if (value.kind === 'mix') return value.of.some(way => way.kind !== 'mix' && isNamed(way, names))
  return (value.kind === 'field' || value.kind === 'name') && names.has(lastName(value.name))
}

// Most calls are known by their last name to be no sink, which saves looking for what they are called on.
function mayName(value: Value, lastNames: ReadonlySet<string>): boolean {
  switch (value.kind) {
    case 'field':
    case 'name':
      return lastNames.has(lastName(value.name)) || isCommand(value.name)
    case 'mix':
      return value.of.some(way => way.kind === 'mix' || mayName(way, lastNames))
    default:
      return true
  }
}

function sinksAt(linked: Linked, site: CallSite): SinkSite[] {
  const { call } = site
  const target: Target = { args: call.arguments, at: call.span, nameAt: call.name }
  const referents = referentsOf(linked, call.callee)
  const direct = referents.flatMap(referent => sinksOf(linked, site, referent, target))
  const guessed = guesses(linked, site, referents, target)
  return mostSevere([...direct, ...guessed, ...handedOver(linked, site, referents)])
}

interface Target {
  readonly args: readonly Argument[]
  readonly at: Span
  readonly nameAt: Span
}

function sinksOf(linked: Linked, site: CallSite, referent: Referent, target: Target): SinkSite[] {
  if (referent.kind === 'partial') {
    const args = [...referent.call.arguments.slice(1), ...target.args]
    return sinksOf(linked, site, referent.of, { ...target, args })
  }
  return sinksFor(linked, referent).flatMap(({ name, entry: sink }) => {
    if (isCommand(name) && !standsNear(linked, site, sink.near)) return []
    const given = isCommand(name) ? withEnvironment(linked, site, sink, target.args) : target.args
    const deployment = deploymentAt(linked, sink, given)
    const args = [...given, ...(deployment?.arguments ?? [])]
    const outcome = certainOutcome(linked, sink, args, site)
    return outcome ? [{ ...siteOf(site, sink, outcome, name, false, target), deployment }] : []
  })
}

// What a sink asks to be certain is asked first.
function certainOutcome(
  linked: Linked,
  sink: Sink,
  args: readonly Argument[],
  site: CallSite,
): Outcome | null {
  if (!conditionsHold(linked, sink, args)) return null
  const outcome = outcomeOf(linked, sink, args, site.unit.file.path)
  return outcome && isHarmlessIn(linked, outcome.hazard, site.unit) ? null : outcome
}

// A function that is there to undo, or a file of such, moves back what served before.
function isHarmlessIn(linked: Linked, hazard: string, { label, file }: Unit): boolean {
  const patterns = linked.knowledge.rules.flatMap(rule => (rule.sink === hazard ? rule['harmless-in'] : []))
  const names = [label.slice(label.lastIndexOf('.') + 1), stemOf(pathOnDisk(file))]
  return names.some(name =>
    picomatch.isMatch(name.toLowerCase().replace(/^_+/, '').replace(/[ -]+/g, '_'), patterns),
  )
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
}

function siteOf(
  site: CallSite,
  sink: Sink,
  outcome: Outcome,
  name: string,
  guessed: boolean,
  target: Target,
): SinkSite {
  const { at, nameAt, args } = target
  return { site, sink, outcome, name, guessed, at, nameAt, arguments: args, deployment: null }
}

// The receiver is unknown, and the method's name belongs to one library only.
function guesses(linked: Linked, site: CallSite, referents: readonly Referent[], target: Target): SinkSite[] {
  const { callee } = site.call
  if (callee.kind !== 'field' || !isOpen(linked, referents)) return []
  return (linked.knowledge.distinctive.get(callee.name) ?? []).flatMap(sink => {
    const outcome = certainOutcome(linked, sink, target.args, site)
    return outcome ? [siteOf(site, sink, outcome, sink.call[0] ?? callee.name, true, target)] : []
  })
}

/** Whether what was found leaves open that a library's method is meant. */
function isOpen(linked: Linked, referents: readonly Referent[]): boolean {
  return referents.every(
    referent =>
      referent.kind === 'external' &&
      !linked.knowledge.isDouble(referent.name) &&
      !isKnownLibrary(linked, referent.name),
  )
}

// `torch.nn.Module().load_state_dict` is a method of a library that the catalogue knows under other names.
function isKnownLibrary(linked: Linked, name: string): boolean {
  return entriesFor(linked.knowledge.sinks, name).length > 0
}

/** Sinks handed to another function, which calls them: `executor.submit(joblib.load, path)`. */
function handedOver(linked: Linked, site: CallSite, callees: readonly Referent[]): SinkSite[] {
  const { call } = site
  if (callees.some(callee => isObserver(linked, callee))) return []
  const isPartial = callees.some(c => c.kind === 'external' && c.name === 'functools.partial')
  if (isPartial && linked.partials.has(call)) return []
  return call.arguments.flatMap((argument, i) => {
    if (!isReference(argument.value) || isCalledThere(linked, call, argument.value, callees)) return []
    const rest = call.arguments.slice(i + 1)
    // Few of them are sinks, and only then it matters where the name stands.
    const target: Target = {
      args: rest,
      at: call.span,
      get nameAt() {
        return lastNameIn(argument)
      },
    }
    return referentsOf(linked, argument.value).flatMap(referent =>
      referent.kind === 'partial' ? [] : sinksOf(linked, site, referent, target),
    )
  })
}

// A function of the repository that calls what it is given is a sink itself, for all that give it this one.
function isCalledThere(linked: Linked, call: Call, given: Value, callees: readonly Referent[]): boolean {
  return (
    callees.length > 0 &&
    callees.every(callee => {
      if (callee.kind !== 'unit') return false
      const { unit } = callee
      const at = unit.parameters.findIndex((_, index) => argumentFor(unit, index, call) === given)
      // What a splat stands for is known only where it is given.
      const inner = callsTo(unit, at).filter(one => !one.arguments.some(({ splat }) => splat))
      const named = inner.length === 0 ? [] : libraryNames(linked, given)
      return inner.some(one => libraryNames(linked, one.callee).some(name => named.includes(name)))
    })
  )
}

function callsTo(unit: Unit, index: number): readonly Call[] {
  return unit.blocks.flatMap(block =>
    block.facts.flatMap(fact =>
      fact.kind === 'call' &&
      fact.callee.kind === 'parameter' &&
      fact.callee.unit === unit.name &&
      fact.callee.index === index
        ? [fact]
        : [],
    ),
  )
}

function isReference(value: Value): value is Field | Extract<Value, { kind: 'name' }> {
  return value.kind === 'field' || value.kind === 'name'
}

function lastNameIn(argument: Argument): Span {
  const { file, end } = argument.span
  const text = file.text.slice(argument.span.start, end)
  const name = /\b\w+\s*$/.exec(text)
  return { file, start: name ? argument.span.start + name.index : argument.span.start, end }
}

// Several readings of one call: the one that is certain speaks for it.
function mostSevere(sites: readonly SinkSite[]): SinkSite[] {
  const byPlace = new Map<number, SinkSite>()
  for (const site of sites) {
    const known = byPlace.get(site.nameAt.start)
    if (!known || (known.outcome.possible && !site.outcome.possible)) byPlace.set(site.nameAt.start, site)
  }
  return [...byPlace.values()]
}
