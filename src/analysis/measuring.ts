import type { Catalog } from '../rules/schema'
import { namePattern } from './knowledge'

/** How a model is fitted, asked and measured. */
export type Measuring = Readonly<
  Record<'calls' | 'compares', readonly RegExp[]> &
    Record<'methods' | 'fits' | 'predicts' | 'scores', ReadonlySet<string>>
>

/** What catalogues say of measuring, put together. */
export function arrangeMeasuring(catalogs: readonly Catalog[]): Measuring {
  const list = (of: keyof Measuring): readonly string[] =>
    catalogs.flatMap(catalog => catalog.measuring?.[of] ?? [])
  return {
    calls: list('calls').map(namePattern),
    compares: list('compares').map(namePattern),
    methods: new Set(list('methods')),
    fits: new Set(list('fits')),
    predicts: new Set(list('predicts')),
    scores: new Set(list('scores')),
  }
}
