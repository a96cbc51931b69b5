import { encodePath } from '../base/uri'
import type { Run } from './event'

/** The address of a line in the web view of the commit. */
export type LineLink = (path: string, line: number) => string

/** How to link to lines of the commit that is being checked. */
export function linksTo({ serverUrl, owner, name, commit }: Run): LineLink {
  return (path, line) =>
    `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/blob/${commit}/${encodePath(path)}#L${line}`
}
