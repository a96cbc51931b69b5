import type { Call, Fact, Store, Unit, Value } from '../../program'
import { keyOf } from './artifacts'
import type { About, Assumption, Container, Effect, Engine, Flow, Place } from './engine'
import { meet, nothing, type State } from './evidence'
import { flowAssuming } from './flow'
import { givenIn, mapOut } from './mapping'
import { askAt } from './outcomes'
import { unitsOf } from './receivers'
import { settledOf } from './settled'
import { factsAbout } from './uses'
import { textOf, truth } from './wanted'

const adding = /^(append|add|insert|appendleft|setdefault|put)$/
const joining = /^(extend|update|extendleft)$/
const emptying = /^(clear|pop|popleft|popitem|remove|discard)$/
const mostEffects = 200
const mostOpen = 8
const mostOfOneUnit = 12
// Each of them goes through the whole unit again.
const mostBlocks = 3_000

/** The list or dictionary that a value stands for, as one unit knows it. */
export function containerOf(engine: Engine, value: Value): Container | null {
  const settled = settledOf(value)
  switch (settled.kind) {
    case 'collection':
    case 'dictionary':
      return { value: settled, key: null }
    case 'parameter':
    case 'variable':
    case 'field':
    case 'item':
    case 'result':
      return { value: null, key: keyOf(engine.linked, settled, 0) }
    default:
      return null
  }
}

/** What holds at a place where a container turned out so, because of what adds to it before that place. */
export function stateWhere(
  engine: Engine,
  flow: Flow | null,
  at: Place | null,
  container: Container,
  about: About,
): State {
  if (!flow || !at || flow.assuming) return nothing
  const assumed = assumedFlow(engine, flow.unit, container, about, at.start)
  return assumed ? (assumed.out[at.block] ?? null) : nothing
}

function assumedFlow(
  engine: Engine,
  unit: Unit,
  container: Container,
  about: About,
  before: number,
): Flow | null {
  if (engine.search.assuming > mostOpen) return null
  const assumption = assumptionOf(engine, unit, container, about, before)
  if (!assumption) return null
  const name = [unit.name, nameOf(engine, container), aboutText(about), assumption.effects.size].join(' ')
  const known = engine.assumed.get(name)
  if (known !== undefined) return known
  const count = engine.assumedCounts.get(unit) ?? 0
  if (count >= Math.min(mostOfOneUnit, Math.ceil(mostBlocks / unit.blocks.length))) return null
  engine.assumedCounts.set(unit, count + 1)
  engine.assumed.set(name, null)
  engine.search.assuming += 1
  const flow = flowAssuming(engine, unit, assumption)
  engine.search.assuming -= 1
  engine.assumed.set(name, flow)
  return flow
}

function nameOf(engine: Engine, { value, key }: Container): string {
  if (!value) return key ?? ''
  const known = engine.numbers.get(value) ?? engine.numbers.size
  engine.numbers.set(value, known)
  return `#${known}`
}

function aboutText(about: About): string {
  return about === 'empty' ? about : `${about.path.map(key => key.name).join('.')} ${textOf(about.wanted)}`
}

// `null` where nothing adds to it before that place, or where something empties what was added.
function assumptionOf(
  engine: Engine,
  unit: Unit,
  container: Container,
  about: About,
  before: number,
): Assumption | null {
  const { value } = container
  const whole = value ? { value, key: sharedKey(unit, value) } : container
  const each = value?.kind === 'collection' || value?.kind === 'dictionary' ? value.each : undefined
  const effects = new Map<Fact, Effect>()
  const emptied: number[] = []
  for (const fact of factsAbout(engine, unit, whole)) {
    if (fact.span.start >= before || effects.size > mostEffects) continue
    const effect = effectOf(engine, fact, whole, about)
    if (effect === 'emptied') emptied.push(fact.span.start)
    else if (effect) effects.set(fact, effect)
  }
  if ([...effects.keys()].some(fact => fact.span.start < Math.max(...emptied))) return null
  const dead = about === 'empty' ? (each ?? null) : null
  return effects.size > 0 || dead !== null ? { effects, dead } : null
}

// Functions further in see it as a variable.
function sharedKey(unit: Unit, value: Value): string | null {
  for (const [name, bound] of unit.bound)
    if (bound.length === 1 && bound[0] === value) return `${unit.name}#${name}`
  return null
}

function effectOf(engine: Engine, fact: Fact, container: Container, about: About): Effect | 'emptied' | null {
  if (fact.kind === 'store') return effectOfStore(engine, fact, container, about)
  if (fact.kind !== 'call') return null
  const { callee } = fact
  if (callee.kind !== 'field' || !isContainer(engine, container, callee.of))
    return insideOf(engine, fact, container, about)
  const value = fact.arguments.at(-1)?.value
  if (emptying.test(callee.name)) return 'emptied'
  if (adding.test(callee.name))
    return about === 'empty' || !value ? { kind: 'never' } : { kind: 'with', value, ...about }
  if (!joining.test(callee.name) || !value) return null
  if (about === 'empty') return { kind: 'with', value, path: [], wanted: truth(false) }
  return { kind: 'with', value, path: [{ by: 'drawn', name: null }, ...about.path], wanted: about.wanted }
}

function effectOfStore(
  engine: Engine,
  store: Store,
  container: Container,
  about: About,
): Effect | 'emptied' | null {
  if (!isContainer(engine, container, store.of))
    return isBoundAnew(engine, container, store) ? 'emptied' : null
  if (container.value?.kind === 'collection') return 'emptied'
  return about === 'empty' ? { kind: 'never' } : { kind: 'with', value: store.value, ...about }
}

function isBoundAnew(engine: Engine, { key }: Container, { of, name }: Store): boolean {
  const owner = containerOf(engine, of)?.key ?? null
  return owner !== null && typeof name === 'string' && `${owner}.${name}` === key
}

function isContainer(engine: Engine, container: Container, value: Value): boolean {
  const other = containerOf(engine, value)
  if (!other) return false
  return container.value ? other.value === container.value : other.key === container.key
}

// A unit that is handed the container, or an object that has it, or that sees it as a variable around it.
function insideOf(engine: Engine, call: Call, container: Container, about: About): Effect | null {
  const [unit, second] = unitsOf(engine, call)
  if (!unit || second) return null
  const inner = innerContainer(engine, unit, call, container)
  if (!inner || factsAbout(engine, unit, inner).length === 0) return null
  return { kind: 'inside', unit, container: inner, about }
}

function innerContainer(engine: Engine, unit: Unit, call: Call, container: Container): Container | null {
  const { key, value } = container
  if (key !== null && unit.parent !== null && key.startsWith(`${unit.parent}#`)) return { value: null, key }
  for (const [index, given] of givenIn(unit, call)) {
    const other = containerOf(engine, given)
    if (!other) continue
    const token = `${unit.name}@${index}`
    if (value ? other.value === value : other.key === key) return { value: null, key: token }
    if (other.key !== null && key?.startsWith(`${other.key}.`))
      return { value: null, key: token + key.slice(other.key.length) }
  }
  return null
}

/** What a unit has established where one of its facts happened and what is taken for granted holds. */
export function effectOn(engine: Engine, flow: Flow, at: Place, fact: Fact, effect: Effect): State {
  switch (effect.kind) {
    case 'never':
      return null
    case 'with':
      return askAt(engine, flow, at, effect.value, effect.path, effect.wanted)
    case 'inside': {
      const inner = assumedFlow(engine, effect.unit, effect.container, effect.about, Number.MAX_SAFE_INTEGER)
      if (!inner || fact.kind !== 'call') return nothing
      const state = inner.exits.map(exit => exit.state).reduce(meet, null)
      return mapOut(engine, state, effect.unit, fact, { flow, at })
    }
  }
}
