import { type Argument, constant, type Unit, type Value } from '../../program'
import type { CallSite, Linked } from '../linked'
import { normalised, openSpellbook, spellingsOf } from '../origins/spelling'
import { hole, possibleLiterals } from '../possible'
import { referentsOf } from '../resolve'
import { listsIn } from './word-lists'
import { type Part, partsOfText } from './words'

const mostLines = 24

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
  readonly status: readonly string[]
  readonly raisedBy: string | null
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
    ? { lines: [aloneIn(line.words.map(word => knownWord(linked, site.unit, word)))], isAll: true }
    : linesWritten(linked, site, line)
  const whole = lines.map(parts => parts.map(part => ({ ...part, words: [...begins, ...part.words] })))
  return { lines: whole, isAll }
}

function aloneIn(words: readonly Argument[]): Part[] {
  return [{ words, after: 'anything', decides: true }]
}

function knownWord(linked: Linked, unit: Unit, word: Argument): Argument {
  return word.splat ? word : { ...word, value: wordIn(linked, unit, word.value) }
}

function linesWritten(linked: Linked, site: CallSite, { value, argument }: Line): Lines {
  const span = argument?.span ?? site.call.span
  const { lists, isAll } = listsIn(linked, site, value)
  const fromLists = lists.slice(0, mostLines).map(items => {
    const words = items.map((item): Argument => {
      const isOpen = item.kind === 'item' && item.splat === true
      if (isOpen) return { name: null, value: item, splat: true, span }
      return { name: null, value: wordIn(linked, site.unit, item), span }
    })
    return [...(scriptIn(words) ?? aloneIn(words))]
  })
  if (fromLists.length > 0) return { lines: fromLists, isAll: isAll && lists.length === 1 }
  const { values, complete } = possibleLiterals(linked, value)
  const texts = values.filter(text => typeof text === 'string')
  const lines = texts.slice(0, mostLines).map(text => [...partsOfText(text, span)])
  return { lines, isAll: complete && values.length === 1 }
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
function wordIn(linked: Linked, unit: Unit, item: Value): Value {
  if (item.kind === 'constant') return item
  const path = pathHere(linked, unit, item)
  if (path !== null) return constant(path)
  const [named] = referentsOf(linked, item)
  if (named?.kind === 'external' && linked.knowledge.launchers.has(named.name)) return constant(named.name)
  const { values, complete } = possibleLiterals(linked, item)
  const [only, second] = values
  return complete && only !== undefined && second === undefined
    ? { kind: 'constant', value: String(only) }
    : item
}

/** A path that begins where its file lies, from the top of the tree on, which is `/`; `null` for any other: `HERE / "promote.py"`. */
export function pathHere(linked: Linked, { file }: Unit, value: Value): string | null {
  if (value.kind === 'constant' || file.container) return null
  const [only, second] = spellingsOf(linked, value, file, openSpellbook())
  if (!only?.anchored || second || only.text.includes(hole)) return null
  const path = normalised(only)
  return path === null ? null : `/${path}`
}
