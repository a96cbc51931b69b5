import {
  type Argument,
  type Call,
  constant,
  isOnlyDefault,
  mixOf,
  type Program,
  type Text,
  type Unit,
  type Value,
} from '../../program'
import { isPython } from '../python'
import { callsOf } from './calls'
import { replaceCalls } from './replace'
import type { Ground } from './worktree'

/** By unit: the calls that start it, each with the unit that it stands in. */
export type Starts = ReadonlyMap<string, readonly StartedBy[]>

export interface StartedBy {
  readonly from: Unit
  readonly given: readonly Argument[]
}

const mostStarts = 20
const mostAsked = 200
const mostTexts = 6

/** What words of commands may say, by the variable that stands there: in more ways than one. */
export type Ways = ReadonlyMap<string, readonly string[]>

export interface SettledWords {
  /** Units in which words of commands are what all who start them say. */
  readonly units: ReadonlyMap<string, Unit>
  readonly ways: Ways
}

/**
 * The words of commands that those say who start their units: `python $SCRIPT` in a job with `SCRIPT: promote.py` names a file as if
 * it were written there. A variable of which they say different things stays one, since each of them counts for itself.
 */
export function wordsSettled(
  { program, worktrees }: Ground,
  units: readonly Unit[],
  starts: Starts,
): SettledWords {
  const found = new Map<string, Unit>()
  const ways = new Map<string, readonly string[]>()
  for (const unit of units) {
    const settled = settledIn({ program, worktrees }, unit, starts)
    const sure = new Map<number, string>()
    for (const [index, [only, ...others]] of settled)
      if (only !== undefined && others.length === 0) sure.set(index, only)
      else if (only !== undefined) ways.set(keyOf(unit.name, index), [only, ...others])
    if (sure.size > 0)
      found.set(
        unit.name,
        replaceCalls(unit, call => withWords(unit, sure, call)),
      )
  }
  return { units: found, ways }
}

function keyOf(unit: string, index: number): string {
  return `${unit}#${index}`
}

/** What a word may say: in the code itself, or by what those say who start its unit. Empty where that is one thing, or unknown. */
export function waysOf(ways: Ways, { value, splat }: Argument): readonly Value[] {
  if (value.kind === 'mix' && !splat) return value.of
  const texts = value.kind === 'parameter' ? (ways.get(keyOf(value.unit, value.index)) ?? []) : []
  return splat && !texts.every(isPlain) ? [] : texts.map(text => constant(text))
}

// What a shell does not take apart.
function isPlain(text: string): boolean {
  return /^[^\s"'\\*?[\]]+$/.test(text)
}

/** By the index of the parameter: what a variable of the environment says, in each of the ways in which it may be given. */
type Settled = ReadonlyMap<number, readonly string[]>

function settledIn({ program, worktrees }: Ground, unit: Unit, starts: Starts): Settled {
  const found = new Map<number, readonly string[]>()
  for (const index of asked(unit)) {
    const shape = unit.parameters[index]
    // Where a script runs is told with its place.
    if (shape?.kind !== 'environment' || worktrees.has(shape.name)) continue
    const texts = given({ program, starts, met: new Set() }, unit, shape.name)
    if (typeof texts !== 'string' && texts.size > 0 && texts.size <= mostTexts) found.set(index, [...texts])
  }
  return found
}

// The variables that stand in words of commands.
function asked(unit: Unit): ReadonlySet<number> {
  const calls = callsOf(unit).filter(({ callee }) => callee.kind === 'command')
  const words = calls.flatMap(call => call.arguments.filter(({ name }) => name === null))
  const parts = words.flatMap(({ value }) => (value.kind === 'text' ? value.parts : [value]))
  const own = parts.flatMap(part => (part.kind === 'parameter' && part.unit === unit.name ? part.index : []))
  return new Set(own)
}

interface Search {
  readonly program: Program
  readonly starts: Starts
  readonly met: Set<string>
}

/** What a variable is in each of the ways; `unknown` where one of those who start the unit gives what is not known here. */
type Said = ReadonlySet<string> | 'unknown' | 'nobody'

// What a variable is where a unit runs, the nearest first.
function given(search: Search, unit: Unit, name: string): Said {
  const { program, met } = search
  const asking = `${name} ${unit.name}`
  if (met.has(asking)) return new Set()
  met.add(asking)
  const holder = unit.kind === 'job' && unit.parent !== null ? program.units.get(unit.parent) : undefined
  if (holder) return heldBy(search, holder, name)
  const starts = search.starts.get(unit.name) ?? []
  if (starts.length === 0) return 'nobody'
  if (starts.length > mostStarts || met.size > mostAsked) return 'unknown'
  return allOf(
    starts.map(({ from, given: args }) => {
      const own = args.find(argument => argument.name === name)?.value
      return own ? textsOf(search, own) : heldBy(search, from, name)
    }),
  )
}

function heldBy(search: Search, unit: Unit, name: string): Said {
  const isScript = unit.kind === 'pipeline' || unit.kind === 'job' || !isPython(unit.file.path)
  const own = isScript ? unit.bound.get(name) : undefined
  if (!own || own.length === 0) return given(search, unit, name)
  const isTask = unit.kind === 'job' && unit.parent === null
  const asked = isTask ? askedWith(search, unit, name, isOnlyDefault(unit, name)) : []
  const written = (): Said => textsOf(search, mixOf(own))
  return asked.length === 0 ? written() : allOf(asked.map(said => (said === 'nobody' ? written() : said)))
}

// What a task is asked for with goes before what its file says, and reaches the tasks of the file that it asks for.
function askedWith(search: Search, unit: Unit, name: string, looksAround: boolean): readonly Said[] {
  const asking = `${name} for ${unit.name}`
  if (search.met.has(asking) || search.met.size > mostAsked) return []
  search.met.add(asking)
  return (search.starts.get(unit.name) ?? []).flatMap(({ from, given: args }): readonly Said[] => {
    const value = args.find(argument => argument.name === name)?.value
    if (value) return [textsOf(search, value)]
    const isSibling = from.file.path === unit.file.path && from.kind === 'job' && from.parent === null
    if (!isSibling) return [looksAround ? heldBy(search, from, name) : 'nobody']
    const above = askedWith(search, from, name, looksAround)
    return above.length > 0 ? above : ['nobody']
  })
}

function textsOf(search: Search, value: Value): Said {
  // What is put in later, as a shell or a task runner writes it, is not said here.
  if (value.kind === 'constant')
    return /[$`{]/.test(String(value.value)) ? 'unknown' : new Set([String(value.value)])
  if (value.kind === 'mix') return allOf(value.of.map(way => textsOf(search, way)))
  if (value.kind !== 'parameter') return 'unknown'
  const unit = search.program.units.get(value.unit)
  const shape = unit?.parameters[value.index]
  const said = unit && shape?.kind === 'environment' ? given(search, unit, shape.name) : 'unknown'
  return said === 'nobody' ? 'unknown' : said
}

function allOf(parts: readonly Said[]): Said {
  if (parts.includes('unknown')) return 'unknown'
  if (parts.includes('nobody')) return 'nobody'
  return new Set(parts.flatMap(part => [...part]))
}

type Sure = ReadonlyMap<number, string>

function withWords(unit: Unit, sure: Sure, call: Call): Call {
  if (call.callee.kind !== 'command') return call
  const args = call.arguments.flatMap(one => (one.name === null ? wordsOf(unit, sure, one) : one))
  return { ...call, arguments: args }
}

function wordsOf(unit: Unit, sure: Sure, word: Argument): readonly Argument[] {
  const { value, splat, ...rest } = word
  const said = (part: Value): string | undefined =>
    part.kind === 'parameter' && part.unit === unit.name ? sure.get(part.index) : undefined
  if (value.kind === 'text') return [{ ...word, value: withParts(value, said) }]
  const text = said(value)
  if (text === undefined) return [word]
  if (!splat || isPlain(text)) return [{ ...rest, value: constant(text) }]
  // `$OPTIONS`: the shell takes it apart.
  const words = text.split(/\s+/).filter(one => one !== '')
  return words.every(isPlain) ? words.map(one => ({ ...rest, value: constant(one) })) : [word]
}

// `"$FOLDER/promote.py"`
function withParts(text: Text, said: (part: Value) => string | undefined): Value {
  const parts = text.parts.map(part => {
    const own = said(part)
    return own === undefined ? part : constant(own)
  })
  const known = parts.flatMap(part => (part.kind === 'constant' ? String(part.value) : []))
  return known.length === parts.length ? constant(known.join('')) : { ...text, parts }
}
