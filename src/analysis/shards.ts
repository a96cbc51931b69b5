import { byCodeUnits } from '../base/order'
import { onDisk } from '../program'
import type { SinkSite } from './sinks'

/** One of several runs that share the calls of a program among them: the second of four. */
export interface Shard {
  /** From 1 on. */
  readonly number: number
  readonly of: number
}

/** A run that judges everything. */
export const wholeRun: Shard = { number: 1, of: 1 }

/**
 * The calls that belong to a shard: those of some neighbouring files, of which each shard gets about as many calls. It depends
 * on nothing but the calls, so that runs which know nothing of each other leave none out and judge none twice.
 */
export function callsOf({ number, of }: Shard, sinks: readonly SinkSite[]): readonly SinkSite[] {
  if (of === 1) return sinks
  const counts = new Map<string, number>()
  for (const sink of sinks) counts.set(pathOf(sink), (counts.get(pathOf(sink)) ?? 0) + 1)
  const shardOf = new Map<string, number>()
  let before = 0
  for (const [path, count] of [...counts].sort(([a], [b]) => byCodeUnits(a, b))) {
    // By the middle of the file, so that one that lies on a border goes where more of it belongs.
    shardOf.set(path, Math.floor(((before + count / 2) * of) / sinks.length) + 1)
    before += count
  }
  return sinks.filter(sink => shardOf.get(pathOf(sink)) === number)
}

function pathOf({ at }: SinkSite): string {
  return onDisk(at).file.path
}
