import { escaped } from '../base/escaped'
import type { Words } from '../rules/words-schema'
import { hole, type Literal } from './possible'

export type Target = 'production' | 'other' | 'neutral' | 'unknown'

/**
 * What a target's name says: whether it serves users. Words are compared without case, between separators and
 * humps. A word for another environment wins: `prod-candidate` does not serve users. A word that says so only now and
 * then leaves it unknown.
 */
export function classify(value: Literal, words: Words): Target {
  if (value === null) return 'other'
  if (typeof value !== 'string') return 'neutral'
  const tokens = [...tokensOf(value), ...tokensOf(value.toLowerCase())]
  const placing = [value, value.toLowerCase()].flatMap(text => withoutProducts(tokensOf(text), words))
  const says = (list: readonly string[], among = tokens): boolean =>
    among.some(token => list.includes(token) || list.includes(withoutNumber(token))) ||
    list.some(word => isWritten(word, value))
  if (isNegated(tokensOf(value), words) || says(words.other)) return 'other'
  if (says(words.production, placing)) return 'production'
  return says(words.possible) || hasOpenPart(value, words) ? 'unknown' : 'neutral'
}

// What stands behind `epoch` or `v` is a number.
function hasOpenPart(text: string, words: Words): boolean {
  const before = text.split(hole).slice(0, -1)
  return before.some(
    part => !words.counted.includes(/(?<![a-z])([a-z]+)[^a-z0-9]?$/.exec(part.toLowerCase())?.[1] ?? ''),
  )
}

// A project may name its targets in any script, and by more than one word.
function isWritten(word: string, text: string): boolean {
  if (/^[a-z0-9]+$/.test(word)) return false
  const written = text.toLowerCase()
  return written === word || `-${written.replace(/[^\p{L}\p{N}]+/gu, '-')}-`.includes(`-${word}-`)
}

// `stable-diffusion` is what a model is called, wherever it serves.
function withoutProducts(tokens: readonly string[], { products }: Words): readonly string[] {
  const kept = products.reduce(
    (text, product) => text.replaceAll(`-${product}-`, '-'),
    `-${tokens.join('-')}-`,
  )
  return kept.split('-')
}

// `preprod`, `non-prod`, `NotProduction`.
function isNegated(tokens: readonly string[], words: Words): boolean {
  if (words.negations.length === 0) return false
  const negation = words.negations.map(escaped).join('|')
  const production = words.production.map(escaped).join('|')
  return new RegExp(`(^|-)(${negation})-?(${production})(-|$)`).test(tokens.join('-'))
}

function tokensOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(token => token !== '')
}

// `prod2` is one of several, `ga4` a product.
function withoutNumber(token: string): string {
  return token.replace(/^([a-z]{3,})\d+$/, '$1')
}
