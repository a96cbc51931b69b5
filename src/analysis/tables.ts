import type { Item, Unit, Value } from '../program'
import { boundTo, givenBack, itemsOf } from './bindings'
import { argumentsFor } from './callers'
import { withBases } from './lineage'
import type { Linked, Referent } from './linked'

const deepest = 4
const most = 12
// Of all that a table may stand behind.
const mostAsked = 100

/**
 * What may stand under a key of a table that was written out elsewhere: `LOADERS[kind]`, `self.clients["registry"]`, and
 * `clients["registry"]` of what a function gave back. Nothing where none was written out.
 */
export function itemsElsewhere(
  linked: Linked,
  { of, key }: Item,
  referentsOf: (value: Value) => readonly Referent[],
): readonly Value[] {
  let asked = 0
  const tables = (value: Value, depth: number): readonly Value[] => {
    if (value.kind === 'collection' || value.kind === 'dictionary') return [value]
    if (depth > deepest || asked >= mostAsked) return []
    asked += 1
    return behind(linked, value, referentsOf)
      .slice(0, most)
      .flatMap(one => tables(one, depth + 1))
  }
  return tables(of, 0).flatMap(table => itemsOf(table, key) ?? [])
}

// What a value stands for, one step further.
function behind(
  linked: Linked,
  value: Value,
  referentsOf: (value: Value) => readonly Referent[],
): readonly Value[] {
  switch (value.kind) {
    case 'mix':
      return value.of
    case 'variable':
      return boundTo(linked, value)
    case 'parameter': {
      const unit = linked.program.units.get(value.unit)
      return unit ? argumentsFor(linked, unit, value.index) : []
    }
    case 'field':
      return referentsOf(value.of).flatMap(of =>
        of.kind === 'object' || of.kind === 'class' ? keptAs(linked, of.name, value.name) : [],
      )
    case 'result':
      return referentsOf(value.call.callee)
        .flatMap((of): Unit[] => (of.kind === 'unit' ? [of.unit] : []))
        .flatMap(unit => givenBack(linked, unit))
    default:
      return []
  }
}

function keptAs(linked: Linked, className: string, name: string): readonly Value[] {
  const body = linked.program.classes.get(className)?.body ?? ''
  const said = linked.program.units.get(body)?.bound.get(name) ?? []
  const stored = [...withBases(linked, className)].flatMap(owner => linked.fields.get(owner)?.get(name) ?? [])
  return [...said, ...stored]
}
