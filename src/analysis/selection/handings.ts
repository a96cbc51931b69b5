import { importersByName, type Libraries, librariesBehind, openLibraries } from './libraries'
import type { Import, Outline, Outlines } from './outline'

/** Which files hand on modules and classes of libraries. */
export interface Handings extends Libraries {
  /** By what functions are taken from: the files that bring it. */
  readonly bringing: Map<string, ReadonlySet<string>>
  /** By that and a path: whether it is handed over there. */
  readonly handing: Map<string, boolean>
}

/** Asks nothing yet. */
export function openHandings(outlines: Outlines): Handings {
  return { ...openLibraries(outlines), bringing: new Map(), handing: new Map() }
}

/**
 * Whether a file may have a module or class in a variable, of which a function is taken: it was named by itself once, and not
 * only to take something from it.
 */
export function handsOver(all: Handings, outline: Outline, owner: string): boolean {
  const key = `${owner} ${outline.file.path}`
  const known = all.handing.get(key) ?? isHandedOver(all, outline, owner)
  all.handing.set(key, known)
  return known
}

function isHandedOver(all: Handings, outline: Outline, owner: string): boolean {
  const { outlines } = all
  const bringing = bringersOf(all, owner)
  const leading = (each: Import) => librariesBehind(outlines, each).filter(name => leadsTo(name, owner))
  const own = bringing.has(outline.file.path) ? outline.imports : []
  if (
    own.some(each =>
      leading(each).some(name => each.bound === '*' || standsAlone(outline, each, name, owner)),
    )
  )
    return true
  // What a module of the repository has brought is taken from it by its name there, or it is handed out.
  return outline.imports.some(each => {
    const isModule = each.kind === 'own' && each.rest.length === 0 && bringing.has(each.path)
    const home = isModule ? outlines.byPath.get(each.path) : undefined
    return (home?.imports ?? []).some(brought =>
      leading(brought).some(
        name =>
          brought.bound === '*' ||
          takes(outline, each, brought.bound) ||
          standsAlone(home, brought, name, owner),
      ),
    )
  })
}

// `compat.pickle`, `getattr(compat, "pickle")`; what a star has brought is said by its name alone.
function takes(outline: Outline, { bound }: Import, name: string): boolean {
  return bound === '*' ? outline.says(name) : outline.matches(new RegExp(`[."']\\s*${name}\\b`))
}

// `pickle`, or `torch.jit` where `torch` was imported.
function standsAlone(outline: Outline | undefined, { bound }: Import, name: string, owner: string): boolean {
  const alone = outline?.alone() ?? new Set<string>()
  if (alone.has(bound)) return true
  const further = owner.split('.').slice(name.split('.').length)
  return [...alone].some(chain => {
    const [head, ...taken] = chain.split('.')
    return (
      head === bound && taken.length <= further.length && taken.every((one, at) => isPart(further[at], one))
    )
  })
}

function isPart(wanted: string | undefined, part: string | undefined): boolean {
  return wanted === '*' || wanted === part
}

/** The files that bring something of which a function of `owner` can be taken. */
function bringersOf(all: Handings, owner: string): ReadonlySet<string> {
  const known = all.bringing.get(owner)
  if (known) return known
  const found = new Set<string>()
  for (const [name, files] of importersByName(all))
    if (leadsTo(name, owner)) for (const { file } of files) found.add(file.path)
  all.bringing.set(owner, found)
  return found
}

/** Whether a function of `owner` can be taken from a library, module or class of this name; `*` in `owner` is any name. */
export function leadsTo(name: string, owner: string): boolean {
  if (name[0] !== owner[0] && !owner.startsWith('*')) return false
  const parts = owner.split('.')
  const given = name.split('.')
  return given.length <= parts.length && given.every((part, at) => isPart(parts[at], part))
}
