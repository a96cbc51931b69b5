import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Collects what nobody uses any more. V8 takes memory as long as the machine has some, and by how much was used when it last
 * collected: at the end of a stage that leaves little behind, this halves what the next one takes.
 */
export function collect(): void {
  if (!collector) {
    setFlagsFromString('--expose-gc')
    collector = { gc: runInNewContext('gc') }
  }
  if (typeof collector.gc === 'function') collector.gc()
}

let collector: { readonly gc: unknown } | null = null

/**
 * Has V8 collect whenever what is in use has grown by three tenths, from now on in this process. By itself it waits until that
 * is several times as much, as long as the machine has memory.
 */
export function saveMemory(): void {
  setFlagsFromString('--heap-growing-percent=30')
}

// MiB in each of two halves. V8 goes to twice or four times as much by itself, in a second, which gains less than a tenth of
// the time.
const enoughForNew = 8

/** Has V8 take no more for new objects once it has enough, and says whether it has. It cannot be made to give some back. */
export function capNew(): boolean {
  const space = getHeapSpaceStatistics().find(one => one.space_name === 'new_space')
  const isEnough = space !== undefined && space.space_size >= 2 * enoughForNew * 1024 ** 2
  if (!isEnough) return false
  setFlagsFromString('--semi-space-growth-factor=1')
  // Threads that begin from now on would stay with the little that they begin with.
  setFlagsFromString(`--min-semi-space-size=${enoughForNew}`)
  return true
}

/** Lets V8 take more again, under the flags that it had. */
export function uncapNew(): void {
  setFlagsFromString('--semi-space-growth-factor=2')
  setFlagsFromString('--min-semi-space-size=0')
}
