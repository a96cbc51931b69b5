import type { Level, Span, Step } from '../../program'
import type { Origin } from '../../rules/schema'

/** Where the bytes of an artifact come from, or who says which file they are. */
export type From =
  | NonNullable<Origin['from']>
  /** The command line of a process that serves others. */
  | 'service'
  /** An absolute path, or one under a home folder. */
  | 'volume'
  /** A relative path that is no file of the repository. */
  | 'elsewhere'
  /** A file whose name stands in an answer from the network. */
  | 'named'
  /** A parameter that nobody in the repository binds. */
  | 'unbound'
  | 'tracked'
  /** Written by the same code on some of the ways to the load. */
  | 'self-at-times'

/** One way of an artifact from where it comes from to where it is opened. */
export interface Trail {
  readonly from: From
  /** To complete "The artifact …". */
  readonly says: string
  /** The origin first, the load itself left out. */
  readonly steps: readonly Step[]
  /** Whether it begins at a path or an address that is written out, which says itself what it is. */
  readonly written: boolean
}

/** A way that could be followed to its beginning, or `null`. */
export type Way = Trail | null

export const unknownWay: readonly Way[] = [null]

/** What stands in the code itself. */
export const writtenOut: Way = {
  from: 'self',
  says: 'was written by the same code',
  steps: [],
  written: false,
}

/** The ways of each of some values. Once a search is spent, one way that cannot be told stands for all that are left. */
export function eachWay<T>(
  among: Iterable<T>,
  isSpent: () => boolean,
  follow: (one: T) => readonly Way[],
): readonly Way[] {
  const ways: Way[] = []
  for (const one of among) {
    if (isSpent()) return [...ways, ...unknownWay]
    for (const way of follow(one)) ways.push(way)
  }
  return ways
}

/** Where that is told of what calls give, so that it holds for all that is taken from it. */
export const givenByCalls: ReadonlySet<From> = new Set([
  'network',
  'named',
  'hub',
  'upload',
  'command-line',
  'service',
  'environment',
  'registry',
  'bucket',
  'pinned',
  'peers',
  'self',
])

// The first counts where several ways meet. What cannot be told stands between the two lists.
const fromOutside: readonly From[] = ['upload', 'network', 'service', 'hub']
const fromOthers: readonly From[] = [
  'command-line',
  'environment',
  'bucket',
  'registry',
  'volume',
  'unbound',
  'elsewhere',
  'named',
]
const fromHere: readonly From[] = ['pinned', 'tracked', 'peers', 'self-at-times', 'self']
const byGravity = [...fromOutside, ...fromOthers, ...fromHere]

/** The way that decides: the worst that is known, unless one that is not known may be worse. */
export function worst(ways: readonly Way[]): Way {
  const known = ways.filter(way => way !== null)
  const [first] = [...known].sort((a, b) => byGravity.indexOf(a.from) - byGravity.indexOf(b.from))
  if (!first || known.length === ways.length) return first ?? null
  return isForeign(first) && first.from !== 'unbound' ? first : null
}

/** Whether somebody outside of the repository has a hand in it. */
export function isForeign(way: Way): way is Trail {
  return way !== null && !fromHere.includes(way.from)
}

/** Whether strangers choose it while the program runs. */
export function isChosenByStrangers(way: Way): way is Trail {
  return way !== null && (way.from === 'upload' || way.from === 'service')
}

/** The level of a load by where its artifact comes from; `null` where it is no hazard. */
export function levelFrom({ from }: Trail, usual: Level, floor: Level | undefined): Level | null {
  if (fromOutside.includes(from)) return 'error'
  if (fromOthers.includes(from)) return usual
  if (floor) return floor
  return from === 'self' ? null : 'note'
}

/** The way of a file that is found by what stands in an answer: who gives the answer names it, and does not bring it. */
export function asNamed(way: Way): Way {
  if (way?.from !== 'network' && way?.from !== 'hub') return way
  const says = 'is named in what comes from the network'
  const [first, ...others] = way.steps
  const steps = first ? [{ ...first, says: `The artifact ${says}` }, ...others] : []
  return { ...way, from: 'named', says, steps }
}

/** The way with one more step at its end. */
export function andThen(way: Way, span: Span, says: string): Way {
  return way && { ...way, steps: [...way.steps, { span, says }] }
}

/** The way of a parameter that nobody is seen to bind, from the head of its function; who is handed the function may. */
export function unboundAt(span: Span, name: string, handedOn: boolean): Trail {
  const whose = handedOn ? ' of a function that is handed on' : ', which nothing in this repository sets'
  const says = `comes in through the parameter \`${name}\`${whose}`
  return { from: 'unbound', says, steps: [{ span, says: `The artifact ${says}` }], written: false }
}
