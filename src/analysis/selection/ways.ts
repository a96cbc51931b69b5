import { findSubmodule } from '../modules'
import type { Import, Last, Outline, Outlines, OwnImport } from './outline'

/** Follows an import through the files that pass its name on: every file on the way, and the libraries behind. */
export function throughPackages(outlines: Outlines, { path, rest }: OwnImport): readonly Last[] {
  const here: OwnImport = { kind: 'own', bound: '', path, rest }
  if (isLast(outlines, here)) return [{ kind: 'own', rest, at: path }]
  const key = `${path} ${rest.join('.')}`
  const known = outlines.followed.get(key)
  if (known) return known
  const found = new Map<string, Last>()
  const open = [here]
  for (const each of open)
    for (const last of step(outlines, each, open))
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
  const open: OwnImport[] = [each]
  for (const next of open)
    for (const last of throughPackages(outlines, next)) {
      const inside = moduleIn(outlines, last)
      passed.add(last.at)
      if (inside === null) ends.push(last)
      else if (inside === undefined) continue
      else if (outlines.byPath.get(last.at)?.defines(nameIn(last))) ends.push(last)
      else if (!isKnown(open, inside)) open.push(inside)
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

function step(outlines: Outlines, { path, rest }: OwnImport, open: OwnImport[]): Last[] {
  const [name, ...further] = rest
  const here: Last = { kind: 'own', rest, at: path }
  const outline = outlines.byPath.get(path)
  if (name === undefined || !outline) return [here]
  const named = outline.boundTo(name).map(next => follow(next, further))
  const stars = starsFor(outlines, outline, name).map(next => follow(next, rest))
  const onward = [...named, ...stars]
  for (const next of onward) if (next.kind === 'own' && !isKnown(open, next)) open.push(next)
  return [here, ...onward.flatMap((next): Last[] => (next.kind === 'library' ? [{ ...next, at: path }] : []))]
}

// Of very many modules those come first that say the name, so that a limit leaves out what cannot have it.
function starsFor({ byPath }: Outlines, outline: Outline, name: string): readonly Import[] {
  const stars = outline.boundTo('*')
  if (stars.length <= fewStars) return stars
  const says = (each: Import): boolean =>
    each.kind === 'library' || byPath.get(each.path)?.says(name) !== false
  const others = stars.filter(each => !says(each) && each.kind === 'own' && passesOn(byPath.get(each.path)))
  return [...stars.filter(says), ...others]
}

const fewStars = 40

function passesOn(outline: Outline | undefined): boolean {
  return (outline?.boundTo('*').length ?? 0) > 0
}

function isKnown(open: readonly OwnImport[], next: OwnImport): boolean {
  return (
    open.length > most || open.some(o => o.path === next.path && o.rest.join('.') === next.rest.join('.'))
  )
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
