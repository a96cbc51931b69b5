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

/** `STAGE=prod` and `STAGE=$STAGE` give a variable. */
export function assignmentOf(word: Argument): Argument | null {
  const { value } = word
  const first = value.kind === 'text' ? value.parts[0] : value
  const text = first?.kind === 'constant' ? String(first.value) : ''
  const name = /^([A-Za-z_]\w*)=/.exec(text)?.[1]
  return name === undefined || word.splat ? null : { ...word, name, value: restOf(value, name.length + 1) }
}

/** Whether a word gives a variable. */
export function isAssignment(word: Argument | undefined): boolean {
  return word !== undefined && assignmentOf(word) !== null
}
