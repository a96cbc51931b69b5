import { addTo } from '../../base/groups'
import type { Catalog } from '../../rules/schema'
import type { Installer } from './installers'

/** Packages by other names, and those that bring others along. */
export interface PackageKnowledge {
  /** By index and name, `conda:pytorch`: the package that it is. */
  readonly names: ReadonlyMap<string, string>
  /** By package: what brings it along, in which version. */
  readonly brought: ReadonlyMap<string, readonly { readonly asks: string; readonly gives: string }[]>
}

/** Arranges the names of packages. */
export function arrangePackages(catalogs: readonly Catalog[]): PackageKnowledge {
  const packages = catalogs.flatMap(catalog => catalog.packages)
  return {
    names: new Map(
      packages.flatMap(({ name, pypi, conda }) => [
        ...pypi.map(other => [`pypi:${other}`, name] as const),
        ...[...pypi, ...conda].map(other => [`conda:${other}`, name] as const),
      ]),
    ),
    brought: new Map(packages.map(({ name, brought }) => [name, brought])),
  }
}

/** Programs that install packages, each with how it is told what. */
export function installersIn(catalogs: readonly Catalog[]): Map<string, Installer[]> {
  const found = new Map<string, Installer[]>()
  for (const rule of catalogs.flatMap(catalog => catalog.installers ?? [])) {
    const verbs = new Map<string, string[]>()
    for (const line of rule.command) {
      const [program = '', ...words] = line.split(' ')
      addTo(verbs, program, words.join(' '))
    }
    for (const [program, own] of verbs) addTo(found, program, { ...rule, verbs: own })
  }
  return found
}
