import type { Mix, Unit, Value } from '../../program'
import { boundTo } from '../bindings'
import { argumentFor, callersOf, isFromOutside, itemsOf } from '../resolve'
import { askCall } from './calls'
import { takenState } from './catalogued'
import { conditionOn, parameterIn } from './conditions'
import { containerOf, stateWhere } from './containers'
import type { Engine, Flow, Key, Path, Place } from './engine'
import { both, meetEach, nothing, type State } from './evidence'
import { longest, pathText, remembered } from './exits'
import { flowOf } from './flow'
import { isHandedOver } from './handed-over'
import { atLeastOnce, loopAround } from './loops'
import { askMember, askObjects } from './members'
import { askOperation } from './operations'
import { establishedByReturn } from './returns'
import { settledOf } from './settled'
import { spokenState } from './spoken'
import { hasUnseenCallers } from './unseen-callers'
import { isUpdated, setElsewhere } from './updated'
import { fits, isForeign, namedFits, namesOf, textOf, truth, type Wanted } from './wanted'

export { mapIn } from './mapping'
export { establishedByReturn } from './returns'

/** A value being asked, with the unit whose blocks its mixes speak of and the values above it. */
export interface Question {
  readonly engine: Engine
  readonly flow: Flow | null
  readonly at: Place | null
  readonly open: Set<Value>
  /** For values that a loop changes, while its rounds are asked for: what holds before the first. */
  readonly before?: ReadonlyMap<Value, State>
}

const deepest = 25
const mostNested = 40
const mostSteps = 1000
const mostCallers = 40

/** What is established where a value turned out true, or false. `null` where it cannot turn out so. */
export function establishedBy(
  engine: Engine,
  flow: Flow | null,
  value: Value,
  outcome: boolean,
  at: Place | null = null,
): State {
  return askAt(engine, flow, at, value, [], truth(outcome))
}

/** What is established where a part of a value turned out as wanted. `null` where it cannot turn out so. */
export function askAt(
  engine: Engine,
  flow: Flow | null,
  at: Place | null,
  value: Value,
  path: Path,
  wanted: Wanted,
): State {
  const { search } = engine
  if (search.depth === 0) search.left = mostSteps
  if (search.depth > mostNested) return nothing
  search.depth += 1
  const state =
    wanted.kind !== 'any'
      ? ask({ engine, flow, at, open: new Set() }, value, path, wanted)
      : value.kind === 'result'
        ? establishedByReturn(engine, value.call, { flow, at })
        : nothing
  search.depth -= 1
  return state
}

/** The same for a value that another one is made of. */
export function ask(question: Question, mixed: Value, path: Path, wanted: Wanted): State {
  const { open, engine } = question
  const value = settledOf(mixed)
  if (open.has(value)) return question.before?.get(value) ?? (value.kind === 'mix' ? null : nothing)
  engine.search.left -= 1
  if (open.size > deepest || engine.search.left < 0) return nothing
  open.add(value)
  const state = askByKind(question, value, path, wanted)
  open.delete(value)
  if (state === null) return isUpdated(engine.linked, value, path) ? nothing : null
  return state.size === 0 ? spokenState(question, value, path, wanted) : state
}

function askByKind(question: Question, value: Value, path: Path, wanted: Wanted): State {
  switch (value.kind) {
    case 'constant':
      return path.length === 0 && !fits(value.value, wanted) ? null : nothing
    case 'operation':
      return path.length === 0 ? askOperation(question, value, wanted) : nothing
    case 'result':
      return both(askCall(question, value.call, path, wanted), whereEmpty(question, value, path, wanted))
    case 'item':
      return [
        ask(question, value.of, [keyFor(value.key), ...path], wanted),
        whereEmpty(question, value, path, wanted),
        takenFrom(question, value, path, wanted),
      ].reduce(both)
    case 'mix':
      return askMix(question, value, path, wanted)
    case 'collection':
    case 'dictionary':
      return askContainer(question, value, path, wanted)
    case 'parameter':
      return askParameter(question, value, path, wanted)
    case 'variable':
    case 'field':
    case 'name':
      return askNamed(question, value, path, wanted)
    default:
      return nothing
  }
}

// What the catalogue knows of what a call gives back.
function takenFrom({ engine }: Question, value: Value, path: Path, wanted: Wanted): State {
  return path.length === 0 && wanted.kind === 'truth' ? takenState(engine, value, wanted.is) : nothing
}

function keyFor(key: Value): Key {
  if (key.kind === 'unknown') return { by: 'drawn', name: null }
  const name = key.kind === 'constant' && typeof key.value !== 'boolean' ? key.value : null
  return { by: 'item', name }
}

function askNamed(
  question: Question,
  value: Extract<Value, { kind: 'variable' | 'field' | 'name' }>,
  path: Path,
  wanted: Wanted,
): State {
  const fitting = path.length === 0 ? namedFits(question.engine.linked, value, wanted) : null
  if (fitting !== null) return fitting ? nothing : null
  const empty = whereEmpty(question, value, path, wanted)
  if (value.kind === 'field') {
    const key: Key = { by: 'field', name: value.name }
    const inside = both(ask(question, value.of, [key, ...path], wanted), empty)
    return [
      inside,
      takenFrom(question, value, path, wanted),
      askMember(question, value, path, wanted),
    ].reduce(both)
  }
  const away = { ...question, flow: null, at: null }
  if (value.kind === 'name') return askObjects(question.engine, value, path, wanted)
  const { linked } = question.engine
  const bound = [...boundTo(linked, value), ...setElsewhere(linked, value)]
  const state = both(askEach(away, bound, path, wanted), onParameter(question, value, path, wanted))
  return both(state, empty)
}

/** What each of several values establishes, of which one is meant. */
export function askEach(question: Question, values: readonly Value[], path: Path, wanted: Wanted): State {
  if (values.length === 0) return nothing
  return meetEach(values, value => ask(question, value, path, wanted))
}

// A flag: the way that made it so has passed what leads to that place.
function askMix(question: Question, mix: Mix, path: Path, wanted: Wanted): State {
  const ways = mix.of.map((_, i) => i)
  const whole = askWays(question, mix, ways, path, wanted)
  const loop = question.flow && question.at ? loopAround(question.flow, question.at.block, mix) : null
  if (!loop) return whole
  // Behind a loop that has gone round, the flag is what the last round made of it.
  const first = askWays(
    question,
    mix,
    ways.filter(i => !loop.back.includes(i)),
    path,
    wanted,
  )
  const before = new Map([...(question.before ?? []), [mix, first]])
  const back = askWays({ ...question, before }, mix, loop.back, path, wanted)
  return atLeastOnce(question.engine.linked, loop.over, whole, back)
}

function askWays(
  question: Question,
  { of, from }: Mix,
  ways: readonly number[],
  path: Path,
  wanted: Wanted,
): State {
  const { flow, at } = question
  return meetEach(ways, i => {
    const way = of[i]
    const block = from[i] ?? -1
    const before = flow && block >= 0 ? (flow.out[block] ?? null) : nothing
    if (!way || before === null) return null
    const there = flow && at && block >= 0 ? { ...question, at: { ...at, block } } : question
    return both(before, ask(there, way, path, wanted))
  })
}

function askParameter(
  question: Question,
  value: Extract<Value, { kind: 'parameter' }>,
  path: Path,
  wanted: Wanted,
): State {
  const asked = both(whereEmpty(question, value, path, wanted), onParameter(question, value, path, wanted))
  const unit = question.engine.linked.program.units.get(value.unit)
  // Any other unit is asked where it is called, with what it is given there.
  if (!unit || !question.engine.entries.has(unit)) return asked
  const objects = both(
    askObjects(question.engine, value, path, wanted),
    spokenState(question, value, path, wanted),
  )
  return both(both(asked, objects), given(question, unit, value.index, path, wanted))
}

// What every caller gives for it.
function given({ engine }: Question, unit: Unit, index: number, path: Path, wanted: Wanted): State {
  const sites = callersOf(engine.linked, unit)
  if (sites.length === 0 || sites.length > mostCallers || path.length > longest) return nothing
  return remembered(engine, `${unit.name}@${index}${pathText(path)} ${textOf(wanted)}`, () => {
    if (isHandedOver(engine, unit) || !sites.some(isFromOutside(unit))) return nothing
    const state = meetEach(sites, ({ unit: caller, block, call }) => {
      const argument = argumentFor(unit, index, call) ?? unit.parameters[index]?.default
      const at = { block, start: call.span.start }
      return argument ? askAt(engine, flowOf(engine, caller), at, argument, path, wanted) : nothing
    })
    // Whoever else may call it gives what none of these does.
    return state === null && hasUnseenCallers(engine.linked, unit) ? nothing : state
  })
}

// Who calls the unit knows what it is.
function onParameter({ engine, flow }: Question, value: Value, path: Path, wanted: Wanted): State {
  const parameter = flow && parameterIn(engine, value)
  if (!parameter || (value.kind === 'parameter' && parameter.unit !== flow.unit)) return nothing
  return conditionOn(engine, parameter.unit, value, path, wanted, parameter.unit.span)
}

function askContainer(
  question: Question,
  value: Extract<Value, { kind: 'collection' | 'dictionary' }>,
  path: Path,
  wanted: Wanted,
): State {
  const [key, ...rest] = path
  if (!key)
    return wanted.kind === 'among'
      ? askListed(question.engine, value, wanted)
      : askFilled(question, value, wanted)
  const inside = itemsOf(
    value,
    key.name === null ? { kind: 'unknown' } : { kind: 'constant', value: key.name },
  )
  const written = askEach(question, inside ?? [], rest, wanted)
  if (key.by !== 'drawn') return written
  const container = { value, key: null }
  return both(
    written,
    stateWhere(question.engine, question.flow, question.at, container, { path: rest, wanted }),
  )
}

// `return ["deploy", "notify"]` names what comes next as `return "deploy"` does.
function askListed({ linked }: Engine, value: Value, wanted: Extract<Wanted, { kind: 'among' }>): State {
  const names = wanted.is && !wanted.names.some(isForeign) ? namesOf(linked, value) : null
  return names && !names.some(name => isForeign(name) || wanted.names.includes(name)) ? null : nothing
}

// Whether there is anything in it.
function askFilled(
  question: Question,
  value: Extract<Value, { kind: 'collection' | 'dictionary' }>,
  wanted: Wanted,
): State {
  if (wanted.kind !== 'truth' || wanted.is) return nothing
  const items =
    value.kind === 'collection'
      ? value.items
      : value.entries.flatMap(entry => (entry.key ? [entry.value] : []))
  if (value.each === undefined && items.some(item => item.kind !== 'item' || !item.splat)) return null
  return whereEmpty(question, value, [], wanted)
}

// Nothing was added to it: the ways on which something was are not those that led here.
function whereEmpty(question: Question, value: Value, path: Path, wanted: Wanted): State {
  if (wanted.kind !== 'truth' || wanted.is || path.some(key => key.by !== 'field')) return nothing
  const whole = path.reduce<Value>((of, key) => ({ kind: 'field', of, name: String(key.name) }), value)
  const container = containerOf(question.engine, whole)
  return container ? stateWhere(question.engine, question.flow, question.at, container, 'empty') : nothing
}
