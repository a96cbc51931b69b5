import type { Call, Dictionary, Mix, Name, Value } from '../../src/program'
import { readPython } from './read'

/**
 * Every call in a piece of Python, in the order of the text, as `callee(argument, …)`. An imported name is written out,
 * a builtin begins with `builtins`, a variable further out with its unit, and a parameter with `@`.
 */
export async function calls(python: string): Promise<string[]> {
  const { units } = await readPython(python)
  const facts = units.flatMap(unit => unit.blocks.flatMap(block => block.facts))
  const found = facts.filter(fact => fact.kind === 'call').filter(call => call.span.end !== call.name.end)
  const parametersOf = new Map(units.map(unit => [unit.name, unit.parameters.map(({ name }) => name)]))
  const say = (value: Value) => show(value, { parametersOf, open: new Set() })
  const inOrder = found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  return [...new Set(inOrder.map(call => showCall(call, say)))]
}

/** Python to its calls. */
export type Cases = Readonly<Record<string, readonly [python: string, calls: readonly string[]]>>

/** Tests that in each piece of Python these are the calls. */
export function testCalls(cases: Cases): void {
  for (const [title, [python, expected]] of Object.entries(cases))
    test(title, async () => expect(await calls(python)).toEqual(expected))
}

interface Shown {
  readonly parametersOf: ReadonlyMap<string, readonly string[]>
  /** Values around the one at hand: mixes may hold themselves. */
  readonly open: ReadonlySet<Value>
}

function show(value: Value, shown: Shown): string {
  if (shown.open.has(value)) return '…'
  const inner = (of: Value) => show(of, { ...shown, open: new Set([...shown.open, value]) })
  switch (value.kind) {
    case 'constant':
      return JSON.stringify(value.value)
    case 'text':
      return `text(${value.parts.map(inner).join(' ')})`
    case 'collection':
      return `[${value.items.map(inner).join(', ')}]`
    case 'dictionary':
      return showDictionary(value, inner)
    case 'name':
      return showName(value)
    case 'command':
      return value.name
    case 'variable':
      return `${labelOf(value.unit)}.${value.name}`
    case 'instance':
      return `a ${inner(value.of)}`
    case 'field':
      return `${inner(value.of)}.${value.name}`
    case 'item':
      return `${inner(value.of)}[${inner(value.key)}]`
    case 'result':
      return showCall(value.call, inner)
    case 'parameter':
      return `@${shown.parametersOf.get(value.unit)?.[value.index]}`
    case 'function':
      return `def ${labelOf(value.unit)}`
    case 'class':
      return `class ${labelOf(value.name)}`
    case 'operation':
      return `(${value.operator} ${value.operands.map(inner).join(' ')})`
    case 'mix':
      return showMix(waysOf(value).map(inner))
    case 'unknown':
      return '?'
  }
}

function showCall(call: Call, say: (value: Value) => string): string {
  const given = call.arguments.map(({ name, splat, value }) => {
    if (splat) return `${name ?? '*'}${say(value)}`
    return name === null ? say(value) : `${name}=${say(value)}`
  })
  return `${say(call.callee)}(${given.join(', ')})`
}

function waysOf(mix: Mix): Value[] {
  const seen = new Set<Value>([mix])
  for (const value of seen) if (value.kind === 'mix') for (const way of value.of) seen.add(way)
  return [...seen].filter(value => value.kind !== 'mix')
}

function showMix(ways: readonly string[]): string {
  const different = [...new Set(ways)].sort()
  return different.length === 1 ? String(different[0]) : `{${different.join(' | ')}}`
}

function showDictionary(value: Dictionary, say: (value: Value) => string): string {
  const entries = value.entries.map(entry =>
    entry.key ? `${say(entry.key)}: ${say(entry.value)}` : `**${say(entry.value)}`,
  )
  return `{${entries.join(', ')}}`
}

function showName({ name, from, dots }: Name): string {
  return from === null ? `builtins.${name}` : '.'.repeat(dots) + name
}

function labelOf(unit: string): string {
  return unit.split(':')[1] ?? 'module'
}
