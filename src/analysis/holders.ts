import type { Call, Value } from '../program'
import type { Linked } from './linked'
import { argumentsFor, fieldValues, itemsOf, referentsOf, withBases } from './resolve'

const most = 24
const deepest = 40
const mostSteps = 2000

/** One question for written-out collections, with what it has met so far. */
export interface Holding {
  readonly open: Set<Value>
  readonly holders: Map<Value, readonly Value[]>
  steps: number
}

/** The written-out collections that a value may stand for. */
export function holders(linked: Linked, value: Value): readonly Value[] {
  return hold(linked, value, { open: new Set(), holders: new Map(), steps: 0 })
}

/** The same, as part of a larger question. */
export function hold(linked: Linked, value: Value, search: Holding): readonly Value[] {
  const known = search.holders.get(value)
  if (known) return known
  search.steps += 1
  if (search.open.has(value) || search.open.size > deepest || search.steps > mostSteps) return []
  search.open.add(value)
  const found = [...new Set(holdersByKind(linked, value, search))].slice(0, most)
  search.open.delete(value)
  search.holders.set(value, found)
  return found
}

function holdersByKind(linked: Linked, value: Value, search: Holding): readonly Value[] {
  switch (value.kind) {
    case 'collection':
    case 'dictionary':
      return [value]
    case 'mix':
      return value.of.flatMap(way => hold(linked, way, search))
    case 'variable':
      return (linked.program.units.get(value.unit)?.bound.get(value.name) ?? []).flatMap(v =>
        hold(linked, v, search),
      )
    case 'name': {
      const dot = value.name.lastIndexOf('.')
      if (value.from === null || dot < 0) return []
      const of: Value = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots }
      return memberValues(linked, of, value.name.slice(dot + 1)).flatMap(v => hold(linked, v, search))
    }
    case 'field':
      return memberValues(linked, value.of, value.name).flatMap(v => hold(linked, v, search))
    case 'item':
      return hold(linked, value.of, search)
        .flatMap(holder => itemsOf(holder, value.key) ?? [])
        .flatMap(v => hold(linked, v, search))
    case 'parameter': {
      const unit = linked.program.units.get(value.unit)
      return unit ? argumentsFor(linked, unit, value.index).flatMap(v => hold(linked, v, search)) : []
    }
    case 'result':
      return resultHolders(linked, value.call, search)
    default:
      return []
  }
}

/** What a name may be bound to in what a value refers to: a module, a class, an object. */
export function memberValues(linked: Linked, of: Value, name: string): readonly Value[] {
  return referentsOf(linked, of).flatMap(referent => {
    if (referent.kind === 'module') return linked.program.units.get(referent.path)?.bound.get(name) ?? []
    if (referent.kind === 'class') return classValues(linked, referent.name, name)
    return referent.kind === 'object' ? objectValues(linked, referent.name, name) : []
  })
}

function resultHolders(linked: Linked, call: Call, search: Holding): readonly Value[] {
  if (call.callee.kind === 'name' && call.callee.name === 'dict' && call.callee.from === null)
    return [
      {
        kind: 'dictionary',
        entries: call.arguments.map(({ name, value }) => ({
          key: name === null || name === '**' ? null : { kind: 'constant', value: name },
          value,
        })),
      },
    ]
  return returnValues(linked, call).flatMap(v => hold(linked, v, search))
}

/** What the repository's functions that a call reaches return. */
export function returnValues(linked: Linked, call: Call): readonly Value[] {
  return referentsOf(linked, call.callee).flatMap(referent =>
    referent.kind === 'unit'
      ? referent.unit.blocks.flatMap(b =>
          b.facts.flatMap(fact => (fact.kind === 'return' ? [fact.value] : [])),
        )
      : [],
  )
}

/** What a name may be bound to in a class or in its bases. */
export function classValues(linked: Linked, className: string, name: string): readonly Value[] {
  for (const owner of withBases(linked, className)) {
    const bound = linked.program.units.get(owner)?.bound.get(name)
    if (bound) return bound
  }
  return []
}

/** What a field of an object may hold: what is stored, what its class says, what a dataclass is made with. */
export function objectValues(linked: Linked, className: string, name: string): readonly Value[] {
  const stored = fieldValues(linked, className, name)
  const made = constructorArguments(linked, className, name)
  return [...stored, ...made, ...classValues(linked, className, name)]
}

function constructorArguments(linked: Linked, className: string, name: string): readonly Value[] {
  const sites = linked.makers.get(className) ?? []
  return sites.flatMap(site =>
    site.call.arguments.filter(argument => argument.name === name).map(a => a.value),
  )
}
