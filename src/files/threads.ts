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

/** Threads of a program of our own, which work while this one goes on. */
export interface Crew<Item> {
  /** Hands an item to whichever thread has least to do, under a number of its own; `false` where all of them have enough. */
  offer(number: number, item: Item): boolean
  /** What a thread has made of an item, waited for; `null` where it is left to this thread, as what was not handed over is. */
  take(number: number): Uint8Array | null
  /** Sends them home, and comes back when they are gone. What they have made and nobody has taken is lost. */
  close(): Promise<void>
}

/**
 * How many threads are of use here, this one counted. One core is for those of Node itself, which compile
 * and collect garbage; beyond four they wait for one another.
 */
export function usefulThreads(): number {
  return Math.max(1, Math.min(4, availableParallelism() - 1))
}

// So many items wait for a thread at most: enough that it has something to do while this one is busy, and few enough that neither
// holds much of what the other one has as well.
const mostWaiting = 8

interface Luggage<Tools> {
  readonly tools: Tools
  readonly port: MessagePort
  /** How many items it is done with. */
  readonly done: Int32Array
}

interface Task<Item> {
  readonly number: number
  readonly item: Item
}

interface Answer {
  readonly number: number
  readonly bytes: Uint8Array
}

/** A thread, and what it was handed. */
interface Hand {
  readonly worker: Worker
  readonly port: MessagePort
  readonly done: Int32Array
  given: number
  /** Whether it was waited for in vain. */
  lost: boolean
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
  const hands = Array.from({ length: threads }, () => startThread(path, tools))
  const orders = new Map<number, { readonly hand: Hand; readonly place: number }>()
  const answers = new Map<number, Uint8Array>()
  return {
    offer: (number, item) => {
      const hand = leastBusy(hands)
      if (!hand || waitingFor(hand) >= mostWaiting) return false
      orders.set(number, { hand, place: hand.given })
      hand.given += 1
      hand.port.postMessage({ number, item } satisfies Task<Item>)
      return true
    },
    take: number => {
      const order = orders.get(number)
      if (!order) return null
      orders.delete(number)
      waitFor(order.hand, order.place, patience)
      collect(order.hand, answers)
      const bytes = answers.get(number) ?? null
      answers.delete(number)
      return bytes
    },
    close: async () => {
      for (const { port } of hands) port.close()
      await Promise.all(hands.map(({ worker }) => worker.terminate()))
    },
  }
}

function leastBusy(hands: readonly Hand[]): Hand | undefined {
  const [first, ...others] = hands.filter(({ lost }) => !lost)
  return others.reduce((least, hand) => (waitingFor(hand) < waitingFor(least ?? hand) ? hand : least), first)
}

function waitingFor({ given, done }: Hand): number {
  return given - Atomics.load(done, 0)
}

// As long as it gets on with what it was handed, it lives.
function waitFor(hand: Hand, place: number, patience: number): void {
  while (!hand.lost) {
    const done = Atomics.load(hand.done, 0)
    if (done > place) return
    hand.lost = Atomics.wait(hand.done, 0, done, 1000 * patience) === 'timed-out'
  }
}

function collect({ port }: Hand, answers: Map<number, Uint8Array>): void {
  for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
    const { number, bytes } = got.message as Answer
    answers.set(number, bytes)
  }
}

function startThread<Tools>(path: string, tools: Tools): Hand {
  const { port1, port2 } = new MessageChannel()
  const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const luggage: Luggage<Tools> = { tools, port: port2, done }
  const worker = new Worker(path, { workerData: luggage, transferList: [port2], execArgv: [], env: {} })
  // What it leaves undone is done here.
  worker.on('error', () => {})
  worker.unref()
  port1.unref()
  return { worker, port: port1, done, given: 0, lost: false }
}

/** What a thread does with an item; `null` where it cannot do it. */
export type Work<Item> = (item: Item) => Uint8Array | null

/** The life of a thread of a crew. */
export async function serve<Item, Tools>(prepare: (tools: Tools) => Promise<Work<Item>>): Promise<void> {
  const { tools, port, done } = workerData as Luggage<Tools>
  const work = await prepare(tools)
  port.on('message', ({ number, item }: Task<Item>) => {
    const bytes = attempt(work, item)
    if (bytes) port.postMessage({ number, bytes } satisfies Answer)
    Atomics.add(done, 0, 1)
    Atomics.notify(done, 0)
  })
}

// What goes wrong goes wrong again in the thread that asks, which knows what to say.
function attempt<Item>(work: Work<Item>, item: Item): Uint8Array | null {
  try {
    return work(item)
  } catch {
    return null
  }
}
