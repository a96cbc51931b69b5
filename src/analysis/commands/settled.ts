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

/** By unit: the calls that start it, each with the unit that it stands in. */
export type Starts = ReadonlyMap<string, readonly StartedBy[]>

export interface StartedBy {
  readonly from: Unit
  readonly given: readonly Argument[]
}

const mostStarts = 20
const mostAsked = 200
const mostTexts = 6

/**
 * The units with the words of their commands that all who start them say: `python $SCRIPT` in a job with `SCRIPT: promote.py`
 * names a file as if it were written there. Those in which nothing changes are left out.
 */
export function withWordsSettled(
  program: Program,
  units: readonly Unit[],
  starts: Starts,
): ReadonlyMap<string, Unit> {
  const found = new Map<string, Unit>()
  for (const unit of units) {
    const settled = settledIn(program, unit, starts)
    if (settled.size > 0)
      found.set(
        unit.name,
        replaceCalls(unit, call => withWords(unit, settled, call)),
      )
  }
  return found
}

/** By the index of the parameter: what a variable of the environment says, in each of the ways in which it may be given. */
type Settled = ReadonlyMap<number, readonly string[]>

function settledIn(program: Program, unit: Unit, starts: Starts): Settled {
  const found = new Map<number, readonly string[]>()
  for (const index of asked(unit)) {
    const shape = unit.parameters[index]
    if (shape?.kind !== 'environment') continue
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

function withWords(unit: Unit, settled: Settled, call: Call): Call {
  if (call.callee.kind !== 'command') return call
  const args = call.arguments.flatMap(one => (one.name === null ? wordsOf(unit, settled, one) : one))
  return { ...call, arguments: args }
}

function wordsOf(unit: Unit, settled: Settled, word: Argument): readonly Argument[] {
  const { value, splat, ...rest } = word
  const said = (part: Value): readonly string[] | undefined =>
    part.kind === 'parameter' && part.unit === unit.name ? settled.get(part.index) : undefined
  if (value.kind === 'text') return [{ ...word, value: withParts(value, said) }]
  const texts = said(value)
  if (!texts) return [word]
  const [only, second] = texts
  const isPlain = texts.every(text => /^[^\s"'\\*?[\]]+$/.test(text))
  if (!splat || isPlain) return [{ ...rest, value: mixOf(texts.map(text => constant(text))) }]
  // `$OPTIONS`: the shell takes it apart.
  if (second !== undefined || only === undefined || /["'\\*?[\]]/.test(only)) return [word]
  const words = only.split(/\s+/).filter(text => text !== '')
  return words.map(text => ({ ...rest, value: constant(text) }))
}

// `"$FOLDER/promote.py"`
function withParts(text: Text, said: (part: Value) => readonly string[] | undefined): Value {
  const parts = text.parts.map(part => {
    const [only, second] = said(part) ?? []
    return only === undefined || second !== undefined ? part : constant(only)
  })
  const known = parts.flatMap(part => (part.kind === 'constant' ? String(part.value) : []))
  return known.length === parts.length ? constant(known.join('')) : { ...text, parts }
}
