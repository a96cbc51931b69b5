import type { Operation, Unit, Value } from '../../program'
import { boundTo } from '../bindings'
import type { Linked } from '../linked'
import { holders } from '../possible'
import { referentsOf, withBases } from '../resolve'
import type { SinkSite } from '../sinks'
import type { Engine } from './engine'
import { type Evidence, meet, type State, type Strength, stateOf } from './evidence'
import { flowOf } from './flow'
import { partsOf } from './parts'
import { settledOf } from './settled'

/** What marks a point at which the name to be loaded was found on a list. */
const allowed = 'the name of the global'

/** Whether the object that loads lets only listed names through, by a method that its class overrides. */
export function restriction(engine: Engine, sink: SinkSite): Evidence | null {
  const method = sink.sink['restricted-by']
  const { callee } = sink.site.call
  if (!method || callee.kind !== 'field') return null
  const units = referentsOf(engine.linked, callee.of).map(r =>
    r.kind === 'object' ? overriding(engine, r.name, method) : null,
  )
  const known = units.flatMap(unit => unit ?? [])
  const admitted = known.map(unit => ({ unit, listed: listedOnly(engine, unit) }))
  const weakest = admitted.find(({ listed }) => !listed) ?? admitted.find(({ listed }) => listed?.because)
  const { unit, listed } = weakest ?? admitted[0] ?? {}
  if (!unit || known.length < units.length) return null
  const passes = listed ? `lets only listed names through${listed.because}` : whatPasses(engine.linked, unit)
  return {
    kind: 'verification',
    subject: '',
    strength: listed?.strength ?? 'void',
    span: unit.span,
    outcome: null,
    says: `\`${unit.label}\` ${passes}`,
  }
}

function overriding(engine: Engine, className: string, method: string): Unit | null {
  const { program } = engine.linked
  for (const owner of withBases(engine.linked, className)) {
    const bound = program.units.get(owner)?.bound.get(method)?.[0]
    if (bound?.kind === 'function') return program.units.get(bound.unit) ?? null
  }
  return null
}

/** How sure it is that only listed names come through, and why no more; `null` where others do. */
interface Listed {
  readonly strength: Strength
  readonly because: string
}

function listedOnly(engine: Engine, unit: Unit): Listed | null {
  const flow = flowOf(engine, unit)
  if (!flow) return null
  const exits = flow.exits.filter(({ value }) => value === null || !isOfTable(engine.linked, value))
  const state = exits.map(exit => exit.state).reduce<State>(meet, null)
  if (state === null) return { strength: 'strong', because: '' }
  const found = [...state.values()].filter(e => e.says.startsWith(allowed))
  const best = found.find(e => e.strength === 'strong') ?? found[0]
  return best ? { strength: best.strength, because: best.says.slice(allowed.length) } : null
}

// `TABLE[module, name]`, where the table is written out: nothing else comes out of it.
function isOfTable(linked: Linked, value: Value): boolean {
  const settled = settledOf(value)
  if (settled.kind === 'item') return isTable(linked, settled.of)
  if (settled.kind !== 'result' || settled.call.callee.kind !== 'field') return false
  const { callee, arguments: args } = settled.call
  return callee.name === 'get' && args.length === 1 && isTable(linked, callee.of)
}

function isTable(linked: Linked, of: Value): boolean {
  const held = holders(linked, of)
  return held.length > 0 && held.every(table => table.kind === 'dictionary' && table.each === undefined)
}

/** Reads, in such a method, a comparison of the name that is asked for with a list or a literal. */
export function readNameCheck(
  linked: Linked,
  unit: Unit | null,
  value: Operation,
): { accepts: boolean; state: State } | null {
  if (!unit || !/(^|\.)find_class$/.test(unit.label)) return null
  if (!/^(in|not in|==|!=)$/.test(value.operator)) return null
  const [left, right] = value.operands
  // A part of a text is on no list.
  if (right && /in$/.test(value.operator) && isText(linked, right)) return null
  // The module alone admits every name in it: `builtins.eval` as well as `builtins.dict`.
  if (!left || !mentions(left, unit.name, 2)) return null
  const accepts = value.operator === 'in' || value.operator === '=='
  const evidence: Evidence = {
    kind: 'verification',
    subject: 'globals',
    strength: 'strong',
    span: value.span,
    outcome: null,
    says: allowed,
  }
  return { accepts, state: stateOf([evidence]) }
}

function isText(linked: Linked, value: Value): boolean {
  const ways = value.kind === 'variable' ? boundTo(linked, value) : [value]
  return ways.some(way => way.kind === 'text' || (way.kind === 'constant' && typeof way.value === 'string'))
}

// Why such a method restricts nothing that matters.
function whatPasses(linked: Linked, unit: Unit): string {
  const asked = unit.blocks.flatMap(({ facts }, block) => {
    const last = facts.at(-1)
    return last?.kind === 'test' && !last.over ? [{ block, parts: partsOf(last.value) }] : []
  })
  const asksFor = (index: number): boolean =>
    asked.some(({ parts }) => parts.some(part => mentions(part, unit.name, index)))
  if (!asksFor(2))
    return asksFor(1)
      ? 'asks for the module only, and lets every name in it through'
      : 'lets every name through'
  const forbids = asked.some(({ block, parts }) => parts.some(part => isForbidden(linked, unit, block, part)))
  return forbids
    ? 'forbids some names, and lets all others through'
    : 'lets names through that are on no list'
}

// What is listed ends in an exception, and nothing else does.
function isForbidden(linked: Linked, unit: Unit, block: number, part: Value): boolean {
  const check = part.kind === 'operation' ? readNameCheck(linked, unit, part) : null
  return (
    check !== null &&
    !comesBack(unit, edgeTo(unit, block, check.accepts)) &&
    comesBack(unit, edgeTo(unit, block, !check.accepts))
  )
}

function edgeTo({ blocks }: Unit, block: number, outcome: boolean): number {
  return blocks[block]?.next.find(({ when }) => when === String(outcome))?.to ?? -1
}

function comesBack({ blocks }: Unit, start: number): boolean {
  const seen = new Set([start])
  for (const at of seen) {
    if (blocks[at]?.facts.some(({ kind }) => kind === 'return')) return true
    for (const { to, when } of blocks[at]?.next ?? []) if (when !== 'raises') seen.add(to)
  }
  return false
}

function mentions(value: Value, unit: string, index: number): boolean {
  switch (value.kind) {
    case 'parameter':
      return value.unit === unit && value.index === index
    case 'collection':
      return value.items.some(item => mentions(item, unit, index))
    case 'text':
      return value.parts.some(part => mentions(part, unit, index))
    case 'operation':
      return value.operands.some(operand => mentions(operand, unit, index))
    default:
      return false
  }
}
