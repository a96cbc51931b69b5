import type { Call, Field, Item, Operation, Parameter, Value } from '../program'
import { commandLineDefaults, optionDefault } from './commandline'
import type { Linked } from './linked'
import { argumentsFor, fieldValues, itemsOf, referentsOf, withBases } from './resolve'

export type Literal = string | number | boolean | null

/** The literals that a value may stand for. A part of a text that is not known is a `hole`. */
export interface Possible {
  readonly values: readonly Literal[]
  /** Whether it can be nothing else, as far as the repository tells. */
  readonly complete: boolean
}

/** Stands for the part of a text that is not known. */
export const hole = '\u0000'

const most = 24
const deepest = 40
const nothing: Possible = { values: [], complete: false }

/** Folds a value to the literals that it may stand for, through variables, defaults, fallbacks and every caller. */
export function possibleLiterals(linked: Linked, value: Value): Possible {
  return fold(linked, value, new Set())
}

function fold(linked: Linked, value: Value, open: Set<Value>): Possible {
  if (open.has(value)) return { values: [], complete: true }
  if (open.size > deepest) return nothing
  open.add(value)
  const found = foldByKind(linked, value, open)
  open.delete(value)
  return found
}

function foldByKind(linked: Linked, value: Value, open: Set<Value>): Possible {
  switch (value.kind) {
    case 'constant':
      return { values: [value.value], complete: true }
    case 'text':
      return foldText(linked, value.parts, open)
    case 'mix':
      return foldAll(linked, value.of, open)
    case 'collection':
      return value.items.length === 0 ? { values: [], complete: true } : foldAll(linked, value.items, open)
    case 'variable':
      return foldAll(linked, linked.program.units.get(value.unit)?.bound.get(value.name) ?? [], open)
    case 'name':
      return foldName(linked, value, open)
    case 'field':
      return foldField(linked, value, open)
    case 'item':
      return foldItem(linked, value, open)
    case 'parameter':
      return foldParameter(linked, value, open)
    case 'result':
      return foldResult(linked, value.call, open)
    case 'operation':
      return foldOperation(linked, value, open)
    case 'dictionary':
    case 'instance':
    case 'function':
    case 'class':
    case 'unknown':
      return nothing
  }
}

function foldAll(linked: Linked, values: readonly Value[], open: Set<Value>): Possible {
  if (values.length === 0) return nothing
  return together(values.map(value => fold(linked, value, open)))
}

function together(parts: readonly Possible[]): Possible {
  const values = [...new Set(parts.flatMap(part => part.values))]
  return {
    values: values.slice(0, most),
    complete: parts.every(part => part.complete) && values.length <= most,
  }
}

function foldText(linked: Linked, parts: readonly Value[], open: Set<Value>): Possible {
  let texts: string[] = ['']
  for (const part of parts) {
    const { values, complete } = fold(linked, part, open)
    const ways = [...values.map(String), ...(complete && values.length > 0 ? [] : [hole])]
    texts = texts.flatMap(text => ways.map(way => text + way)).slice(0, most)
  }
  return { values: texts, complete: true }
}

// An imported constant: `from config import STAGE`.
function foldName(linked: Linked, value: Extract<Value, { kind: 'name' }>, open: Set<Value>): Possible {
  const dot = value.name.lastIndexOf('.')
  if (value.from === null || dot < 0) return nothing
  const of: Value = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots }
  return foldMembers(linked, of, value.name.slice(dot + 1), open)
}

function foldField(linked: Linked, value: Field, open: Set<Value>): Possible {
  const parsed = commandLineDefaults(linked, value)
  if (parsed) return foldDefaults(linked, parsed, open)
  // `Stage.PRODUCTION.value` is the member's value, and its name says the same.
  if (value.name === 'value' || value.name === 'name') {
    const member = fold(linked, value.of, open)
    if (member.values.length > 0) return member
  }
  return foldMembers(linked, value.of, value.name, open)
}

function foldDefaults(linked: Linked, defaults: readonly Value[], open: Set<Value>): Possible {
  return { ...foldAll(linked, defaults, open), complete: false }
}

function foldMembers(linked: Linked, of: Value, name: string, open: Set<Value>): Possible {
  const parts = referentsOf(linked, of).flatMap((referent): Possible[] => {
    switch (referent.kind) {
      case 'module':
        return [foldAll(linked, linked.program.units.get(referent.path)?.bound.get(name) ?? [], open)]
      case 'class':
        return [foldAll(linked, classValues(linked, referent.name, name), open)]
      case 'object':
        return [foldAll(linked, objectValues(linked, referent.name, name), open)]
      case 'external':
      case 'unit':
      case 'partial':
        return [nothing]
    }
  })
  return parts.length === 0 ? nothing : together(parts)
}

function classValues(linked: Linked, className: string, name: string): readonly Value[] {
  for (const owner of withBases(linked, className)) {
    const bound = linked.program.units.get(owner)?.bound.get(name)
    if (bound) return bound
  }
  return []
}

/** What a field of an object may hold: what is stored, what its class says, what a dataclass is made with. */
function objectValues(linked: Linked, className: string, name: string): readonly Value[] {
  const stored = fieldValues(linked, className, name)
  const made = constructorArguments(linked, className, name)
  return [...stored, ...made, ...classValues(linked, className, name)]
}

function constructorArguments(linked: Linked, className: string, name: string): readonly Value[] {
  const sites = linked.makers.get(className) ?? []
  return sites.flatMap(site =>
    site.call.arguments.filter(argument => argument.name === name).map(a => a.value),
  )
}

function foldItem(linked: Linked, value: Item, open: Set<Value>): Possible {
  const held = holders(linked, value.of, open)
  const inside = held.map(holder => itemsOf(holder, value.key))
  if (inside.length === 0 || inside.includes(null)) return nothing
  return foldAll(
    linked,
    inside.flatMap(items => items ?? []),
    open,
  )
}

/** The written-out collections that a value may stand for. */
export function holders(linked: Linked, value: Value, open: Set<Value> = new Set()): readonly Value[] {
  if (open.has(value) || open.size > deepest) return []
  open.add(value)
  const found = holdersByKind(linked, value, open)
  open.delete(value)
  return found
}

function holdersByKind(linked: Linked, value: Value, open: Set<Value>): readonly Value[] {
  switch (value.kind) {
    case 'collection':
    case 'dictionary':
      return [value]
    case 'mix':
      return value.of.flatMap(way => holders(linked, way, open))
    case 'variable':
      return (linked.program.units.get(value.unit)?.bound.get(value.name) ?? []).flatMap(v =>
        holders(linked, v, open),
      )
    case 'name': {
      const dot = value.name.lastIndexOf('.')
      if (value.from === null || dot < 0) return []
      const of: Value = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots }
      return memberValues(linked, of, value.name.slice(dot + 1)).flatMap(v => holders(linked, v, open))
    }
    case 'field':
      return memberValues(linked, value.of, value.name).flatMap(v => holders(linked, v, open))
    case 'item':
      return holders(linked, value.of, open)
        .flatMap(holder => itemsOf(holder, value.key) ?? [])
        .flatMap(v => holders(linked, v, open))
    case 'parameter': {
      const unit = linked.program.units.get(value.unit)
      return unit ? argumentsFor(linked, unit, value.index).flatMap(v => holders(linked, v, open)) : []
    }
    case 'result':
      return resultHolders(linked, value.call, open)
    default:
      return []
  }
}

function memberValues(linked: Linked, of: Value, name: string): readonly Value[] {
  return referentsOf(linked, of).flatMap(referent => {
    if (referent.kind === 'module') return linked.program.units.get(referent.path)?.bound.get(name) ?? []
    if (referent.kind === 'class') return classValues(linked, referent.name, name)
    return referent.kind === 'object' ? objectValues(linked, referent.name, name) : []
  })
}

function resultHolders(linked: Linked, call: Call, open: Set<Value>): readonly Value[] {
  if (call.callee.kind === 'name' && call.callee.name === 'dict' && call.callee.from === null)
    return [
      {
        kind: 'dictionary',
        entries: call.arguments.map(({ name, value }) => ({
          key: name === null || name === '**' ? null : { kind: 'constant', value: name },
          value,
        })),
      },
    ]
  return returnValues(linked, call).flatMap(v => holders(linked, v, open))
}

/** What the repository's functions that a call reaches return. */
export function returnValues(linked: Linked, call: Call): readonly Value[] {
  return referentsOf(linked, call.callee).flatMap(referent =>
    referent.kind === 'unit'
      ? referent.unit.blocks.flatMap(b =>
          b.facts.flatMap(fact => (fact.kind === 'return' ? [fact.value] : [])),
        )
      : [],
  )
}

function foldParameter(linked: Linked, value: Parameter, open: Set<Value>): Possible {
  const unit = linked.program.units.get(value.unit)
  if (!unit) return nothing
  const option = optionDefault(linked, unit, value.index)
  const given = argumentsFor(linked, unit, value.index)
  const callers = linked.callers.get(unit.name)?.length ?? 0
  const folded = foldAll(
    linked,
    option ? [...given.filter(v => v.kind !== 'result'), ...option] : given,
    open,
  )
  return { values: folded.values, complete: folded.complete && callers > 0 && !option }
}

function foldResult(linked: Linked, call: Call, open: Set<Value>): Possible {
  const { callee } = call
  const method = callee.kind === 'field' ? callee.name : null
  const [first, second] = call.arguments
  const names = referentsOf(linked, callee).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  // A setting from outside: its fallback is one of the values that it has in practice.
  if (names.some(name => /^(os\.getenv|os\.environ\.get|decouple\.config|environ\.Env\(\).*)$/.test(name))) {
    const fallback = call.arguments.find(a => a.name === 'default') ?? second
    return fallback ? { ...fold(linked, fallback.value, open), complete: false } : nothing
  }
  if (names.includes('str') && first) return fold(linked, first.value, open)
  if (callee.kind === 'field' && method && /^(lower|upper|strip|title|capitalize)$/.test(method))
    return mapTexts(fold(linked, callee.of, open), text => changeCase(text, method))
  if (callee.kind === 'field' && method === 'format') return foldFormat(linked, callee.of, open)
  if (callee.kind === 'field' && method === 'get' && first) return foldGet(linked, callee.of, call, open)
  const returned = returnValues(linked, call)
  return returned.length > 0 ? foldAll(linked, returned, open) : nothing
}

function changeCase(text: string, method: string): string {
  if (method === 'lower') return text.toLowerCase()
  if (method === 'upper') return text.toUpperCase()
  return method === 'strip' ? text.trim() : text
}

function mapTexts(possible: Possible, change: (text: string) => string): Possible {
  return { ...possible, values: possible.values.map(v => (typeof v === 'string' ? change(v) : v)) }
}

// What the braces stand for is not worth finding: the words around them decide.
function foldFormat(linked: Linked, template: Value, open: Set<Value>): Possible {
  return mapTexts(fold(linked, template, open), text => text.replace(/\{[^{}]*\}/g, hole))
}

function foldGet(linked: Linked, of: Value, call: Call, open: Set<Value>): Possible {
  const [key, fallback] = call.arguments
  const inside = holders(linked, of).flatMap(
    holder => itemsOf(holder, key?.value ?? { kind: 'unknown' }) ?? [],
  )
  const otherwise = fallback ? fold(linked, fallback.value, open) : nothing
  return inside.length > 0
    ? together([foldAll(linked, inside, open), otherwise])
    : { ...otherwise, complete: false }
}

function foldOperation(linked: Linked, value: Operation, open: Set<Value>): Possible {
  const [left, right] = value.operands
  if (value.operator === 'or' || value.operator === 'and')
    return together(value.operands.map(operand => fold(linked, operand, open)))
  if (value.operator === '+') return foldText(linked, value.operands, open)
  if (value.operator === '/' && left && right)
    return foldText(linked, [left, { kind: 'constant', value: '/' }, right], open)
  if (value.operator === '%' && left)
    return mapTexts(fold(linked, left, open), text => text.replace(/%(\(\w+\))?[-\d.]*[sdifr]/g, hole))
  return nothing
}
