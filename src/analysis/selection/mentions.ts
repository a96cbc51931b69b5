import { keptIn } from '../../base/once'
import type { Outline } from './outline'

/** Where a name stands by itself in a file. */
export type Mentions = (outline: Outline, name: string) => readonly number[]

// A pass over the file for each name is cheaper than all its words, unless there are many.
const few = 30

/** Asks nothing yet; `named` gives strings of their own for names that are pieces of a text. */
export function openMentions(named: (name: string) => string): Mentions {
  const asked = new Map<string, number>()
  const known = new Map<string, ReadonlyMap<string, readonly number[]>>()
  return (outline, name) => {
    const { path } = outline.file
    const times = asked.get(path) ?? 0
    asked.set(path, times + 1)
    if (times < few) return Array.from(outline.code().matchAll(alone(name)), ({ index }) => index)
    return keptIn(known, path, () => wordsIn(outline.code(), named)).get(name) ?? []
  }
}

// Neither what is taken from something else, nor the name of an argument, nor what gets another value.
function alone(word: string): RegExp {
  return new RegExp(`(?<![\\w.])${word}\\b(?!\\s*=(?!=))`, 'g')
}

function wordsIn(code: string, named: (name: string) => string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const { 0: word, index } of code.matchAll(alone('\\w+'))) {
    const places = found.get(word)
    if (places) places.push(index)
    else found.set(named(word), [index])
  }
  return found
}

/** The names in a file that are taken from something: `store.publish`, `getattr(store, "publish")`. */
export function takenIn(code: string): ReadonlySet<string> {
  const found = new Set(Array.from(code.matchAll(/\.\s*(\w+)/g), ([, name = '']) => name))
  for (const [, inside = '', next = ''] of code.matchAll(/\bgetattr\s*\(([^()\n]*)(\s*["']\w+)?/g))
    for (const [, name = ''] of (inside + next).matchAll(/,\s*["'](\w+)/g)) found.add(name)
  return found
}

/** Whether what stands at an offset is a function of a library, and so no method of an object from here: `json.load`. */
export function isOfLibrary(outline: Outline, index: number): boolean {
  const before = outline.code().slice(Math.max(0, index - lookBack), index)
  const head = /(?<![\w.)\]}"'])([A-Za-z_]\w*)(?:\s*\.\s*\w+)*\s*$/.exec(before)?.[1]
  const bound = head === undefined ? [] : outline.boundTo(head)
  return bound.length > 0 && bound.every(({ kind }) => kind === 'library')
}

const lookBack = 120
