import { type Argument, constant, unknown, type Value } from '../../program'
import { boundTo } from '../bindings'
import { holders } from '../holders'
import type { CallSite, Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { referentsOf } from '../resolve'
import { type Part, partsOfText } from './words'

const mostLines = 24
// Of one question for lists that are put together of others.
const mostLists = 100

/** A command line that a call starts. */
export interface Line {
  readonly value: Value
  readonly argument: Argument | null
  /** Its words, where each argument is one. */
  readonly words: readonly Argument[] | null
  /** Words in front of it. */
  readonly begins: readonly string[]
  readonly directory: string | null
  readonly environment: readonly Argument[]
  readonly raises: boolean
  readonly status: string | null
}

/** The lines that a call may start, and whether it starts one of which all is known. */
export interface Lines {
  readonly lines: readonly Part[][]
  readonly isAll: boolean
}

/** Takes the command lines apart that a call may start. */
export function commandsOf(linked: Linked, site: CallSite, line: Line): Lines {
  const { call } = site
  const begins = line.begins.map((word): Argument => ({ name: null, value: constant(word), span: call.span }))
  const { lines, isAll } = line.words
    ? { lines: [aloneIn(line.words.map(word => knownWord(linked, word)))], isAll: true }
    : linesWritten(linked, site, line)
  const whole = lines.map(parts => parts.map(part => ({ ...part, words: [...begins, ...part.words] })))
  return { lines: whole, isAll }
}

function aloneIn(words: readonly Argument[]): Part[] {
  return [{ words, after: 'anything', decides: true }]
}

function knownWord(linked: Linked, word: Argument): Argument {
  return word.splat ? word : { ...word, value: wordIn(linked, word.value) }
}

function linesWritten(linked: Linked, { call }: CallSite, { value, argument }: Line): Lines {
  const span = argument?.span ?? call.span
  const lists = listsOf(linked, value, { left: mostLists })
  const fromLists = lists.slice(0, mostLines).map(items => {
    const words = items.map((item): Argument => ({ name: null, value: wordIn(linked, item), span }))
    return [...(scriptIn(words) ?? aloneIn(words))]
  })
  if (fromLists.length > 0)
    return { lines: fromLists, isAll: holders(linked, value).length === 1 && isAlwaysList(linked, value) }
  const { values, complete } = possibleLiterals(linked, value)
  const texts = values.filter(text => typeof text === 'string')
  const lines = texts.slice(0, mostLines).map(text => [...partsOfText(text, span)])
  return { lines, isAll: complete && values.length === 1 }
}

/** The lists of words that a value may stand for: `["aws", *options]`, `BASE + ["deploy"]`. */
function listsOf(linked: Linked, value: Value, asking: { left: number }): readonly (readonly Value[])[] {
  asking.left -= 1
  if (asking.left < 0) return []
  const ways = value.kind === 'variable' ? boundTo(linked, value) : value.kind === 'mix' ? value.of : []
  const [left, right] = value.kind === 'operation' && value.operator === '+' ? value.operands : []
  if (left && right) {
    const behind = listsOf(linked, right, asking)
    // What is not known may be any words.
    const ends = behind.length > 0 ? behind : [[unknown]]
    return few(listsOf(linked, left, asking).flatMap(begin => ends.map(end => [...begin, ...end])))
  }
  if (ways.some(({ kind }) => kind === 'operation'))
    return few(ways.flatMap(way => listsOf(linked, way, asking)))
  return few(
    holders(linked, value).flatMap(holder =>
      holder.kind === 'collection' ? [holder.items.flatMap(item => spread(linked, item, asking))] : [],
    ),
  )
}

function few(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return lists.slice(0, mostLines).map(items => items.slice(0, mostWords))
}

const mostWords = 400

function spread(linked: Linked, item: Value, asking: { left: number }): readonly Value[] {
  if (item.kind !== 'item' || !item.splat) return [item]
  const [only, second] = listsOf(linked, item.of, asking)
  return only && !second ? only : [item]
}

// Whether every way on which a value may have come about leads to a list that is written out.
function isAlwaysList(linked: Linked, value: Value, met = new Set<Value>()): boolean {
  if (met.has(value)) return true
  met.add(value)
  if (value.kind === 'mix') return value.of.every(way => isAlwaysList(linked, way, met))
  if (value.kind === 'variable')
    return boundTo(linked, value).every(bound => isAlwaysList(linked, bound, met))
  return holders(linked, value).length > 0
}

// `["bash", "-c", "python promote.py"]`
function scriptIn(words: readonly Argument[]): readonly Part[] | null {
  const [shell, option, text] = words.map(({ value }) =>
    value.kind === 'constant' ? String(value.value) : null,
  )
  const script = words[2]
  const starts = /^(.*\/)?(ba|z|da|k)?sh$/.test(shell ?? '') && /^-[a-z]*c$/.test(option ?? '')
  return starts && script && text ? partsOfText(text, script.span) : null
}

// `sys.executable` is a name that the catalogue of launchers has.
function wordIn(linked: Linked, item: Value): Value {
  if (item.kind === 'constant') return item
  const [named] = referentsOf(linked, item)
  if (named?.kind === 'external') return { kind: 'constant', value: named.name }
  const { values, complete } = possibleLiterals(linked, item)
  const [only, second] = values
  return complete && only !== undefined && second === undefined
    ? { kind: 'constant', value: String(only) }
    : item
}
