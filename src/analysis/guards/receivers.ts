import { keptIn, onceFor } from '../../base/once'
import type { Call, Unit, Value } from '../../program'
import type { Linked, Referent } from '../linked'
import { referentsOf, unitsNamed, withBases } from '../resolve'
import { isMade, subclassesOf } from '../subclasses'
import type { Engine, Methods } from './engine'
import { atMost, both, meetEach, nothing, type State } from './evidence'
import { lastPart } from './handings'

/** The units that a call reaches, by the types that are written down. */
export function unitsOf(engine: Engine, call: Call): readonly Unit[] {
  return unitsNamed(engine.linked, call.callee)
}

/** What a call of a function establishes, whichever subclass overrides it. */
export function whicheverMethod(engine: Engine, call: Call, unit: Unit, ask: (unit: Unit) => State): State {
  const methods = methodsOf(engine, call, unit)
  if (!methods) return ask(unit)
  if (methods.sure.length === 0) return nothing
  const sure = meetEach(methods.sure, ask)
  if (methods.doubtful.length === 0) return sure
  return both(meetEach(methods.doubtful, ask, sure), atMost(sure, 'medium', 'which a subclass overrides'))
}

// Nothing to choose from where it is no method, or where the object was made on the spot.
function methodsOf(engine: Engine, { callee }: Call, unit: Unit): Methods | null {
  const { linked } = engine
  if (callee.kind !== 'field' || unit.owner === null || isMade(linked, callee.of)) return null
  const referents = referentsOf(linked, callee.of)
  // `Base.check(self, auc)` is that of `Base`.
  if (referents.some(({ kind }) => kind === 'class')) return null
  const types = referents.flatMap(r => (r.kind === 'object' ? [r.name] : []))
  const [type = unit.owner] = types
  const below = subclassesOf(linked, type)
  if (below.length === 0 && !isAbstract(unit)) return null
  const question = `${type}.${callee.name}`
  const known = engine.methods.get(question) ?? chooseMethods(linked, type, below, callee.name)
  engine.methods.set(question, known)
  return known
}

function chooseMethods(linked: Linked, type: string, below: readonly string[], name: string): Methods {
  const made = below.filter(one => isMadeAnywhere(linked, one))
  const base = isMadeAnywhere(linked, type) || made.length === 0 ? [type] : []
  const sure = methodsNamed(linked, [...base, ...made], name)
  const rest = methodsNamed(linked, below, name).filter(method => !sure.includes(method))
  return sure.length > 0 ? { sure, doubtful: rest } : { sure: rest, doubtful: [] }
}

function methodsNamed(linked: Linked, classes: readonly string[], name: string): readonly Unit[] {
  const methods = new Set(classes.map(one => methodOf(linked, one, name)))
  return [...methods].flatMap(method => (method === null || isAbstract(method) ? [] : [method]))
}

/** The method that objects of a class have under a name. */
export function methodOf(linked: Linked, className: string, name: string): Unit | null {
  return keptIn(methodsIn(linked), `${className} ${name}`, () => findMethod(linked, className, name))
}

// Each of very many classes is asked by all that it inherits from.
const methodsIn = onceFor((_: Linked) => new Map<string, Unit | null>())

function findMethod(linked: Linked, className: string, name: string): Unit | null {
  const { program } = linked
  for (const owner of withBases(linked, className)) {
    const bound = program.units.get(owner)?.bound.get(name)?.at(-1)
    if (bound?.kind === 'function') return program.units.get(bound.unit) ?? null
  }
  return null
}

// A method that only says that another class has it.
function isAbstract(unit: Unit): boolean {
  const named = unit.decorators.some(
    d => (d.kind === 'name' || d.kind === 'field') && lastPart(d.name) === 'abstractmethod',
  )
  const [only, second] = unit.blocks.flatMap(block => block.facts.filter(fact => fact.kind !== 'call'))
  return named || (only?.kind === 'raise' && !second && raisesNotImplemented(only.value))
}

function raisesNotImplemented(value: Value): boolean {
  if (value.kind === 'result') return raisesNotImplemented(value.call.callee)
  return value.kind === 'name' && value.name === 'NotImplementedError'
}

function isMadeAnywhere(linked: Linked, className: string): boolean {
  const { isTest } = linked.knowledge
  return (linked.makers.get(className) ?? []).some(site => !isTest(site.unit.file.path))
}

/** The method of a base class that `super().name()` means. */
export function inherited({ linked }: Engine, { callee }: Call, unit: Unit | null): Unit | null {
  if (callee.kind !== 'field' || callee.of.kind !== 'result' || !unit?.owner) return null
  const of = callee.of.call.callee
  if (of.kind !== 'name' || of.name !== 'super' || of.from !== null) return null
  const bases = linked.program.classes.get(unit.owner)?.bases ?? []
  for (const base of bases.flatMap(value => referentsOf(linked, value)))
    if (base.kind === 'class') {
      const method = methodOf(linked, base.name, callee.name)
      if (method) return method
    }
  return null
}

/** The name of a call's `referent` where it is a unit. */
export function unitBehind(linked: Linked, referent: Referent): Unit | null {
  if (referent.kind === 'unit') return referent.unit
  return referent.kind === 'object' ? methodOf(linked, referent.name, '__call__') : null
}
