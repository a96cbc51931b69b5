import type { Call, Constant, Field, Operation, Unit, Value } from '../../program'
import { boundTo } from '../bindings'
import { argumentFor } from '../callers'
import type { Linked } from '../linked'
import { holders, hole } from '../possible'
import { libraryNames, unitsNamed } from '../resolve'
import { isChanged } from './filled'
import { settledOf } from './settled'

const mostFunctions = 3
const mostAsked = 200

/** What is asked, and of which value: the functions that lead there are counted, and so are all questions together. */
interface Asked {
  readonly linked: Linked
  readonly value: Value
  readonly text: string
  readonly inside: number
  readonly budget: { left: number }
}

/** How a condition turns out where a value is this text, of which a part may be a hole; `null` where that does not decide it. */
export function askedOfText(linked: Linked, tested: Value, value: Value, text: string): boolean | null {
  return answerOf({ linked, value, text, inside: 0, budget: { left: mostAsked } }, tested)
}

// `name.endswith(".pkl")`, `"/" in name`, `name in KNOWN` with a table that has it, `os.path.isfile(name)`, `is_url(name)`.
function answerOf(asked: Asked, tested: Value): boolean | null {
  asked.budget.left -= 1
  if (asked.budget.left < 0) return null
  switch (tested.kind) {
    case 'result':
      return answerOfCall(asked, tested.call)
    case 'operation':
      return answerOfOperation(asked, tested)
    case 'field':
      return schemeOf(asked, tested) === null ? null : true
    default:
      return null
  }
}

function answerOfOperation(asked: Asked, { operator, operands }: Operation): boolean | null {
  const [left, right] = operands
  if (operator === 'not') return left ? opposite(answerOf(asked, left)) : null
  if (operator === 'and' || operator === 'or') {
    const answers = operands.map(operand => answerOf(asked, operand))
    const decides = operator === 'or'
    if (answers.includes(decides)) return decides
    return answers.includes(null) ? null : !decides
  }
  if (!left || !right) return null
  const isIn = answerOfPair(asked, operator, left, right)
  return operator === 'in' || operator === '==' ? isIn : opposite(isIn)
}

function answerOfPair(asked: Asked, operator: string, left: Value, right: Value): boolean | null {
  const { linked, text, value } = asked
  const scheme = left.kind === 'field' ? schemeOf(asked, left) : null
  if (/^(==|!=)$/.test(operator)) return scheme !== null && isText(right) ? scheme === right.value : null
  if (!/^(not )?in$/.test(operator)) return null
  if (scheme !== null) return textsIn(linked, right)?.includes(scheme) ?? null
  if (isText(left) && isSame(linked, right, value)) {
    const isPart = text.includes(String(left.value))
    return isPart || !text.includes(hole) ? isPart : null
  }
  return isSame(linked, left, value) && isKeyOf(linked, text, right) ? true : null
}

function opposite(answer: boolean | null): boolean | null {
  return answer === null ? null : !answer
}

function answerOfCall(asked: Asked, call: Call): boolean | null {
  const { linked, text } = asked
  const ends = answerOfEnds(asked, call)
  if (ends !== null) return ends
  const names = libraryNames(linked, call.callee)
  const [first, second] = call.arguments
  if (first && !second && names.length === 1 && names[0] === 'bool') return answerOf(asked, first.value)
  if (names.length > 0) return isAddress(text) && isAskedForFile(asked, call, names) ? false : null
  return answerOfFunction(asked, call)
}

// One of the repository, by what it gives back for what it is given.
function answerOfFunction(asked: Asked, call: Call): boolean | null {
  const { linked, value, inside } = asked
  const [unit, ...others] = inside < mostFunctions ? unitsNamed(linked, call.callee) : []
  if (!unit || others.length > 0) return null
  const index = unit.parameters.findIndex((_, at) => {
    const given = argumentFor(unit, at, call)
    return given !== null && isSame(linked, given, value)
  })
  const only = index < 0 ? null : alwaysGivenBack(unit)
  const parameter: Value = { kind: 'parameter', unit: unit.name, index }
  return only && answerOf({ ...asked, value: parameter, inside: inside + 1 }, only)
}

// The one value with which a function comes to its end.
function alwaysGivenBack({ blocks, generator }: Unit): Value | null {
  const seen = new Set([0])
  for (const at of seen) for (const { to } of blocks[at]?.next ?? []) seen.add(to)
  const ends = [...seen].flatMap(at => (blocks[at]?.next.length === 0 ? [blocks[at]?.facts.at(-1)] : []))
  const [only, ...others] = ends.filter(fact => fact?.kind !== 'raise')
  return !generator && only?.kind === 'return' && others.length === 0 ? only.value : null
}

function answerOfEnds({ linked, value, text }: Asked, { callee, arguments: args }: Call): boolean | null {
  const [given, second] = args
  if (callee.kind !== 'field' || !given || second || !isSame(linked, callee.of, value)) return null
  const atEnd = callee.name === 'endswith'
  if (!atEnd && callee.name !== 'startswith') return null
  const ends = isText(given.value) ? [String(given.value.value)] : textsIn(linked, given.value)
  if (!ends) return null
  const known = (atEnd ? text.split(hole).at(-1) : text.split(hole)[0]) ?? ''
  const has = (end: string): boolean => (atEnd ? known.endsWith(end) : known.startsWith(end))
  if (ends.some(has)) return true
  // What is not known may go on as is asked.
  const may = (end: string): boolean => (atEnd ? end.endsWith(known) : end.startsWith(known))
  return known.length < text.length && ends.some(may) ? null : false
}

const askingForFiles =
  /^(?:os\.path\.(?:exists|lexists|isfile|isdir|islink)|pathlib\.(?:Path|PosixPath)\(\)\.(?:exists|is_file|is_dir))$/

// `os.path.isfile(name)`, `Path(name).exists()`
function isAskedForFile(
  { linked, value }: Asked,
  { callee, arguments: args }: Call,
  names: readonly string[],
): boolean {
  if (!names.every(name => askingForFiles.test(name))) return false
  const of = callee.kind === 'field' ? settledOf(callee.of) : null
  const path = of?.kind === 'result' && args.length === 0 ? of.call.arguments : args
  const [given, second] = path
  return given !== undefined && !second && isSame(linked, given.value, value)
}

const addressed = /^([a-z][a-z\d+.-]+):\/\//i

// A path may begin with `c:`, and what lies at `file://` is a file.
function isAddress(text: string): boolean {
  const [, scheme = 'file'] = addressed.exec(text) ?? []
  return scheme.toLowerCase() !== 'file'
}

// `urlparse(name).scheme`, which is empty in a path.
function schemeOf({ linked, value, text }: Asked, { name, of }: Field): string | null {
  const parsed = settledOf(of)
  if (name !== 'scheme' || parsed.kind !== 'result') return null
  const [given] = parsed.call.arguments
  const names = libraryNames(linked, parsed.call.callee)
  if (!given || !isSame(linked, given.value, value)) return null
  if (names.length === 0 || !names.every(one => /^urllib\.parse\.url(?:parse|split)$/.test(one))) return null
  return addressed.exec(text)?.[1]?.toLowerCase() ?? null
}

// What is put into a table later is not seen here, so that only a key which is there says something.
function isKeyOf(linked: Linked, text: string, table: Value): boolean {
  const known = holders(linked, table)
  return (
    known.length > 0 &&
    known.every(
      holder =>
        holder.kind === 'dictionary' &&
        holder.entries.some(({ key }) => key?.kind === 'constant' && key.value === text),
    )
  )
}

/** The texts of a list that is written out, and stays as it is. */
export function textsIn(linked: Linked, value: Value): readonly string[] | null {
  if (value.kind !== 'collection' || value.each !== undefined || !value.items.every(isText)) return null
  if (isChanged(linked, value)) return null
  return value.items.filter(isText).map(item => String(item.value))
}

function isText(value: Value): value is Constant {
  return value.kind === 'constant' && typeof value.value === 'string'
}

/** Whether two values are the same one: a parameter, or a variable that is bound once. */
export function isSame(linked: Linked, a: Value, b: Value): boolean {
  const [one, other] = [settledOf(a), settledOf(b)]
  if (one === other && one.kind !== 'variable') return true
  if (one.kind === 'parameter')
    return other.kind === 'parameter' && one.unit === other.unit && one.index === other.index
  if (one.kind !== 'variable' || other.kind !== 'variable') return false
  return one.unit === other.unit && one.name === other.name && isBoundOnce(linked, one)
}

// What is bound again may be so between a test and what it decides.
function isBoundOnce(linked: Linked, variable: Extract<Value, { kind: 'variable' }>): boolean {
  return boundTo(linked, variable).length === 1
}
