import { UserError } from '../../base/user-error'
import { type Credential, fetchCommit } from './fetch'
import { noGit, type Repository, type Unavailable, unavailable } from './repository'
import { linesOf } from './run'

/** With what a work tree is to be compared. */
export type Wanted =
  /** The last commit that it shares with a branch, tag or commit that the user named. */
  | { readonly kind: 'named'; readonly ref: string }
  /** What a pull request goes into. */
  | PullRequest
  /** Exactly this commit. */
  | { readonly kind: 'commit'; readonly commit: string }

export interface PullRequest {
  readonly kind: 'pull-request'
  readonly base: string
  readonly head: string
  /** Commits that the server has made to try the merge. */
  readonly merges: readonly string[]
}

/** A commit that is there, and what has to be said about the choice. */
export interface Chosen {
  readonly kind: 'commit'
  readonly commit: string
  readonly remark: string | null
}

/** Finds the commit, and fetches it where the clone lacks it. A name that stands for nothing is a UserError. */
export function choose(
  repository: Repository,
  wanted: Wanted,
  credential: Credential | null,
): Chosen | Unavailable {
  switch (wanted.kind) {
    case 'named':
      return sinceName(repository, wanted.ref, credential)
    case 'pull-request':
      return beforePullRequest(repository, wanted, credential)
    case 'commit':
      return apart(repository, present(repository, wanted.commit, credential))
  }
}

const full = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

function sinceName(repository: Repository, ref: string, credential: Credential | null): Chosen | Unavailable {
  if (ref === '')
    throw new UserError(
      '--since: no commit is named, as where a variable of the CI system is not set; leave the option out to judge everything',
    )
  // Git would take it for an option, or for more than one commit.
  const odd = ref.startsWith('-') || /\.\.|[\p{Cc}]/u.test(ref)
  if (odd) throw new UserError(`--since: \`${ref}\` names no commit; write a branch, a tag or a commit`)
  const answer = repository.askItself(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
  if (answer.kind === 'missing') return unavailable(noGit)
  const [commit = full.test(ref) ? ref : null] = linesOf(answer)
  if (commit === null || !full.test(commit)) throw unknown(repository, ref)
  const there = present(repository, commit, credential)
  return there.kind === 'commit' ? forked(repository, commit, `\`${ref}\``) : there
}

function unknown({ shallow }: Repository, ref: string): UserError {
  const remedy = shallow ? 'fetch it first: this clone is shallow' : '`git branch --all` lists branches'
  return new UserError(`--since: \`${ref}\` names no commit of this repository; ${remedy}`)
}

function beforePullRequest(
  repository: Repository,
  { base, head, merges }: PullRequest,
  credential: Credential | null,
): Chosen | Unavailable {
  const [first, second, ...others] = parentsOf(repository, repository.head)
  // Whoever proposes a change decides about its commits, but not about those that the server makes of them.
  const isTrial = merges.includes(repository.head) && second === head && others.length === 0
  if (isTrial && first) return present(repository, first, credential)
  const there = present(repository, base, credential)
  if (there.kind !== 'commit') return there
  return apart(repository, forked(repository, base, 'the branch that it goes into'))
}

// A change is never a part of what it is made to. Where it was not checked out, nothing would be new.
function apart({ head }: Repository, chosen: Chosen | Unavailable): Chosen | Unavailable {
  if (chosen.kind === 'unavailable' || chosen.commit !== head) return chosen
  return unavailable('What is checked out is the commit that the change is made to, and not the change.')
}

/** The commit where the checked-out one has left `other`. */
function forked(repository: Repository, other: string, called: string): Chosen | Unavailable {
  const [commit] = linesOf(repository.ask(['merge-base', '--all', other, repository.head]))
  if (commit) return { kind: 'commit', commit, remark: null }
  if (!repository.shallow)
    return unavailable(`The checked-out commit and ${called} have no history in common.`)
  const remark = `The clone is shallow, so that the commit where the change has left ${called} cannot be told. What stands in ${called} now is compared; \`fetch-depth: 0\` would tell.`
  return { kind: 'commit', commit: other, remark }
}

// Read as text: where a clone is shallow git hides the parents.
function parentsOf({ ask }: Repository, commit: string): readonly string[] {
  const lines = linesOf(ask(['cat-file', 'commit', commit]))
  return lines.filter(line => line.startsWith('parent ')).map(line => line.slice('parent '.length))
}

function present(
  repository: Repository,
  commit: string,
  credential: Credential | null,
): Chosen | Unavailable {
  if (!full.test(commit)) return unavailable('The event names no commit to compare with.')
  const chosen: Chosen = { kind: 'commit', commit, remark: null }
  if (isThere(repository, commit)) return chosen
  const why = fetchCommit(repository, commit, credential)
  if (why === null && isThere(repository, commit)) return chosen
  const short = commit.slice(0, 12)
  return unavailable(
    `The clone lacks the commit \`${short}\`, and it cannot be fetched: ${why ?? 'it did not come'}.`,
  )
}

function isThere({ ask }: Repository, commit: string): boolean {
  return ask(['cat-file', '-e', `${commit}^{tree}`]).kind === 'output'
}
