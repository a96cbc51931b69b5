import type { PromotionMap } from '../../program'
import { dot } from './dot'
import { graphJson } from './json'
import { mermaid } from './mermaid'

/** How a promotion map is written. */
export const graphFormats: Readonly<Record<GraphFormat, (map: PromotionMap) => string>> = {
  mermaid,
  dot,
  json: graphJson,
}

export type GraphFormat = 'mermaid' | 'dot' | 'json'
