import type { Call, Value } from '../program'
import { boundTo, givenBack } from './bindings'
import { argumentsFor } from './callers'
import type { Linked } from './linked'
import { possibleLiterals } from './possible'
import { libraryNames, unitsNamed } from './resolve'

const most = 400

/** Whether a text has a part that is another one in each run, on every way on which it is put together. */
export function isFresh(linked: Linked, value: Value, known = new Map<Value, boolean>()): boolean {
  const before = known.get(value)
  if (before !== undefined || known.size > most) return before ?? false
  // What leads back to itself adds nothing.
  known.set(value, false)
  const fresh = byKind(linked, value, part => isFresh(linked, part, known))
  known.set(value, fresh)
  return fresh
}

function byKind(linked: Linked, value: Value, inner: (part: Value) => boolean): boolean {
  const all = (ways: readonly Value[]): boolean => ways.length > 0 && ways.every(inner)
  switch (value.kind) {
    case 'text':
      return value.parts.some(inner)
    case 'collection':
      return value.items.some(inner)
    case 'operation':
      return value.operator === '+' || value.operator === '%'
        ? value.operands.some(inner)
        : value.operator === 'or' && all(value.operands)
    case 'mix':
      return all(value.of)
    case 'variable':
      return all(boundTo(linked, value))
    case 'item':
      return inner(value.of)
    case 'field':
      return isNamed(linked, libraryNames(linked, value))
    case 'parameter': {
      const shape = linked.program.units.get(value.unit)?.parameters[value.index]
      if (shape?.kind === 'environment') return isNamed(linked, [`$${shape.name}`])
      return all(argumentsOf(linked, value))
    }
    case 'result':
      return (
        isMade(linked, value.call) || passesOn(value.call).some(inner) || all(returned(linked, value.call))
      )
    default:
      return false
  }
}

function isNamed({ knowledge }: Linked, names: readonly string[]): boolean {
  return names.some(name => knowledge.fresh.has(name))
}

function argumentsOf(
  linked: Linked,
  { unit, index }: Extract<Value, { kind: 'parameter' }>,
): readonly Value[] {
  const of = linked.program.units.get(unit)
  return of ? argumentsFor(linked, of, index) : []
}

function returned(linked: Linked, { callee }: Call): readonly Value[] {
  return unitsNamed(linked, callee).flatMap(unit => givenBack(linked, unit))
}

// A time that is told to the hour, or to the month, may be that of the run before.
const finer = /%[-_^]?[McsSfTXN]/
const formatted = /(?:^|\.)strftime$|^\$ date$/

function isMade(linked: Linked, { callee, arguments: args }: Call): boolean {
  const names = callee.kind === 'command' ? [`$ ${callee.name}`] : libraryNames(linked, callee)
  if (!isNamed(linked, names)) return false
  if (!names.some(name => formatted.test(name))) return true
  const texts = args.flatMap(({ value }) => possibleLiterals(linked, value).values)
  return texts.some(text => finer.test(String(text))) || (args.length === 0 && names.includes('$ date'))
}

const wrapping = /^(str|int|round|repr|format)$/
const rewriting = /^(format|join|replace|lower|upper|strip)$/

// What is made of a text by a call that keeps a part of it.
function passesOn({ callee, arguments: args }: Call): readonly Value[] {
  const given = args.map(({ value }) => value)
  if (callee.kind === 'field' && rewriting.test(callee.name)) return [callee.of, ...given]
  if (callee.kind === 'name' && callee.from === null && wrapping.test(callee.name)) return given
  return callee.kind === 'command' && callee.name === 'echo' ? given : []
}
