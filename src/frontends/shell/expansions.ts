import {
  type Constant,
  type Item,
  mixOf,
  type Operation,
  type Span,
  unknown,
  type Value,
} from '../../program'
import { lookUp } from '../builder'
import type { Node } from '../parser'
import { ownPath } from './folders'
import { assign, kept, type Scope, spanOf, textOf } from './scope'
import { ask, decide } from './status'
import { readWord, type Word } from './words'

/** What `$name` stands for. */
export function readVariable(scope: Scope, name: string): Value {
  if (/^\d+$/.test(name)) return readPositional(scope, Number(name))
  if (name === '?') return lookUp(scope.builder, kept.status)
  if (name === 'BASH_SOURCE') return ownPath(scope.script)
  return /^[A-Za-z_]\w*$/.test(name) && name !== '_' ? lookUp(scope.builder, name) : unknown
}

function readPositional(scope: Scope, number: number): Value {
  if (number === 0) return ownPath(scope.script)
  const shifted = shiftOf(scope)
  const index = shifted === null ? -1 : number + shifted - 1
  if (index >= 0 && index < scope.positional) return { kind: 'parameter', unit: scope.unit, index }
  const key: Value = index < 0 ? unknown : { kind: 'constant', value: index - scope.positional }
  return hasRest(scope) ? { kind: 'item', of: restOf(scope), key } : unknown
}

/** How many arguments have been shifted away; `null` where that is not known. */
export function shiftOf(scope: Scope): number | null {
  const value = lookUp(scope.builder, kept.shifted)
  return value.kind === 'constant' && typeof value.value === 'number' ? value.value : null
}

function hasRest(scope: Scope): boolean {
  return scope.parameters[scope.positional]?.kind === 'rest'
}

function restOf(scope: Scope): Value {
  return { kind: 'parameter', unit: scope.unit, index: scope.positional }
}

/** `"$@"`: the positional parameters that have a number in this unit, and the rest. */
export function allArguments(scope: Scope, span: Span): Word[] {
  const shifted = shiftOf(scope)
  const numbered = Array.from(
    { length: Math.max(0, scope.positional - (shifted ?? 0)) },
    (_, i) => i + (shifted ?? 0),
  )
  const words = numbered.map(
    (index): Word => ({
      value: { kind: 'parameter', unit: scope.unit, index },
      splat: shifted === null,
      span,
    }),
  )
  return [...words, { value: hasRest(scope) ? restOf(scope) : unknown, splat: true, span }]
}

/** `"${array[@]}"`: its elements where they are known. */
export function elementsOf(scope: Scope, name: string, span: Span): Word[] {
  const value = readVariable(scope, name)
  if (value.kind !== 'collection' || !mayExpand(scope, value.items.length))
    return [{ value, splat: true, span }]
  return value.items.map(item =>
    isSeveral(item) ? { value: item.of, splat: true, span } : { value: item, splat: false, span },
  )
}

// How an array keeps what may be several words.
function isSeveral(value: Value): value is Item {
  return value.kind === 'item' && value.key === unknown
}

/** Whether so many words may stand in the place of one. */
export function mayExpand({ script }: Scope, words: number): boolean {
  if (words > script.words) return false
  if (words > 1) script.words -= words
  return true
}

/** `${…}`. */
export function readExpansion(scope: Scope, node: Node): Value {
  const variable = node.namedChildren.find(
    child => child && /^(variable_name|special_variable_name|subscript)$/.test(child.type),
  )
  if (!variable) return unknown
  const operators = node.childrenForFieldName('operator')
  if (operators.some(o => o && o.startIndex < variable.startIndex)) return unknown
  const value =
    variable.type === 'subscript' ? readElement(scope, variable) : readVariable(scope, variable.text)
  const operator = operators[0]
  if (!operator) return value
  const operand = node.namedChildren.find(child => child && child.startIndex >= operator.endIndex) ?? null
  return expand(scope, node, { name: variable.text, value, operator: operator.text, operand })
}

interface Expansion {
  readonly name: string
  readonly value: Value
  readonly operator: string
  readonly operand: Node | null
}

function expand(scope: Scope, node: Node, expansion: Expansion): Value {
  const { name, value, operator, operand } = expansion
  switch (operator) {
    case '-':
    case ':-':
      return orElse(value, operator, () => readWord(scope, operand))
    case '=':
    case ':=': {
      const either = orElse(value, operator, () => readWord(scope, operand))
      if (/^[A-Za-z_]\w*$/.test(name)) assign(scope, name, either)
      return either
    }
    case '+':
    case ':+':
      return mixOf([readWord(scope, operand), textOf(scope.script, '')])
    case '?':
    case ':?':
      insist(scope, value, spanOf(scope, node))
      return value
    case ',':
    case ',,':
    case '^':
    case '^^':
      return changeCase(scope, value, operator)
    default:
      return unknown
  }
}

function orElse(value: Value, operator: string, fallback: () => Value): Value {
  if (value.kind === 'constant') return value.value === '' && operator.startsWith(':') ? fallback() : value
  return mixOf([value, fallback()])
}

// `${X:?message}` ends the shell where X is empty, whatever `-e` says.
function insist(scope: Scope, value: Value, span: Span): void {
  if (value.kind === 'constant' && value.value !== '') return
  const empty: Constant = textOf(scope.script, '')
  const given: Operation = { kind: 'operation', operator: '!=', operands: [value, empty], span }
  decide(scope, scope.ends.failure, span, (yes, no) => ask(scope, given, span, yes, no))
}

// Words mean the same in either case wherever a value is judged, so one that is not known stays what it is.
function changeCase(scope: Scope, value: Value, operator: string): Value {
  if (value.kind !== 'constant' || operator.length < 2) return value
  const text = String(value.value)
  return textOf(scope.script, operator === ',,' ? text.toLowerCase() : text.toUpperCase())
}

function readElement(scope: Scope, node: Node): Value {
  const name = node.childForFieldName('name')?.text ?? ''
  const index = node.childForFieldName('index')
  if (name === 'BASH_SOURCE') return ownPath(scope.script)
  const of = readVariable(scope, name)
  if (!index || /^[@*]$/.test(index.text)) return unknown
  const key = readWord(scope, index)
  const at = key.kind === 'constant' ? Number(key.value) : Number.NaN
  if (of.kind === 'collection' && Number.isInteger(at)) return of.items.at(at) ?? textOf(scope.script, '')
  return { kind: 'item', of, key: Number.isInteger(at) ? { kind: 'constant', value: at } : key }
}
