import { closest, distance } from 'fastest-levenshtein'

/** The candidate that was probably meant by `word`, or null where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0 || word.length > 100) return null
  const guess = closest(word.toLowerCase(), candidates)
  return distance(word.toLowerCase(), guess) <= Math.max(2, Math.floor(guess.length / 3)) ? guess : null
}
