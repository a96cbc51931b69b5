import { addTo } from '../../base/groups'
import {
  type Argument,
  type Call,
  constant,
  type Span,
  type Store,
  type Unit,
  type Value,
} from '../../program'
import type { Origin } from '../../rules/schema'
import { givenFor } from '../arguments'
import { mayCall } from '../called'
import { conditionsHold } from '../cases'
import { entriesFor, lastName, type Names } from '../knowledge'
import type { Linked, Referent } from '../linked'
import { hole, possibleLiterals } from '../possible'
import { referentsOf } from '../resolve'
import type { Write } from './writes'

/** The program with what is asked of it again and again when an artifact is followed. */
export interface Sources {
  readonly linked: Linked
  /** Functions whose parameters somebody else fills, by unit name. */
  readonly handlers: ReadonlyMap<string, readonly Source[]>
  /** Functions that are given to others, who may call them with anything. */
  readonly handedOn: ReadonlySet<string>
  /** By file: what makes its process serve others. */
  readonly services: ReadonlyMap<string, readonly Unit[]>
  /** Where a field gets its value. */
  readonly stores: ReadonlyMap<Value, { readonly unit: Unit; readonly block: number; readonly store: Store }>
  readonly byFile: ReadonlyMap<string, readonly Unit[]>
  readonly writes: Map<string, readonly Write[]>
  /** Files in which something may be written to a file, and units that may lead to such a place by two calls. */
  readonly writing: {
    readonly files: ReadonlySet<string>
    readonly units: ReadonlySet<string>
    /** The last names of these units. */
    readonly names: ReadonlySet<string>
  }
}

/** An entry of the catalogue at one place in the code. */
export interface Source {
  readonly entry: Origin
  readonly call: Call | null
  readonly span: Span
}

/** Gets everything ready to follow artifacts through a program. */
export function openSources(linked: Linked): Sources {
  const byFile = new Map<string, Unit[]>()
  for (const unit of linked.program.units.values()) {
    const same = byFile.get(unit.file.path)
    if (same) same.push(unit)
    else byFile.set(unit.file.path, [unit])
  }
  return {
    linked,
    handlers: findHandlers(linked),
    handedOn: findHandedOn(linked),
    services: findServices(linked),
    stores: new Map(linked.stores.map(stored => [stored.store.value, stored])),
    byFile,
    writes: new Map(),
    writing: findWriting(linked),
  }
}

function findWriting(linked: Linked): Sources['writing'] {
  const own = linked.sites.filter(site => mayCall(linked, site.call, linked.knowledge.writers))
  const units = new Set(own.map(site => site.unit.name))
  for (let calls = 0; calls < 2; calls += 1)
    for (const name of [...units])
      for (const site of linked.callers.get(name) ?? []) units.add(site.unit.name)
  const names = [...units].map(name => lastName(linked.program.units.get(name)?.label ?? ''))
  for (let runs = 0; runs < mostRunners; runs += 1)
    for (const name of [...units])
      for (const site of linked.callers.get(name) ?? []) if (isRunner(site.unit)) units.add(site.unit.name)
  return { files: new Set(own.map(site => site.unit.file.path)), units, names: new Set(names) }
}

/** Whether something may have been written to a file before a unit comes to its end. */
export function mayFollowWrites({ linked, writing }: Sources, unit: Unit): boolean {
  if (writing.files.has(unit.file.path) || writing.units.has(unit.name)) return true
  return isAfterWrites(linked, writing.units, unit, 0)
}

// A script is run by a job, and that by a task, before which something may have been written.
function isAfterWrites(linked: Linked, units: ReadonlySet<string>, unit: Unit, depth: number): boolean {
  const sites = linked.callers.get(unit.name) ?? []
  if (sites.some(site => units.has(site.unit.name))) return true
  return (
    depth < mostRunners &&
    sites.some(site => isRunner(site.unit) && isAfterWrites(linked, units, site.unit, depth + 1))
  )
}

/** How many scripts and jobs deep the runner of a file is looked for. */
export const mostRunners = 3

// The last name of an address is shorter, and looking for it in a long one takes very long.
const longestStep = 300

/** Whether a unit is a script of a shell or a job, which share their files with what they run. */
export function isRunner({ kind, file }: Unit): boolean {
  return kind === 'job' || !/\.pyw?$/.test(file.path)
}

/** The entry of the catalogue that says where a value comes from, by each thing that the value may be. */
export function sourcesAt(linked: Linked, value: Value, seen: Span): readonly Source[] {
  const call = value.kind === 'result' ? value.call : null
  const named = call ? call.callee : value
  const kinds = [
    'name',
    'field',
    'item',
    'instance',
    'variable',
    'result',
    ...(call ? ['parameter', 'mix'] : []),
  ]
  if (!kinds.includes(named.kind)) return []
  // What a function of the repository gives is followed besides.
  return entriesAt(linked, named, linked.knowledge.origins, true).flatMap(entries => {
    const entry = entries.find(e => isSource(e, call) && (!call || conditionsHold(linked, e, call.arguments)))
    return entry ? [{ entry, call, span: call?.span ?? seen }] : []
  })
}

// What only names a file that it writes gives nothing back, and a handler is asked for elsewhere.
function isSource(entry: Origin, call: Call | null): boolean {
  return entry.calls === undefined && (call !== null || entry.through === undefined)
}

function entriesAt(
  linked: Linked,
  named: Value,
  names: Names<Origin>,
  units = false,
): readonly (readonly Origin[])[] {
  const referents = referentsOf(linked, named)
  // A function that callers may hand over: all that it may be must be known.
  const isHanded = named.kind === 'parameter' || named.kind === 'mix'
  if (isHanded && !referents.every(referent => isKnown(referent, names, units))) return []
  const found = referents.flatMap(referent =>
    referent.kind === 'external' ? [entriesFor(names, nameIn(named, referent.name))] : [],
  )
  if (found.some(entries => entries.length > 0) || named.kind !== 'field') return found
  const open = referents.every(r => r.kind === 'external')
  return open ? [linked.knowledge.distinctiveOrigins.get(named.name) ?? []] : []
}

function isKnown(referent: Referent, names: Names<Origin>, units: boolean): boolean {
  if (referent.kind === 'external') return entriesFor(names, referent.name).length > 0
  return units && referent.kind === 'unit'
}

// A type stands for its objects: `model: UploadFile`.
function nameIn({ kind }: Value, name: string): string {
  return kind === 'instance' ? name.replace(/\(\)$/, '') : name
}

/** The entries that say what a call does with its arguments: writes a file, or passes one on. */
export function effectsOf(linked: Linked, call: Call): readonly Origin[] {
  return entriesAt(linked, call.callee, linked.knowledge.origins).flatMap(entries => {
    const entry = entries.find(e => conditionsHold(linked, e, call.arguments))
    return entry ? [entry] : []
  })
}

/** What a call gives for an argument that an entry names; `receiver` is what a method is called on. */
export function takenFrom(linked: Linked, call: Call, entry: Origin, name: string): readonly Value[] {
  if (name === 'receiver') return call.callee.kind === 'field' ? [call.callee.of] : []
  const given = givenFor(linked, call.arguments, entry.parameters, name)
  return given.kind === 'given' ? given.values : []
}

/** The files that a call writes by an entry. */
export function pathsWritten(linked: Linked, call: Call, entry: Origin): readonly Value[] {
  const given = entry.to ? takenFrom(linked, call, entry, entry.to) : []
  if (!entry['last-step']) return given
  const texts = given.flatMap(value => possibleLiterals(linked, value).values)
  return texts.flatMap(text => {
    const step = /([^/]+?)(?:[?#].*)?$/.exec(String(text).slice(-longestStep))?.[1]
    return step === undefined || step.includes(hole) ? [] : [constant(step)]
  })
}

/** Who fills the parameters of a function, going by its decorators and by what it is handed to. */
export function handlersOf({ linked, handlers }: Sources, unit: Unit): readonly Source[] {
  const decorated = unit.decorators.flatMap(decorator => {
    const call = decorator.kind === 'result' ? decorator.call : null
    const entries = entriesAt(linked, call ? call.callee : decorator, linked.knowledge.decorators)
    return entries.flat().map(entry => ({ entry, call, span: headOf(unit) }))
  })
  return [...decorated, ...(handlers.get(unit.name) ?? [])]
}

/** The first line of a unit. */
export function headOf({ span }: Unit): Span {
  const end = span.file.text.indexOf('\n', span.start)
  return { ...span, end: end < 0 || end > span.end ? span.end : end }
}

/** Whether a default says that a parameter is filled from elsewhere: `store=Depends(open_store)`. */
export function isExcepted(linked: Linked, entry: Origin, value: Value | null): boolean {
  if (value?.kind !== 'result') return false
  return referentsOf(linked, value.call.callee).some(
    r => r.kind === 'external' && entry.except.includes(r.name),
  )
}

function findHandlers(linked: Linked): Map<string, Source[]> {
  const found = new Map<string, Source[]>()
  for (const site of linked.sites) {
    if (!mayCall(linked, site.call, linked.knowledge.takers)) continue
    for (const entry of effectsOf(linked, site.call))
      for (const value of entry.calls ? takenFrom(linked, site.call, entry, entry.calls) : [])
        for (const unit of functionsIn(linked, value)) {
          const source: Source = { entry, call: site.call, span: site.call.span }
          found.set(unit.name, [...(found.get(unit.name) ?? []), source])
        }
  }
  return found
}

// A function, the functions of a table, or the methods of a class.
function functionsIn(linked: Linked, value: Value): readonly Unit[] {
  if (value.kind === 'dictionary') return value.entries.flatMap(e => functionsIn(linked, e.value))
  if (value.kind === 'collection') return value.items.flatMap(item => functionsIn(linked, item))
  return referentsOf(linked, value).flatMap(referent => {
    if (referent.kind === 'unit') return [referent.unit]
    if (referent.kind !== 'class' && referent.kind !== 'object') return []
    return [...linked.program.units.values()].filter(unit => unit.owner === referent.name)
  })
}

// A look at the arguments that are names: to resolve every argument of a program would take too long.
function findHandedOn({ sites, program }: Linked): Set<string> {
  const found = new Set<string>()
  for (const { call } of sites)
    for (const { value } of call.arguments) {
      const bound = value.kind === 'variable' ? program.units.get(value.unit)?.bound.get(value.name) : [value]
      for (const one of bound ?? []) if (one.kind === 'function') found.add(one.unit)
    }
  return found
}

function findServices(linked: Linked): Map<string, Unit[]> {
  const { services } = linked.knowledge
  const names = new Set([...services].map(lastName))
  const serving = linked.sites.filter(
    site =>
      mayCall(linked, site.call, names) &&
      referentsOf(linked, site.call.callee).some(r => r.kind === 'external' && services.has(r.name)),
  )
  const found = new Map<string, Unit[]>()
  for (const { unit } of serving) addTo(found, unit.file.path, unit)
  return found
}

/** Whether a call may be to a function that writes something, going by its name. */
export function mayLeadToWrites({ linked, writing }: Sources, call: Call): boolean {
  const { callee } = call
  const bound =
    callee.kind === 'variable' ? linked.program.units.get(callee.unit)?.bound.get(callee.name) : [callee]
  const known = (bound ?? []).some(value => value.kind === 'function' && writing.units.has(value.unit))
  return known || mayCall(linked, call, writing.names)
}

/** The argument in which a value stands; the whole call where it stands in none. */
export function spanOf(call: Call, value: Value): Span {
  return call.arguments.find((argument: Argument) => argument.value === value)?.span ?? call.span
}
