import type { Repository } from './repository'

/** An entry of a tree that is no tree itself. */
export interface Blob {
  /** From the top of the repository. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'submodule'
  readonly id: string
}

/** All that a commit holds; `null` where its tree cannot be read in full. */
export function listTree(repository: Repository, commit: string): readonly Blob[] | null {
  const answer = repository.ask(['ls-tree', '-r', '-z', '--full-tree', commit])
  if (answer.kind !== 'output') return null
  const lines = answer.bytes.toString('utf8').split('\0')
  return lines.flatMap(line => {
    const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? []
    return path === '' || isOdd(path) ? [] : [{ path, kind: kinds.get(mode.slice(0, 3)) ?? 'link', id }]
  })
}

// Git itself makes no such names, and checks none out. https://git-scm.com/docs/git-fsck (hasDotdot, hasDotgit)
function isOdd(path: string): boolean {
  return path.split('/').some(name => /^(|\.|\.\.|\.git)$/i.test(name))
}

const kinds: ReadonlyMap<string, Blob['kind']> = new Map([
  ['100', 'file'],
  ['120', 'link'],
  ['160', 'submodule'],
])

/** The sizes of objects; those that are not there are left out. */
export function sizesOf(repository: Repository, ids: readonly string[]): ReadonlyMap<string, number> {
  if (ids.length === 0) return new Map()
  const answer = repository.ask(['cat-file', '--batch-check'], `${ids.join('\n')}\n`)
  const lines = answer.kind === 'output' ? answer.bytes.toString('latin1').split('\n') : []
  return new Map(
    lines.flatMap(line => {
      const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? []
      return id && size ? [[id, Number(size)] as const] : []
    }),
  )
}

const mostAtOnce = 64 * 1024 * 1024

/** The bytes of blobs of known sizes, as they were committed: no filter has changed them. */
export function readBlobs(
  repository: Repository,
  sizes: ReadonlyMap<string, number>,
): ReadonlyMap<string, Uint8Array> {
  const read = new Map<string, Uint8Array>()
  let batch: string[] = []
  let weight = 0
  const flush = () => {
    if (batch.length > 0) readBatch(repository, batch, read)
    batch = []
    weight = 0
  }
  for (const [id, size] of sizes) {
    if (weight + size > mostAtOnce) flush()
    batch.push(id)
    weight += size
  }
  flush()
  return read
}

// Each answer is a line `<id> blob <size>`, the bytes, and a line end.
function readBatch(repository: Repository, ids: readonly string[], into: Map<string, Uint8Array>): void {
  const answer = repository.ask(['cat-file', '--batch'], `${ids.join('\n')}\n`)
  if (answer.kind !== 'output') return
  const { bytes } = answer
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at)
    if (end < 0) return
    const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(bytes.toString('latin1', at, end)) ?? []
    at = end + 1
    if (!id || !size) continue
    into.set(id, bytes.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
}
