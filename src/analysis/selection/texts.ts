import type { Outlines } from './outline'

/** By text: the files in which it stands, whole where it begins or ends in a word. */
export function findTexts(outlines: Outlines, texts: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  if (texts.length === 0) return found
  // The longest first: a shorter one that it holds would hide it.
  const sorted = texts.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const held = new Map(sorted.map(text => [text, sorted.filter(other => patternOf([other]).test(text))]))
  const pattern = patternOf(sorted, 'g')
  for (const { file } of outlines.byPath.values())
    for (const one of new Set(Array.from(file.text.matchAll(pattern), ([text]) => text)))
      for (const text of held.get(one) ?? []) found.set(text, (found.get(text) ?? new Set()).add(file.path))
  return found
}

// A text that begins with a letter is looked for where a name begins, which leaves out most of a file.
function patternOf(texts: readonly string[], flags = ''): RegExp {
  const [words, others] = [true, false].map(isWord => texts.filter(text => /^\w/.test(text) === isWord))
  return new RegExp(`\\b(?:${anyOf(words)})|(?:${anyOf(others)})`, flags)
}

function anyOf(texts: readonly string[] = []): string {
  return texts.length === 0 ? '(?!)' : texts.map(whole).join('|')
}

function whole(text: string): string {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /\w$/.test(text) ? `${escaped}(?!\\w)` : escaped
}
