import { encodePath } from '../base/uri'

/** The address of a line in the web view of the commit. */
export type LineLink = (path: string, line: number) => string

/** How to link to lines of the commit that is being checked, or why that cannot be done. */
export async function readLinks(): Promise<LineLink | { readonly why: string }> {
  const context = await readContext()
  if ('why' in context) return context
  const { serverUrl, owner, name, commit } = context
  return (path, line) =>
    `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/blob/${commit}/${encodePath(path)}#L${line}`
}

interface Commit {
  readonly serverUrl: string
  readonly owner: string
  readonly name: string
  readonly commit: string
}

async function readContext(): Promise<Commit | { readonly why: string }> {
  try {
    // The package reads the event's file when it is loaded, and throws there when that file is broken.
    const { context } = await import('@actions/github')
    if (!/^[0-9a-f]{40,64}$/.test(context.sha ?? '')) return { why: 'GITHUB_SHA names no commit' }
    return {
      serverUrl: context.serverUrl,
      owner: context.repo.owner,
      name: context.repo.repo,
      commit: context.sha,
    }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}
