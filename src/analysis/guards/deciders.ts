import type { Call, Unit, Value } from '../../program'
import { boundTo } from '../bindings'
import { type CommandLineOption, optionsOf } from '../commandline'
import { settingAsked, type Word, wordAsked } from '../environment'
import { returnValues } from '../holders'
import type { Linked } from '../linked'
import { argumentFor, libraryNames, unitsNamed } from '../resolve'
import { settledOf } from './settled'

/** What whoever leads to a unit decides. */
export type Origin =
  | { readonly kind: 'parameter'; readonly unit: Unit; readonly index: number }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'options'; readonly options: readonly CommandLineOption[] }
  | ({ readonly kind: 'word' } & Word)

/** Where a value comes from, and what is made of that on its way: `stages[name]`, `f"{name}-prod"`, `name.lower()`. */
export interface Source {
  readonly origin: Origin
  readonly made: readonly Value[]
}

const deepest = 6

/** What decides what a value is; `null` where nothing single does. */
export function sourceOf(linked: Linked, of: Value, depth: number): Source | null {
  const value = settledOf(of)
  const origin = originOf(linked, value)
  if (origin) return { origin, made: [] }
  if (depth >= deepest) return null
  const called = value.kind === 'result' ? throughFunction(linked, value.call, depth) : null
  if (called) return called
  const inner = innerOf(linked, value)
  const source = inner && sourceOf(linked, inner, depth + 1)
  return source && (value.kind === 'variable' ? source : { ...source, made: [...source.made, value] })
}

// `stage_for(environment)`: what a function of the repository makes of what it is given.
function throughFunction(linked: Linked, call: Call, depth: number): Source | null {
  const [unit, other] = unitsNamed(linked, call.callee)
  const [only, second] = new Set(returnValues(linked, call))
  const inside = unit && !other && only && !second ? sourceOf(linked, only, depth + 1) : null
  if (!unit || inside?.origin.kind !== 'parameter' || inside.origin.unit !== unit) return null
  const { index } = inside.origin
  const given = argumentFor(unit, index, call) ?? unit.parameters[index]?.default
  const source = given && sourceOf(linked, given, depth + 1)
  return source ? { ...source, made: [...source.made, ...inside.made] } : null
}

function originOf(linked: Linked, value: Value): Origin | null {
  const name = environmentName(linked, value)
  if (name !== null) return isStored(linked, `$${name}`) ? null : { kind: 'environment', name }
  if (value.kind === 'field') {
    const options = optionsOf(linked, value) ?? []
    return options.length > 0 && !isStored(linked, value.name) ? { kind: 'options', options } : null
  }
  const word = value.kind === 'item' ? wordAsked(linked, value) : null
  if (word) return isStored(linked, words) ? null : { kind: 'word', ...word }
  const unit = value.kind === 'parameter' ? linked.program.units.get(value.unit) : undefined
  return value.kind === 'parameter' && unit ? { kind: 'parameter', unit, index: value.index } : null
}

// `args.alias = "champion"`, `os.environ["ALIAS"] = "champion"`: what is stored anew nobody has given.
function isStored(linked: Linked, name: string): boolean {
  const known = stored.get(linked) ?? storedIn(linked)
  stored.set(linked, known)
  return known.has(name)
}

const words = 'sys.argv'
const stored = new WeakMap<Linked, ReadonlySet<string>>()

function storedIn(linked: Linked): ReadonlySet<string> {
  const names = linked.stores.flatMap(({ store: { of, name } }) => {
    const whole: Value = typeof name === 'string' ? { kind: 'field', of, name } : of
    if (libraryNames(linked, whole).includes(words)) return [words]
    if (typeof name === 'string') return optionsOf(linked, { kind: 'field', of, name }) ? [name] : []
    const variable = environmentName(linked, { kind: 'item', of, key: name })
    return variable === null ? [] : [`$${variable}`]
  })
  return new Set(names)
}

// The one value that decides what another one is.
function innerOf(linked: Linked, value: Value): Value | null {
  if (value.kind === 'variable') {
    const [only, second] = boundTo(linked, value)
    return only && !second ? only : null
  }
  if (value.kind === 'item') return value.key.kind === 'constant' ? null : value.key
  if (value.kind === 'text') {
    const [only, second] = value.parts.filter(part => part.kind !== 'constant')
    return only && !second ? only : null
  }
  if (value.kind !== 'result' || value.call.callee.kind !== 'field') return null
  return /^(lower|upper|strip|title|capitalize)$/.test(value.call.callee.name) ? value.call.callee.of : null
}

// `os.environ["ALIAS"]`, `os.getenv("ALIAS")`, `$ALIAS`.
function environmentName(linked: Linked, value: Value): string | null {
  if (value.kind === 'parameter') {
    const shape = linked.program.units.get(value.unit)?.parameters[value.index]
    return shape?.kind === 'environment' ? shape.name : null
  }
  const asked = value.kind === 'item' ? value.of : value.kind === 'result' ? value.call.callee : null
  const name =
    value.kind === 'item' ? value.key : value.kind === 'result' ? value.call.arguments[0]?.value : null
  if (!asked || name?.kind !== 'constant') return null
  const names = libraryNames(linked, asked)
  const asks =
    value.kind === 'item' ? names.includes('os.environ') : settingAsked(linked.knowledge, names) !== null
  return asks ? String(name.value) : null
}

/** Whether two values are decided by the same, and made of it in the same way. */
export function isSame(a: Source, b: Source): boolean {
  const alike = a.made.length === b.made.length && a.made.every((value, i) => value === b.made[i])
  return alike && isSameOrigin(a.origin, b.origin)
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  if (a.kind === 'parameter') return b.kind === 'parameter' && a.unit === b.unit && a.index === b.index
  if (a.kind === 'environment') return b.kind === 'environment' && a.name === b.name
  if (a.kind === 'word') return b.kind === 'word' && a.path === b.path && a.place === b.place
  return b.kind === 'options' && nameOf(a.options) === nameOf(b.options)
}

function nameOf(options: readonly CommandLineOption[]): string {
  return options.map(({ path, spellings }) => [path, ...spellings].join(' ')).join('\n')
}
