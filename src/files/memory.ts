import { setFlagsFromString } from 'node:v8'
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
 * Has V8 collect whenever what is in use has grown by two fifths, from now on in this process. By itself it waits until that
 * is several times as much, as long as the machine has memory.
 */
export function saveMemory(): void {
  setFlagsFromString('--heap-growing-percent=40')
}
