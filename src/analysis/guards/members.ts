import { type Call, constant, type Unit, type Value } from '../../program'
import { makersOf } from '../callers'
import { isFilledOutside } from '../defaults'
import type { Linked } from '../linked'
import { fieldValues, referentsOf } from '../resolve'
import { isMade, subclassesOf } from '../subclasses'
import { mentionsParameter, substitute } from './conditions'
import { askUnit } from './decorators'
import type { Engine, Path } from './engine'
import { meetEach, nothing, type State } from './evidence'
import { longest, pathText, remembered } from './exits'
import { givenTo } from './mapping'
import { ask, askAt, type Question } from './outcomes'
import { methodOf } from './receivers'
import { textOf, type Wanted } from './wanted'

const mostMade = 24

/** What a field of an object says that a call has just made: what was given to it there, or what a property works out. */
export function askMade(
  question: Question,
  className: string,
  call: Call,
  path: Path,
  wanted: Wanted,
): State {
  const [key, ...rest] = path
  const { linked } = question.engine
  if (!key) return askTruth(question, className, call, wanted)
  const name = String(key.name)
  const read = readBy(question, className, call, name, rest, wanted)
  if (read !== undefined) return read
  const init = methodOf(linked, className, '__init__')
  const stored = storedIn(linked, className, name)
  const given = init ? null : fieldGiven(question, className, call, name)
  if (stored.length === 0 && !given) return nothing
  const met = meetEach(stored, value => askStored(question, init, call, value, rest, wanted))
  return meetEach(given ? [given] : [], value => ask(question, value, rest, wanted), met)
}

// An object is true unless its class says otherwise.
function askTruth(question: Question, className: string, call: Call, wanted: Wanted): State {
  const method = methodOf(question.engine.linked, className, '__bool__')
  if (!method) return wanted.kind === 'truth' && !wanted.is ? null : nothing
  const asked = callOn({ kind: 'result', call }, '__bool__', call)
  return askUnit(question.engine, method, asked, question, [], wanted)
}

/** A property is read; a method that nobody calls is true. */
function readBy(
  question: Question,
  className: string,
  call: Call,
  name: string,
  path: Path,
  wanted: Wanted,
): State | undefined {
  const method = methodOf(question.engine.linked, className, name)
  if (!method) return undefined
  if (!isProperty(method)) return wanted.kind === 'truth' && !wanted.is && path.length === 0 ? null : nothing
  return askUnit(
    question.engine,
    method,
    callOn({ kind: 'result', call }, name, call),
    question,
    path,
    wanted,
  )
}

function callOn(of: Value, name: string, { span, name: nameAt }: Call): Call {
  return { kind: 'call', callee: { kind: 'field', of, name }, arguments: [], span, name: nameAt }
}

function isProperty(unit: Unit): boolean {
  return unit.decorators.some(d => (d.kind === 'name' || d.kind === 'field') && /property$/.test(d.name))
}

// `self.passed = passed`: what was given to the constructor.
function askStored(
  question: Question,
  init: Unit | null,
  call: Call,
  value: Value,
  path: Path,
  wanted: Wanted,
): State {
  const { engine } = question
  if (!init || !mentionsParameter(engine, value, init))
    return ask({ ...question, flow: null, at: null }, value, path, wanted)
  const given = substitute(engine, value, init, index => givenTo(init, index, call))
  return askAt(engine, question.flow, question.at, given, path, wanted)
}

/** What a dataclass or a named tuple was made with, by name, by the order of its fields, or by default. */
function fieldGiven({ engine }: Question, className: string, call: Call, name: string): Value | null {
  const named = call.arguments.find(argument => argument.name === name)
  if (named) return named.value
  const body = engine.linked.program.units.get(className)
  const fields = [...(body?.bound ?? [])].filter(([, bound]) =>
    bound.every(value => value.kind !== 'function'),
  )
  const index = fields.findIndex(([field]) => field === name)
  const positional = call.arguments.filter(argument => argument.name === null)
  if (index < 0 || positional.some(argument => argument.splat)) return null
  const written = fields[index]?.[1].find(value => value.kind !== 'instance')
  const usual = isFilledOutside(engine.linked, className) ? null : written
  return positional[index]?.value ?? spreadOver(call, name) ?? usual ?? null
}

// `Options(**given)`: it may say anything of a field, and the default holds only where it says nothing.
function spreadOver({ arguments: args }: Call, name: string): Value | null {
  const spread = args.find(argument => argument.name === '**')
  return spread ? { kind: 'item', of: spread.value, key: constant(name) } : null
}

/** What a field says of objects that a value may be, wherever they were made and whatever was stored in them. */
export function askObjects(engine: Engine, value: Value, path: Path, wanted: Wanted): State {
  const [key, ...rest] = path
  if (key?.by !== 'field' || path.length > longest) return nothing
  const name = String(key.name)
  const { linked } = engine
  const referents = referentsOf(linked, value)
  const classes = referents.flatMap(referent => (referent.kind === 'object' ? [referent.name] : []))
  if (classes.length === 0 || classes.length < referents.length) return nothing
  // Of a subclass of which nobody makes an object there is none.
  const below = isMade(linked, value)
    ? []
    : classes.flatMap(one => subclassesOf(linked, one)).filter(one => makersOf(linked, one).length > 0)
  if (below.length > mostMade) return nothing
  return meetEach([...new Set([...classes, ...below])], one =>
    remembered(engine, `${one}${pathText(path)} ${textOf(wanted)}`, () =>
      askObjectsOf(engine, one, name, rest, path, wanted),
    ),
  )
}

function askObjectsOf(
  engine: Engine,
  className: string,
  name: string,
  rest: Path,
  path: Path,
  wanted: Wanted,
): State {
  const made = makersOf(engine.linked, className).slice(0, mostMade)
  const stored = made.length > 0 ? [] : storedIn(engine.linked, className, name)
  const question: Question = { engine, flow: null, at: null, open: new Set() }
  if (made.length === 0 && stored.length === 0) return nothing
  const met = meetEach(stored, one => askAt(engine, null, null, one, rest, wanted))
  return meetEach(made, site => askMade(question, className, site.call, path, wanted), met)
}

// Of a configuration into which others are merged a store says only what stands in.
function storedIn(linked: Linked, className: string, name: string): readonly Value[] {
  return isFilledOutside(linked, className) ? [] : fieldValues(linked, className, name)
}

/** What a member of an enumeration says by its value: `judge(auc).value == "pass"`. */
export function askMember(
  question: Question,
  { of, name }: Extract<Value, { kind: 'field' }>,
  path: Path,
  wanted: Wanted,
): State {
  return name === 'value' && path.length === 0 && wanted.kind === 'among'
    ? ask(question, of, [], wanted)
    : nothing
}
