import { addTo } from '../base/groups'
import { onceFor } from '../base/once'
import { type Call, constant, type Field, type Unit, type Value } from '../program'
import { type Given, optionAmong, wordsGiven } from './launched'
import type { CallSite, Linked } from './linked'
import { libraryNames } from './resolve'

/** An option of a program, and what it is where nobody gives it. */
export interface CommandLineOption {
  /** The file that asks for it. */
  readonly path: string
  readonly spellings: readonly string[]
  /** Spellings that take no value, and what each of them says. */
  readonly flags: ReadonlyMap<string, Value>
  readonly fallback: readonly Value[]
}

/**
 * For `args.stage`: what the commands that run the program give `--stage`, and what `add_argument("--stage", …)` gives it
 * when they say nothing. `null` for other fields.
 */
export function commandLineValues(linked: Linked, field: Field): Given | null {
  const options = optionsOf(linked, field)
  return options && together(options.map(option => fromLines(linked, option)))
}

/** The options that a field of parsed arguments may be: `--stage` for `args.stage`. `null` for other fields. */
export function optionsOf(linked: Linked, field: Field): readonly CommandLineOption[] | null {
  if (!libraryNames(linked, field.of).some(linked.knowledge.options.held)) return null
  const declared = declarations(linked).get(field.name) ?? []
  const nearest = declared.filter(site => site.unit.file.path === fileOf(field))
  const calls = nearest.length > 0 ? nearest : declared
  return calls.map(site => optionIn(site.unit.file.path, site.call))
}

function together(parts: readonly Given[]): Given {
  const complete = parts.length > 0 && parts.every(part => part.complete)
  return { values: parts.flatMap(part => part.values), complete }
}

function optionIn(path: string, call: Call): CommandLineOption {
  const given = argumentNamed(call, 'default')
  const flags = flagsIn(call)
  // An option that stands for itself is the opposite where it does not stand.
  const usual = flags.size > 0 ? [constant(stands(call) === false)] : []
  const spellings = [...new Set([...dashed(call), ...flags.keys()])]
  return { path, spellings, flags, fallback: given ? [given] : usual }
}

function dashed(call: Call): string[] {
  return spellingsOf(call)
    .flat()
    .filter(name => name.startsWith('-'))
}

// `--live/--no-live`: https://click.palletsprojects.com/en/stable/options/#boolean
function flagsIn(call: Call, is = stands(call)): ReadonlyMap<string, Value> {
  return new Map(
    spellingsOf(call).flatMap(([on = '', off]) => {
      // `"trust", "--trust"`: the first is the name of the parameter.
      if (!on.startsWith('-')) return []
      if (off !== undefined) return flagged(on, off)
      return is === null ? [] : is === 'both' ? flagged(on, on.replace(/^--/, '--no-')) : [[on, constant(is)]]
    }),
  )
}

function flagged(on: string, off: string): [string, Value][] {
  return [
    [on, constant(true)],
    [off, constant(false)],
  ]
}

// What an option without a value says by standing there; `null` where it takes one.
function stands(call: Call): boolean | 'both' | null {
  const action = argumentNamed(call, 'action')
  if (action?.kind === 'field' || action?.kind === 'name')
    return /\bBooleanOptionalAction$/.test(action.name) ? 'both' : null
  const flag = argumentNamed(call, 'is_flag')
  if (flag?.kind === 'constant' && flag.value === true) return true
  if (action?.kind !== 'constant') return null
  return action.value === 'store_true' ? true : action.value === 'store_false' ? false : null
}

function argumentNamed(call: Call, name: string): Value | undefined {
  return call.arguments.find(argument => argument.name === name)?.value
}

// Who runs the file and gives nothing takes the default.
function fromLines(linked: Linked, option: CommandLineOption): Given {
  const { path, fallback } = option
  const given = wordsGiven(linked, path).map(words => optionAmong(linked, words, option))
  if (given.length === 0) return { values: fallback, complete: false }
  const values = given.flatMap(value => (value ? [value] : fallback))
  return { values, complete: given.every(value => value !== null || fallback.length > 0) }
}

/** Every call of the program that declares an option for an object of them, by the name that its value gets. */
const declarations = onceFor(({ sites, knowledge }: Linked): ReadonlyMap<string, readonly CallSite[]> => {
  const found = new Map<string, CallSite[]>()
  for (const site of sites) {
    const { callee } = site.call
    const declares = callee.kind === 'field' && knowledge.options.declaring.has(callee.name)
    const name = declares ? destination(site.call) : null
    if (name !== null) addTo(found, name, site)
  }
  return found
})

// A field has no place of its own; the call that it was taken from has.
function fileOf(field: Field): string | null {
  return field.of.kind === 'result' ? field.of.call.span.file.path : null
}

/** The name that an option's value gets: `dest`, a name without dashes among its spellings, or the first long one. */
function destination(call: Call): string | null {
  const dest = argumentNamed(call, 'dest')
  if (dest?.kind === 'constant' && typeof dest.value === 'string') return dest.value
  const names = spellingsOf(call).map(([on = '']) => on)
  // `click.option("--to-stage", "stage")`: https://click.palletsprojects.com/en/8.1.x/options/#name-your-options
  const plain = names.find(name => /^[A-Za-z_]\w*$/.test(name))
  const named = plain ?? names.find(name => name.startsWith('--')) ?? names.find(name => !/\s/.test(name))
  return named ? named.replace(/^-+/, '').replaceAll('-', '_') : null
}

// Each with what says the opposite, where it has such.
function spellingsOf(call: Call): string[][] {
  return call.arguments.flatMap(({ name, value }) =>
    name === null && value.kind === 'constant' && typeof value.value === 'string'
      ? [value.value.split('/').map(half => half.trim())]
      : [],
  )
}

/** What an option gives a parameter that declares it; `null` where there is none. */
export function optionGiven(linked: Linked, unit: Unit, index: number): Given | null {
  const option = optionOf(linked, unit, index)
  return option && fromLines(linked, option)
}

/** The option that a parameter is; `null` where it is none. */
export function optionOf(linked: Linked, unit: Unit, index: number): CommandLineOption | null {
  const shape = unit.parameters[index]
  if (!shape) return null
  const { path } = unit.file
  const { options } = linked.knowledge
  const declared = shape.default
  if (declared?.kind === 'result' && isLibraryCall(linked, declared.call, options.standing)) {
    const fallback = firstDefault(declared.call)
    const written = dashed(declared.call)
    if (written.length === 0) return spelledAs(path, shape.name, fallback)
    const flags = isTruth(fallback[0]) ? flagsIn(declared.call, true) : new Map()
    return { path, spellings: written, flags, fallback }
  }
  if (isCommand(linked, unit)) return plainOption(unit, index)
  const declaring = unit.decorators.flatMap(d =>
    d.kind === 'result' && isLibraryCall(linked, d.call, options.decorating) ? [d.call] : [],
  )
  const option = declaring.find(call => destination(call) === shape.name)
  return option ? optionIn(path, option) : null
}

function isCommand(linked: Linked, unit: Unit): boolean {
  return unit.decorators.some(
    d => d.kind === 'result' && isLibraryCall(linked, d.call, linked.knowledge.options.commanding),
  )
}

// A parameter with a default is an option, and one without is a word.
function plainOption(unit: Unit, index: number): CommandLineOption | null {
  const shape = unit.parameters[index]
  return shape?.default ? spelledAs(unit.file.path, shape.name, [shape.default]) : null
}

function spelledAs(path: string, name: string, fallback: readonly Value[]): CommandLineOption {
  const words = name.replaceAll('_', '-')
  const flags = new Map(isTruth(fallback[0]) ? flagged(`--${words}`, `--no-${words}`) : [])
  return { path, spellings: [`--${words}`, ...flags.keys()], flags, fallback }
}

function isTruth(value: Value | undefined): boolean {
  return value?.kind === 'constant' && typeof value.value === 'boolean'
}

function firstDefault(call: Call): readonly Value[] {
  const named = call.arguments.find(argument => argument.name === 'default')
  const value = (named ?? call.arguments.find(argument => argument.name === null))?.value
  return value ? [value] : []
}

function isLibraryCall(linked: Linked, call: Call, isOne: (name: string) => boolean): boolean {
  return libraryNames(linked, call.callee).some(isOne)
}
