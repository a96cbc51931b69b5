import { escaped } from '../../base/escaped'
import { addTo } from '../../base/groups'
import { remembered } from '../../base/once'
import type { Outlines } from './outline'

/** By text: the files in which it stands. */
export function filesByText(outlines: Outlines): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { file, sketch } of outlines.byPath.values())
    for (const text of sketch.texts) found.set(text, (found.get(text) ?? new Set()).add(file.path))
  return found
}

/**
 * Finds texts, whole where one begins or ends in a word. A text in double quotes stands in a text of the code, by itself or
 * parted from its neighbours by anything that is no letter: `"prod"` in `models_prod/churn.pkl`. A star stands for anything
 * up to the end of a name: `model*.zip` in `churn_model-v2.zip`.
 */
export function openTextFinder(texts: readonly string[]): Finder {
  const plain = openPlain(texts.filter(text => !isQuoted(text) && !isStarred(text)))
  const quoted = openQuoted(texts.filter(isQuoted))
  const starred = openStarred(texts.filter(isStarred))
  return text => [...new Set([...plain(text), ...quoted(text), ...starred(text)])]
}

/** Finds some of these in a text. */
export type Finder = (text: string) => readonly string[]

const nothing: Finder = () => []

function openPlain(texts: readonly string[]): Finder {
  // The longest first: a shorter one that it holds would hide it.
  const sorted = texts.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const heldIn = remembered(text => sorted.filter(other => stands(other, text)))
  const pattern = patternOf(sorted, 'g')
  return text => [...new Set(Array.from(text.matchAll(pattern), ([one]) => one))].flatMap(heldIn)
}

/** Whether a text has to stand in a text. */
function isQuoted(text: string): boolean {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"')
}

function isStarred(text: string): boolean {
  return /^[^*"]+\*[^*"]*$/.test(text)
}

const longestName = 60

function openStarred(texts: readonly string[]): Finder {
  if (texts.length === 0) return nothing
  const ends = new Map<string, string[]>()
  for (const text of texts) addTo(ends, text.slice(0, text.indexOf('*')), text.slice(text.indexOf('*') + 1))
  const starts = new RegExp([...ends.keys()].map(escaped).join('|'), 'g')
  const endOf = new Map([...ends].map(([start, those]) => [start, new RegExp(anyOf(those), 'g')]))
  return text => {
    const found = new Set<string>()
    for (const { 0: start, index } of text.matchAll(starts)) {
      const from = index + start.length
      const name = /^[^\n"'/]*/.exec(text.slice(from, from + longestName))?.[0] ?? ''
      for (const [end] of name.matchAll(endOf.get(start) ?? /(?!)/g)) found.add(`${start}*${end}`)
    }
    return [...found]
  }
}

function openQuoted(texts: readonly string[]): Finder {
  if (texts.length === 0) return nothing
  const words = texts.map(text => text.slice(1, -1))
  // What stands in front is looked at behind the pattern, which finds a place sooner that way.
  const pattern = new RegExp(`(?:${words.map(escaped).join('|')})(?![A-Za-z])`, 'g')
  return text =>
    matchesApart(text, pattern).flatMap(({ 0: word, index }) =>
      isBetweenQuotes(text, index, index + word.length) ? [`"${word}"`] : [],
    )
}

// Those that begin no letter, as `.pkl`, or stand behind none.
function matchesApart(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: word, index } = match
    if (isLetter(word[0]) && isLetter(text[index - 1])) pattern.lastIndex = index + 1
    else found.push(match)
  }
  return found
}

function isLetter(character = ''): boolean {
  return /^[A-Za-z]/.test(character)
}

// Whether it really is inside of a text is not asked: a file too many costs less than one too few.
function isBetweenQuotes(text: string, start: number, end: number): boolean {
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start)
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd)
  return /["']/.test(before) && /["']/.test(after)
}

// A text that begins with a letter is looked for where a name begins, which leaves out most of a file.
function patternOf(texts: readonly string[], flags = ''): RegExp {
  const [words, others] = [true, false].map(isWord => texts.filter(text => /^\w/.test(text) === isWord))
  return new RegExp(`\\b(?:${anyOf(words)})|(?:${anyOf(others)})`, flags)
}

function stands(one: string, text: string): boolean {
  return text.includes(one) && patternOf([one]).test(text)
}

function anyOf(texts: readonly string[] = []): string {
  return texts.length === 0 ? '(?!)' : texts.map(whole).join('|')
}

function whole(text: string): string {
  return /\w$/.test(text) ? `${escaped(text)}(?!\\w)` : escaped(text)
}
