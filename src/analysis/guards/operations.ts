import type { Operation, Unit, Value } from '../../program'
import { possibleLiterals } from '../possible'
import { libraryNames } from '../resolve'
import { readApproval } from './approvals'
import { readDigestComparison } from './compared'
import { conditionOn, mentionsParameter, parameterIn } from './conditions'
import { readConfirmation } from './confirmations'
import { containment } from './contained'
import type { Engine } from './engine'
import { both, type Evidence, meetEach, nothing, type State, stateOf } from './evidence'
import { firstModel } from './first'
import { readComparison } from './metrics'
import { ask, type Question } from './outcomes'
import { askOutput } from './outputs'
import { samenessAsked } from './sameness'
import { readNameCheck } from './unpicklers'
import { among, namesOf, truth, type Wanted } from './wanted'

/** What a comparison or a boolean expression establishes where it turned out as wanted. */
export function askOperation(question: Question, value: Operation, wanted: Wanted): State {
  if (wanted.kind !== 'truth') return nothing
  // What an expression asks it asks where it stands.
  const there = placed(question, value)
  const joined = askJoined(there, value, wanted.is)
  if (joined !== undefined) return joined
  const state = both(askCheck(there, value, wanted.is), askAgainst(there, value, wanted.is))
  const { engine, flow } = there
  if (!flow || state === null || state.size > 0 || asksWhether(engine, value)) return state
  if (!mentionsParameter(engine, value, flow.unit)) return state
  return conditionOn(engine, flow.unit, value, [], wanted, value.span)
}

// `limit is None`: whether anything was given at all says nothing of what was given.
function asksWhether(engine: Engine, { operands }: Operation): boolean {
  const [left, right] = operands
  if (!left || right?.kind !== 'constant' || right.value !== null) return false
  return parameterIn(engine, left) !== null
}

function placed(question: Question, { span }: Operation): Question {
  const { flow, at } = question
  const own = flow && at && span.file === flow.unit.file && span.start >= flow.unit.span.start
  return own && span.start < at.start ? { ...question, at: { ...at, start: span.start } } : question
}

function askJoined(
  question: Question,
  { operator, operands }: Operation,
  outcome: boolean,
): State | undefined {
  const each = (operand: Value): State => ask(question, operand, [], truth(outcome))
  const all = (): State => operands.map(each).reduce(both)
  const [first] = operands
  // `allOf { }`
  if (!first) return nothing
  switch (operator) {
    case 'not':
      return ask(question, first, [], truth(!outcome))
    case 'and':
      return outcome ? all() : meetEach(operands, each)
    case 'or':
      return outcome ? meetEach(operands, each) : all()
    case '&':
      return outcome ? all() : nothing
    case '|':
      return outcome ? meetEach(operands, each) : all()
    case '+':
      return outcome ? nothing : all()
    default:
      return undefined
  }
}

function askCheck({ engine, flow }: Question, value: Operation, outcome: boolean): State {
  const named = readNameCheck(engine.linked, flow?.unit ?? null, value)
  if (named) return named.accepts === outcome ? named.state : nothing
  const unit = flow?.unit ?? null
  const known = engine.checks.get(value) ?? [
    checked(engine, unit, value, false),
    checked(engine, unit, value, true),
  ]
  engine.checks.set(value, known)
  return known[outcome ? 1 : 0]
}

// A metric, a digest or an approval that is compared.
function checked(engine: Engine, unit: Unit | null, value: Operation, outcome: boolean): State {
  const { linked, kinds } = engine
  const comparison = kinds.has('evaluation') ? readComparison(linked, value, unit) : null
  if (comparison?.kind === 'gate') {
    const known = comparison.accepts !== null
    if (known && comparison.accepts !== outcome) return nothing
    const { strength, says, bound, asked } = comparison
    const evidence = { ...evaluation(strength, value, says, known ? null : outcome), asked }
    return stateOf([bound ? { ...evidence, bound } : evidence])
  }
  const digest = kinds.has('verification') ? readDigestComparison(linked, value) : null
  if (digest?.accepts === outcome) return stateOf(digest.evidence)
  const approval = kinds.has('approval') ? readApproval(linked, value) : null
  if (approval) return approval.accepts === outcome ? stateOf([approval.evidence]) : nothing
  const confirmed = kinds.has('approval') ? readConfirmation(linked, value) : null
  if (confirmed) return outcome ? stateOf([confirmed]) : nothing
  const contained = containment(linked, unit, value, outcome)
  if (contained === null || contained.size > 0) return contained
  return askOutput(engine, unit, value, outcome)
}

function evaluation(
  strength: Evidence['strength'],
  at: Operation,
  says: string,
  outcome: boolean | null,
): Evidence {
  return { kind: 'evaluation', subject: '', strength, span: at.span, outcome, says }
}

// `if passed == True`, `if verdict is Verdict.PASS`, `if status not in ("pass", "warn")`, `if failures == []`.
function askAgainst(question: Question, value: Operation, outcome: boolean): State {
  const [left, right] = value.operands
  if (!left || !right) return nothing
  const counted = askCount(question, value, left, right, outcome)
  if (counted !== undefined) return counted
  const sameness = samenessAsked(value.operator)
  if (!sameness) return nothing
  const same = sameness.positive === outcome
  const { engine, flow } = question
  // What is not in an empty list may be anything, and a loop may have filled the list since.
  if (sameness.among && isNone(right)) return nothing
  const absent = isNone(right) || (right.kind === 'constant' && right.value === null)
  if (absent && same) return both(askNone(question, left, right), firstModel(engine, flow, left, value.span))
  if (isNone(right)) return ask(question, left, [], truth(!same))
  const { linked } = question.engine
  // `"pass" == verdict`: what is written out says what the other has to be, whatever that may be.
  const isTurned = left.kind === 'constant' && right.kind !== 'constant' && !sameness.among
  const names = isTurned ? null : namesOf(linked, right)
  if (names) return ask(question, left, [], among(names, same))
  const other = sameness.among ? null : namesOf(linked, left)
  return other ? ask(question, right, [], among(other, same)) : nothing
}

// `champion is None`: it is nothing, as far as that says something of it.
function askNone(question: Question, left: Value, right: Value): State {
  if (isNone(right)) return ask(question, left, [], truth(false))
  const names = namesOf(question.engine.linked, right)
  return names ? ask(question, left, [], among(names, true)) : nothing
}

function isNone(value: Value): boolean {
  if (value.kind === 'collection') return value.items.length === 0
  return value.kind === 'dictionary' && value.entries.length === 0
}

const holds: Readonly<Record<string, (count: number, bound: number) => boolean>> = {
  '<': (count, bound) => count < bound,
  '<=': (count, bound) => count <= bound,
  '>': (count, bound) => count > bound,
  '>=': (count, bound) => count >= bound,
  '==': (count, bound) => count === bound,
  '!=': (count, bound) => count !== bound,
}

// `len(failures) > 0`, `failed == 0`: whether there is none or some.
function askCount(
  question: Question,
  { operator, span }: Operation,
  left: Value,
  right: Value,
  outcome: boolean,
): State | undefined {
  const asks = holds[operator]
  if (!asks || !isCount(question, left)) return undefined
  const { values, complete } = possibleLiterals(question.engine.linked, right)
  const [bound, second] = values
  if (typeof bound !== 'number' || second !== undefined || !complete) return undefined
  // Nobody counts to 0.8.
  if (!Number.isInteger(bound)) return undefined
  const none = asks(0, bound) === outcome
  const some = [1, 2, bound, bound + 1, Number.MAX_SAFE_INTEGER]
    .filter(count => count >= 1)
    .some(count => asks(count, bound) === outcome)
  if (none && some) return nothing
  // A number that was looked up may be below zero.
  if (!none && !some) return left.kind === 'field' || left.kind === 'item' ? undefined : null
  const counted = ask(question, left, [], truth(some))
  return some ? counted : both(counted, firstModel(question.engine, question.flow, left, span))
}

function isCount({ engine }: Question, value: Value): boolean {
  if (value.kind === 'field' || value.kind === 'item') return true
  if (value.kind === 'mix') return value.of.some(way => way.kind === 'operation' && way.operator === '+')
  if (value.kind !== 'result') return false
  return libraryNames(engine.linked, value.call.callee).some(name => name === 'len' || name === 'sum')
}
