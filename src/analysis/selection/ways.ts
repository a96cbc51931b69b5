import { keptIn } from '../../base/once'
import { findSubmodule } from '../modules'
import type { Asked, Import, Last, Outline, Outlines, OwnImport } from './outline'

/** Follows an import through the files that pass its name on: every file on the way, and the libraries behind. */
export function throughPackages(outlines: Outlines, { path, rest }: OwnImport): readonly Last[] {
  const here: OwnImport = { kind: 'own', bound: '', path, rest }
  if (isLast(outlines, here)) return [{ kind: 'own', rest, at: path }]
  const key = `${path} ${rest.join('.')}`
  const known = outlines.followed.get(key)
  if (known) return known
  const found = new Map<string, Last>()
  const walk = openWalk(here)
  for (const each of walk.open)
    for (const last of step(outlines, each, walk))
      if (found.size < most) found.set(JSON.stringify(last), last)
  const lasts = [...found.values()]
  outlines.followed.set(key, lasts)
  return lasts
}

/** Where an import leads, through packages and down into the modules in them. */
export interface Way {
  /** What is taken from a file, or a library. */
  readonly ends: readonly Last[]
  /** The files that say so, those that pass it on included. */
  readonly passed: ReadonlySet<string>
}

/** Follows an import to where it leads. */
export function wayOf(outlines: Outlines, each: OwnImport): Way {
  const ends: Last[] = []
  const passed = new Set<string>()
  const walk = openWalk(each)
  for (const next of walk.open)
    for (const last of throughPackages(outlines, next)) {
      const inside = moduleIn(outlines, last)
      passed.add(last.at)
      if (inside === null) ends.push(last)
      else if (inside === undefined) continue
      else if (outlines.byPath.get(last.at)?.defines(nameIn(last))) ends.push(last)
      else goTo(walk, inside)
    }
  return { ends, passed }
}

// The module that is named next; `null` where it ends here, `undefined` where the file only passes the name on.
function moduleIn({ byPath, modules }: Outlines, last: Last): OwnImport | null | undefined {
  const name = nameIn(last)
  if (last.kind === 'library' || name === '') return null
  if ((byPath.get(last.at)?.boundTo(name).length ?? 0) > 0) return undefined
  const path = findSubmodule(modules, last.at, name)
  return path === null ? null : { kind: 'own', bound: '', path, rest: last.rest.slice(1) }
}

function nameIn(last: Last): string {
  return (last.kind === 'own' && last.rest[0]) || ''
}

const most = 60

// Nearly all are, so they are not worth being remembered.
function isLast({ byPath }: Outlines, { path, rest: [name] }: OwnImport): boolean {
  const outline = name === undefined ? undefined : byPath.get(path)
  return !outline || [name, '*'].every(bound => outline.boundTo(bound ?? '').length === 0)
}

/** What has been come by, in the order in which it was found. */
interface Walk {
  readonly open: OwnImport[]
  /** By path: what is taken from there. */
  readonly taken: Map<string, (readonly string[])[]>
}

function openWalk(from: OwnImport): Walk {
  return { open: [from], taken: new Map([[from.path, [from.rest]]]) }
}

function goTo({ open, taken }: Walk, next: OwnImport): void {
  const known = taken.get(next.path)
  if (open.length > most || known?.some(rest => isSame(rest, next.rest))) return
  if (known) known.push(next.rest)
  else taken.set(next.path, [next.rest])
  open.push(next)
}

function isSame(rest: readonly string[], other: readonly string[]): boolean {
  return (
    rest === other || (rest.length === other.length && rest.every((name, index) => name === other[index]))
  )
}

function step(outlines: Outlines, { path, rest }: OwnImport, walk: Walk): Last[] {
  const [name, ...further] = rest
  const lasts: Last[] = [{ kind: 'own', rest, at: path }]
  const outline = outlines.byPath.get(path)
  if (name === undefined || !outline) return lasts
  const go = (each: Import, then: readonly string[]): void => {
    // Where no more is come by, only what a library gives is still told.
    if (each.kind === 'own' && walk.open.length > most) return
    const next = follow(each, then)
    if (next.kind === 'own') goTo(walk, next)
    else lasts.push({ ...next, at: path })
  }
  for (const each of outline.boundTo(name)) go(each, further)
  for (const each of starsFor(outlines, outline, name, walk)) go(each, rest)
  return lasts
}

// Of very many modules those come first that say the name, so that a limit leaves out what cannot have it.
function starsFor(outlines: Outlines, outline: Outline, name: string, walk: Walk): readonly Import[] {
  const stars = outline.boundTo('*')
  if (stars.length <= fewStars || walk.open.length > most) return stars
  return keptIn(askedOf(outlines, name).stars, outline.file.path, () => {
    const says = (each: Import): boolean => each.kind === 'library' || isSaid(outlines, each.path, name)
    const others = stars.filter(
      each => !says(each) && each.kind === 'own' && passesOn(outlines.byPath.get(each.path)),
    )
    return [...stars.filter(says), ...others]
  })
}

/** Whether a name stands in a file. */
export function isSaid(outlines: Outlines, path: string, name: string): boolean {
  const says = (): boolean => outlines.byPath.get(path)?.says(name) !== false
  return keptIn(askedOf(outlines, name).said, path, says)
}

// Where files take everything from one another, one name is asked of all of them before the next.
function askedOf({ asked }: Outlines, name: string): Asked {
  if (asked.name === name) return asked
  asked.name = name
  asked.said.clear()
  asked.stars.clear()
  return asked
}

const fewStars = 40

function passesOn(outline: Outline | undefined): boolean {
  return (outline?.boundTo('*').length ?? 0) > 0
}

function follow(next: Import, rest: readonly string[]): Import {
  return next.kind === 'library'
    ? { ...next, name: [next.name, ...rest].join('.') }
    : { ...next, rest: joined(next.rest, rest) }
}

// Many of them are remembered, and most lists stay as they are.
function joined(first: readonly string[], then: readonly string[]): readonly string[] {
  if (first.length === 0) return then
  return then.length === 0 ? first : [...first, ...then]
}
