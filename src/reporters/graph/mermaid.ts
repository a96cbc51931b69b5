import { visible } from '../../base/visible'
import type { MapEdge, MapNode, PromotionMap } from '../../program'
import { nodeText, openEnds } from './text'

const shapes: Readonly<Record<MapNode['kind'], readonly [string, string]>> = {
  trigger: ['([', '])'],
  pipeline: ['[[', ']]'],
  job: ['[', ']'],
  script: ['[/', '/]'],
  function: ['(', ')'],
  gate: ['{{', '}}'],
  promotion: ['>', ']'],
}

/** A map as a Mermaid flowchart, which GitHub and GitLab draw. https://mermaid.js.org/syntax/flowchart.html */
export function mermaid(map: PromotionMap): string {
  const nodes = map.nodes.map(node => {
    const [open, close] = shapes[node.kind]
    return `  ${node.id}${open}"${escaped(nodeText(node))}"${close}${classOf(node)}`
  })
  const edges = map.edges.map(edge => `  ${edge.from} ${arrow(edge)} ${edge.to}`)
  return `${['flowchart LR', ...nodes, ...edges, ...classes].join('\n')}\n`
}

const classes = [
  '  classDef open fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  '  classDef declared fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  '  classDef guarded fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
]

function classOf(node: MapNode): string {
  const ends = openEnds(node)
  return ends === null ? '' : `:::${ends}`
}

function arrow({ kind, regardless }: MapEdge): string {
  const words = kind === 'runs' || kind === 'calls' ? '' : kind
  const label = regardless === null ? words : `${kind}, in vain`
  const line = regardless === null ? '-->' : '-.->'
  return label === '' ? line : `${line}|${escaped(label)}|`
}

// Anything but plain words may mean something to Mermaid or to HTML.
function escaped(text: string): string {
  return visible(text).replace(/[^A-Za-z0-9 _./,-]/gu, character => `#${character.codePointAt(0)};`)
}
