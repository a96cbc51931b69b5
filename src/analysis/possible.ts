import type { Call, Field, Item, Operation, Parameter, Unit, Value } from '../program'
import { commandLineValues, optionGiven } from './commandline'
import { fieldDefault } from './defaults'
import { classValues, type Holding, hold, holders, objectValues, returnValues } from './holders'
import { environmentOf, type Given, wordsGiven } from './launched'
import type { Linked } from './linked'
import { argumentsFor, callersOf, itemsOf, referentsOf } from './resolve'
import { partsOfFormat, partsOfJoin, partsOfPercent } from './texts'
import { widgetValues } from './widgets'

export { holders, memberValues, returnValues } from './holders'

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
const mostSteps = 2000
// Longer texts name nothing, and one that is put together from itself would fill the memory.
const longest = 10_000
const nothing: Possible = { values: [], complete: false }

/** Folds a value to the literals that it may stand for, through variables, defaults, fallbacks and every caller. */
export function possibleLiterals(linked: Linked, value: Value): Possible {
  return fold(linked, value, openSearch())
}

/** One question, with what it has met so far: a value that is met again is answered from here. */
interface Search extends Holding {
  readonly literals: Map<Value, Possible>
}

function openSearch(): Search {
  return { open: new Set(), literals: new Map(), holders: new Map(), steps: 0 }
}

function fold(linked: Linked, value: Value, search: Search): Possible {
  if (value.kind === 'constant') return { values: [value.value], complete: true }
  const known = search.literals.get(value)
  if (known) return known
  if (search.open.has(value)) return { values: [], complete: true }
  search.steps += 1
  if (search.open.size > deepest || search.steps > mostSteps) return nothing
  search.open.add(value)
  const found = foldByKind(linked, value, search)
  search.open.delete(value)
  search.literals.set(value, found)
  return found
}

function foldByKind(linked: Linked, value: Value, search: Search): Possible {
  switch (value.kind) {
    case 'constant':
      return { values: [value.value], complete: true }
    case 'text':
      return foldText(linked, value.parts, search)
    case 'mix':
      return foldAll(linked, value.of, search)
    case 'collection':
      return value.items.length === 0 ? { values: [], complete: true } : foldAll(linked, value.items, search)
    case 'variable':
      return foldAll(linked, linked.program.units.get(value.unit)?.bound.get(value.name) ?? [], search)
    case 'name':
      return foldName(linked, value, search)
    case 'field':
      return foldField(linked, value, search)
    case 'item':
      return foldItem(linked, value, search)
    case 'parameter':
      return foldParameter(linked, value, search)
    case 'result':
      return foldResult(linked, value.call, search)
    case 'operation':
      return foldOperation(linked, value, search)
    case 'dictionary':
    case 'instance':
    case 'function':
    case 'class':
    case 'command':
    case 'unknown':
      return nothing
  }
}

function foldAll(linked: Linked, values: readonly Value[], search: Search): Possible {
  if (values.length === 0) return nothing
  return together(values.map(value => fold(linked, value, search)))
}

function together(parts: readonly Possible[]): Possible {
  const values = [...new Set(parts.flatMap(part => part.values))]
  return {
    values: values.slice(0, most),
    complete: parts.every(part => part.complete) && values.length <= most,
  }
}

function foldText(linked: Linked, parts: readonly Value[], search: Search): Possible {
  let texts: string[] = ['']
  for (const part of parts) {
    const { values, complete } = fold(linked, part, search)
    const ways = [...values.map(String), ...(complete && values.length > 0 ? [] : [hole])]
    texts = texts.flatMap(text => ways.map(way => text + way)).slice(0, most)
    if (texts.some(text => text.length > longest)) return nothing
  }
  return { values: texts, complete: true }
}

// An imported constant: `from config import STAGE`.
function foldName(linked: Linked, value: Extract<Value, { kind: 'name' }>, search: Search): Possible {
  const dot = value.name.lastIndexOf('.')
  if (value.from === null || dot < 0) return nothing
  const of: Value = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots }
  return foldMembers(linked, of, value.name.slice(dot + 1), search)
}

function foldField(linked: Linked, value: Field, search: Search): Possible {
  const parsed = commandLineValues(linked, value)
  if (parsed) return foldGiven(linked, parsed, search)
  // `Stage.PRODUCTION.value` is the member's value, and its name says the same.
  if (value.name === 'value' || value.name === 'name') {
    const member = fold(linked, value.of, search)
    if (member.values.length > 0) return member
  }
  return foldMembers(linked, value.of, value.name, search)
}

function foldGiven(linked: Linked, given: Given, search: Search): Possible {
  const { values, complete } = foldAll(linked, given.values, search)
  return { values, complete: complete && given.complete }
}

function foldMembers(linked: Linked, of: Value, name: string, search: Search): Possible {
  const parts = referentsOf(linked, of).flatMap((referent): Possible[] => {
    switch (referent.kind) {
      case 'module':
        return [foldAll(linked, linked.program.units.get(referent.path)?.bound.get(name) ?? [], search)]
      case 'class':
        return [foldAll(linked, classValues(linked, referent.name, name), search)]
      case 'object':
        return [foldAll(linked, objectValues(linked, referent.name, name), search)]
      case 'external':
      case 'unit':
      case 'partial':
        return [nothing]
    }
  })
  return parts.length === 0 ? nothing : together(parts)
}

// `os.environ["STAGE"]`, `sys.argv[1]`.
function givenFromOutside(linked: Linked, { of, key }: Item): Given | null {
  const root = of.kind === 'field' ? of.of : of
  if (root.kind !== 'name' || root.from === null || key.kind !== 'constant') return null
  const names = referentsOf(linked, of).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  if (names.includes('os.environ')) return givenByEnvironment(linked, root.from, key)
  if (!names.includes('sys.argv') || typeof key.value !== 'number' || key.value < 1) return null
  const given = wordsGiven(linked, root.from).map(words => words.at(Number(key.value) - 1)?.value)
  const values = given.filter(value => value !== undefined)
  return { values, complete: given.length > 0 && values.length === given.length }
}

// A variable that a pipeline or a script sets for the file that asks for it.
function givenByEnvironment(linked: Linked, path: string, name: Value | undefined): Given | null {
  const unit = linked.program.units.get(path)
  return unit && name?.kind === 'constant' ? environmentOf(linked, unit, String(name.value)) : null
}

function foldItem(linked: Linked, value: Item, search: Search): Possible {
  const outside = givenFromOutside(linked, value)
  if (outside) return foldGiven(linked, outside, search)
  const held = hold(linked, value.of, search)
  const inside = held.map(holder => itemsOf(holder, value.key))
  if (inside.length === 0 || inside.includes(null)) return nothing
  return foldAll(
    linked,
    inside.flatMap(items => items ?? []),
    search,
  )
}

function foldParameter(linked: Linked, value: Parameter, search: Search): Possible {
  const unit = linked.program.units.get(value.unit)
  const shape = unit?.parameters[value.index]
  if (!unit || !shape) return nothing
  if (shape.kind === 'environment') return foldGiven(linked, environmentOf(linked, unit, shape.name), search)
  const option = optionGiven(linked, unit, value.index)
  if (option) return foldOption(linked, unit, value.index, option, search)
  const given = foldAll(linked, argumentsFor(linked, unit, value.index), search)
  return { ...given, complete: given.complete && callersOf(linked, unit).length > 0 }
}

// Callers give such a parameter its value only where they call the function as one, past its command line.
function foldOption(linked: Linked, unit: Unit, index: number, option: Given, search: Search): Possible {
  const usual = unit.parameters[index]?.default
  const direct = argumentsFor(linked, unit, index).filter(value => value.kind !== 'result' && value !== usual)
  const outside = foldGiven(linked, option, search)
  return direct.length === 0
    ? outside
    : { ...together([foldAll(linked, direct, search), outside]), complete: false }
}

function foldResult(linked: Linked, call: Call, search: Search): Possible {
  const { callee } = call
  const method = callee.kind === 'field' ? callee.name : null
  const [first, second] = call.arguments
  const names = referentsOf(linked, callee).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  const widget = widgetValues(linked, names, call)
  if (widget) return foldGiven(linked, widget, search)
  // A setting from outside: its fallback is one of the values that it has in practice.
  if (names.some(name => /^(os\.getenv|os\.environ\.get|decouple\.config|environ\.Env\(\).*)$/.test(name))) {
    const fallback = call.arguments.find(a => a.name === 'default') ?? second
    const given = givenByEnvironment(linked, call.span.file.path, first?.value)
    const known = given ? foldGiven(linked, given, search) : nothing
    if (known.complete || !fallback) return known
    return { ...together([known, fold(linked, fallback.value, search)]), complete: false }
  }
  const declared = fieldDefault(names, call)
  if (declared) return fold(linked, declared, search)
  if (names.includes('str') && first) return fold(linked, first.value, search)
  if (names.some(name => paths.test(name))) return foldPath(linked, call, search)
  if (callee.kind === 'field' && method && /^(lower|upper|strip|title|capitalize)$/.test(method))
    return mapTexts(fold(linked, callee.of, search), text => changeCase(text, method))
  if (callee.kind === 'field' && method === 'format')
    return foldTemplate(linked, callee.of, text => partsOfFormat(text, call.arguments), search)
  const joined =
    callee.kind === 'field' && method === 'join' && first ? partsOfJoin(callee.of, first.value) : null
  if (joined) return foldText(linked, joined, search)
  if (callee.kind === 'field' && method === 'get' && first) return foldGet(linked, callee.of, call, search)
  const returned = returnValues(linked, call)
  return returned.length > 0 ? foldAll(linked, returned, search) : nothing
}

const paths = /^(os\.path\.join|pathlib\.(Pure)?(Posix|Windows)?Path)$/

function foldPath(linked: Linked, call: Call, search: Search): Possible {
  const slash: Value = { kind: 'constant', value: '/' }
  const parts = call.arguments.flatMap((argument, i) =>
    i === 0 ? [argument.value] : [slash, argument.value],
  )
  return call.arguments.some(argument => argument.splat) ? nothing : foldText(linked, parts, search)
}

function changeCase(text: string, method: string): string {
  if (method === 'lower') return text.toLowerCase()
  if (method === 'upper') return text.toUpperCase()
  return method === 'strip' ? text.trim() : text
}

function mapTexts(possible: Possible, change: (text: string) => string): Possible {
  return { ...possible, values: possible.values.map(v => (typeof v === 'string' ? change(v) : v)) }
}

// A text with holes, and what goes into them.
function foldTemplate(
  linked: Linked,
  template: Value,
  parts: (text: string) => readonly Value[],
  search: Search,
): Possible {
  const { values, complete } = fold(linked, template, search)
  const texts = values.map(text =>
    typeof text === 'string' ? foldText(linked, parts(text), search) : { values: [text], complete: true },
  )
  return texts.length === 0 ? nothing : together([...texts, { values: [], complete }])
}

function foldGet(linked: Linked, of: Value, call: Call, search: Search): Possible {
  const [key, fallback] = call.arguments
  const inside = holders(linked, of).flatMap(
    holder => itemsOf(holder, key?.value ?? { kind: 'unknown' }) ?? [],
  )
  const otherwise = fallback ? fold(linked, fallback.value, search) : nothing
  return inside.length > 0
    ? together([foldAll(linked, inside, search), otherwise])
    : { ...otherwise, complete: false }
}

function foldOperation(linked: Linked, value: Operation, search: Search): Possible {
  const [left, right] = value.operands
  if (value.operator === 'or' || value.operator === 'and')
    return together(value.operands.map(operand => fold(linked, operand, search)))
  if (value.operator === '+') return foldText(linked, value.operands, search)
  if (value.operator === '/' && left && right)
    return foldText(linked, [left, { kind: 'constant', value: '/' }, right], search)
  if (value.operator === '%' && left && right)
    return foldTemplate(linked, left, text => partsOfPercent(text, right), search)
  return nothing
}
