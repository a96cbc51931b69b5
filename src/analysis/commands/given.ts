import type { Argument, Value } from '../../program'
import { beginningOf, restOf, wordOf } from './lines'

/** What options of a launcher are given, in a row: `-v A:/a --volume=B:/b -vC:/c`. */
export function valuesOf(words: readonly Argument[], options: readonly string[]): readonly Argument[] {
  return words.flatMap((word, i) => {
    const before = wordOf(words[i - 1])
    if (before !== null && options.includes(before)) return [word]
    const value = valueIn(word, options)
    return value === null ? [] : [{ ...word, value }]
  })
}

/** What a word holds behind one of these options: `--file=ci.mk`, `-fci.mk`; `null` where it is no such word. */
export function valueIn({ value }: Argument, options: readonly string[]): Value | null {
  const start = beginningOf(value) ?? ''
  const long = options.find(option => start.startsWith(`${option}=`))
  if (long !== undefined) return restOf(value, long.length + 1)
  const short = options.find(option => /^-[A-Za-z]$/.test(option) && start.startsWith(option))
  const isAlone = value.kind === 'constant' && start === short
  return short === undefined || isAlone ? null : restOf(value, short.length)
}
