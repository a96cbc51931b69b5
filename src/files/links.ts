import { sep } from 'node:path'
import { byCodeUnits } from '../base/order'
import { isInside } from './inside'

/** What was not read since only a link leads there. */
export interface UnreadLink {
  /** The first of the links to it. */
  readonly path: string
  readonly says: string
}

/**
 * The links, each with what it leads to or `null`, behind which nothing was read. A link is nothing to read as long as the file
 * behind it was read under its own name. Many may lead to one file.
 */
export function unreadLinks(
  links: ReadonlyMap<string, string | null>,
  root: string,
  read: ReadonlyMap<string, unknown>,
): readonly UnreadLink[] {
  const unread = new Map<string, { says: string; paths: string[] }>()
  for (const [path, target] of links) {
    const says = whyUnread(target, root, read)
    if (says === null) continue
    const key = `${target ?? path}\n${says}`
    const known = unread.get(key)
    if (known) known.paths.push(path)
    else unread.set(key, { says, paths: [path] })
  }
  return [...unread.values()].map(({ says, paths }) => {
    const [path = '', ...others] = paths.sort(byCodeUnits)
    const more = others.length === 1 ? 'another link' : `${others.length} other links`
    return { path, says: others.length === 0 ? says : `${says} So is it with ${more} to the same.` }
  })
}

function whyUnread(target: string | null, root: string, read: ReadonlyMap<string, unknown>): string | null {
  if (target === null) return 'It is a link that leads nowhere.'
  if (!isInside(root, target))
    return 'It is a link that leads out of the scanned directory, and was not followed.'
  const inside = target.split(sep).join('/').slice(root.length)
  return read.has(inside) ? null : 'It is a link to something that is not scanned, and was not followed.'
}
