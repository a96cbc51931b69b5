import type { Call, Fact, Span, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { givenBack, unitsNamed } from '../resolve'
import { wordsIn } from '../words'
import type { Engine, Flow } from './engine'
import { type Evidence, nothing, type State, stateOf } from './evidence'
import { readComparison } from './metrics'
import { partsOf } from './parts'

const lookUp = /^(get|find|fetch|load|search|latest|list|describe|read|look|retrieve|download|query|current)/i
const says = 'no model serves yet with which it could be compared'

/**
 * The way of the first model: `champion is None`, `not versions`. Where the same function compares a metric on its other
 * way, this one belongs to the gate; it lets anything pass, so it counts as declared only.
 */
export function firstModel(engine: Engine, flow: Flow | null, value: Value, asked: Span): State {
  if (!flow || !engine.kinds.has('evaluation') || !compares(engine, flow.unit)) return nothing
  const text = asked.file.text.slice(asked.start, asked.end)
  if (!speaksOfServing(engine.linked, value, text) || isSwitch(text)) return nothing
  return isNever(engine.linked, value) ? nothing : stateOf([evidenceAt(asked)])
}

/** Whether evidence is that there is no model yet: a reason to promote, which cannot fail elsewhere. */
export function isOfFirst(evidence: Evidence): boolean {
  return evidence.says === says
}

// `champion = None`, and nobody looks for one: every model is the first.
function isNever(linked: Linked, value: Value): boolean {
  const { values, complete } = possibleLiterals(linked, value)
  return complete && values.length > 0 && values.every(literal => literal === null)
}

/** The same in a handler for what looking the serving model up raises where there is none: `except KeyError`. */
export function firstAfterFailure(engine: Engine, { unit }: Flow, handler: number): State {
  if (!engine.kinds.has('evaluation')) return nothing
  const known = handlers.get(unit) ?? handlersOf(engine, unit)
  handlers.set(unit, known)
  const call = known.get(handler)
  return call ? stateOf([evidenceAt(call.span)]) : nothing
}

const handlers = new WeakMap<Unit, ReadonlyMap<number, Call>>()

// Any other statement beside the look-up may lead there too, and is taken to go wrong for the same reason.
function handlersOf(engine: Engine, unit: Unit): ReadonlyMap<number, Call> {
  const found = new Map<number, Call>()
  for (const { facts, next } of unit.blocks) {
    const last = facts.at(-1)
    for (const { to, when, catches } of next)
      if (when === 'raises' && last?.kind === 'call' && isParticular(catches) && looksUp(engine, unit, last))
        found.set(to, last)
  }
  return found
}

function isParticular(catches: readonly Value[] | null | undefined): boolean {
  return Boolean(catches && catches.length > 0 && !catches.some(isBroad))
}

function looksUp(engine: Engine, unit: Unit, call: Call): boolean {
  const { file, start, end } = call.span
  const text = file.text.slice(start, end)
  if (!lookUp.test(file.text.slice(call.name.start, call.name.end))) return false
  return speaksOfServing(engine.linked, { kind: 'result', call }, text) && compares(engine, unit)
}

// `is_production`, `os.environ["PROD"]`: where it runs, and not whether a model serves.
function isSwitch(text: string): boolean {
  return /\b(is|in|on|has|use|skip)_|environ|getenv/.test(text)
}

function evidenceAt(span: Span): Evidence {
  return { kind: 'evaluation', subject: '', strength: 'medium', span, outcome: null, says }
}

function isBroad(type: Value): boolean {
  if (type.kind === 'name' || type.kind === 'field' || type.kind === 'class' || type.kind === 'variable')
    return /(^|\.)(Base)?Exception$/.test(type.name)
  return true
}

function speaksOfServing({ knowledge: { metrics } }: Linked, value: Value, text: string): boolean {
  const texts = partsOf(value).flatMap(part =>
    part.kind === 'constant' && typeof part.value === 'string' ? [part.value] : [],
  )
  return wordsIn([text, ...texts].join(' ')).some(word => metrics.serving.has(word))
}

const known = new WeakMap<Unit, boolean>()

// Without a comparison on another way it is no gate, but a question whether there is something.
function compares({ linked }: Engine, unit: Unit): boolean {
  const before = known.get(unit)
  if (before !== undefined) return before
  const parts = unit.blocks.flatMap(({ facts }) => facts.flatMap(fact => decidedBy(linked, fact)))
  const answer = parts.some(part => isGate(linked, part))
  known.set(unit, answer)
  return answer
}

// What is tested, a flag that is handed on, and what a function says of it: `wins = compare(candidate, champion)`.
function decidedBy(linked: Linked, fact: Fact): readonly Value[] {
  if (fact.kind === 'test') return partsOf(fact.value)
  if (fact.kind !== 'call') return []
  const flags = fact.arguments.flatMap(({ value }) => (value.kind === 'mix' ? partsOf(value) : []))
  const asked = unitsNamed(linked, fact.callee).flatMap(unit =>
    givenBack(linked, unit).flatMap(value => partsOf(value)),
  )
  return [...flags, ...asked]
}

function isGate(linked: Linked, part: Value): boolean {
  return part.kind === 'operation' && readComparison(linked, part)?.kind === 'gate'
}
