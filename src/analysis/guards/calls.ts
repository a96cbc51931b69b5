import type { Call, Value } from '../../program'
import type { Referent } from '../linked'
import { referentsOf } from '../resolve'
import { fieldOfTuple } from '../tuples'
import { readStart } from './approvals'
import { namedState } from './catalogued'
import { conditionOn, parameterIn } from './conditions'
import { askInside, asking } from './contained'
import { askUnit } from './decorators'
import type { Key, Path } from './engine'
import { both, meet, meetEach, nothing, type State, stateOf } from './evidence'
import { askMade } from './members'
import { ask, type Question } from './outcomes'
import { inherited, unitBehind, whicheverMethod } from './receivers'
import { whole } from './returns'
import { textOf, truth, type Wanted } from './wanted'

const drawn: Key = { by: 'drawn', name: null }
const copying = /^(list|tuple|set|frozenset|sorted|reversed|dict|iter|typing\.cast|copy\.(deep)?copy)$/

/** What the outcome of a call says: a guard of the catalogue, or a function of the repository followed into its body. */
export function askCall(question: Question, call: Call, path: Path, wanted: Wanted): State {
  const { engine, flow } = question
  const started = path.length === 0 ? readStart(engine.linked, call) : null
  if (started) return wanted.kind === 'truth' && wanted.is ? stateOf([started]) : nothing
  const parameter = flow && parameterIn(engine, call.callee)
  const handed = parameter
    ? conditionOn(engine, parameter.unit, { kind: 'result', call }, path, wanted, call.span)
    : nothing
  const above = inherited(engine, call, flow?.unit ?? null)
  if (above) return askUnit(engine, above, call, question, path, wanted)
  const referents = referentsOf(engine.linked, call.callee)
  const state =
    referents.length === 0
      ? nothing
      : meetEach(referents, referent => askReferent(question, call, referent, path, wanted))
  const known = referents.some(referent => referent.kind !== 'external')
  return both(both(handed, state), known ? nothing : askMethod(question, call, path, wanted))
}

function askReferent(question: Question, call: Call, referent: Referent, path: Path, wanted: Wanted): State {
  const { engine } = question
  // What the project says of its function goes before what its body shows.
  const holds = path.length === 0 && wanted.kind === 'truth' ? String(wanted.is) : null
  const own = holds === null ? nothing : namedState(engine, call, referent, holds)
  if (own === null || own.size > 0) return own
  if (referent.kind === 'external') return askExternal(question, call, referent.name, path, wanted)
  if (referent.kind === 'partial')
    return askReferent(question, whole(referent.call, call), referent.of, path, wanted)
  if (referent.kind === 'class') return askMade(question, referent.name, call, path, wanted)
  const unit = unitBehind(engine.linked, referent)
  if (!unit) return nothing
  return whicheverMethod(engine, call, unit, method => askUnit(engine, method, call, question, path, wanted))
}

function askExternal(question: Question, call: Call, name: string, path: Path, wanted: Wanted): State {
  const first = call.arguments[0]?.value
  if (!first) return nothing
  const [key, ...rest] = path
  const field = key?.by === 'field' ? fieldGiven(question, call, name, String(key.name)) : null
  if (field) return ask(question, field, rest, wanted)
  if (name === 'bool' || copying.test(name)) return ask(question, first, path, wanted)
  // `sys.exit(int(failed))`: the number is 0 where it is false.
  if (name === 'int' && path.length === 0 && wanted.kind === 'truth') return ask(question, first, [], wanted)
  // `next(failed, None) is None`: there was none.
  if (name === 'next' && textOf(wanted) === 'null') return ask(question, first, [], truth(false))
  if (path.length > 0 || wanted.kind !== 'truth') return nothing
  if (name === 'all') return wanted.is ? askAll(question, first, wanted) : nothing
  if (name === 'any') return wanted.is ? askSome(question, first) : askAll(question, first, wanted)
  // A sum of nothing but false is 0.
  if (name === 'sum')
    return wanted.is ? nothing : both(askAll(question, first, wanted), ask(question, first, [], wanted))
  return name === 'len' ? ask(question, first, [], wanted) : nothing
}

// An object of a library has what it was made with: `AssetCheckResult(passed=auc > 0.8).passed`.
function fieldGiven({ engine }: Question, call: Call, name: string, field: string): Value | null {
  const given = /(^|\.)[A-Z]\w*$/.test(name) ? call.arguments.find(argument => argument.name === field) : null
  return given?.value ?? fieldOfTuple(engine.linked, call, field)
}

// Every item turned out so.
function askAll(question: Question, value: Value, wanted: Wanted): State {
  const written = writtenIn(value).map(item => ask(question, item, [], wanted))
  return both(written.reduce(both, nothing), ask(question, value, [drawn], wanted))
}

// Each of them counts, where any item that is drawn is only one of them.
function writtenIn(value: Value): readonly Value[] {
  if (value.kind === 'collection') return value.each === undefined ? value.items : []
  if (value.kind !== 'result' || value.call.callee.kind !== 'field' || value.call.callee.name !== 'values')
    return []
  const { of } = value.call.callee
  if (of.kind !== 'dictionary' || of.each !== undefined) return []
  return of.entries.flatMap(({ key, value: item }) => (key ? [item] : []))
}

// One of them turned out so: a single metric says little, and a single person who approves is enough.
function askSome(question: Question, value: Value): State {
  if (value.kind === 'collection' && value.each === undefined) return nothing
  const state = ask(question, value, [drawn], truth(true))
  return state && new Map([...state].filter(([, { kind }]) => kind === 'approval'))
}

// Methods of dictionaries and texts.
function askMethod(question: Question, call: Call, path: Path, wanted: Wanted): State {
  const { callee, arguments: args } = call
  if (callee.kind !== 'field') return nothing
  const [first, second] = args
  const { of, name } = callee
  if (name === 'get' && first?.value.kind === 'constant' && typeof first.value.value === 'string') {
    const found = ask(question, of, [{ by: 'item', name: first.value.value }, ...path], wanted)
    return second ? meet(found, ask(question, second.value, path, wanted)) : found
  }
  const [key, ...rest] = path
  if (name === 'values' && key?.by === 'drawn') return ask(question, of, path, wanted)
  if (name === 'items' && key?.by === 'drawn' && rest[0]?.name === 1)
    return ask(question, of, [key, ...rest.slice(1)], wanted)
  if (name === 'copy') return ask(question, of, path, wanted)
  if (path.length === 0 && wanted.kind === 'truth' && asking.test(name))
    return askInside(question.engine, question.flow, call, wanted.is)
  if (path.length > 0 || wanted.kind !== 'truth' || wanted.is) return nothing
  return /^(items|values|keys)$/.test(name) ? ask(question, of, [], truth(false)) : nothing
}
