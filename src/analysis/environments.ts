import { escaped } from '../base/escaped'
import { type Argument, constant, type Span, type Unit, type Value } from '../program'
import { wantedKeys } from './assignments'
import type { CallSite, Linked } from './linked'
import { isPython } from './python'

/** What the catalogue calls the setting of an environment variable outside of Python. */
export const variableSet = 'pipeline.variable.__setitem__'

/**
 * Environment variables that pipelines, images and scripts set, as assignments: `export NAME=1` and `env: {NAME: 1}` are
 * `pipeline.variable.__setitem__("NAME", "1")`.
 */
export function environmentSites(linked: Linked): CallSite[] {
  const wanted = wantedKeys(linked)
  if (wanted.size === 0) return []
  return [...linked.program.units.values()].flatMap(unit =>
    isPython(unit.file.path) ? [] : settingsIn(unit, wanted),
  )
}

function settingsIn(unit: Unit, wanted: ReadonlySet<string>): CallSite[] {
  const bound: { name: string; value: Value }[] = []
  for (const [name, values] of unit.bound)
    if (wanted.has(name)) for (const value of values) bound.push({ name, value })
  return [...bound, ...handedOn(unit, wanted)].flatMap(({ name, value }) => {
    const span = placeOf(unit, name, value)
    return span ? [{ unit, block: 0, call: callOf(name, value, span) }] : []
  })
}

// `NAME=1 python score.py`, and what a step gives to its script.
function handedOn(unit: Unit, wanted: ReadonlySet<string>): { name: string; value: Value }[] {
  const given = unit.blocks.flatMap(({ facts }) =>
    facts.flatMap(fact => (fact.kind === 'call' ? fact.arguments : [])),
  )
  return given.flatMap(({ name, value }) => (name !== null && wanted.has(name) ? [{ name, value }] : []))
}

// A variable that comes from another file is told there.
function placeOf({ file }: Unit, name: string, value: Value): Span | null {
  const text = value.kind === 'constant' ? escaped(String(value.value).slice(0, 80)) : ''
  const set = new RegExp(`\\b${escaped(name)}\\b(?=["']?(?:\\s+|\\s*[:=]\\s*)["']?${text})`).exec(file.text)
  const start = set?.index ?? file.text.search(new RegExp(`\\b${escaped(name)}\\b`))
  return start < 0 ? null : { file, start, end: start + name.length }
}

function callOf(name: string, value: Value, span: Span): CallSite['call'] {
  const argument = (given: Value): Argument => ({ name: null, value: given, span })
  return {
    kind: 'call',
    callee: { kind: 'name', name: variableSet, from: null, dots: 0 },
    arguments: [argument(constant(name)), argument(value)],
    span,
    name: span,
  }
}
