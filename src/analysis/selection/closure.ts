import { findSubmodule } from '../modules'
import { type Outline, type Outlines, type OwnImport, wayOf } from './outline'

// Beyond the files that may hold a sink; what is further away is left out, which only the largest repositories notice.
const mostText = 2_000_000

interface Place {
  readonly path: string
  /** A function, class or variable of the file; empty for what runs when the file does. */
  readonly name: string
}

interface Search {
  readonly outlines: Outlines
  readonly admits: (path: string) => boolean
  readonly chosen: Set<string>
  /** How much more text may be chosen. */
  left: number
  /** Names by which a sink is reached: whoever uses them leads to it. */
  readonly leading: Queue
  /** Definitions that run, or say what a value is: what they use matters. */
  readonly used: Queue
  /** Methods that lead to a sink, whatever they are called on, and the files in which they have been looked for. */
  readonly methods: Set<string>
  readonly searched: Map<string, number>
  /** By path: the dotted names that have been followed from there. */
  readonly referred: Map<string, Set<string>>
}

/** Places in the order in which they were found, each once. */
interface Queue {
  readonly known: Set<string>
  next: Place[]
}

/**
 * The files that matter for the sinks in some files: those that lead to a sink, and those that these use, to the end of both.
 * The nearest come first, so that a limit leaves out the furthest.
 */
export function closeOver(
  outlines: Outlines,
  sinks: ReadonlyMap<string, readonly number[]>,
  scripts: ReadonlySet<string>,
  admits: (path: string) => boolean,
): Set<string> {
  const search = openSearch(outlines, new Set(sinks.keys()), admits)
  for (const [path, offsets] of sinks) for (const offset of offsets) leadFrom(search, path, offset)
  for (const path of scripts) if (choose(search, path)) add(search.used, path, '')
  while (search.left > 0 && (search.leading.next.length > 0 || search.used.next.length > 0)) {
    for (const place of take(search.leading)) lookForUsers(search, place)
    lookForMethods(search)
    for (const place of take(search.used)) lookForUsed(search, place)
  }
  return search.chosen
}

// What tests find is told more quietly, and is worth less.
const mostForTests = 400_000

/**
 * What the code around the sinks of tests uses, to the end of that: a test that opens what it has written itself mostly has it
 * written by the code that it tests.
 */
export function usedInTests(
  outlines: Outlines,
  sinks: ReadonlyMap<string, readonly number[]>,
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const search = {
    ...openSearch(outlines, new Set([...chosen, ...sinks.keys()]), () => true),
    left: mostForTests,
  }
  for (const [path, offsets] of sinks)
    for (const offset of offsets) add(search.used, path, outermostAt(outlines, path, offset))
  while (search.left > 0 && search.used.next.length > 0)
    for (const place of take(search.used)) lookForUsed(search, place)
  return search.chosen
}

function outermostAt({ byPath }: Outlines, path: string, offset: number): string {
  return byPath.get(path)?.layout().around(offset)[0]?.name ?? ''
}

function openSearch(outlines: Outlines, chosen: Set<string>, admits: (path: string) => boolean): Search {
  const queue = (): Queue => ({ known: new Set(), next: [] })
  return {
    outlines,
    admits,
    chosen,
    left: mostText,
    leading: queue(),
    used: queue(),
    methods: new Set(),
    searched: new Map(),
    referred: new Map(),
  }
}

function add(queue: Queue, path: string, name: string): void {
  const key = `${path} ${name}`
  if (queue.known.has(key)) return
  queue.known.add(key)
  queue.next.push({ path, name })
}

function take(queue: Queue): readonly Place[] {
  const { next } = queue
  queue.next = []
  return next
}

function choose(search: Search, path: string): boolean {
  if (search.chosen.has(path)) return true
  const outline = search.outlines.byPath.get(path)
  if (!outline || search.left <= 0 || !search.admits(path)) return false
  search.left -= outline.file.text.length
  search.chosen.add(path)
  return true
}

// What stands around a place that leads to a sink leads there too.
function leadFrom(search: Search, path: string, offset: number): void {
  const around = search.outlines.byPath.get(path)?.layout().around(offset) ?? []
  for (const { name, method } of around) {
    if (/^__\w+__$/.test(name)) continue
    if (method) search.methods.add(name)
    else add(search.leading, path, name)
  }
  add(search.used, path, outermostAt(search.outlines, path, offset))
}

function leadFromEach(search: Search, outline: Outline, pattern: RegExp): void {
  const { path, text } = outline.file
  for (const { index } of text.matchAll(pattern)) if (choose(search, path)) leadFrom(search, path, index)
}

function lookForUsers(search: Search, { path, name }: Place): void {
  const { byPath, importers } = search.outlines
  const own = byPath.get(path)
  if (own) leadFromEach(search, own, new RegExp(`\\b${name}\\b`, 'g'))
  for (const { path: user, import: each } of importers.get(path) ?? []) {
    const outline = byPath.get(user)
    if (!outline || !search.admits(user)) continue
    if (each.rest[0] === name) {
      if (choose(search, user)) add(search.leading, user, each.bound)
    } else if (each.rest.length === 0) {
      // Whoever takes everything in passes it on, whether or not it says the name.
      if (each.bound === '*') add(search.leading, user, name)
      else if (outline.says(name)) leadFromEach(search, outline, new RegExp(`\\.\\s*${name}\\b`, 'g'))
    }
  }
}

// The object of a method may come by any way, so every chosen file is asked whether it names the method.
function lookForMethods(search: Search): void {
  const methods = [...search.methods]
  for (const path of search.chosen) {
    const since = search.searched.get(path) ?? 0
    const outline = search.outlines.byPath.get(path)
    if (since === methods.length || !outline) continue
    search.searched.set(path, methods.length)
    leadFromEach(search, outline, new RegExp(`\\.\\s*(?:${methods.slice(since).join('|')})\\b`, 'g'))
  }
}

const dotted = /[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/g

function lookForUsed(search: Search, { path, name }: Place): void {
  const outline = search.outlines.byPath.get(path)
  const layout = outline?.layout()
  const pieces = name === '' ? layout?.top : layout?.definitions.get(name)
  if (!outline || !pieces) return
  const referred = search.referred.get(path) ?? new Set()
  search.referred.set(path, referred)
  for (const piece of pieces)
    for (const [each] of piece.matchAll(dotted)) {
      if (referred.has(each)) continue
      referred.add(each)
      const steps = each.split('.').map(step => step.trim())
      refer(search, outline, steps)
    }
}

function refer(search: Search, outline: Outline, [head = '', ...attributes]: readonly string[]): void {
  const { path } = outline.file
  const imports = outline.byBound().get(head) ?? []
  for (const each of imports) if (each.kind === 'own') arrive(search, each, attributes)
  if (outline.layout().definitions.has(head)) add(search.used, path, head)
  if (imports.length === 0)
    for (const star of outline.byBound().get('*') ?? [])
      if (star.kind === 'own') arrive(search, star, [head, ...attributes])
}

// Packages that only pass the name on are chosen as well: without them nobody knows where it leads.
function arrive(search: Search, each: OwnImport, attributes: readonly string[]): void {
  const rest = [...each.rest, ...attributes]
  const { ends, passed } = wayOf(search.outlines, { ...each, rest })
  const reached = ends.flatMap(end =>
    end.kind === 'own' ? endOf(search, end) : [{ path: end.at, name: '' }],
  )
  if (reached.length === 0) return
  for (const at of passed) choose(search, at)
  for (const { path, name } of reached) if (choose(search, path)) add(search.used, path, name)
}

function endOf(
  search: Search,
  { at, rest }: { readonly at: string; readonly rest: readonly string[] },
): Place[] {
  const [name, ...further] = rest
  if (name === undefined) return [{ path: at, name: '' }]
  if (search.outlines.byPath.get(at)?.layout().definitions.has(name)) return [{ path: at, name }]
  const inside = findSubmodule(search.outlines.modules, at, name)
  return inside === null ? [] : endOf(search, { at: inside, rest: further })
}
