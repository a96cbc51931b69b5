import type { Shard } from '../analysis/shards'
import { digestOf } from '../base/hash'
import { packed, unpacked } from '../base/packed'
import { UserError } from '../base/user-error'
import type { Base, Unavailable } from '../files/git/base'
import type { Tree } from '../files/walk'
import type { Proposal } from '../policy/from-base'
import type { Configuration } from '../policy/settings'

import type { RuleSet } from '../rules/schema'
import type { Basis } from './conclude'
import type { Side } from './examine'

/** What one shard has found: all that the report over all of them is made of. It is plain data. */
export interface Part extends Basis {
  readonly shard: Shard
  readonly madeFrom: Origin
  readonly head: Side
  /** The other side of a comparison, and the paths at which it holds other files. */
  readonly before: { readonly touched: readonly string[]; readonly side: Side } | null
  /** What is found by the policy that does not judge, where that finds something else. */
  readonly other: Side | null
  readonly base: { readonly commit: string; readonly remarks: readonly string[] } | Unavailable | null
}

/** Digests of what a shard was made from: in all shards of a run they are the same. */
export interface Origin {
  readonly files: string
  readonly rules: string
  readonly policy: string
  readonly base: string
}

interface Asked {
  readonly paths: readonly string[]
  readonly rules: RuleSet
  readonly configuration: Configuration
  readonly proposal?: Proposal | null
  readonly base: Base | Unavailable | null
}

/** Tells what a run goes by, so that shards of different runs are not taken for one. */
export function madeFrom({ paths, rules, configuration, proposal, base }: Asked, tree: Tree): Origin {
  const { file } = configuration
  // The policy is told by itself.
  const texts = tree.files.flatMap(({ path, text }) => (path === file ? [] : [path, text]))
  const names = [...tree.paths].filter(path => path !== file).sort()
  return {
    files: digestOf([...paths, '', ...names, '', ...texts]),
    rules: digestOf([JSON.stringify(rules)]),
    policy: digestOf([JSON.stringify([configuration, proposal ?? null], withMaps)]),
    base: digestOf([base === null ? 'none' : base.kind === 'base' ? base.commit : 'unavailable']),
  }
}

function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}

const schema = 1

/** The text of a shard's report: one JSON object that says what it is, with all that was found packed in it. */
export function partText(part: Part): string {
  const { shard, version, madeFrom: made, base } = part
  const { payload, digest } = packed(part)
  const commit = base && 'commit' in base ? base.commit : null
  const head = { modelgate: 'shard', schema, version, shard, comparedWith: commit, madeFrom: made, digest }
  return `${JSON.stringify({ ...head, payload }, null, 2)}\n`
}

/** A shard's report, and the file that holds it. */
export interface NamedPart {
  readonly file: string
  readonly part: Part
}

/** Reads the report of a shard. Anything else is a UserError. */
export function parsePart(text: string, file: string, version: string): NamedPart {
  const value = parsed(text)
  if (value?.modelgate !== 'shard')
    throw new UserError(
      `${file}: this is no report of a shard; write one with \`modelgate scan --shard 1/2 --format shard=FILE\``,
    )
  if (value.version !== version || value.schema !== schema)
    throw new UserError(
      `${file}: Modelgate ${String(value.version).slice(0, 40)} has written it, and this is ${version}; let one version do all of it`,
    )
  const { payload, digest } = value
  const known = typeof payload === 'string' && typeof digest === 'string' && unpacked(payload, digest)
  if (!known)
    throw new UserError(`${file}: it is not as it was written, or a newer Node has written it; scan anew`)
  return { file, part: known.value as Part }
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return Object(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
