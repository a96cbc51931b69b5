import type { Call, Operation, Store, Value } from '../../program'
import type { Answers } from '../answers'
import { conditionsHold } from '../cases'
import { guardsFor } from '../declared'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { libraryNames, referentsOf } from '../resolve'
import type { Evidence } from './evidence'
import { lastPart } from './handings'
import { samenessAsked } from './sameness'
import { waysOf } from './settled'

const deepest = 4
const mostSteps = 20
const spelledAnew = /^(lower|upper|[lr]?strip|casefold)$/

/** Reads a comparison with what a person answered or approved; `null` where it is about something else. */
export function readApproval(
  linked: Linked,
  operation: Operation,
): { accepts: boolean; evidence: Evidence } | null {
  const { operator, operands, span } = operation
  const { agrees, refuses, isApproval } = linked.knowledge.answers
  const sameness = samenessAsked(operator)
  const [left, right] = operands
  if (!sameness || !left || !right) return null
  const present = readPresence(linked, operation)
  if (present) return present
  const asked = [left, right].find(side => isAnswer(linked, side))
  const read =
    [left, right].find(side => isApprovalRecord(linked, side, isApproval)) ?? decisionIn(linked, left, right)
  const source = asked ?? read
  if (!source) return null
  const expected = possibleLiterals(linked, source === left ? right : left).values.map(String)
  // `answer in ("y", "n")` asks whether there is an answer, not which.
  if (expected.some(refuses) && expected.some(agrees)) return null
  // What is not rejected is not approved either; only an answer leaves no third way.
  if (asked && expected.some(refuses)) return verdict(!sameness.positive)
  // `status in ("Approved", "PendingManualApproval")` lets through what nobody has approved yet.
  if (read && !(expected.length > 0 && expected.every(agrees))) return null
  return verdict(sameness.positive)

  function verdict(accepts: boolean): { accepts: boolean; evidence: Evidence } {
    const says = asked ? 'a person is asked' : 'an approval is read from a record'
    return {
      accepts,
      evidence: {
        kind: 'approval',
        subject: '',
        strength: 'strong',
        span,
        outcome: null,
        says,
        typed: !!asked,
      },
    }
  }
}

// `"approved_by" in version.tags`
function readPresence(
  linked: Linked,
  { operator, operands, span }: Operation,
): { accepts: boolean; evidence: Evidence } | null {
  const { isApproval, isRecord } = linked.knowledge.answers
  const [key, record] = operands
  const sameness = samenessAsked(operator)
  if (!sameness?.among || key?.kind !== 'constant' || typeof key.value !== 'string') return null
  if (
    record?.kind !== 'field' ||
    !isRecord(record.name) ||
    !isApproval(key.value) ||
    isWrittenHere(linked, key.value)
  )
    return null
  const says = 'an approval is read from a record'
  return {
    accepts: sameness.positive,
    evidence: { kind: 'approval', subject: '', strength: 'strong', span, outcome: null, says },
  }
}

/** What a person typed, asked for how it starts: `input("Promote? ").lower().startswith("y")`. */
export function readStart(linked: Linked, call: Call): Evidence | null {
  const { callee } = call
  const [first] = call.arguments
  if (callee.kind !== 'field' || callee.name !== 'startswith' || !isAnswer(linked, callee.of)) return null
  if (first?.value.kind !== 'constant' || !linked.knowledge.answers.agrees(String(first.value.value)))
    return null
  return {
    kind: 'approval',
    subject: '',
    strength: 'strong',
    span: call.span,
    outcome: null,
    says: 'a person is asked',
    typed: true,
  }
}

/** Whether a value is what a person typed. */
export function isAnswer(linked: Linked, value: Value, depth = 0): boolean {
  if (depth > deepest) return false
  if (value.kind === 'item') return isAnswer(linked, value.of, depth + 1)
  if (value.kind === 'mix') {
    const ways = waysOf(value)
    return ways.length > 0 && ways.every(way => isAnswer(linked, way, depth + 1))
  }
  if (value.kind !== 'result') return false
  const { callee } = value.call
  if (callee.kind === 'field' && spelledAnew.test(callee.name) && isAnswer(linked, callee.of, depth + 1))
    return true
  return referentsOf(linked, callee).some(r =>
    guardsFor(linked, r).some(
      ({ entry }) =>
        entry.holds === 'answer' &&
        entry.kind === 'approval' &&
        conditionsHold(linked, entry, value.call.arguments),
    ),
  )
}

function decisionIn(linked: Linked, left: Value, right: Value): Value | undefined {
  const { isGranted, isDecision } = linked.knowledge.answers
  const says = (side: Value): boolean => {
    const { values } = possibleLiterals(linked, side)
    return values.length > 0 && values.every(text => isGranted(String(text)))
  }
  if (says(right) && isApprovalRecord(linked, left, isDecision)) return left
  return says(left) && isApprovalRecord(linked, right, isDecision) ? right : undefined
}

// `version.tags["approved"]`, `tags.get("approved_by")`, `package["ModelApprovalStatus"]`.
function isApprovalRecord(linked: Linked, value: Value, isAsked: (key: string) => boolean): boolean {
  const key = keyOfRecord(linked, value)
  if (!key || !isAsked(key)) return false
  return !isWrittenHere(linked, key) && !isChosen(linked, value)
}

// A variable of the environment, or an option, selects; nobody has looked at anything.
function isChosen(linked: Linked, value: Value): boolean {
  const of =
    value.kind === 'result' && value.call.callee.kind === 'field'
      ? value.call.callee.of
      : value.kind === 'item'
        ? value.of
        : null
  if (!of) return false
  return libraryNames(linked, of).some(linked.knowledge.isChosen)
}

function keyOfRecord({ knowledge }: Linked, value: Value): string | null {
  const [first = null, ...others] = keysOfRecord(knowledge.answers, value, new Set())
  return others.includes(null) ? null : first
}

// Of each way the key, or `null` where it is no record and may be what is asked for all the same.
function keysOfRecord(answers: Answers, value: Value, seen: Set<Value>): readonly (string | null)[] {
  if (seen.has(value)) return []
  if (seen.size >= mostSteps) return [null]
  seen.add(value)
  if (value.kind === 'item') return [value.key.kind === 'constant' ? String(value.key.value) : null]
  if (value.kind === 'mix')
    return value.of.flatMap(way => (isRefusal(answers, way) ? [] : keysOfRecord(answers, way, seen)))
  if (value.kind !== 'result' || value.call.callee.kind !== 'field') return [null]
  const { callee } = value.call
  if (spelledAnew.test(callee.name)) return keysOfRecord(answers, callee.of, seen)
  const [first, second] = value.call.arguments
  if (callee.name !== 'get' || first?.value.kind !== 'constant') return [null]
  const otherwise = second && !isRefusal(answers, second.value) ? [null] : []
  return [String(first.value.value), ...otherwise]
}

// `status = None` above a loop that looks for one.
function isRefusal({ agrees }: Answers, way: Value): boolean {
  return way.kind === 'constant' && !agrees(String(way.value))
}

/** Why a condition about an approval in a record is none: the repository writes the record itself. */
export function readSelfApproval(linked: Linked, part: Value): string | null {
  const operands = part.kind === 'operation' ? part.operands : [part]
  for (const operand of operands) {
    const key =
      operand.kind === 'constant' && isPresence(part) ? String(operand.value) : keyOfRecord(linked, operand)
    if (key && linked.knowledge.answers.isApproval(key) && isWrittenHere(linked, key))
      return `\`${key.replaceAll('`', "'")}\` is written by this repository itself, which approves its own work`
  }
  return null
}

/** Why one is none: it is given where the record says nothing. */
export function readApprovalByDefault({ knowledge }: Linked, part: Value): string | null {
  const { answers } = knowledge
  if (part.kind !== 'result' || part.call.callee.kind !== 'field' || part.call.callee.name !== 'get')
    return null
  const [key, otherwise] = part.call.arguments.map(({ value }) => value)
  if (key?.kind !== 'constant' || otherwise?.kind !== 'constant') return null
  const [name, given] = [key.value, otherwise.value].map(text => String(text).replaceAll('`', "'"))
  if (!name || !given || !answers.isApproval(name) || isRefusal(answers, otherwise)) return null
  return `where \`${name}\` is missing, its default \`${given}\` passes`
}

function isPresence(part: Value): boolean {
  return part.kind === 'operation' && samenessAsked(part.operator)?.among === true
}

/** Whether the repository writes a record itself, and so approves its own work. */
export function isWrittenHere(linked: Linked, key: string): boolean {
  const { isTest, answers } = linked.knowledge
  return (
    linked.sites.some(({ unit, call }) => !isTest(unit.file.path) && isWriteOf(answers, call, key)) ||
    linked.stores.some(({ unit, store }) => !isTest(unit.file.path) && isStoreOf(answers, store, key))
  )
}

// `version.tags["approved"] = "true"`.
function isStoreOf({ isRecord }: Answers, { of, name, value }: Store, key: string): boolean {
  if (of.kind !== 'field' || !isRecord(of.name) || typeof name === 'string') return false
  return name.kind === 'constant' && name.value === key && value.kind === 'constant'
}

function isWriteOf({ writes }: Answers, call: Call, key: string): boolean {
  const { callee } = call
  return (
    (callee.kind === 'field' || callee.kind === 'name' || callee.kind === 'variable') &&
    writes(lastPart(callee.name)) &&
    call.arguments.some(({ value }) => value.kind === 'constant' && value.value === key)
  )
}
