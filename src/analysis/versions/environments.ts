import { keptIn } from '../../base/once'
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

/** What takes in a file of constraints for a command that names packages: by itself that file installs nothing. */
export const commandLine = ''

/** The environments that some settings of one package make, by the files that take in others. */
export function environmentsOf(
  settings: readonly Setting[],
  includes: readonly Inclusion[],
): readonly Environment[] {
  const sorted = [...settings].sort(byPlace)
  const byFile = new Map<string, Setting[]>()
  for (const one of sorted)
    if (one.how !== 'installed') keptIn(byFile, one.span.file.path, () => []).push(one)
  const found: Environment[] = []
  for (const [root, files] of rootsOf([...byFile.keys()], includes))
    if (root !== commandLine)
      found.push(
        ...environmentsIn(
          root,
          [...files].flatMap(file => byFile.get(file) ?? []),
        ),
      )
  // Each command may be the one that counts.
  return [...found, ...sorted.filter(({ how }) => how === 'installed').map(ofCommand)].slice(
    0,
    mostEnvironments,
  )
}

function ofCommand(one: Setting): Environment {
  return { how: 'installed', places: placesOf(one), aside: false, concrete: false, settings: [one] }
}

const mostEnvironments = 2000

function byPlace(a: Setting, b: Setting): number {
  return byCodeUnits(a.span.file.path, b.span.file.path) || a.span.start - b.span.start
}

// By each file that is installed by itself: those of the files that it takes in.
function rootsOf(files: readonly string[], includes: readonly Inclusion[]): Map<string, Set<string>> {
  const takers = takersIn(includes)
  const roots = new Map<string, Set<string> | null>()
  let left = mostSteps
  for (const file of files) {
    const above = new Set([file])
    for (const one of left > 0 ? above : []) {
      for (const taker of takers.get(one) ?? []) above.add(taker)
      left -= takers.get(one)?.size ?? 1
    }
    for (const root of above) {
      const known = roots.get(root)
      const taken = known === undefined ? (isPart(root, takers) ? null : new Set<string>()) : known
      roots.set(root, taken?.add(file) ?? null)
    }
    // Files that take in each other in a ring: none of them is whole without the others.
    if (![...above].some(root => roots.get(root))) roots.set(file, new Set([file]))
  }
  return new Map([...roots].flatMap(([root, taken]) => (taken ? [[root, taken] as const] : [])))
}

// By file: those that take it in.
function takersIn(includes: readonly Inclusion[]): ReadonlyMap<string, ReadonlySet<string>> {
  const takers = new Map<string, Set<string>>()
  for (const { from, to } of includes) {
    keptIn(takers, to, () => new Set<string>()).add(from)
  }
  return takers
}

const mostSteps = 500_000

// A part of a file beside it is not installed by itself.
function isPart(file: string, takers: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const place = home(folderOf(file))
  return [...(takers.get(file) ?? [])].some(
    taker =>
      taker === commandLine ||
      (taker !== file && !takers.get(taker)?.has(file) && home(folderOf(taker)) === place),
  )
}

function environmentsIn(root: string, settings: readonly Setting[]): Environment[] {
  const own = settings.filter(one => one.span.file.path === root)
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
    how: settings.some(one => one.how === 'locked') ? 'locked' : 'asked',
    places: [...new Set(places)],
    aside: isAside(root, part),
    concrete: isList(root) && settings.some(one => exactVersion(one.range) !== null),
    settings,
  }
}

/** Whether a file lists what to install, rather than what a package needs. */
export function isList(path: string): boolean {
  return /\.(txt|pip|ya?ml)$|(^|\/)(Pipfile|pixi\.toml)$/.test(path)
}
