import { addTo } from '../base/groups'
import type { Catalog } from '../rules/schema'
import type { Telling, Words } from '../rules/words-schema'

/** The word lists by their names. */
export function wordLists(catalogs: readonly Catalog[]): Map<string, Words> {
  return new Map(catalogs.flatMap(catalog => Object.entries(catalog.words)))
}

/** Puts the word lists together that tell the same. */
export function tellingWords(lists: readonly Words[]): ReadonlyMap<Telling, Words> {
  const found = new Map<Telling, Words[]>()
  for (const list of lists) if (list.tells) addTo(found, list.tells, list)
  return new Map([...found].map(([tells, those]) => [tells, together(those)]))
}

function together(lists: readonly Words[]): Words {
  const all = (part: keyof Omit<Words, 'tells'>): string[] => [...new Set(lists.flatMap(list => list[part]))]
  return {
    production: all('production'),
    other: all('other'),
    neutral: all('neutral'),
    possible: all('possible'),
    counted: all('counted'),
    products: all('products'),
    negations: all('negations'),
  }
}
