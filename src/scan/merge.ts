import { UserError } from '../base/user-error'
import type { Report } from '../program'
import { concluded } from './conclude'
import { type Side, seenIn } from './examine'
import type { NamedPart, Origin, Part } from './parts'

/** The report of a run from those of its shards, as if it had been made in one go. That they are no whole is a UserError. */
export async function mergeParts(named: readonly NamedPart[]): Promise<Report> {
  const parts = inOrder(named)
  const [first] = parts
  const { version, rules, configuration, proposal, whole, tree, base, before } = first
  const touched = new Set(before?.touched ?? [])
  const sides = (side: (part: Part) => Side | null) => seenIn(eachOf(parts, side))
  return concluded({
    version,
    rules,
    configuration,
    proposal,
    whole,
    tree,
    head: sides(part => part.head),
    base: base && 'commit' in base ? { kind: 'base', commit: base.commit, remarks: remarksIn(parts) } : base,
    before: before && {
      isTouched: path => touched.has(path),
      seen: async () => sides(part => part.before?.side ?? null),
    },
    other: async () => sides(part => part.other),
  })
}

type Parts = readonly [Part, ...Part[]]

// All were made from the same, so that what one has, each of them has.
function eachOf(parts: Parts, take: (part: Part) => Side | null): [Side, ...Side[]] {
  const [first, ...others] = parts.flatMap(part => take(part) ?? [])
  if (!first || others.length + 1 !== parts.length) throw new Error('a shard lacks a side that others have')
  return [first, ...others]
}

function remarksIn(parts: Parts): () => readonly string[] {
  const all = parts.flatMap(({ base }) => (base && 'commit' in base ? base.remarks : []))
  return () => [...new Set(all)]
}

/** The shards from the first to the last, each once. */
function inOrder(named: readonly NamedPart[]): Parts {
  const [first, ...others] = named
  if (!first)
    throw new UserError('a report is missing; write `modelgate merge FILE…` with those of all shards')
  for (const other of others) refuseStranger(first, other)
  const { of } = first.part.shard
  const byNumber = new Map<number, NamedPart>()
  for (const one of named) {
    const known = byNumber.get(one.part.shard.number)
    if (known)
      throw new UserError(`${one.file}: shard ${shown(one)} is in ${known.file} too; name each shard once`)
    byNumber.set(one.part.shard.number, one)
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter(number => !byNumber.has(number))
  if (missing.length > 0)
    throw new UserError(
      `${missing.length === 1 ? 'shard' : 'shards'} ${missing.join(', ')} of ${of} ${missing.length === 1 ? 'is' : 'are'} missing; name the reports of all shards`,
    )
  const [one = first, ...more] = [...byNumber.values()].sort(
    (a, b) => a.part.shard.number - b.part.shard.number,
  )
  return [one.part, ...more.map(({ part }) => part)]
}

// In the order in which they are told: a configuration that was added is a file, too.
const differences: Readonly<Record<keyof Origin, string>> = {
  rules: 'other rules than',
  policy: 'another configuration than',
  files: 'other files than',
  base: 'a comparison with another commit than',
}

function refuseStranger(first: NamedPart, other: NamedPart): void {
  if (other.part.shard.of !== first.part.shard.of)
    throw new UserError(
      `${other.file}: this is shard ${shown(other)}, and ${first.file} is shard ${shown(first)}; name the shards of one run`,
    )
  for (const [what, says] of Object.entries(differences) as [keyof Origin, string][])
    if (other.part.madeFrom[what] !== first.part.madeFrom[what])
      throw new UserError(
        `${other.file}: it was made from ${says} ${first.file}; run all shards on one commit, with the same options`,
      )
}

function shown({ part: { shard } }: NamedPart): string {
  return `${shard.number}/${shard.of}`
}
