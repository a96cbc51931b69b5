import { lineOf } from '../../base/lines'
import type { PromotionMap } from '../../program'
import { toJson } from '../json-text'

/** A map as JSON; `docs/json.md` describes it. */
export function graphJson({ nodes, edges }: PromotionMap): string {
  return toJson({
    nodes: nodes.map(({ id, kind, label, span, strength, status }) => {
      const { line, column } = lineOf(span.file.text, span.start)
      return { id, kind, label, path: span.file.path, line, column, strength, status }
    }),
    edges,
  })
}
