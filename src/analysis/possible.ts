import {
  type Call,
  type Constant,
  constant,
  type Field,
  type Item,
  type Operation,
  type Parameter,
  type Unit,
  type Value,
} from '../program'
import { boundTo } from './bindings'
import { commandLineValues, optionGiven } from './commandline'
import { isConfigured } from './configuration/asked'
import { given } from './configuration/given'
import { asHeld, declaredBy, fieldDefault } from './defaults'
import { memberName } from './enumerations'
import { givenByEnvironment, givenFromOutside, type Setting, settingAsked } from './environment'
import { classValues, fieldsOf, type Holding, heldUnder, hold, onlyHeld, returnValues } from './holders'
import { environmentOf, type Given } from './launched'
import type { Linked, Lookup } from './linked'
import {
  changeCase,
  combined,
  constantsIn,
  converted,
  differences,
  joinedTexts,
  literalOf,
  mapLiterals,
  mapTexts,
  nothing,
  type Possible,
  placesIn,
  together,
} from './literals'
import { type PathPart, pathPart } from './path-parts'
import { argumentsFor, callersOf, isFromOutside, itemsOf, libraryNames, referentsOf } from './resolve'
import { copies, partsOfFormat, partsOfJoin, partsOfPath, partsOfPercent, paths } from './texts'
import { widgetValues } from './widgets'

export { holders, memberValues, returnValues } from './holders'
export { hole, type Literal, type Possible } from './literals'

const deepest = 40
const mostSteps = 2000

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
  if (value.kind === 'constant') return literalOf(value)
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

function foldByKind(linked: Linked, value: Exclude<Value, Constant>, search: Search): Possible {
  const part = pathPart(linked, value)
  if (part) return foldPart(linked, part, search)
  switch (value.kind) {
    case 'text':
      return foldText(linked, value.parts, search)
    case 'mix':
      return foldAll(linked, value.of, search)
    case 'collection':
      return value.items.length === 0 ? { values: [], complete: true } : foldAll(linked, value.items, search)
    case 'variable':
      return foldAll(linked, boundTo(linked, value), search)
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
  return constantsIn(values) ?? together(values.map(value => fold(linked, value, search)))
}

function foldText(linked: Linked, parts: readonly Value[], search: Search): Possible {
  return joinedTexts(parts.map(part => fold(linked, part, search)))
}

function foldPart(linked: Linked, { of, given, change }: PathPart, search: Search): Possible {
  const path = fold(linked, of, search)
  return combined(path, given ? fold(linked, given, search) : { values: [''], complete: true }, change)
}

// An imported constant: `from config import STAGE`.
function foldName(linked: Linked, value: Extract<Value, { kind: 'name' }>, search: Search): Possible {
  const dot = value.name.lastIndexOf('.')
  if (dot < 0) return nothing
  const of: Value = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots }
  return foldMembers(linked, of, value.name.slice(dot + 1), search)
}

function foldField(linked: Linked, value: Field, search: Search): Possible {
  const parsed = commandLineValues(linked, value)
  if (parsed) return foldGiven(linked, parsed, search)
  const called = value.name === 'name' ? memberName(linked, value.of) : null
  if (called !== null) return { values: [called], complete: true }
  // `stage.value` is the value of the member, and its name mostly says the same.
  if (value.name === 'value' || value.name === 'name') {
    const member = fold(linked, value.of, search)
    if (member.values.length > 0) return member
  }
  const member = foldMembers(linked, value.of, value.name, search)
  if (member.values.length > 0 || !isConfigured(linked)) return member
  // `cfg.registry.stage`: what is read from a file may be asked for like an object.
  return foldHeld(linked, value, constant(value.name), search)
}

function foldGiven(linked: Linked, given: Given, search: Search): Possible {
  const found = foldAll(linked, given.values, search)
  return { ...found, complete: found.complete && given.complete }
}

function foldMembers(linked: Linked, of: Value, name: string, search: Search): Possible {
  const parts = referentsOf(linked, of).flatMap((referent): Possible[] => {
    switch (referent.kind) {
      case 'module':
        return [foldAll(linked, boundTo(linked, { unit: referent.path, name }), search)]
      case 'class':
        return [foldAll(linked, classValues(linked, referent.name, name), search)]
      case 'object':
        return [
          asHeld(linked, referent.name, foldAll(linked, fieldsOf(linked, of, referent.name, name), search)),
        ]
      case 'external':
      case 'unit':
      case 'partial':
        return [nothing]
    }
  })
  return parts.length === 0 ? nothing : together(parts)
}

function foldItem(linked: Linked, value: Item, search: Search): Possible {
  const outside = givenFromOutside(linked, value)
  if (outside) return foldGiven(linked, outside, search)
  return foldHeld(linked, value, value.key, search)
}

function foldHeld(linked: Linked, value: Item | Field, key: Value, search: Search): Possible {
  const { values, hidden } = heldUnder(linked, value, key, search)
  const found = foldAll(linked, values, search)
  return hidden ? { ...found, complete: false } : found
}

function foldParameter(linked: Linked, value: Parameter, search: Search): Possible {
  const unit = linked.program.units.get(value.unit)
  const shape = unit?.parameters[value.index]
  if (!unit || !shape) return nothing
  if (shape.kind === 'environment') return foldGiven(linked, environmentOf(linked, unit, shape.name), search)
  const option = optionGiven(linked, unit, value.index)
  if (option) return foldOption(linked, unit, value.index, option, search)
  const given = foldAll(linked, argumentsFor(linked, unit, value.index), search)
  return { ...given, complete: given.complete && callersOf(linked, unit).some(isFromOutside(unit)) }
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
  const [first] = call.arguments
  const names = libraryNames(linked, callee)
  const widget = widgetValues(linked, names, call)
  if (widget) return foldGiven(linked, widget, search)
  const setting = settingAsked(linked.knowledge, names)
  if (setting) return foldSetting(linked, call, setting, search)
  const lookup = linked.configured.lookups.get(call)
  if (lookup) return foldLookup(linked, lookup, search)
  const declared = fieldDefault(linked.knowledge, names, call)
  if (declared) return fold(linked, declared, search)
  const plain = names.find(name => /^(str|float|int)$/.test(name))
  if (plain && first)
    return mapLiterals(fold(linked, first.value, search), value =>
      converted(value, plain === 'str' ? null : 'number'),
    )
  if (first && names.some(name => copies.test(name))) return fold(linked, first.value, search)
  const steps = names.some(name => paths.test(name)) ? partsOfPath(call) : undefined
  if (steps !== undefined) return steps ? foldText(linked, steps, search) : nothing
  const asked = callee.kind === 'field' ? foldMethod(linked, callee, call, search) : null
  if (asked) return asked
  const returned = returnValues(linked, call).map(value => declaredBy(linked, call, value))
  return returned.length > 0 ? foldAll(linked, returned, search) : nothing
}

// Methods of texts and tables; `null` for others.
function foldMethod(linked: Linked, { of, name }: Field, call: Call, search: Search): Possible | null {
  const [first] = call.arguments
  if (/^(lower|upper|strip|title|capitalize)$/.test(name))
    return mapTexts(fold(linked, of, search), text => changeCase(text, name))
  if (name === 'format') return foldTemplate(linked, of, text => partsOfFormat(text, call.arguments), search)
  const steps = name === 'joinpath' ? partsOfPath(call, of) : undefined
  if (steps !== undefined) return steps ? foldText(linked, steps, search) : nothing
  const joined = name === 'join' && first ? partsOfJoin(of, onlyHeld(linked, first.value, search)) : null
  if (joined) return foldText(linked, joined, search)
  return name === 'get' && first ? foldGet(linked, of, first.value, call.arguments[1]?.value, search) : null
}

// A setting from outside: its fallback is one of the values that it has in practice.
function foldSetting(linked: Linked, call: Call, setting: Setting, search: Search): Possible {
  const fallback = given(call, setting.parameters, setting.otherwise)
  const outside = givenByEnvironment(linked, call.span.file.path, call.arguments[0]?.value)
  const known = outside ? foldGiven(linked, outside, search) : nothing
  if (known.complete || !fallback) return known
  return { ...together([known, fold(linked, fallback, search)]), complete: false }
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

// What is looked up in a file; what stands in for it counts only where nothing is found.
function foldLookup(linked: Linked, { item, otherwise, as }: Lookup, search: Search): Possible {
  const stands = hold(linked, item.of, search).some(holder => itemsOf(holder, item.key)?.length)
  const found = fold(linked, stands || !otherwise ? item : otherwise, search)
  return mapLiterals(stands ? found : { ...found, complete: false }, value => converted(value, as))
}

function foldGet(
  linked: Linked,
  of: Value,
  key: Value,
  fallback: Value | undefined,
  search: Search,
): Possible {
  const { held, values, hidden } = heldUnder(linked, { of, kind: 'item' }, key, search)
  const otherwise = fallback ? fold(linked, fallback, search) : nothing
  const read = placesIn(values.map(value => fold(linked, value, search))).places !== undefined
  if (read && held.length === 1 && !hidden) return foldAll(linked, values, search)
  return together([foldAll(linked, values, search), otherwise])
}

function foldOperation(linked: Linked, value: Operation, search: Search): Possible {
  const [left, right] = value.operands
  if (value.operator === 'or' || value.operator === 'and')
    return together(value.operands.map(operand => fold(linked, operand, search)))
  if (value.operator === '+') return foldText(linked, value.operands, search)
  if (value.operator === '-' && left && right)
    return differences(fold(linked, left, search), fold(linked, right, search))
  if (value.operator === '/' && left && right) return foldText(linked, [left, constant('/'), right], search)
  if (value.operator === '%' && left && right)
    return foldTemplate(linked, left, text => partsOfPercent(text, right), search)
  return nothing
}
