import { visible } from '../../base/visible'
import type { MapNode, PromotionMap } from '../../program'
import { nodeText, openEnds } from './text'

const shapes: Readonly<Record<MapNode['kind'], string>> = {
  trigger: 'oval',
  pipeline: 'component',
  job: 'box',
  script: 'note',
  function: 'box',
  gate: 'hexagon',
  promotion: 'cds',
}

const colours = { open: '#cf222e', declared: '#9a6700', guarded: '#1a7f37' } as const

/** A map in the language of Graphviz. https://graphviz.org/doc/info/lang.html */
export function dot({ nodes, edges }: PromotionMap): string {
  const drawn = nodes.map(node => {
    const ends = openEnds(node)
    const colour = ends === null ? '' : `, color=${quoted(colours[ends])}`
    return `  ${node.id} [label=${quoted(nodeText(node))}, shape=${shapes[node.kind]}${colour}]`
  })
  const lines = edges.map(({ from, to, kind, regardless }) => {
    const style = regardless === null ? '' : ', style=dashed'
    return `  ${from} -> ${to} [label=${quoted(regardless === null ? kind : `${kind}: ${regardless}`)}${style}]`
  })
  return `${['digraph promotions {', '  rankdir=LR', ...drawn, ...lines, '}'].join('\n')}\n`
}

function quoted(text: string): string {
  return `"${visible(text).replace(/["\\]/g, character => `\\${character}`)}"`
}
