import { join } from 'node:path'
import { openRegular } from '../files/open'
import { isCommit, type Run } from './event'

/** The commit that is checked out in a work tree; `null` where that cannot be read. Git is not asked. */
export function checkedOut(workspace: string): string | null {
  const git = join(workspace, '.git')
  const head = lineIn(join(git, 'HEAD'))
  if (isCommit(head)) return head
  const name = /^ref: (refs\/heads\/[\w./-]+)$/.exec(head ?? '')?.[1]
  if (!name || name.includes('..')) return null
  const loose = lineIn(join(git, name))
  return isCommit(loose) ? loose : packed(join(git, 'packed-refs'), name)
}

const mostBytes = 4 * 1024 * 1024

function lineIn(path: string): string | null {
  return textIn(path)?.trim() ?? null
}

function textIn(path: string): string | null {
  const opened = openRegular(path, mostBytes)
  return 'bytes' in opened ? Buffer.from(opened.bytes).toString('utf8') : null
}

function packed(path: string, name: string): string | null {
  const line = textIn(path)
    ?.split('\n')
    .find(text => text.endsWith(` ${name}`))
  const commit = line?.split(' ')[0]
  return isCommit(commit) ? commit : null
}

/** What results are for: a commit, and what points to it. */
export interface Target {
  readonly commit: string
  readonly ref: string
}

/** What the results of a scan belong to in code scanning, or why they belong to nothing there. */
export function targetOf({ commit, ref, pull }: Run, head: string | null): Target | { readonly why: string } {
  if (pull && head === pull.head && head !== commit)
    return { commit: head, ref: `refs/pull/${pull.number}/head` }
  if (head !== null && head !== commit)
    return {
      why: `commit ${head} is checked out, and the run is for ${commit}, so the results would stand at the wrong place`,
    }
  if (/^refs\/(heads|tags)\/.|^refs\/pull\/\d+\/(merge|head)$/.test(ref)) return { commit, ref }
  return { why: `GITHUB_REF names no branch, tag or pull request (\`${ref}\`)` }
}
