import type { GuardVerdict } from './finding'
import type { Span } from './source'

/** The ways on which models reach production: what starts them, what they pass, and where they end. */
export interface PromotionMap {
  /** In the order of paths and places. */
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
}

export interface MapNode {
  /** Unique in the map: `n1`, `n2`, …. */
  readonly id: string
  readonly kind: 'trigger' | 'pipeline' | 'job' | 'script' | 'function' | 'gate' | 'promotion'
  readonly label: string
  readonly span: Span
  /** Of a gate: how much it proves. */
  readonly strength: GuardVerdict['strength'] | null
  /** Of a promotion: whether something guards it, only declares to, or nothing does. */
  readonly status: 'guarded' | 'declared' | 'open' | null
}

export interface MapEdge {
  readonly from: string
  readonly to: string
  /** `needs`: a job waits for another; `guards`: a gate stands before a promotion. */
  readonly kind: 'starts' | 'runs' | 'calls' | 'needs' | 'guards'
  /** Why the edge holds nothing back; `null` where it does, or where nothing is to be held. */
  readonly regardless: string | null
}
