import { byCodeUnits } from '../../base/order'
import type { Inclusion, Setting } from '../../program'
import { exactVersion } from './guarantee'
import { folderOf, home, isAside, placesOf, placesOfFile } from './places'

/** What is asked of one package where a set of packages is installed together. All of it holds there. */
export interface Environment {
  readonly how: Setting['how']
  readonly places: readonly string[]
  /** Whether it is for those who work on the code. */
  readonly aside: boolean
  /** Whether it is a list of what to install, rather than of what a package needs. */
  readonly concrete: boolean
  readonly settings: readonly Setting[]
}

/** The environments that some settings of one package make, by the files that take in others. */
export function environmentsOf(
  settings: readonly Setting[],
  includes: readonly Inclusion[],
): readonly Environment[] {
  const byFile = new Map<string, Setting[]>()
  for (const one of [...settings].sort(byPlace)) {
    const path = one.span.file.path
    byFile.set(path, [...(byFile.get(path) ?? []), one])
  }
  const found: Environment[] = []
  for (const [root, files] of rootsOf([...byFile.keys()], includes))
    found.push(
      ...environmentsIn(
        root,
        [...files].flatMap(file => byFile.get(file) ?? []),
      ),
    )
  return found.slice(0, mostEnvironments)
}

const mostEnvironments = 2000

function byPlace(a: Setting, b: Setting): number {
  return byCodeUnits(a.span.file.path, b.span.file.path) || a.span.start - b.span.start
}

// By each file that is installed by itself: those of the files that it takes in.
function rootsOf(files: readonly string[], includes: readonly Inclusion[]): Map<string, Set<string>> {
  const takers = new Map<string, Set<string>>()
  for (const { from, to } of includes) takers.set(to, (takers.get(to) ?? new Set()).add(from))
  const roots = new Map<string, Set<string>>()
  const known = new Set(files)
  let left = mostSteps
  for (const file of files) {
    const above = new Set([file])
    for (const one of above) {
      for (const taker of takers.get(one) ?? []) above.add(taker)
      left -= 1
      if (left < 0) break
    }
    for (const root of above) {
      // A part of a file beside it is not installed by itself.
      const isPart = [...above].some(
        other => (takers.get(root)?.has(other) ?? false) && other !== root && isBeside(other, root, takers),
      )
      if (!isPart) roots.set(root, (roots.get(root) ?? new Set<string>()).add(file))
    }
  }
  for (const [root, taken] of roots) if (known.has(root)) taken.add(root)
  return roots
}

const mostSteps = 50_000

function isBeside(taker: string, file: string, takers: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const mutual = takers.get(taker)?.has(file) ?? false
  return !mutual && home(folderOf(taker)) === home(folderOf(file))
}

function environmentsIn(root: string, settings: readonly Setting[]): Environment[] {
  const own = settings.filter(one => one.span.file.path === root)
  // Each command may be the one that counts.
  if (own.some(one => one.how === 'installed')) return own.map(one => environmentOf(root, '', [one]))
  const always = settings.filter(one => one.part === '' || one.span.file.path !== root)
  const parts = [...new Set(own.map(one => one.part))].filter(part => part !== '')
  return [
    ...(always.length > 0 ? [environmentOf(root, '', always)] : []),
    ...parts.map(part => environmentOf(root, part, [...always, ...own.filter(one => one.part === part)])),
  ]
}

function environmentOf(root: string, part: string, settings: readonly Setting[]): Environment {
  const own = settings.filter(one => one.span.file.path === root)
  const places = own.length > 0 ? own.flatMap(placesOf) : placesOfFile(root)
  return {
    how: settings.find(one => one.how !== 'asked')?.how ?? 'asked',
    places: [...new Set(places)],
    aside: isAside(root, part) && settings.every(one => one.how !== 'installed'),
    concrete: /\.(txt|pip)$/.test(root) && settings.some(one => exactVersion(one.range) !== null),
    settings,
  }
}
