import {
  type Argument,
  type Block,
  type Call,
  constant,
  type Fact,
  type Mix,
  type Parameter,
  type Unit,
  type Value,
} from '../../program'

/** What changes in a unit that is built anew. */
export interface Rebuilding {
  /** What a call becomes. */
  readonly call: (call: Call, before: Call) => Call
  /** Where a block ends that ended here. */
  readonly block: (index: number) => number
  /** What is put in place of a parameter. */
  readonly parameter: (value: Parameter) => Value
  /** The ways after the success and the failure of a call, where a field or a method of its result tells which was taken. */
  readonly status: (call: Call, field: string) => readonly [well: number, badly: number] | null
}

/** A unit in which each call is replaced, in its facts and in every value that speaks of it. */
export function replaceCalls(unit: Unit, replacement: (call: Call, before: Call) => Call): Unit {
  return rebuild(unit, { call: replacement })
}

/** A unit built anew, with every value in it. */
export function rebuild(unit: Unit, rebuilding: Partial<Rebuilding>): Unit {
  const change: Change = { ...unchanged, ...rebuilding, calls: new Map(), values: new Map() }
  const bound = [...unit.bound].map(([name, values]) => [name, values.map(v => inValue(change, v))] as const)
  return { ...unit, blocks: unit.blocks.map(block => inBlock(change, block)), bound: new Map(bound) }
}

/** A value with others in place of its parameters. */
export function withParameters(value: Value, parameter: Rebuilding['parameter']): Value {
  return inValue({ ...unchanged, parameter, calls: new Map(), values: new Map() }, value)
}

const unchanged: Rebuilding = {
  call: call => call,
  block: index => index,
  parameter: value => value,
  status: () => null,
}

interface Change extends Rebuilding {
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
    case 'bind':
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
  const { input, output } = call
  const callee = inValue(change, call.callee)
  const streams = {
    ...(input ? { input: inValue(change, input) } : {}),
    ...(output ? { output: inValue(change, output) } : {}),
  }
  return Object.assign(made, change.call({ ...call, ...streams, callee, arguments: args }, call))
}

function inValue(change: Change, value: Value): Value {
  const known = change.values.get(value)
  if (known) return known
  if (value.kind === 'mix') return inMix(change, value)
  const made = statusIn(change, value) ?? rebuilt(change, value)
  change.values.set(value, made)
  return made
}

// How a command ended is told by the way that was taken.
function statusIn({ status }: Change, value: Value): Value | null {
  const asked = value.kind === 'result' && value.call.callee.kind === 'field' ? value.call.callee : null
  // `process.wait()`
  const waited = asked?.of.kind === 'result' ? status(asked.of.call, `${asked.name}()`) : null
  const of = value.kind === 'field' ? value.of : value
  const ways =
    waited ?? (of.kind === 'result' ? status(of.call, value.kind === 'field' ? value.name : '()') : null)
  return ways ? { kind: 'mix', of: [constant(0), constant(1)], from: [...ways] } : null
}

function inMix(change: Change, mix: Mix): Mix {
  const made: Mix = {
    kind: 'mix',
    of: [],
    from: mix.from.map(index => (index < 0 ? index : change.block(index))),
  }
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
      return { ...value, items: value.items.map(inside), ...madeIn(change, value.each) }
    case 'dictionary':
      return {
        ...value,
        entries: value.entries.map(({ key, value: v }) => ({ key: key && inside(key), value: inside(v) })),
        ...madeIn(change, value.each),
      }
    case 'field':
      return { ...value, of: inside(value.of) }
    case 'item':
      return { ...value, of: inside(value.of), key: inside(value.key) }
    case 'instance':
      return { ...value, of: inside(value.of) }
    case 'operation':
      return { ...value, operands: value.operands.map(inside) }
    case 'parameter':
      return change.parameter(value)
    case 'constant':
    case 'name':
    case 'command':
    case 'variable':
    case 'function':
    case 'class':
    case 'unknown':
      return value
  }
}

function madeIn({ block }: Change, each: number | undefined): { readonly each?: number } {
  return each === undefined ? {} : { each: block(each) }
}
