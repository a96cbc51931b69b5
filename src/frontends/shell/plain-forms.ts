import type { Operator, Value } from '../../program'
import { type Builder, lookUp } from '../builder'
import { compare } from './comparisons'
import type { WordToken } from './plain-tokens'
import { changeFolder, type Plain, wordValue } from './plain-values'
import { kept, succeeded } from './scope'

/** What a line of PowerShell or `cmd` does. */
export type Form = { readonly words: readonly WordToken[]; readonly reads?: readonly WordToken[] } & (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'command'; readonly assigns: string | null }
  | { readonly kind: 'assign'; readonly name: string; readonly value: Value }
  /** What follows runs where the condition holds; `maybe`: where nobody knows what. */
  | { readonly kind: 'if'; readonly condition: Value; readonly rest: readonly WordToken[] }
  | { readonly kind: 'maybe'; readonly rest: readonly WordToken[] }
  | { readonly kind: 'always'; readonly rest: readonly WordToken[] }
  | { readonly kind: 'loop'; readonly rest: readonly WordToken[] }
  | { readonly kind: 'end'; readonly status: Value | 'last' }
)

/** Reads the words of a line. */
export function formOf(plain: Plain, builder: Builder, words: readonly WordToken[]): Form {
  return plain.language === 'cmd' ? cmdForm(plain, builder, words) : powershellForm(plain, builder, words)
}

const nothing = (words: readonly WordToken[]): Form => ({ kind: 'nothing', words })

function powershellForm(plain: Plain, builder: Builder, words: readonly WordToken[]): Form {
  const [first, second, ...rest] = words
  if (!first) return nothing(words)
  const keyword = first.bare.toLowerCase()
  if (/^(if|elseif)$/.test(keyword.replace(/\(.*/s, ''))) return powershellIf(plain, builder, words)
  if (/^(try|finally|do|else|begin|process|end)$/.test(keyword))
    return { kind: 'always', words, rest: words.slice(1) }
  if (/^(foreach|for|while|until|switch|catch|function|param|trap|filter)\b/.test(keyword))
    return { kind: 'maybe', words, rest: [] }
  if (keyword === 'throw') return { kind: 'end', words, status: { kind: 'constant', value: 1 } }
  if (keyword === 'exit')
    return { kind: 'end', words, status: second ? wordValue(plain, builder, second) : 'last' }
  if (/^(return|break|continue)$/.test(keyword)) return nothing(words)
  if (/^\$/.test(first.bare) && /^\+?=$/.test(second?.bare ?? ''))
    return powershellAssign(plain, builder, first, rest, words)
  if (/^(cd|set-location|sl|push-location|pushd)$/.test(keyword)) {
    changeFolder(plain, second ? wordValue(plain, builder, second) : null)
    return nothing(words)
  }
  if (keyword === '&' || keyword === '.') return { kind: 'command', words: words.slice(1), assigns: null }
  return isExpression(first) ? nothing(words) : { kind: 'command', words, assigns: null }
}

// A line that begins with a value calculates something, and runs no program.
function isExpression(word: WordToken): boolean {
  return !/^[A-Za-z_.\\/~*][^=]*$/.test(word.bare)
}

function powershellIf(plain: Plain, builder: Builder, words: readonly WordToken[]): Form {
  const at = words.findIndex(word => word.inner.length > 0)
  const [group] = words[at]?.inner ?? []
  const text = group ? plain.file.text.slice(group.start, group.end) : ''
  const condition = powershellStatus(plain, builder, text, words)
  const rest = at < 0 ? [] : words.slice(at + 1)
  return condition ? { kind: 'if', condition, words, rest, reads: [] } : { kind: 'maybe', words, rest }
}

const comparisons: Readonly<Record<string, Operator>> = {
  ne: '!=',
  neq: '!=',
  eq: '==',
  equ: '==',
  gt: '>',
  gtr: '>',
  ge: '>=',
  geq: '>=',
  '==': '==',
}

// `$LASTEXITCODE -ne 0`, `$LASTEXITCODE`, `-not $?`.
function powershellStatus(
  plain: Plain,
  builder: Builder,
  text: string,
  words: readonly WordToken[],
): Value | null {
  if (/^\s*(-not\s+|!\s*)\(?\$\?\)?\s*$/.test(text)) return ofStatus(plain, builder, '!=', words)
  if (/^\s*\$\?\s*$/.test(text)) return ofStatus(plain, builder, '==', words)
  const [whole, operator, number = '0'] = /^\$lastexitcode(?:\s*-(\w+)\s+(\d+))?$/i.exec(text.trim()) ?? []
  if (whole === undefined) return null
  return ofStatus(plain, builder, againstZero(operator ?? 'ne', Number(number)), words)
}

// A comparison of a status as one with 0: any other number stands for a failure.
function againstZero(operator: string, number: number): '==' | '!=' | null {
  const comparison = comparisons[operator.toLowerCase()]
  if (comparison === '==' || comparison === '!=')
    return (comparison === '==') === (number === 0) ? '==' : '!='
  if (comparison === '>') return number === 0 ? '!=' : null
  return comparison === '>=' && number === 1 ? '!=' : null
}

function ofStatus(
  plain: Plain,
  builder: Builder,
  operator: '==' | '!=' | null,
  words: readonly WordToken[],
): Value | null {
  const [first] = words
  if (!operator || !first) return null
  const span = { file: plain.file, start: first.start, end: words.at(-1)?.end ?? first.end }
  return compare(operator, lookUp(builder, kept.status), succeeded, span)
}

function powershellAssign(
  plain: Plain,
  builder: Builder,
  target: WordToken,
  given: readonly WordToken[],
  words: readonly WordToken[],
): Form {
  const name = target.bare.slice(1).replace(/[{}]/g, '')
  const [first, second] = given
  if (first && !isExpression(first)) return { kind: 'command', words: given, assigns: name }
  const isKnown = first && !second && first.inner.length === 0
  const value: Value = isKnown ? wordValue(plain, builder, first) : { kind: 'unknown' }
  return { kind: 'assign', words, name, value }
}

const silent = /^(rem|setlocal|endlocal|title|color|shift|popd|goto|:.*|\(|break|pause)$/

function cmdForm(plain: Plain, builder: Builder, given: readonly WordToken[]): Form {
  const begins = given.findIndex(word => !/^(@|@?call|do)$/i.test(word.bare))
  const words = begins < 0 ? [] : given.slice(begins)
  const [first, second, ...rest] = words
  if (!first) return nothing(words)
  const keyword = first.bare.toLowerCase().replace(/^@/, '')
  if (keyword === 'if') return cmdIf(plain, builder, words)
  if (keyword === 'else') return { kind: 'always', words, rest: words.slice(1) }
  if (keyword === 'for') return { kind: 'loop', words, rest: afterDo(words) }
  if (keyword === 'exit') {
    const status = words.find(word => /^(\d+|%\w+%)$/.test(word.bare))
    return { kind: 'end', words, status: status ? wordValue(plain, builder, status) : 'last' }
  }
  if (keyword === 'set') return cmdSet(plain, builder, second, words)
  if (keyword === 'cd' || keyword === 'chdir' || keyword === 'pushd') {
    const target = second?.bare.toLowerCase() === '/d' ? rest[0] : second
    changeFolder(plain, target ? wordValue(plain, builder, target) : null)
    return nothing(words)
  }
  return silent.test(keyword) || keyword.startsWith(':')
    ? nothing(words)
    : { kind: 'command', words, assigns: null }
}

function afterDo(words: readonly WordToken[]): readonly WordToken[] {
  const at = words.findIndex(word => word.bare.toLowerCase() === 'do')
  return at < 0 ? [] : words.slice(at + 1)
}

function cmdSet(
  plain: Plain,
  builder: Builder,
  given: WordToken | undefined,
  words: readonly WordToken[],
): Form {
  const value = given ? wordValue(plain, builder, given) : null
  const parts = value?.kind === 'text' ? value.parts : value ? [value] : []
  const [, name, begin = ''] =
    /^(\w+)=(.*)$/s.exec(parts[0]?.kind === 'constant' ? String(parts[0].value) : '') ?? []
  if (name === undefined) return nothing(words)
  const others = parts.slice(1)
  const start: Value = { kind: 'constant', value: begin }
  const all: readonly Value[] = begin === '' && others.length > 0 ? others : [start, ...others]
  const [only, second] = all
  // A text with blanks goes on to the end of the line.
  const isWhole = words.length === 2 && only !== undefined
  return {
    kind: 'assign',
    words,
    name,
    value: !isWhole ? { kind: 'unknown' } : second ? { kind: 'text', parts: all } : only,
  }
}

// `if errorlevel 1`, `if not "%X%"=="1"`, `if exist file`.
function cmdIf(plain: Plain, builder: Builder, words: readonly WordToken[]): Form {
  const given = words.slice(1).filter(word => word.bare.toLowerCase() !== '/i')
  const negated = given[0]?.bare.toLowerCase() === 'not'
  const [a, b, c, ...others] = negated ? given.slice(1) : given
  const [left, operator] = [a?.bare.toLowerCase() ?? '', b?.bare.toLowerCase() ?? '']
  const number = Number(left === 'errorlevel' ? operator : c?.bare)
  const isLevel = /^[%!]errorlevel[%!]$/.test(left) && operator in comparisons
  const asked =
    left === 'errorlevel' ? againstZero('geq', number) : isLevel ? againstZero(operator, number) : null
  const turned = asked && negated ? (asked === '==' ? '!=' : '==') : asked
  const condition = ofStatus(plain, builder, turned, words)
  const takesTwo = /^(errorlevel|exist|defined|cmdextversion)$/.test(left)
  const takesThree = operator in comparisons || /^(lss|leq)$/.test(operator)
  const rest = takesTwo
    ? [...(c ? [c] : []), ...others]
    : takesThree
      ? others
      : [b, c, ...others].filter(w => w !== undefined)
  return condition ? { kind: 'if', words, condition, rest } : { kind: 'maybe', words, rest }
}
