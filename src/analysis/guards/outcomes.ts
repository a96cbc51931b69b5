import type { Call, Mix, Operation, Unit, Value } from '../../program'
import type { Referent } from '../linked'
import { argumentFor, argumentsFor, callersOf, givenBack, itemsOf, referentsOf } from '../resolve'
import { readApproval, readStart } from './approvals'
import { artifactKeys, artifactOf, keyOf } from './artifacts'
import { namedState, takenState } from './catalogued'
import { readDigestComparison } from './compared'
import type { Engine, Flow } from './engine'
import { both, type Evidence, meet, nothing, type State, stateOf } from './evidence'
import { flowOf } from './flow'
import { readComparison } from './metrics'
import { readNameCheck } from './unpicklers'

/** A value being asked, with the unit whose blocks its mixes speak of and the values above it. */
interface Question {
  readonly engine: Engine
  readonly flow: Flow | null
  readonly open: Set<Value>
}

const deepest = 25

/** What is established where a value turned out true, or false. `null` where it cannot turn out so. */
export function establishedBy(engine: Engine, flow: Flow | null, value: Value, outcome: boolean): State {
  return ask({ engine, flow, open: new Set() }, value, outcome)
}

function ask(question: Question, value: Value, outcome: boolean): State {
  if (question.open.has(value)) return value.kind === 'mix' ? null : nothing
  if (question.open.size > deepest) return nothing
  question.open.add(value)
  const state = askByKind(question, value, outcome)
  question.open.delete(value)
  return state
}

function askByKind(question: Question, value: Value, outcome: boolean): State {
  switch (value.kind) {
    case 'constant':
      return isTrue(value.value) === outcome ? nothing : null
    case 'operation':
      return askOperation(question, value, outcome)
    case 'result':
      return askCall(question, value.call, null, outcome)
    case 'item':
      return both(
        askItem(question, value.of, value.key, outcome),
        takenState(question.engine, value, outcome),
      )
    case 'mix':
      return askMix(question, value.of, value.from, outcome)
    case 'variable': {
      const bound = question.engine.linked.program.units.get(value.unit)?.bound.get(value.name) ?? []
      return askEach({ ...question, flow: null }, bound, outcome)
    }
    case 'parameter': {
      const unit = question.engine.linked.program.units.get(value.unit)
      const given = unit ? argumentsFor(question.engine.linked, unit, value.index) : []
      const hasCallers = unit !== undefined && callersOf(question.engine.linked, unit).length > 0
      return hasCallers ? askEach({ ...question, flow: null }, given, outcome) : nothing
    }
    case 'field':
      return both(askField(question, value, outcome), takenState(question.engine, value, outcome))
    default:
      return nothing
  }
}

function isTrue(value: string | number | boolean | null): boolean {
  return value !== null && value !== false && value !== 0 && value !== ''
}

function askEach(question: Question, values: readonly Value[], outcome: boolean): State {
  if (values.length === 0) return nothing
  return values.map(value => ask(question, value, outcome)).reduce(meet)
}

// A flag: the way that made it so has passed what leads to that place.
function askMix(
  question: Question,
  ways: readonly Value[],
  from: readonly number[],
  outcome: boolean,
): State {
  let met: State = null
  for (const [i, way] of ways.entries()) {
    const block = from[i] ?? -1
    const before = question.flow && block >= 0 ? (question.flow.out[block] ?? null) : nothing
    const state = ask(question, way, outcome)
    met = meet(met, state === null ? null : both(before, state))
  }
  return met
}

function askOperation(question: Question, value: Operation, outcome: boolean): State {
  const { engine } = question
  const [first] = value.operands
  if (value.operator === 'not' && first) return ask(question, first, !outcome)
  if (value.operator === 'and' || value.operator === 'or') {
    const all = (value.operator === 'and') === outcome
    return value.operands.map(operand => ask(question, operand, outcome)).reduce(all ? both : meet)
  }
  const named = readNameCheck(question.flow?.unit ?? null, value)
  if (named) return named.accepts === outcome ? named.state : nothing
  const comparison = readComparison(engine.linked, value)
  if (comparison?.kind === 'gate') {
    const known = comparison.accepts !== null
    if (known && comparison.accepts !== outcome) return nothing
    return stateOf([
      evidence('evaluation', comparison.strength, value, comparison.says, known ? null : outcome),
    ])
  }
  const digest = readDigestComparison(engine.linked, value)
  if (digest?.accepts === outcome) return stateOf(digest.evidence)
  const approval = readApproval(engine.linked, value)
  if (approval && approval.accepts === outcome) return stateOf([approval.evidence])
  return askAgainstConstant(question, value, outcome)
}

// `if passed == True`, `if result is False`, `code != 0`.
function askAgainstConstant(question: Question, value: Operation, outcome: boolean): State {
  const [left, right] = value.operands
  if (!left || right?.kind !== 'constant') return nothing
  const counted = countsSome(value.operator, right.value)
  if (counted !== null && (left.kind === 'field' || left.kind === 'item'))
    return ask(question, left, counted === outcome)
  if (!/^(==|is|!=|is not)$/.test(value.operator)) return nothing
  const equal = (value.operator === '==' || value.operator === 'is') === outcome
  if (typeof right.value === 'boolean') return ask(question, left, equal === right.value)
  return left.kind === 'mix' ? askFlag(question, left, right.value, equal) : nothing
}

// `issues > 0`, `issues == 0`: whether there are any.
function countsSome(operator: string, literal: string | number | boolean | null): boolean | null {
  if (literal === 0 && /^(>|!=)$/.test(operator)) return true
  if (literal === 0 && /^(==|<=)$/.test(operator)) return false
  if (literal === 1 && operator === '>=') return true
  return literal === 1 && operator === '<' ? false : null
}

// `decision == "promote"`: the ways on which the flag was set to just that.
function askFlag(question: Question, flag: Mix, literal: string | number | null, equal: boolean): State {
  let met: State = null
  for (const [i, way] of flag.of.entries()) {
    if (way.kind !== 'constant') return nothing
    if ((way.value === literal) !== equal) continue
    const block = flag.from[i] ?? -1
    met = meet(met, question.flow && block >= 0 ? (question.flow.out[block] ?? null) : nothing)
  }
  return met
}

function evidence(
  kind: Evidence['kind'],
  strength: Evidence['strength'],
  at: Operation,
  says: string,
  outcome: boolean | null,
): Evidence {
  return { kind, subject: '', strength, span: at.span, outcome, says }
}

function askItem(question: Question, of: Value, key: Value, outcome: boolean): State {
  if (of.kind === 'result') return askCall(question, of.call, key, outcome)
  const inside = itemsOf(of, key)
  return inside ? askEach(question, inside, outcome) : nothing
}

// `decision.passed`: what was stored there, or given when the object was made.
function askField(question: Question, value: Extract<Value, { kind: 'field' }>, outcome: boolean): State {
  const { linked } = question.engine
  if (value.of.kind === 'result' && referentsOf(linked, value.of.call.callee).some(r => r.kind === 'unit'))
    return askCall(question, value.of.call, { kind: 'constant', value: value.name }, outcome)
  let met: State = null
  let found = false
  for (const referent of referentsOf(linked, value.of)) {
    if (referent.kind !== 'object') return nothing
    const stored = linked.fields.get(referent.name)?.get(value.name) ?? []
    const made = (linked.makers.get(referent.name) ?? []).flatMap(site =>
      site.call.arguments.filter(argument => argument.name === value.name).map(argument => argument.value),
    )
    for (const one of [...stored, ...made]) {
      found = true
      met = meet(met, ask({ ...question, flow: null }, one, outcome))
    }
  }
  return found ? met : nothing
}

/** What the outcome of a call says: a guard of the catalogue, or a function of the repository followed into its body. */
function askCall(question: Question, call: Call, key: Value | null, outcome: boolean): State {
  const { engine } = question
  const started = key ? null : readStart(engine.linked, call)
  if (started) return outcome ? stateOf([started]) : nothing
  const referents = referentsOf(engine.linked, call.callee)
  if (referents.length === 0) return nothing
  return referents
    .map((referent): State => {
      if (referent.kind === 'external')
        return key ? nothing : externalOutcome(question, call, referent.name, outcome)
      if (referent.kind !== 'unit') return nothing
      // What the project says of its function goes before what its body shows.
      const own = key ? nothing : namedState(engine, call, referent, String(outcome))
      if (own !== null && own.size > 0) return own
      return unitOutcome(engine, referent.unit, call, key, outcome)
    })
    .reduce(meet)
}

function externalOutcome(question: Question, call: Call, name: string, outcome: boolean): State {
  const { engine } = question
  const [first] = call.arguments
  if (
    first &&
    ((name === 'all' && outcome) || (name === 'any' && !outcome)) &&
    first.value.kind === 'collection'
  )
    return first.value.items.map(item => ask(question, item, outcome)).reduce(both, nothing)
  if (/^(bool|len)$/.test(name) && first) return ask(question, first.value, outcome)
  return namedState(engine, call, { kind: 'external', name }, String(outcome))
}

/** What a call establishes by coming back. `null` where it never does. */
export function establishedByReturn(engine: Engine, call: Call): State {
  const referents = referentsOf(engine.linked, call.callee)
  if (referents.length === 0) return nothing
  return referents.map(referent => returnState(engine, call, referent)).reduce(meet)
}

function returnState(engine: Engine, call: Call, referent: Referent): State {
  switch (referent.kind) {
    case 'external': {
      if (engine.linked.knowledge.terminators.has(referent.name)) return null
      return namedState(engine, call, referent, 'no-exception')
    }
    case 'unit': {
      const own = namedState(engine, call, referent, 'no-exception')
      if (own !== null && own.size > 0) return own
      return mapOut(engine, unitExits(engine, referent.unit, null, null), referent.unit, call)
    }
    case 'partial': {
      const whole = { ...call, arguments: [...referent.call.arguments.slice(1), ...call.arguments] }
      return returnState(engine, whole, referent.of)
    }
    case 'class': {
      const own = namedState(engine, call, referent, 'no-exception')
      if (own !== null && own.size > 0) return own
      const made = engine.linked.program.units.get(referent.name)?.bound.get('__init__')?.[0]
      const init = made?.kind === 'function' ? engine.linked.program.units.get(made.unit) : undefined
      return init ? mapOut(engine, unitExits(engine, init, null, null), init, call) : nothing
    }
    case 'object':
    case 'module':
      return nothing
  }
}

function unitOutcome(engine: Engine, unit: Unit, call: Call, key: Value | null, outcome: boolean): State {
  return mapOut(engine, unitExits(engine, unit, key, outcome), unit, call)
}

/** What a unit has established when it comes back, or comes back with a given outcome. Recursion establishes nothing. */
function unitExits(engine: Engine, unit: Unit, key: Value | null, outcome: boolean | null): State {
  const question = `${unit.name} ${key?.kind === 'constant' ? key.value : key !== null} ${outcome}`
  const known = engine.exits.get(question)
  if (known !== undefined) return known
  engine.exits.set(question, nothing)
  const flow = flowOf(engine, unit)
  const state = flow ? meetExits(engine, flow, key, outcome) : nothing
  engine.exits.set(question, state)
  return state
}

function meetExits(engine: Engine, flow: Flow, key: Value | null, outcome: boolean | null): State {
  let met: State = null
  for (const exit of flow.exits) {
    if (outcome === null) met = meet(met, exit.state)
    else if (exit.value === null) met = meet(met, outcome ? null : exit.state)
    else {
      const values = key ? partOf(exit.value, key) : [exit.value]
      const said = values
        ? values.map(v => establishedBy(engine, flow, v, outcome)).reduce(meet, null)
        : nothing
      met = meet(met, said === null ? null : both(exit.state, said))
    }
  }
  return met
}

// An item of a tuple, or a field of an object that is made where it is returned.
function partOf(value: Value, key: Value): readonly Value[] | null {
  if (value.kind !== 'result') return itemsOf(value, key)
  const named = value.call.arguments.find(a => key.kind === 'constant' && a.name === key.value)
  return named ? [named.value] : null
}

// What a unit verified of its parameter, its caller has verified of what it gave.
function mapOut(engine: Engine, state: State, unit: Unit, call: Call): State {
  if (state === null) return null
  const mapped = [...state.values()].flatMap((e): Evidence[] => {
    const index = unit.parameters.findIndex((_, i) => e.subject === `${unit.name}@${i}`)
    if (index < 0)
      return e.subject !== '' && e.subject === keyGivenBack(engine, unit)
        ? [e, ofResult(engine, e, call)]
        : [e]
    const given = argumentFor(unit, index, call)
    return given ? [{ ...e, subject: keyOf(engine.linked, artifactOf(engine.linked, given), 0) }] : []
  })
  return stateOf(mapped)
}

// What was verified before it is given back was verified of the result.
function keyGivenBack({ linked }: Engine, unit: Unit): string | null {
  const keys = new Set(givenBack(linked, unit).map(value => keyOf(linked, artifactOf(linked, value), 0)))
  const [key, second] = keys
  return second === undefined ? (key ?? null) : null
}

function ofResult({ linked }: Engine, e: Evidence, call: Call): Evidence {
  return { ...e, subject: keyOf(linked, { kind: 'result', call }, 0) }
}

/** What a caller established, in terms of the unit that it calls. */
export function mapIn(engine: Engine, state: State, unit: Unit, call: Call): State {
  if (state === null) return null
  const keys = unit.parameters.map((_, i) => {
    const given = argumentFor(unit, i, call)
    return given ? artifactKeys(engine.linked, given) : []
  })
  const mapped = [...state.values()].flatMap((e): Evidence[] => {
    if (e.subject === '') return [e]
    const own = keys.flatMap((names, i) =>
      names.includes(e.subject) ? [{ ...e, subject: `${unit.name}@${i}` }] : [],
    )
    return [e, ...own]
  })
  return stateOf(mapped)
}
