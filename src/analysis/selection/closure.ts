import { remembered } from '../../base/once'
import type { Candidates } from './candidates'
import type { Outlines } from './outline'
import { isIn, take } from './queue'
import {
  choose,
  goOn,
  lead,
  leadFrom,
  lookForUsed,
  lookForUsersBeside,
  onceMore,
  openSearch,
  refer,
  type Search,
  use,
  useAround,
} from './search'
import type { Start } from './starts'

// Beyond the files that may hold a sink; what is further away is left out, which only the largest repositories notice.
const mostText = 2_000_000

/** What of a repository's Python matters. */
export interface Closure {
  /** The files in which something does. */
  readonly files: ReadonlySet<string>
  /** Whether a function, class or variable of a file does. */
  readonly matters: (path: string, name: string) => boolean
}

/** What runs when something else starts it. */
export interface Started {
  /** Python files that pipelines and shells start, with the texts that import them. */
  readonly scripts: ReadonlyMap<string, readonly string[]>
  readonly starts: readonly Start[]
}

/**
 * What matters for the sinks in some files: what leads to a sink, and what that uses, to the end of both; and then what is
 * started with it. The nearest comes first, so that a limit leaves out the furthest.
 */
export function closeOver(
  outlines: Outlines,
  sinks: Candidates,
  { scripts, starts }: Started,
  admits: (path: string) => boolean,
): Closure {
  const search = openSearch(outlines, sinks, new Set(sinks.sure.keys()), admits, mostText)
  for (const [path, offsets] of sinks.sure) for (const offset of offsets) leadFrom(search, path, offset)
  for (const [path, names] of sinks.renamed) for (const name of names) lead(search, path, name)
  // One text may import many files.
  const wordsOf = remembered((text: string): ReadonlySet<string> => new Set(text.match(/\w{1,200}/g)))
  for (const [path, texts] of scripts) start(search, path, texts.map(wordsOf))
  goOn(search)
  let [unasked, unled] = [starts, starts]
  const begun = new Set<string>()
  for (;;) {
    const asked = new Set(unasked.filter(each => isAsked(search, each)))
    const leading = new Set(unled.filter(each => isLeading(search, each)))
    if (asked.size === 0 && leading.size === 0) return closureOf(withRest(search))
    for (const each of new Set([...asked, ...leading])) startAll(search, begun, each)
    for (const each of leading) leadFromStart(search, each)
    goOn(search)
    unasked = unasked.filter(each => !asked.has(each))
    unled = unled.filter(each => !leading.has(each))
  }
}

function isAsked({ chosen }: Search, { path, started, shell, tasks }: Start): boolean {
  return shell || tasks || [path, ...started].some(each => chosen.has(each))
}

// What leads to a sink is started there, or by what is started.
function isLeading({ led }: Search, { started, behind, commands }: Start): boolean {
  return commands || [...started, ...behind].some(each => led.has(each))
}

// Many start the same ones.
function startAll(search: Search, begun: Set<string>, { path, started, tasks }: Start): void {
  for (const each of [path, ...started]) if (!begun.has(each)) start(search, each, [])
  for (const each of [path, ...started]) begun.add(each)
  if (tasks) search.whole.add(path)
}

function leadFromStart(search: Search, { path, offsets }: Start): void {
  if (choose(search, path)) for (const offset of offsets) leadFrom(search, path, offset)
}

// Of what is in files that are read anyway; only the largest repositories have more.
const mostInside = 2_000_000

/** With what leads there and is used in files that are read anyway. */
function withRest(search: Search): Search {
  // A file that could not be chosen any more may be read all the same.
  const known = search.left > 0 ? search : onceMore(search)
  const rest = { ...known, left: mostInside, inside: true, admits: () => false }
  for (const path of search.chosen) for (const offset of search.perhaps(path)) useAround(rest, path, offset)
  goOn(rest)
  return rest
}

// What has a decorator may be a command of the program, or a task of an engine. Who imports the file says what it takes.
function start(search: Search, path: string, taken: readonly ReadonlySet<string>[]): void {
  const outline = search.outlines.byPath.get(path)
  if (!outline || !choose(search, path)) return
  use(search, path, '')
  const { definitions, decorated } = outline.layout()
  const marked = new Set([...decorated.values()].flat())
  for (const name of definitions.keys()) if (marked.has(name)) use(search, path, name)
  for (const name of new Set([...definitions.keys(), ...outline.imports.map(each => each.bound)]))
    if (taken.some(words => words.has(name))) refer(search, outline, [name])
}

function closureOf({ chosen, whole, leading, used }: Search): Closure {
  return {
    files: chosen,
    matters: (path, name) => whole.has(path) || [leading, used].some(queue => isIn(queue, path, name)),
  }
}

// What tests find is told more quietly, and is worth less.
const mostForTests = 400_000

/**
 * The same with what matters for the sinks of tests: what leads there in the same file, and what that uses, to the end of both.
 * A test that opens what it has written itself mostly has it written by the code that it tests.
 */
export function withTests(outlines: Outlines, sinks: Candidates, closure: Closure): Closure {
  const files = new Set([...closure.files, ...sinks.sure.keys()])
  const search = openSearch(outlines, sinks, files, () => true, mostForTests)
  for (const [path, offsets] of sinks.sure) for (const offset of offsets) leadFrom(search, path, offset)
  while (search.left > 0 && (search.leading.next.length > 0 || search.used.next.length > 0)) {
    for (const place of take(search.leading)) lookForUsersBeside(search, place)
    for (const place of take(search.used)) lookForUsed(search, place)
  }
  const { matters } = closureOf(withRest(search))
  return { files, matters: (path, name) => closure.matters(path, name) || matters(path, name) }
}
