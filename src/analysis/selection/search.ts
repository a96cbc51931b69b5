import { addTo } from '../../base/groups'
import type { Stretch } from '../../program'
import { findSubmodule } from '../modules'
import type { Candidates } from './candidates'
import { chainsIn, stepsOf } from './chains'
import { type Holder, openHolders, takenFrom } from './holders'
import type { Enclosing } from './layout'
import { isOfLibrary, type Mentions, openMentions, takenIn } from './mentions'
import { type Outline, type Outlines, type OwnImport, usersOf } from './outline'
import { add, again, openQueue, type Place, type Queue, take } from './queue'
import { isSaid, wayOf } from './ways'

/** What has been found to matter so far. */
export interface Search extends Pick<Candidates, 'perhaps'> {
  readonly outlines: Outlines
  readonly admits: (path: string) => boolean
  readonly chosen: Set<string>
  /** Those of them in which everything matters. */
  readonly whole: Set<string>
  /** Those in which something leads to a sink. */
  readonly led: Set<string>
  /** How much more text may be chosen, file by file or, inside of those, definition by definition. */
  left: number
  readonly inside: boolean
  /** Names by which a sink is reached: whoever uses them leads to it. */
  readonly leading: Queue
  /** Definitions that run, or say what a value is: what they use matters. */
  readonly used: Queue
  /** The lines from which somebody has been led, by what stands around them. */
  readonly lines: Set<readonly Enclosing[]>
  readonly mentions: Mentions
  /** Methods that lead to a sink, whatever they are called on, and those that have been looked for. */
  readonly methods: Set<string>
  readonly sought: Set<string>
  /** By a name: the files in which it is taken from something; and all files of which that is known. */
  readonly takers: Map<string, string[]>
  readonly searched: Set<string>
  /** By path: the dotted names that have been followed from there. */
  readonly referred: Map<string, Set<string>>
  /** Pieces of code from which all of them have been: one may give values to very many variables. */
  readonly read: Set<Stretch>
  /** Who has a module from another one, by the path of that module. */
  readonly holders: (path: string) => readonly Holder[]
}

/** Goes on to the end of what is known to matter, or of what may be chosen. */
export function goOn(search: Search): void {
  while (search.left > 0 && (search.leading.next.length > 0 || search.used.next.length > 0)) {
    for (const place of take(search.leading)) lookForUsers(search, place)
    lookForMethods(search)
    for (const place of take(search.used)) lookForUsed(search, place)
  }
}

/** A search in which nothing matters yet. */
export function openSearch(
  outlines: Outlines,
  { perhaps }: Candidates,
  chosen: Set<string>,
  admits: (path: string) => boolean,
  left: number,
): Search {
  return {
    outlines,
    perhaps,
    admits,
    chosen,
    whole: new Set(),
    led: new Set(),
    inside: false,
    left,
    leading: openQueue(),
    used: openQueue(),
    lines: new Set(),
    mentions: openMentions(outlines.named),
    methods: new Set(),
    sought: new Set(),
    takers: new Map(),
    searched: new Set(),
    referred: new Map(),
    read: new Set(),
    holders: openHolders(outlines),
  }
}

/** The same, with everything that matters to be followed again. */
export function onceMore(search: Search): Search {
  const { leading, used } = search
  return {
    ...search,
    leading: again(leading),
    used: again(used),
    sought: new Set(),
    takers: new Map(),
    searched: new Set(),
    referred: new Map(),
    read: new Set(),
  }
}

/** Says that what stands around an offset matters. What runs before a variable gets its value may check what it is made of. */
export function useAround(search: Search, path: string, offset: number): void {
  const outermost = search.outlines.byPath.get(path)?.layout().around(offset)[0]
  if (outermost) use(search, path, outermost.name)
  if (!outermost || outermost.kind === 'variable') use(search, path, '')
}

/** Says that a definition matters; empty for what runs when the file does. */
export function use(search: Search, path: string, name: string): void {
  if (!add(search.used, path, name) || !search.inside) return
  const layout = search.outlines.byPath.get(path)?.layout()
  const pieces = (name === '' ? layout?.top : layout?.definitions.get(name)) ?? []
  search.left -= pieces.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Chooses a file, where that is allowed. */
export function choose(search: Search, path: string): boolean {
  if (search.chosen.has(path)) return !search.inside || search.left > 0
  if (search.left <= 0) return false
  const outline = search.outlines.byPath.get(path)
  if (!outline || !search.admits(path)) return false
  search.left -= outline.file.text.length
  search.chosen.add(path)
  return true
}

/** Says that a name of a file is one of a sink, or of what leads there. */
export function lead(search: Search, path: string, name: string): void {
  if (search.admits(path)) add(search.leading, path, name)
}

/** Says that an offset leads to a sink: what stands around it leads there too. */
export function leadFrom(search: Search, path: string, offset: number): void {
  const around = search.outlines.byPath.get(path)?.layout().around(offset) ?? []
  search.led.add(path)
  if (around.length > 0 && search.lines.has(around)) return
  search.lines.add(around)
  for (const { name, kind } of around) {
    if (/^__\w+__$/.test(name)) continue
    if (kind === 'method') search.methods.add(name)
    else add(search.leading, path, name)
  }
  useAround(search, path, offset)
}

function leadFromEach(search: Search, path: string, offsets: Iterable<number>): void {
  for (const offset of offsets) if (choose(search, path)) leadFrom(search, path, offset)
}

/** Looks for what leads to a name in its own file. */
export function lookForUsersBeside(search: Search, { path, name }: Place): void {
  const own = search.outlines.byPath.get(path)
  if (own) leadFromEach(search, path, search.mentions(own, name))
}

function lookForUsers(search: Search, place: Place): void {
  const { path, name } = place
  const { byPath } = search.outlines
  lookForUsersBeside(search, place)
  for (const { path: user, import: each } of usersOf(search.outlines, path, name)) {
    const outline = byPath.get(user)
    if (!outline || !search.admits(user)) continue
    if (each.rest[0] === name) {
      if (choose(search, user)) add(search.leading, user, each.bound)
    } else if (each.rest.length === 0) {
      // Whoever takes everything in passes it on, whether or not it says the name.
      if (each.bound === '*' && passesOn(search, outline, name)) add(search.leading, user, name)
      // `import_module("ship").promote` brings all of it as well.
      lookForTakers(search, outline, name, null)
    }
  }
  for (const { path: user, bound } of search.holders(path)) {
    const outline = byPath.get(user)
    if (outline && search.admits(user)) lookForTakers(search, outline, name, bound)
  }
}

// Files that take everything from one another pass on as many names as there are pairs of them.
const mostPassed = 1_000_000

function passesOn({ leading }: Search, outline: Outline, name: string): boolean {
  return leading.found.length < mostPassed || outline.says(name)
}

function lookForTakers(search: Search, outline: Outline, name: string, holder: string | null): void {
  if (isSaid(search.outlines, outline.file.path, name))
    leadFromEach(search, outline.file.path, placesOf(outline, takenFrom([name], holder)))
}

function placesOf(outline: Outline, pattern: RegExp): number[] {
  return Array.from(outline.code().matchAll(pattern), ({ index }) => index)
}

// The object of a method may come by any way, so every chosen file is asked whether it names the method.
function lookForMethods(search: Search): void {
  const { outlines, methods, sought, takers } = search
  const asked = new Map<string, string[]>()
  for (const path of search.chosen) {
    if (search.searched.has(path)) continue
    search.searched.add(path)
    for (const name of takenIn(outlines.byPath.get(path)?.code() ?? '')) {
      addTo(takers, outlines.named(name), path)
      if (sought.has(name)) addTo(asked, path, name)
    }
  }
  for (const method of [...methods].filter(each => !sought.has(each))) {
    sought.add(method)
    for (const path of takers.get(method) ?? []) addTo(asked, path, method)
  }
  for (const [path, names] of asked) {
    const outline = outlines.byPath.get(path)
    const places = outline ? placesOf(outline, takenFrom(names, null)) : []
    leadFromEach(
      search,
      path,
      places.filter(at => outline && !isOfLibrary(outline, at)),
    )
  }
}

/** Looks for what a definition uses. */
export function lookForUsed(search: Search, { path, name }: Place): void {
  const outline = search.outlines.byPath.get(path)
  const layout = outline?.layout()
  const pieces = name === '' ? layout?.top : layout?.definitions.get(name)
  if (!outline || !pieces) return
  // `@asset_check(asset=model)`: what is decorated with it may be what checks it.
  for (const each of layout?.decorated.get(name) ?? []) use(search, path, each)
  const referred = search.referred.get(path) ?? new Set()
  search.referred.set(path, referred)
  const { named } = search.outlines
  const code = outline.code()
  for (const piece of pieces.filter(each => !search.read.has(each))) {
    search.read.add(piece)
    for (const chain of chainsIn(code.slice(piece.start, piece.end))) {
      if (referred.has(chain)) continue
      referred.add(named(chain))
      refer(search, outline, stepsOf(chain).map(named))
    }
  }
}

/** Says that a name matters which stands somewhere, with what is taken from it. */
export function refer(search: Search, outline: Outline, [head = '', ...attributes]: readonly string[]): void {
  const { path } = outline.file
  const imports = outline.boundTo(head)
  for (const each of imports) if (each.kind === 'own') arrive(search, each, attributes)
  if (outline.layout().definitions.has(head)) use(search, path, head)
  if (imports.length === 0)
    for (const star of outline.boundTo('*'))
      if (star.kind === 'own') arrive(search, star, [head, ...attributes])
}

// Packages that only pass the name on are chosen as well: without them nobody knows where it leads.
function arrive(search: Search, each: OwnImport, attributes: readonly string[]): void {
  if (search.inside && search.left <= 0) return
  const rest = [...each.rest, ...attributes]
  const { ends, passed } = wayOf(search.outlines, { ...each, rest })
  const reached = ends.flatMap(end =>
    end.kind === 'own' ? endOf(search, end) : [{ path: end.at, name: '' }],
  )
  if (reached.length === 0) return
  for (const at of passed) choose(search, at)
  for (const { path, name } of reached) if (choose(search, path)) use(search, path, name)
}

function endOf(
  search: Search,
  { at, rest }: { readonly at: string; readonly rest: readonly string[] },
): Place[] {
  const [name, ...further] = rest
  if (name === undefined) return [{ path: at, name: '' }]
  const inside = findSubmodule(search.outlines.modules, at, name)
  // What is not chosen any more need not be laid out.
  if (inside === null && !search.chosen.has(at) && (search.inside || search.left <= 0)) return []
  if (search.outlines.byPath.get(at)?.layout().definitions.has(name)) return [{ path: at, name }]
  return inside === null ? [] : endOf(search, { at: inside, rest: further })
}
