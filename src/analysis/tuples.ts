import type { Call, Value } from '../program'
import { boundTo } from './bindings'
import type { Linked } from './linked'
import { libraryNames } from './resolve'

/** What a call gives for a field of a tuple that it makes: `namedtuple("Outputs", ["passed"])(True).passed`. */
export function fieldOfTuple(linked: Linked, call: Call, name: string): Value | null {
  const factory = factoryOf(linked, call.callee)
  const names = factory ? fieldsOf(factory) : []
  const at = names.indexOf(name)
  if (at < 0) return null
  const positional = call.arguments.filter(argument => argument.name === null)
  if (positional.some(argument => argument.splat)) return null
  return call.arguments.find(argument => argument.name === name)?.value ?? positional[at]?.value ?? null
}

function factoryOf(linked: Linked, callee: Value): Call | null {
  if (callee.kind === 'variable') {
    const [only, second] = boundTo(linked, callee)
    return only?.kind === 'result' && !second ? factoryOf(linked, only) : null
  }
  if (callee.kind !== 'result') return null
  const made = libraryNames(linked, callee.call.callee).some(name =>
    /^(collections\.namedtuple|typing\.NamedTuple)$/.test(name),
  )
  return made ? callee.call : null
}

// `["passed", "auc"]`, `"passed auc"`, `[("passed", bool)]`
function fieldsOf({ arguments: args }: Call): readonly string[] {
  const fields = args[1]?.value
  if (fields?.kind === 'constant') return String(fields.value).split(/[\s,]+/)
  if (fields?.kind !== 'collection') return []
  return fields.items.map(item => {
    const name = item.kind === 'collection' ? item.items[0] : item
    return name?.kind === 'constant' ? String(name.value) : ''
  })
}
