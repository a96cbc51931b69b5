import { check } from '../../src/analysis/check'
import { builtin } from '../policy/configured'
import { readSources } from './analyse'

/** As many rows of a text as asked for. */
export const rows = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join('')

/** Enough for a machine of half the speed, and too little for what grows with the square of the sizes in these tests. */
export const mostSeconds = 12

/** What some work gives, and whether it takes more of the processor than that. */
export async function within<T>(work: () => T | Promise<T>): Promise<T> {
  const start = process.cpuUsage()
  const made = await work()
  // A time limit of a test ends none that never waits.
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(mostSeconds)
  return made
}

/** How many findings there are in files, within that. */
export async function count(sources: Readonly<Record<string, string>>): Promise<number> {
  return within(async () => check(await readSources(sources), builtin).length)
}
