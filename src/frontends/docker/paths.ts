import type { Files } from '../../program'
import { fill, type Hole, type PlacedText } from '../pipelines/templates'

/** What a `COPY` or a mount brings into a container. */
export interface Copy {
  /** From the root of the repository, without the context in front of it. */
  readonly from: string
  /** Absolute; a slash at its end says that it is a folder. */
  readonly to: string
}

/** Where the files of the repository lie in a container. */
export interface Layout {
  readonly files: Files
  /** The folder of the repository that is built. */
  readonly context: string
  readonly copies: readonly Copy[]
}

/** An absolute path in a container. */
export function within(workdir: string, path: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${workdir}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

function join(...parts: readonly string[]): string {
  return within('/', parts.join('/')).slice(1)
}

/** The file of the repository that lies there in the container; `null` where none does. */
export function fileAt({ files, context, copies }: Layout, path: string): string | null {
  for (const { from, to } of [...copies].reverse()) {
    const target = within('/', to)
    const rest =
      path === target
        ? ''
        : path.startsWith(target === '/' ? '/' : `${target}/`)
          ? path.slice(target.length)
          : null
    if (rest === null) continue
    const name = from.slice(from.lastIndexOf('/') + 1)
    const inside = join(context, from, rest)
    if (files(inside)) return inside
    if (rest === `/${name}` && files(join(context, from))) return join(context, from)
  }
  return null
}

/** The folder of the repository that a folder of a container is a copy of; the context where that is not known. */
export function folderAt({ context, copies }: Layout, path: string): string {
  for (const { from, to } of [...copies].reverse()) {
    const target = within('/', to)
    if (path !== target && !path.startsWith(target === '/' ? '/' : `${target}/`)) continue
    if (from === '' || (!to.endsWith('/') && !/\.\w+$/.test(from)))
      return join(context, from, path.slice(target.length))
  }
  return context
}

/** From a folder of the repository to one of its files. */
export function relative(folder: string, file: string): string {
  const from = folder === '' ? [] : folder.split('/')
  const to = file === '' ? [] : file.split('/')
  let same = 0
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.'
}

/** A script of a container with the repository's own files under the names that the repository has for them. */
export function withOwnPaths(
  layout: Layout,
  workdir: string,
  placed: PlacedText,
  renamed: (path: string) => string | null,
): PlacedText {
  const folder = folderAt(layout, workdir)
  const holes: Hole[] = []
  const words = placed.text.matchAll(/(?<![\w./$}:@-])[\w./-]+(?![\w$:@])/g)
  for (const match of [...words].slice(0, mostWords)) {
    const [word] = match
    const own = nameOf(
      layout,
      folder,
      workdir,
      word,
      /(?:^|[\s;&|(])cd\s+["']?$/.test(placed.text.slice(Math.max(0, match.index - 20), match.index)),
    )
    const name = own ?? (/[./]/.test(word) ? renamed(within(workdir, word)) : null)
    if (name !== null && name !== word)
      holes.push({ start: match.index, end: match.index + word.length, text: name })
  }
  return fill(placed, holes)
}

const mostWords = 2000

function nameOf(
  layout: Layout,
  folder: string,
  workdir: string,
  word: string,
  changes: boolean,
): string | null {
  if (changes) return word.startsWith('/') ? relative(folder, folderAt(layout, within(workdir, word))) : null
  if (!/[./]/.test(word) || /^[./]+$/.test(word)) return null
  const file = fileAt(layout, within(workdir, word))
  if (file === null) return null
  const name = relative(folder, file)
  return word.includes('/') && !name.includes('/') ? `./${name}` : name
}
