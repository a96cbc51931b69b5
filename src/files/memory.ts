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

// Of both halves. V8 goes to 32 or 64 MiB by itself, in a second, which gains a twentieth of the time at most.
const enoughForNew = 16 * 1024 ** 2

/** Has V8 take no more for new objects once it has enough, and says whether it has. It cannot be made to give some back. */
export function capNew(): boolean {
  const space = getHeapSpaceStatistics().find(one => one.space_name === 'new_space')
  const isEnough = space !== undefined && space.space_size >= enoughForNew
  if (isEnough) setFlagsFromString('--semi-space-growth-factor=1')
  return isEnough
}

/** Lets V8 take more again. */
export function uncapNew(): void {
  setFlagsFromString('--semi-space-growth-factor=2')
}
