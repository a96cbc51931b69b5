import { joined } from './folders'

/** What lies in a container under an absolute path: a folder or file of the repository, or what it has none of. */
export interface Mount {
  readonly from: string | null
  readonly to: string
}

/** Where a command runs: in a folder of the repository, or at a path of a container, which is empty where nobody knows it. */
export interface Place {
  readonly path: string
  /** What of the repository lies in the container; `null` where it is none. */
  readonly mounts: readonly Mount[] | null
}

/** A folder of the repository as a place. */
export function onHost(folder: string): Place {
  return { path: folder, mounts: null }
}

/** A folder that is only known when the command runs. */
export const nowhere: Place = { path: '', mounts: [] }

/** The folders that a program may be started in where nobody says so: the top of the tree, its own, and those between them. */
export function foldersAround(path: string): readonly string[] {
  const own = path.split('/').slice(0, -1)
  return ['', ...own.map((_, i) => own.slice(0, own.length - i).join('/'))]
}

/** An absolute path of a container; empty where nobody knows it. */
export function absolute(from: string, path: string): string {
  if (from === '' && !path.startsWith('/')) return ''
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : `${from}/${path}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return `/${steps.join('/')}`
}

/** The folder of the repository that lies at a place; `null` where none does. */
export function folderAt({ path, mounts }: Place): string | null {
  return mounts ? mountedAt(mounts, path) : path
}

/** What of the repository lies under a path of a container; `null` where nothing does. */
export function mountedAt(mounts: readonly Mount[], path: string): string | null {
  const nearest = mountAround(mounts, path)
  return nearest && nearest.from !== null ? joined(nearest.from, `./${path.slice(nearest.to.length)}`) : null
}

/** The mount that a path of a container lies in: of two, the one that lies in the other hides it there. */
export function mountAround(mounts: readonly Mount[], path: string): Mount | null {
  const around = mounts.filter(({ to }) => path === to || path.startsWith(to === '/' ? '/' : `${to}/`))
  const [nearest] = around.sort((a, b) => b.to.length - a.to.length)
  return nearest ?? null
}

/** Under which path a container has something of the repository; `null` where it does not. */
export function seenInside(mounts: readonly Mount[], path: string): string | null {
  for (const { from, to } of mounts)
    if (from === '' || (from !== null && `${path}/`.startsWith(`${from}/`)))
      return absolute(to, `./${path.slice(from.length)}`)
  return null
}
