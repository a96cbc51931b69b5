import type { Unavailable, Wanted } from '../files/git/base'
import { openRegular } from '../files/open'

type Environment = Readonly<Record<string, string | undefined>>

/** Everything is judged, as it should be for this event. */
export interface Everything {
  readonly kind: 'everything'
  readonly why: string
}

/** What the event asks to compare with. On the default branch that is nothing: what is left out there is closed as fixed. */
export function wantedBy(environment: Environment): Wanted | Everything | Unavailable {
  const name = environment.GITHUB_EVENT_NAME ?? ''
  const read = comparing.get(name)
  if (!read) return everything(name === '' ? 'there is no event' : `the event is \`${name}\``)
  const event = readEvent(environment.GITHUB_EVENT_PATH)
  return event === null
    ? { kind: 'unavailable', says: 'The file that describes the event cannot be read.' }
    : read(event, environment)
}

type Reader = (event: unknown, environment: Environment) => Wanted | Everything

const comparing: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['pull_request', ofPullRequest],
  ['pull_request_target', ofPullRequest],
  ['merge_group', event => ({ kind: 'commit', commit: textAt(event, 'merge_group', 'base_sha') })],
  ['push', ofPush],
])

function ofPullRequest(event: unknown, { GITHUB_EVENT_NAME, GITHUB_SHA = '' }: Environment): Wanted {
  // https://docs.github.com/actions/using-workflows/events-that-trigger-workflows#pull_request: there it is the merge.
  const own = GITHUB_EVENT_NAME === 'pull_request' ? [GITHUB_SHA] : []
  const tried = textAt(event, 'pull_request', 'merge_commit_sha')
  return {
    kind: 'pull-request',
    base: textAt(event, 'pull_request', 'base', 'sha'),
    head: textAt(event, 'pull_request', 'head', 'sha'),
    merges: [...own, tried].filter(commit => commit !== ''),
  }
}

function ofPush(event: unknown, { GITHUB_REF = '' }: Environment): Wanted | Everything {
  const branch = /^refs\/heads\/(.+)$/.exec(GITHUB_REF)?.[1]
  const usual = textAt(event, 'repository', 'default_branch')
  if (branch === undefined) return everything('what was pushed is no branch')
  if (usual === '' || branch === usual) return everything('this is the default branch')
  const before = textAt(event, 'before')
  if (/^0+$/.test(before)) return everything('the branch is new')
  return { kind: 'commit', commit: before }
}

function everything(why: string): Everything {
  return { kind: 'everything', why }
}

const largest = 25 * 1024 * 1024

function readEvent(path: string | undefined): unknown {
  const opened = path ? openRegular(path, largest) : null
  if (!opened || !('bytes' in opened)) return null
  try {
    return JSON.parse(Buffer.from(opened.bytes).toString('utf8'))
  } catch {
    return null
  }
}

/** The text at the end of this way; empty where there is none. */
function textAt(event: unknown, ...way: readonly string[]): string {
  let value = event
  for (const key of way) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return ''
    value = new Map<string, unknown>(Object.entries(value)).get(key)
  }
  return typeof value === 'string' ? value : ''
}
