import type { Catalog } from '../../rules/schema'

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
