/** The run of the workflow that the step belongs to. */
export interface Run {
  readonly serverUrl: string
  readonly owner: string
  readonly name: string
  /** The commit that the run is for. */
  readonly commit: string
  /** `refs/heads/main`, `refs/pull/7/merge`, …; empty where the runner names none. */
  readonly ref: string
  readonly pull: Pull | null
}

/** The pull request that started it. */
export interface Pull {
  readonly number: number
  /** The newest commit of the proposal. */
  readonly head: string
  /** Whether its token may only read, since the proposal comes from a fork. */
  readonly readOnly: boolean
}

/** What the runner says of the run, or why that cannot be told. */
export async function readRun(): Promise<Run | { readonly why: string }> {
  try {
    // The package reads the event's file when it is loaded, and throws there when that file is broken.
    const { context } = await import('@actions/github')
    if (!isCommit(context.sha)) return { why: 'GITHUB_SHA names no commit' }
    const { serverUrl, sha: commit, ref, eventName, payload } = context
    const { owner, repo: name } = context.repo
    return { serverUrl, owner, name, commit, ref: ref ?? '', pull: pullIn(payload, eventName, owner, name) }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

/** Whether this is the full name of a commit. */
export function isCommit(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{40,64}$/.test(text)
}

function pullIn(payload: unknown, event: string | undefined, owner: string, name: string): Pull | null {
  const pull = field(payload, 'pull_request')
  const number = field(pull, 'number')
  const head = field(field(pull, 'head'), 'sha')
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1 || !isCommit(head))
    return null
  // A fork that is gone has no name any more.
  const from = String(field(field(field(pull, 'head'), 'repo'), 'full_name') ?? '')
  const fork = from.toLowerCase() !== `${owner}/${name}`.toLowerCase()
  // `pull_request_target` runs with the token of the repository itself.
  return { number, head, readOnly: fork && event !== 'pull_request_target' }
}

/** A field of data that came from outside, whatever that data is. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
