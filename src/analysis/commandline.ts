import type { Call, Field, Unit, Value } from '../program'
import type { CallSite, Linked } from './linked'
import { referentsOf } from './resolve'

const parsed = /^argparse\.(ArgumentParser\(\)(\.\w+\(\))?\.parse_(known_)?args\(\)(\[\])?|Namespace\(\))$/

/** For `args.stage`: what `add_argument("--stage", …)` of the same program gives it when nobody says otherwise. */
export function commandLineDefaults(linked: Linked, field: Field): readonly Value[] | null {
  const names = referentsOf(linked, field.of).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  if (!names.some(name => parsed.test(name))) return null
  const declared = declarations(linked).get(field.name) ?? []
  const nearest = declared.filter(site => site.unit.file.path === fileOf(field))
  const calls = nearest.length > 0 ? nearest : declared
  return calls.flatMap(site => defaultOf(site.call))
}

const known = new WeakMap<Linked, Map<string, CallSite[]>>()

/** Every `add_argument` of the program, by the name that its value gets. */
function declarations(linked: Linked): Map<string, CallSite[]> {
  const found = known.get(linked) ?? new Map<string, CallSite[]>()
  if (known.has(linked)) return found
  known.set(linked, found)
  for (const site of linked.sites) {
    const name = isNamed(site.call, 'add_argument') ? destination(site.call) : null
    if (name === null) continue
    const same = found.get(name)
    if (same) same.push(site)
    else found.set(name, [site])
  }
  return found
}

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

/** The name that an option's value gets: `dest`, or the longest of its names without dashes. */
function destination(call: Call): string | null {
  const dest = call.arguments.find(argument => argument.name === 'dest')?.value
  if (dest?.kind === 'constant' && typeof dest.value === 'string') return dest.value
  const names = call.arguments.flatMap(({ name, value }) =>
    name === null && value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [],
  )
  const long = names.find(name => name.startsWith('--')) ?? names.find(name => !/\s/.test(name))
  return long ? long.replace(/^-+/, '').replaceAll('-', '_') : null
}

/** The default that a `click` option or a `typer` declaration gives a parameter; `null` where there is none. */
export function optionDefault(linked: Linked, unit: Unit, index: number): readonly Value[] | null {
  const shape = unit.parameters[index]
  if (!shape) return null
  const declared = shape.default
  if (declared?.kind === 'result' && isLibraryCall(linked, declared.call, /^typer\.(Option|Argument)$/))
    return firstDefault(declared.call)
  const options = unit.decorators.flatMap(d =>
    d.kind === 'result' && isLibraryCall(linked, d.call, /^click\.(option|argument)$/) ? [d.call] : [],
  )
  const option = options.find(call => destination(call) === shape.name)
  return option ? defaultOf(option) : null
}

function firstDefault(call: Call): readonly Value[] {
  const named = call.arguments.find(argument => argument.name === 'default')
  const value = (named ?? call.arguments.find(argument => argument.name === null))?.value
  return value ? [value] : []
}

function isLibraryCall(linked: Linked, call: Call, name: RegExp): boolean {
  return referentsOf(linked, call.callee).some(r => r.kind === 'external' && name.test(r.name))
}
