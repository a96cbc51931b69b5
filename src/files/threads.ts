import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads'
import { ownFolder } from './grammars'

/** Threads of a program of our own. */
export interface Crew<Item> {
  /** Has them work through a list from its end, while this thread goes through it from its beginning. */
  give(items: readonly Item[]): Given
  /** Sends them home. What they have made and nobody has taken is lost. */
  close(): void
}

export interface Given {
  /** What a thread has made of an item, waited for where one is at it; `null` where it is left to this thread. */
  take(index: number): Uint8Array | null
}

/**
 * How many threads are of use here, this one counted. One core is for those of Node itself, which compile and collect garbage;
 * beyond four they wait for one another.
 */
export function usefulThreads(): number {
  return Math.max(1, Math.min(4, availableParallelism() - 1))
}

// Each item is claimed by one thread.
const [free, ours, theirs, done, failed] = [0, 1, 2, 3, 4]

interface Luggage<Tools> {
  readonly tools: Tools
  readonly port: MessagePort
}

interface Task<Item> {
  readonly items: readonly Item[]
  readonly claims: Int32Array
}

interface Answer {
  readonly index: number
  readonly bytes: Uint8Array
}

/**
 * Starts so many threads of a program that lies beside the bundle; `null` where there is no bundle. Tools and items are copied
 * to each. A thread that died is waited for so many seconds, once.
 */
export function openCrew<Item, Tools>(
  program: string,
  threads: number,
  tools: Tools,
  patience: number,
): Crew<Item> | null {
  const path = join(ownFolder(), program)
  if (threads < 1 || !existsSync(path)) return null
  const crew = Array.from({ length: threads }, () => startThread(path, tools))
  return {
    give: items => {
      const claims = new Int32Array(new SharedArrayBuffer(4 * items.length))
      const task: Task<Item> = { items, claims }
      for (const { port } of crew) port.postMessage(task)
      return given(
        claims,
        crew.map(({ port }) => port),
        patience,
      )
    },
    close: () => {
      for (const { worker, port } of crew) {
        port.close()
        void worker.terminate()
      }
    },
  }
}

function startThread<Tools>(path: string, tools: Tools) {
  const { port1, port2 } = new MessageChannel()
  const luggage: Luggage<Tools> = { tools, port: port2 }
  const worker = new Worker(path, { workerData: luggage, transferList: [port2], execArgv: [], env: {} })
  // What it leaves undone is done here.
  worker.on('error', () => {})
  worker.unref()
  port1.unref()
  return { worker, port: port1 }
}

function given(claims: Int32Array, ports: readonly MessagePort[], patience: number): Given {
  const answers = new Map<number, Uint8Array>()
  const collect = (port: MessagePort): void => {
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
      const { index, bytes } = got.message as Answer
      answers.set(index, bytes)
    }
  }
  return {
    take: index => {
      if (Atomics.compareExchange(claims, index, free, ours) === free) return null
      Atomics.wait(claims, index, theirs, 1000 * patience)
      for (const port of ports) collect(port)
      const bytes = answers.get(index) ?? null
      answers.delete(index)
      return bytes
    },
  }
}

/** What a thread does with an item; `null` where it cannot do it. */
export type Work<Item> = (item: Item) => Uint8Array | null

/** The life of a thread of a crew. */
export async function serve<Item, Tools>(prepare: (tools: Tools) => Promise<Work<Item>>): Promise<void> {
  const { tools, port } = workerData as Luggage<Tools>
  const work = await prepare(tools)
  port.on('message', (task: Task<Item>) => {
    for (let index = task.items.length - 1; index >= 0; index -= 1) serveItem(work, task, index, port)
  })
}

function serveItem<Item>(
  work: Work<Item>,
  { items, claims }: Task<Item>,
  index: number,
  port: MessagePort,
): void {
  if (Atomics.compareExchange(claims, index, free, theirs) !== free) return
  Atomics.store(claims, index, answer(work, items[index] as Item, index, port))
  Atomics.notify(claims, index)
}

// What goes wrong goes wrong again in the thread that asks, which knows what to say.
function answer<Item>(work: Work<Item>, item: Item, index: number, port: MessagePort): number {
  try {
    const bytes = work(item)
    if (!bytes) return failed
    port.postMessage({ index, bytes } satisfies Answer)
    return done
  } catch {
    return failed
  }
}
