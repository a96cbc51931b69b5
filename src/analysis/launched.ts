import { onceFor } from '../base/once'
import { type Argument, isOnlyDefault, mixOf, type Unit, unknown, type Value } from '../program'
import { beginningOf, restOf } from './commands/lines'
import type { CallSite, Linked } from './linked'
import { isPython } from './python'
import { callersOf, referentsOf } from './resolve'

/** What a script is given from outside, by everybody who runs it. */
export interface Given {
  readonly values: readonly Value[]
  /** Whether all who run it are known and each of them gives it. */
  readonly complete: boolean
}

const mostUnits = 200

/**
 * What an environment variable is where a unit runs: what the command that started it, its script, its job or its pipeline
 * says, the nearest first.
 */
export function environmentOf(linked: Linked, unit: Unit, name: string): Given {
  const values: Value[] = []
  let complete = true
  const units = new Set([unit])
  for (const at of units) {
    const around = runsOf(linked, at)
    if (around.length === 0) complete = false
    for (const { site, unit: outer } of around) {
      const given = givenIn(linked, site, outer, name)
      if (given.length > 0) values.push(...given)
      else if (units.size < mostUnits) units.add(outer)
    }
  }
  return { values: [...new Set(values)], complete: complete && values.length > 0 }
}

/** What a call of a unit says of an environment variable, or what the unit of that call does; empty where neither says it. */
export function givenWhereRun(linked: Linked, unit: Unit, site: CallSite, name: string): readonly Value[] {
  return givenIn(linked, launches(unit) ? site : null, site.unit, name)
}

function givenIn(linked: Linked, site: CallSite | null, outer: Unit, name: string): readonly Value[] {
  const given = site?.call.arguments.find(argument => argument.name === name)?.value
  if (given) return [given]
  return isScript(outer) ? boundIn(linked, outer, name) : []
}

// What a task is asked for with goes before what its file says: `make promote STAGE=prod`.
function boundIn(linked: Linked, unit: Unit, name: string): readonly Value[] {
  const own = unit.bound.get(name) ?? []
  if (own.length === 0 || !isTask(unit)) return own
  const given = askersOf(linked, unit, name, [])
  if (given.length === 0) return own
  return [...new Set(given.flatMap(({ value, from }) => value ?? around(linked, unit, from, name)))]
}

/** Who asks for a task, and what it is given there; `null` where that is nothing. */
interface Asker {
  readonly value: Value | null
  readonly from: Unit
}

const mostTasks = 10

// What is given to a task reaches those of the same file that it asks for.
function askersOf(linked: Linked, unit: Unit, name: string, met: readonly Unit[]): readonly Asker[] {
  if (met.includes(unit) || met.length > mostTasks) return []
  return callersOf(linked, unit).flatMap(({ call, unit: from }): readonly Asker[] => {
    const value = call.arguments.find(argument => argument.name === name)?.value ?? null
    const isSibling = isTask(from) && from.file.path === unit.file.path
    const above = value === null && isSibling ? askersOf(linked, from, name, [...met, unit]) : []
    return above.length > 0 ? above : [{ value, from }]
  })
}

// `STAGE ?= Staging`: the environment goes before the file.
function around(linked: Linked, unit: Unit, from: Unit, name: string): readonly Value[] {
  const own = unit.bound.get(name) ?? []
  if (!isOnlyDefault(unit, name) || isTask(from)) return own
  const said = isScript(from) ? (from.bound.get(name) ?? []) : []
  const { values, complete } =
    said.length > 0 ? { values: said, complete: true } : environmentOf(linked, from, name)
  return complete ? values : [...values, ...own]
}

// The jobs of a pipeline are its children; a task is nobody's.
function isTask(unit: Unit): boolean {
  return unit.kind === 'job' && unit.parent === null
}

// What a pipeline, a job or a shell script knows by a name is what it hands on.
function isScript(unit: Unit): boolean {
  return unit.kind === 'pipeline' || unit.kind === 'job' || !isPython(unit.file.path)
}

// Who runs a unit: its callers, the file that holds a function, the pipeline that holds a job.
function runsOf(linked: Linked, unit: Unit): readonly { site: CallSite | null; unit: Unit }[] {
  const parent = unit.kind === 'job' ? unit.parent : unit.kind === 'function' ? unit.file.path : null
  const outer = parent === null ? undefined : linked.program.units.get(parent)
  const callers = callersOf(linked, unit).map(site => ({
    site: launches(unit) ? site : null,
    unit: site.unit,
  }))
  return outer && unit.kind === 'job'
    ? [{ site: null, unit: outer }]
    : [...callers, ...(outer ? [{ site: null, unit: outer }] : [])]
}

// A call of a file, or of a pipeline, gives it an environment; a call of a function gives it arguments.
function launches(unit: Unit): boolean {
  return unit.kind === 'module' || unit.kind === 'pipeline' || isTask(unit)
}

/** The words that those who run a file give it, one list for each of them. */
export function wordsGiven(linked: Linked, path: string): readonly (readonly Argument[])[] {
  const unit = linked.program.units.get(path)
  const runners = [...(unit ? [unit] : []), ...(entriesInto(linked).get(path) ?? [])]
  return runners.flatMap(runner => callersOf(linked, runner).flatMap(site => wordsOf(linked, site)))
}

// By file: the commands of an installed project that call something in it.
const entriesInto = onceFor((linked: Linked): ReadonlyMap<string, readonly Unit[]> => {
  const found = new Map<string, Unit[]>()
  for (const { unit, call } of linked.sites) {
    const { callee } = call
    if (!isTask(unit) || callee.kind !== 'name' || callee.from === null) continue
    const module: Value = { ...callee, name: callee.name.replace(/\.\w+$/, '') }
    for (const referent of [...referentsOf(linked, callee), ...referentsOf(linked, module)]) {
      const path =
        referent.kind === 'module' ? referent.path : referent.kind === 'unit' ? referent.unit.file.path : null
      if (path !== null) found.set(path, [...new Set([...(found.get(path) ?? []), unit])])
    }
  }
  return found
})

const mostCallers = 40

/**
 * The words that a call gives what it runs; several lists where it hands on what its own script is given:
 * `python promote.py "$@"`.
 */
export function wordsOf(linked: Linked, { call }: CallSite, depth = 0): readonly (readonly Argument[])[] {
  const words = call.arguments.filter(argument => argument.name === null)
  const at = words.findIndex(word => word.splat)
  const rest = words[at]?.value
  const unit = rest?.kind === 'parameter' ? linked.program.units.get(rest.unit) : undefined
  if (rest?.kind !== 'parameter' || !unit || !isRest(linked, rest) || depth > 4) return [words]
  const callers = callersOf(linked, unit).slice(0, mostCallers)
  const given = callers.flatMap(site => wordsOf(linked, site, depth + 1)).slice(0, mostCallers)
  return given.length === 0 ? [words] : given.map(more => words.toSpliced(at, 1, ...more.slice(rest.index)))
}

function isRest({ program }: Linked, value: Value): boolean {
  return value.kind === 'parameter' && program.units.get(value.unit)?.parameters[value.index]?.kind === 'rest'
}

/** What an option is in a list of words, of which the last counts; `null` where it is not among them. */
export function optionAmong(
  linked: Linked,
  words: readonly Argument[],
  { spellings, flags }: { spellings: readonly string[]; flags?: ReadonlyMap<string, Value> },
): Value | null {
  const given = words.flatMap(({ value, splat }, i): Value[] => {
    // What its own script is given may say it anew: `"$@"`.
    if (splat && isRest(linked, value)) return [unknown]
    // `--stage=prod-$REGION`
    const start = beginningOf(value)
    const written = spellings.find(each => start?.startsWith(`${each}=`))
    if (written !== undefined) return [restOf(value, written.length + 1)]
    const spelling = value.kind === 'constant' ? spellings.find(each => each === start) : undefined
    if (spelling === undefined) return []
    return [flags?.get(spelling) ?? words[i + 1]?.value ?? unknown]
  })
  if (given.length === 0) return words.some(word => word.splat) ? unknown : null
  return mixOf(given.slice(given.findLastIndex(value => value.kind !== 'unknown')))
}
