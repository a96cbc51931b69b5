import { addTo } from '../base/groups'
import { onceFor } from '../base/once'
import type { Call, Field, Unit, Value } from '../program'
import { type Given, optionAmong, wordsGiven } from './launched'
import type { CallSite, Linked } from './linked'
import { referentsOf } from './resolve'

const parsed = /^argparse\.(ArgumentParser\(\)(\.\w+\(\))?\.parse_(known_)?args\(\)(\[\])?|Namespace\(\))$/

/** An option of a program, and what it is where nobody gives it. */
export interface CommandLineOption {
  /** The file that asks for it. */
  readonly path: string
  readonly spellings: readonly string[]
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
  const names = referentsOf(linked, field.of).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  if (!names.some(name => parsed.test(name))) return null
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
  const spellings = spellingsOf(call).filter(name => name.startsWith('-'))
  return { path, spellings, fallback: defaultOf(call) }
}

// Who runs the file and gives nothing takes the default.
function fromLines(linked: Linked, { path, spellings, fallback }: CommandLineOption): Given {
  const given = wordsGiven(linked, path).map(words => optionAmong(words, spellings))
  if (given.length === 0) return { values: fallback, complete: false }
  const values = given.flatMap(value => (value ? [value] : fallback))
  return { values, complete: given.every(value => value !== null || fallback.length > 0) }
}

/** Every `add_argument` of the program, by the name that its value gets. */
const declarations = onceFor(({ sites }: Linked): ReadonlyMap<string, readonly CallSite[]> => {
  const found = new Map<string, CallSite[]>()
  for (const site of sites) {
    const name = isNamed(site.call, 'add_argument') ? destination(site.call) : null
    if (name !== null) addTo(found, name, site)
  }
  return found
})

// A field has no place of its own; the call that it was taken from has.
function fileOf(field: Field): string | null {
  return field.of.kind === 'result' ? field.of.call.span.file.path : null
}

function isNamed(call: Call, name: string): boolean {
  return call.callee.kind === 'field' && call.callee.name === name
}

function defaultOf(call: Call): readonly Value[] {
  const given = call.arguments.find(argument => argument.name === 'default')
  if (given) return [given.value]
  const action = call.arguments.find(argument => argument.name === 'action')?.value
  if (action?.kind !== 'constant') return []
  if (action.value === 'store_true') return [{ kind: 'constant', value: false }]
  return action.value === 'store_false' ? [{ kind: 'constant', value: true }] : []
}

/** The name that an option's value gets: `dest`, a name without dashes among its spellings, or the first long one. */
function destination(call: Call): string | null {
  const dest = call.arguments.find(argument => argument.name === 'dest')?.value
  if (dest?.kind === 'constant' && typeof dest.value === 'string') return dest.value
  const names = spellingsOf(call)
  // `click.option("--to-stage", "stage")`: https://click.palletsprojects.com/en/8.1.x/options/#name-your-options
  const plain = names.find(name => /^[A-Za-z_]\w*$/.test(name))
  const named = plain ?? names.find(name => name.startsWith('--')) ?? names.find(name => !/\s/.test(name))
  return named ? named.replace(/^-+/, '').replaceAll('-', '_') : null
}

function spellingsOf(call: Call): string[] {
  return call.arguments.flatMap(({ name, value }) =>
    name === null && value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [],
  )
}

/** What a `click` option or a `typer` declaration gives a parameter; `null` where there is none. */
export function optionGiven(linked: Linked, unit: Unit, index: number): Given | null {
  const option = optionOf(linked, unit, index)
  return option && fromLines(linked, option)
}

/** The option of `click` or `typer` that a parameter is; `null` where it is none. */
export function optionOf(linked: Linked, unit: Unit, index: number): CommandLineOption | null {
  const shape = unit.parameters[index]
  if (!shape) return null
  const { path } = unit.file
  const declared = shape.default
  if (declared?.kind === 'result' && isLibraryCall(linked, declared.call, /^typer\.(Option|Argument)$/)) {
    const written = spellingsOf(declared.call).filter(name => name.startsWith('-'))
    const usual = [`--${shape.name.replaceAll('_', '-')}`]
    const spellings = written.length > 0 ? written : usual
    return { path, spellings, fallback: firstDefault(declared.call) }
  }
  if (isCommand(linked, unit)) return plainOption(unit, index)
  const options = unit.decorators.flatMap(d =>
    d.kind === 'result' && isLibraryCall(linked, d.call, /^click\.(option|argument)$/) ? [d.call] : [],
  )
  const option = options.find(call => destination(call) === shape.name)
  return option ? optionIn(path, option) : null
}

function isCommand(linked: Linked, unit: Unit): boolean {
  return unit.decorators.some(
    d => d.kind === 'result' && isLibraryCall(linked, d.call, /^typer\.Typer\(\)\.(command|callback)$/),
  )
}

// A parameter with a default is an option, and one without is a word.
function plainOption(unit: Unit, index: number): CommandLineOption | null {
  const shape = unit.parameters[index]
  if (!shape?.default) return null
  const spelled = `--${shape.name.replaceAll('_', '-')}`
  return { path: unit.file.path, spellings: [spelled], fallback: [shape.default] }
}

function firstDefault(call: Call): readonly Value[] {
  const named = call.arguments.find(argument => argument.name === 'default')
  const value = (named ?? call.arguments.find(argument => argument.name === null))?.value
  return value ? [value] : []
}

function isLibraryCall(linked: Linked, call: Call, name: RegExp): boolean {
  return referentsOf(linked, call.callee).some(r => r.kind === 'external' && name.test(r.name))
}
