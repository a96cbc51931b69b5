import { openBase } from '../../src/files/git/base'
import { readPolicies } from '../../src/policy/from-base'
import type { Environments, Report } from '../../src/program'
import { type FormatName, formats } from '../../src/reporters'
import { builtinRules } from '../../src/rules/builtin'
import type { RuleSet } from '../../src/rules/schema'
import { type ScanOptions, scan, scanShard } from '../../src/scan'
import type { Memory } from '../../src/scan/memory'
import { mergeParts } from '../../src/scan/merge'
import { type NamedPart, parsePart, partText } from '../../src/scan/parts'

export interface Asked {
  /** What it is compared with. */
  readonly since?: string
  readonly paths?: readonly string[]
  readonly memory?: Memory
  readonly environments?: Environments
  readonly rules?: RuleSet
}

/** What the programs make of a tree, in one run. */
export function atOnce(root: string, asked: Asked = {}): Promise<Report> {
  return withOptions(root, asked, options => scan(options))
}

/** The reports of all shards, written and read again. */
export async function shardsOf(root: string, of: number, asked: Asked = {}): Promise<NamedPart[]> {
  const parts: NamedPart[] = []
  for (let number = 1; number <= of; number += 1) {
    const part = await withOptions(root, asked, options => scanShard(options, { number, of }))
    parts.push(parsePart(partText(part), `${number}.json`, '0.1.0'))
  }
  return parts
}

/** The same in shards, whose reports come in another order than they were made. */
export async function inShards(root: string, of: number, asked: Asked = {}): Promise<Report> {
  return mergeParts((await shardsOf(root, of, asked)).reverse())
}

/** A report in every format, and the map. */
export function allOf(report: Report): Record<string, unknown> {
  const texts = Object.keys(formats).map(name => [
    name,
    formats[name as FormatName](report, { showGuarded: true, showSuppressed: true }),
  ])
  return { ...Object.fromEntries(texts), map: report.map }
}

async function withOptions<T>(
  root: string,
  { since, paths = [], memory, environments, rules = builtinRules() }: Asked,
  run: (options: ScanOptions) => Promise<T>,
): Promise<T> {
  const base = since === undefined ? null : openBase(root, { kind: 'named', ref: since }, null)
  const wishes = { failOn: null, baseline: null, today: '2026-11-29', base }
  try {
    const policies = await readPolicies(root, null, rules, wishes, { PATH: process.env.PATH ?? '' })
    const known = { ...(memory && { memory }), ...(environments && { environments }) }
    return await run({ root, paths, rules, ...policies, version: '0.1.0', base, ...known })
  } finally {
    if (base?.kind === 'base') base.close()
  }
}
