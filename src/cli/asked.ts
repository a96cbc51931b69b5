import type { Shard } from '../analysis/shards'
import type { GivenLimits } from '../policy/settings'
import type { Level } from '../program'
import type { GraphFormat } from '../reporters/graph'

/** What the command line asks for. */
export type Request =
  | ScanRequest
  | MergeRequest
  | GraphRequest
  | {
      readonly kind: 'rules'
      readonly format: 'pretty' | 'json'
      readonly ruleDirectories: readonly string[]
    }
  | BaselineRequest
  | InitRequest
  | { readonly kind: 'explain'; readonly rule: string; readonly ruleDirectories: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }

export interface GraphRequest {
  readonly kind: 'graph'
  readonly paths: readonly string[]
  readonly format: GraphFormat
  readonly config: string | null
  readonly ruleDirectories: readonly string[]
}

export interface BaselineRequest {
  readonly kind: 'baseline'
  readonly paths: readonly string[]
  /** Where to write it; `null` for its usual name in the scanned directory. */
  readonly output: string | null
  readonly config: string | null
  readonly ruleDirectories: readonly string[]
}

export interface InitRequest {
  readonly kind: 'init'
  readonly directory: string
  readonly force: boolean
}

export interface ScanRequest {
  readonly kind: 'scan'
  readonly paths: readonly string[]
  /** As written: `sarif=out.sarif`. */
  readonly formats: readonly string[]
  readonly failOn: Level | 'never' | null
  readonly config: string | null
  /** What the work tree is compared with. */
  readonly since: string | null
  readonly ruleDirectories: readonly string[]
  readonly baseline: string | null
  /** `2026-12-31`. */
  readonly today: string | null
  readonly showGuarded: boolean
  readonly showSuppressed: boolean
  readonly quiet: boolean
  /** The part of the work that is asked for; all of it where `null`. */
  readonly shard: Shard | null
  /** Where earlier runs have kept what they found. */
  readonly cache: string | null
  /** How many threads read files; as many as are of use where `null`. */
  readonly threads: number | null
  readonly limits: GivenLimits
}

export interface MergeRequest
  extends Pick<ScanRequest, 'formats' | 'showGuarded' | 'showSuppressed' | 'quiet'> {
  readonly kind: 'merge'
  /** The reports of all shards. */
  readonly files: readonly string[]
}
