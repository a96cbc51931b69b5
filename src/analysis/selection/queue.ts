import { keptIn } from '../../base/once'

/** A place in the repository's Python. */
export interface Place {
  readonly path: string
  /** A function, class or variable of the file; empty for what runs when the file does. */
  readonly name: string
}

/** Places in the order in which they were found, each once. */
export interface Queue {
  readonly found: Place[]
  /** By path. Files that take all names from one another have very many: as strings these would fill the memory. */
  readonly known: Map<string, Set<string>>
  /** What has not been followed yet. */
  next: Place[]
}

/** One in which nothing is. */
export function openQueue(): Queue {
  return { found: [], known: new Map(), next: [] }
}

/** The same, with everything in it to be followed again. */
export function again({ found, known }: Queue): Queue {
  return { found, known, next: [...found] }
}

/** Puts a place behind the others, and says whether it was not there yet. */
export function add(queue: Queue, path: string, name: string): boolean {
  const names = keptIn(queue.known, path, () => new Set<string>())
  if (names.has(name)) return false
  names.add(name)
  const place = { path, name }
  queue.found.push(place)
  queue.next.push(place)
  return true
}

/** Whether a place is in it. */
export function isIn({ known }: Queue, path: string, name: string): boolean {
  return known.get(path)?.has(name) === true
}

/** What has not been followed yet, in the order in which it was found. */
export function take(queue: Queue): readonly Place[] {
  const { next } = queue
  queue.next = []
  return next
}
