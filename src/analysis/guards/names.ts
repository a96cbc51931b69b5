import type { Value } from '../../program'
import { parameterName } from '../bindings'
import type { Linked } from '../linked'
import { libraryNames, referentsOf } from '../resolve'
import { waysOf } from './settled'

const mostItems = 8
const deepest = 5
const mostShown = 60
// `metrics["val/f1 (macro)"]`
const spelled = /^\w+(?:\.\w+|\[(?:\w+|"[^"`]*"|'[^'`]*')\])*$/
// Built-in functions that give a number for a number.
const converting = /^(float|int|round|abs|max|min)$/
const keyed = /^[\w.()/ %@-]{1,40}$/

/** The text of one side of a comparison where it is short enough to be shown as its name. */
export function nameIn(text: string): string {
  const plain = text.replace(/^[(\s]+|(?<![)\s])[)\s]+$/g, '')
  return plain.length <= mostShown && spelled.test(plain) && !/^[\d.]+$/.test(plain) ? plain : ''
}

/** What a text makes a number of: `float(auc)`. */
export function convertedIn(text: string): string {
  return /^\s*(?:float|int|round|abs)\(([^(),]+)\)\s*$/.exec(text)?.[1] ?? ''
}

/** The key under which a value was looked up: `metrics.get("f1", 0)`, `float(metrics["f1"])`. */
export function keyIn(value: Value): string {
  const [first] = value.kind === 'result' ? value.call.arguments : []
  const key = value.kind === 'item' ? value.key : first?.value
  if (value.kind === 'mix')
    return (
      waysOf(value)
        .map(keyIn)
        .find(name => name !== '') ?? ''
    )
  if (key?.kind === 'constant' && typeof key.value === 'string') return keyed.test(key.value) ? key.value : ''
  return key && value.kind === 'result' && value.call.callee.kind === 'name' ? keyIn(key) : ''
}

/** The names under which a number was found: a key, a field, a parameter, the function that gave it. */
export function namesIn(linked: Linked, value: Value, depth: number): readonly string[] {
  if (depth > deepest) return []
  const inner = (v: Value): readonly string[] => namesIn(linked, v, depth + 1)
  switch (value.kind) {
    case 'item':
      return [...(value.key.kind === 'constant' ? [String(value.key.value)] : []), ...inner(value.of)]
    case 'collection':
      return value.items.slice(0, mostItems).flatMap(inner)
    case 'field':
      return [value.name, ...inner(value.of)]
    case 'variable':
      return [value.name]
    case 'parameter':
      return [parameterName(linked, value)]
    case 'result': {
      const key = value.call.arguments[0]?.value
      const callee = referentsOf(linked, value.call.callee).flatMap(r =>
        r.kind === 'external' ? [r.name] : r.kind === 'unit' ? [r.unit.label] : [],
      )
      const own =
        value.call.callee.kind === 'field' ? [value.call.callee.name, ...inner(value.call.callee.of)] : []
      return [
        ...(key?.kind === 'constant' ? [String(key.value)] : []),
        ...callee.map(afterReceiver),
        ...own,
        ...(key && converting.test(callee[0] ?? '') ? inner(key) : []),
      ]
    }
    case 'mix':
      return waysOf(value).flatMap(inner)
    case 'operation':
      return value.operands.flatMap(inner)
    default:
      return []
  }
}

/** Of these names those that say what was taken, without those of what it was taken from: `model_version.run_metadata`. */
export function namesTaken(linked: Linked, value: Value, depth = 0, taken = false): readonly string[] {
  if (depth > deepest) return []
  const inner = (v: Value, from: boolean): readonly string[] => namesTaken(linked, v, depth + 1, from)
  switch (value.kind) {
    case 'mix':
      return waysOf(value).flatMap(way => inner(way, taken))
    case 'field':
      return [value.name, ...inner(value.of, true)]
    case 'item':
      return [...(value.key.kind === 'constant' ? [String(value.key.value)] : []), ...inner(value.of, true)]
    case 'result': {
      const [first] = value.call.arguments
      if (first && libraryNames(linked, value.call.callee).some(name => converting.test(name)))
        return inner(first.value, taken)
      return taken ? [] : namesIn(linked, value, depth)
    }
    case 'parameter':
    case 'variable':
      return taken ? [] : namesIn(linked, value, depth)
    default:
      return namesIn(linked, value, depth)
  }
}

// `Client().get_model_version().get_artifact` has a name for the version too, which says nothing of the artifact.
function afterReceiver(name: string): string {
  const end = name.lastIndexOf('()')
  return end < 0 ? name : name.slice(end + 2)
}
