import type { PromotionMap } from '../../program'

/** The part of a map that leads to promotions which nothing guards well enough to be silent. */
export function openPart({ nodes, edges }: PromotionMap): PromotionMap {
  const kept = new Set(
    nodes.flatMap(({ id, status }) => (status === 'open' || status === 'declared' ? [id] : [])),
  )
  for (const id of kept) for (const { from, to } of edges) if (to === id) kept.add(from)
  return {
    nodes: nodes.filter(({ id }) => kept.has(id)),
    edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  }
}
