import { keptIn, onceFor } from '../../base/once'
import type { Call, Value } from '../../program'
import type { Linked } from '../linked'
import { argumentFor, fieldValues, referentsOf } from '../resolve'
import { artifactOf, keyOf } from './artifacts'
import { methodOf } from './receivers'

const none: ReadonlyMap<string, string> = new Map()
// Calls are the same in all trees that hold their file, and what they make may be another thing in each.
const keptByCall = onceFor((_: Linked) => new WeakMap<Call, ReadonlyMap<string, string>>())

/** The fields of an object that keep what it was made with, each with the key of that: `Release(path).path` is `path`. */
export function keptFields(linked: Linked, object: Value): ReadonlyMap<string, string> {
  if (object.kind !== 'result') return none
  return keptIn(keptByCall(linked), object.call, () => fieldsKept(linked, object.call))
}

function fieldsKept(linked: Linked, call: Call): ReadonlyMap<string, string> {
  const [made, second] = referentsOf(linked, call.callee)
  if (made?.kind !== 'class' || second) return none
  const init = methodOf(linked, made.name, '__init__')
  if (!init || init.owner !== made.name) return none
  const fields = [...(linked.fields.get(made.name)?.keys() ?? [])].flatMap(field => {
    // A method of a base may store another thing there.
    const [only, other] = fieldValues(linked, made.name, field)
    const root = only && !other ? artifactOf(linked, only) : null
    if (root?.kind !== 'parameter' || root.unit !== init.name) return []
    const given = argumentFor(init, root.index, call)
    return given ? [[field, keyOf(linked, artifactOf(linked, given), 0)] as const] : []
  })
  return new Map(fields)
}
