import { keptIn, onceFor } from '../base/once'
import type { Call, SourceFile, Unit, Value } from '../program'
import { itemsOf } from './bindings'
import { isStatic } from './decorated'
import { pathOnDisk } from './inert'
import type { CallSite, Linked } from './linked'

const mostArguments = 40
const unknown: Value = { kind: 'unknown' }
const mostAbove = 60

/** Calls of a unit that count: what a test gives it says nothing about how it is used. */
export function callersOf(linked: Linked, unit: Unit): readonly CallSite[] {
  return keptIn(linked.counted, unit, () => {
    const sites = linked.callers.get(unit.name) ?? []
    const { isTest } = linked.knowledge
    const used = isTest(unit.file.path) ? sites : sites.filter(site => !isTest(site.unit.file.path))
    return linked.inert.size === 0 ? used : used.filter(site => runs(linked, site, unit))
  })
}

/** A unit and those that lead to it, the nearest first; the first of them where there are very many. */
export function unitsAbove(linked: Linked, unit: Unit): readonly Unit[] {
  const units = new Set([unit])
  for (const at of units)
    for (const { unit: caller } of callersOf(linked, at)) if (units.size < mostAbove) units.add(caller)
  return [...units]
}

/** Whether a unit stands in a file that is called like a test, and no code of the program itself leads to it. */
export function isOfTests(linked: Linked, unit: Unit): boolean {
  const { isTest } = linked.knowledge
  // What starts tests is no program: a workflow, a file of tasks.
  const counts = ({ file }: Unit): boolean => !isTest(file.path) && /\.(py|ipynb)$/.test(pathOnDisk(file))
  return isTest(unit.file.path) && !unitsAbove(linked, unit).some(counts)
}

/** Calls that make an object of a class and count: what a test makes it with says nothing about how it is used. */
export function makersOf(linked: Linked, className: string): readonly CallSite[] {
  const sites = linked.makers.get(className) ?? []
  const { isTest } = linked.knowledge
  const path = linked.program.classes.get(className)?.file.path
  return path !== undefined && isTest(path) ? sites : sites.filter(site => !isTest(site.unit.file.path))
}

/** A value, and the file in which it stands. */
export interface Placed {
  readonly value: Value
  readonly file: SourceFile
}

/** What those who make an object of a class give under a name. */
export function givenByName(linked: Linked, className: string, name: string): readonly Placed[] {
  // Each method of the class asks for it again, and the list is another one once more makers are found.
  const known = namedIn(linked.makers.get(className) ?? [])
  return keptIn(known, name, () =>
    makersOf(linked, className).flatMap(({ unit: { file }, call }) =>
      call.arguments.flatMap(argument => (argument.name === name ? [{ value: argument.value, file }] : [])),
    ),
  )
}

const namedIn = onceFor((_: readonly CallSite[]) => new Map<string, readonly Placed[]>())

// A pipeline that never runs starts nothing but what stands in its own file.
function runs({ inert }: Linked, site: CallSite, unit: Unit): boolean {
  const path = pathOnDisk(site.unit.file)
  return !inert.has(path) || path === pathOnDisk(unit.file)
}

/** What callers give for a parameter; its default where one of them gives nothing. */
export function argumentsFor(linked: Linked, unit: Unit, index: number): readonly Value[] {
  const shape = unit.parameters[index]
  if (!shape) return []
  return keptIn(linked.given, shape, () => givenBy(callersOf(linked, unit), unit, index, shape.default))
}

/** Whether a call of a unit stands outside of it: what a function gives itself does not say what it is given first. */
export function isFromOutside(unit: Unit): (site: CallSite) => boolean {
  return site => site.unit !== unit
}

function givenBy(
  sites: readonly CallSite[],
  unit: Unit,
  index: number,
  otherwise: Value | null,
): readonly Value[] {
  if (sites.length === 0) return otherwise ? [otherwise] : []
  if (!sites.some(isFromOutside(unit))) {
    const again = sites.slice(0, mostArguments).flatMap(({ call }) => argumentFor(unit, index, call) ?? [])
    return [...new Set([...again, otherwise ?? unknown])]
  }
  const given = sites.slice(0, mostArguments).map(site => argumentFor(unit, index, site.call) ?? otherwise)
  // What the others give is not looked at.
  const more: readonly Value[] = sites.length > mostArguments ? [unknown] : []
  return [...new Set([...given.filter(value => value !== null), ...more])]
}

/** The argument of a call that fills the parameter `index` of a unit; `null` where the call leaves it out. */
export function argumentFor(unit: Unit, index: number, call: Call): Value | null {
  const shape = unit.parameters[index]
  if (!shape) return null
  const named = call.arguments.find(argument => argument.name === shape.name)
  if (named) return named.value
  const bound = unit.owner !== null && !isStatic(unit) ? 1 : 0
  const positional = call.arguments.filter(argument => argument.name === null)
  const spread = positional.findIndex(argument => argument.splat)
  const at = index - bound
  const isSpread = spread >= 0 && at >= spread
  // What stands at its place is not in what is spread as names.
  const placed = shape.kind === 'positional' && !isSpread ? positional[at] : undefined
  if (placed) return placed.value
  const splat = call.arguments.find(argument => argument.name === '**')
  if (splat) return itemsOf(splat.value, { kind: 'constant', value: shape.name })?.[0] ?? { kind: 'unknown' }
  return shape.kind === 'positional' && isSpread ? { kind: 'unknown' } : null
}
