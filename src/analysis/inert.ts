import { onceFor } from '../base/once'
import { fileOnDisk, type Program, type SourceFile } from '../program'

/** Files of pipelines that never run where they stand, each with the reason. */
export function findInert(program: Program): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { file, inert } of program.units.values()) if (inert !== undefined) found.set(file.path, inert)
  return found
}

/** Why a file belongs to another project that lies in this one; `null` where nothing says so. */
export function whyInstalled({ paths }: Program, path: string): string | null {
  return isInstalled(packagesAmong(paths), path) ? 'it is a package of others that was installed here' : null
}

/** By folder: the packages that an installer has put there. https://packaging.python.org/en/latest/specifications/recording-installed-packages/ */
const packagesAmong = onceFor((paths: Program['paths']): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const path of paths) {
    if (!path.endsWith('.dist-info/METADATA')) continue
    const steps = path.split('/').slice(0, -1)
    const name = steps.pop()?.split('-')[0]?.toLowerCase() ?? ''
    const folder = steps.join('/')
    found.set(folder, (found.get(folder) ?? new Set()).add(name))
  }
  return found
})

function isInstalled(packages: ReadonlyMap<string, ReadonlySet<string>>, path: string): boolean {
  const steps = path.split('/')
  return steps.some((step, at) =>
    packages.get(steps.slice(0, at).join('/'))?.has(step.replace(/\.py$/, '').toLowerCase()),
  )
}

/** The path on disk of a file that may be embedded. */
export function pathOnDisk(file: SourceFile): string {
  return fileOnDisk(file).path
}
