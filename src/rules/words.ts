import type { RuleSet } from './schema'

/** The rules with a project's own words for what serves users, and for what does not, in every word list. */
export function withWords(
  rules: RuleSet,
  own: { readonly words: readonly string[]; readonly not: readonly string[] },
): RuleSet {
  if (own.words.length === 0 && own.not.length === 0) return rules
  const lower = (words: readonly string[]): string[] => words.map(word => word.toLowerCase())
  const catalogs = rules.catalogs.map(catalog => ({
    ...catalog,
    words: Object.fromEntries(
      Object.entries(catalog.words).map(([name, list]) => [
        name,
        {
          ...list,
          production: [
            ...list.production.filter(word => !lower(own.not).includes(word)),
            ...lower(own.words),
          ],
          other: [...list.other.filter(word => !lower(own.words).includes(word)), ...lower(own.not)],
        },
      ]),
    ),
  }))
  return { ...rules, catalogs }
}
