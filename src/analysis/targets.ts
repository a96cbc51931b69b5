import type { Words } from '../rules/schema'
import { hole, type Literal } from './possible'

export type Target = 'production' | 'other' | 'neutral' | 'unknown'

/**
 * What a target's name says: whether it serves users. Words are compared without case, between separators and
 * humps. A word for another environment wins: `prod-candidate` does not serve users.
 */
export function classify(value: Literal, words: Words): Target {
  if (value === null) return 'other'
  if (typeof value !== 'string') return 'neutral'
  const text = value.toLowerCase()
  const negation = words.negations.map(escapeWord).join('|')
  const negated =
    negation === ''
      ? null
      : new RegExp(`(^|[^a-z])(${negation})[-_ .]?(${words.production.map(escapeWord).join('|')})`)
  if (negated?.test(text)) return 'other'
  const tokens = tokensOf(value)
  if (tokens.some(token => words.other.includes(token)) || words.other.includes(text)) return 'other'
  if (tokens.some(token => words.production.includes(token)) || words.production.includes(text))
    return 'production'
  return text.includes(hole) ? 'unknown' : 'neutral'
}

function tokensOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(token => token !== '')
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
