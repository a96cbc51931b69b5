import type { Argument, Block, Call, Fact, Mix, Unit, Value } from '../../program'

/** A unit in which each call is replaced, in its facts and in every value that speaks of it. */
export function replaceCalls(unit: Unit, replacement: (call: Call) => Call): Unit {
  const change: Change = { replacement, calls: new Map(), values: new Map() }
  const bound = [...unit.bound].map(([name, values]) => [name, values.map(v => inValue(change, v))] as const)
  return { ...unit, blocks: unit.blocks.map(block => inBlock(change, block)), bound: new Map(bound) }
}

interface Change {
  readonly replacement: (call: Call) => Call
  readonly calls: Map<Call, Call>
  readonly values: Map<Value, Value>
}

function inBlock(change: Change, { facts, next }: Block): Block {
  return { facts: facts.map(fact => inFact(change, fact)), next }
}

function inFact(change: Change, fact: Fact): Fact {
  switch (fact.kind) {
    case 'call':
      return inCall(change, fact)
    case 'store':
      return {
        ...fact,
        of: inValue(change, fact.of),
        name: typeof fact.name === 'string' ? fact.name : inValue(change, fact.name),
        value: inValue(change, fact.value),
      }
    case 'test':
    case 'return':
    case 'yield':
    case 'raise':
      return { ...fact, value: inValue(change, fact.value) }
    case 'after':
      return fact
  }
}

function inCall(change: Change, call: Call): Call {
  const known = change.calls.get(call)
  if (known) return known
  // By way of a loop a call can stand in its own arguments.
  const made: Call = { ...call }
  change.calls.set(call, made)
  const args = call.arguments.map(
    (argument): Argument => ({
      ...argument,
      value: inValue(change, argument.value),
    }),
  )
  const callee = inValue(change, call.callee)
  return Object.assign(made, change.replacement({ ...call, callee, arguments: args }))
}

function inValue(change: Change, value: Value): Value {
  const known = change.values.get(value)
  if (known) return known
  if (value.kind === 'mix') return inMix(change, value)
  const made = rebuilt(change, value)
  change.values.set(value, made)
  return made
}

function inMix(change: Change, mix: Mix): Mix {
  const made: Mix = { kind: 'mix', of: [], from: mix.from }
  change.values.set(mix, made)
  for (const way of mix.of) made.of.push(inValue(change, way))
  return made
}

function rebuilt(change: Change, value: Exclude<Value, Mix>): Value {
  const inside = (v: Value): Value => inValue(change, v)
  switch (value.kind) {
    case 'result':
      return { ...value, call: inCall(change, value.call) }
    case 'text':
      return { ...value, parts: value.parts.map(inside) }
    case 'collection':
      return { ...value, items: value.items.map(inside) }
    case 'dictionary':
      return {
        ...value,
        entries: value.entries.map(({ key, value: v }) => ({ key: key && inside(key), value: inside(v) })),
      }
    case 'field':
      return { ...value, of: inside(value.of) }
    case 'item':
      return { ...value, of: inside(value.of), key: inside(value.key) }
    case 'instance':
      return { ...value, of: inside(value.of) }
    case 'operation':
      return { ...value, operands: value.operands.map(inside) }
    case 'constant':
    case 'name':
    case 'command':
    case 'variable':
    case 'parameter':
    case 'function':
    case 'class':
    case 'unknown':
      return value
  }
}
