import { constant, type Mix, type Operation, type Span, type Value } from '../../program'

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

const opposite: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

/** A comparison of two texts, or of a number with one. */
export function compare(operator: Comparison, left: Value, right: Value, span: Span): Value {
  const asked = askedOf(operator, left, right) ?? askedOf(operator, right, left)
  if (asked) return asked.holds ? asked.of : not(asked.of, span)
  // A status is a number, and scripts compare it with text.
  if (isNumeric(left) || isNumeric(right)) return compareNumbers(operator, left, right, span)
  if (left.kind === 'constant' && right.kind === 'constant')
    return constant((left.value === right.value) === (operator === '=='))
  return { kind: 'operation', operator, operands: [left, right], span }
}

/** A comparison of numbers. */
export function compareNumbers(operator: Comparison, left: Value, right: Value, span: Span): Value {
  const asked = askedOf(operator, left, right)
  if (asked) return asked.holds ? asked.of : not(asked.of, span)
  const [a, b] = [numberOf(left), numberOf(right)]
  if (
    a.kind === 'constant' &&
    b.kind === 'constant' &&
    typeof a.value === 'number' &&
    typeof b.value === 'number'
  )
    return constant(decided(operator, a.value, b.value))
  return { kind: 'operation', operator, operands: [a, b], span }
}

/** `true` for any number but 0, as `((…))` and `bc` have it. */
export function isNotZero(value: Value, span: Span): Value {
  if (value.kind === 'operation' && isCondition(value)) return value
  return compareNumbers('!=', value, constant(0), span)
}

export function not(value: Value, span: Span): Value {
  if (value.kind === 'constant') return constant(!value.value)
  if (value.kind === 'operation' && value.operator === 'not' && value.operands[0]) return value.operands[0]
  return { kind: 'operation', operator: 'not', operands: [value], span }
}

function decided(operator: Comparison, a: number, b: number): boolean {
  switch (operator) {
    case '==':
      return a === b
    case '!=':
      return a !== b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
  }
}

// `[ "$(echo "$a < $b" | bc)" -eq 1 ]` asks for what `bc` was asked for.
function askedOf(operator: Comparison, left: Value, right: Value): { of: Value; holds: boolean } | null {
  if (left.kind !== 'operation' || !isCondition(left) || right.kind !== 'constant') return null
  const number = right.value === '' ? Number.NaN : Number(right.value)
  if (number !== 0 && number !== 1) return null
  const [whenTrue, whenFalse] = [decided(operator, 1, number), decided(operator, 0, number)]
  return whenTrue === whenFalse ? null : { of: left, holds: whenTrue }
}

function isCondition({ operator }: Operation): boolean {
  return operator in opposite || operator === 'and' || operator === 'or' || operator === 'not'
}

function isNumeric(value: Value): boolean {
  if (value.kind === 'constant') return typeof value.value === 'number'
  return (
    value.kind === 'mix' && value.of.some(way => way.kind === 'constant' && typeof way.value === 'number')
  )
}

/** The same value with numbers in place of their digits. */
export function numberOf(value: Value): Value {
  if (value.kind === 'constant' && typeof value.value === 'string' && isDigits(value.value))
    return constant(Number(value.value))
  if (value.kind !== 'mix' || !value.of.some(way => way.kind === 'constant' && typeof way.value === 'string'))
    return value
  return flat(value, 0) ?? value
}

// Every way of a mix of mixes as a way of one; `null` where one of them is no constant.
function flat(mix: Mix, depth: number): Mix | null {
  const ways = mix.of.map((way, i): Mix | null => {
    if (way.kind === 'constant') return { kind: 'mix', of: [numberOf(way)], from: [mix.from[i] ?? -1] }
    return way.kind === 'mix' && way !== mix && depth < 4 ? flat(way, depth + 1) : null
  })
  const found = ways.filter(way => way !== null)
  if (found.length < ways.length) return null
  return { kind: 'mix', of: found.flatMap(way => way.of), from: found.flatMap(way => way.from) }
}

function isDigits(text: string): boolean {
  return /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/.test(text)
}

const symbols: readonly Comparison[] = ['<=', '>=', '==', '!=', '<', '>']

/** Reads `x < y` in a text that a calculator gets; `null` where it is anything else. */
export function readPlainComparison(value: Value, span: Span): Operation | null {
  const parts = value.kind === 'text' ? value.parts : [value]
  const found = parts.flatMap((part, at) => {
    const text = part.kind === 'constant' ? String(part.value) : ''
    const match = /<=|>=|==|!=|<|>/.exec(text)
    return match ? [{ at, match, text }] : []
  })
  const [only, second] = found
  if (!only || second) return null
  const operator = symbols.find(symbol => symbol === only.match[0])
  const before = only.text.slice(0, only.match.index)
  const after = only.text.slice(only.match.index + only.match[0].length)
  if (!operator || /[<>=!&|?]/.test(after)) return null
  const left = sideOf([...parts.slice(0, only.at), constant(before)])
  const right = sideOf([constant(after), ...parts.slice(only.at + 1)])
  return left && right ? { kind: 'operation', operator, operands: [left, right], span } : null
}

// What stands on one side of it: a number, or one value between blanks and brackets.
function sideOf(parts: readonly Value[]): Value | null {
  const texts = parts.map(part => (part.kind === 'constant' ? String(part.value) : ''))
  // `scale=4;` says how many digits, and brackets say nothing.
  const text = texts
    .join('')
    .replace(/scale\s*=\s*\d+\s*;/g, '')
    .replace(/[()\s;"']/g, '')
  const values = parts.filter(part => part.kind !== 'constant')
  const [only, second] = values
  if (only && !second && text === '') return only
  if (!only && isDigits(text)) return constant(Number(text))
  return values.length > 0 && /^[-+*/\d.^]+$/.test(text) ? { kind: 'text', parts } : null
}
