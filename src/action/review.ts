import { guardSentence } from '../reporters/guard-text'
import type { Api } from './api'
import { linesIn, placeIn } from './diff'
import { field, type Pull, type Run } from './event'
import { prose } from './html'
import { type Answer, ask, inWords, type Told } from './problems'
import type { Suggestion } from './suggestions'
import { readPages, textOfOurs } from './threads'

/** A comment on a line of a proposal. */
export interface LineComment {
  readonly path: string
  readonly line: number
  readonly side: 'RIGHT'
  readonly body: string
}

/** The requests of a review. */
export interface Reviews {
  /** Files of the proposal, until all of these are among them. */
  files(paths: ReadonlySet<string>): Promise<Answer<readonly unknown[]>>
  comments(): Promise<Answer<readonly unknown[]>>
  create(comments: readonly LineComment[]): Promise<Answer<unknown>>
}

/** The reviews of a pull request. */
export function reviewsOf(api: Api, { owner, name: repo }: Run, { number, head }: Pull): Reviews {
  const { pulls } = api.rest
  const here = { owner, repo, pull_number: number }
  return {
    files: paths =>
      readPages(
        page => pulls.listFiles({ ...here, per_page: 100, page }),
        seen => [...paths].every(path => seen.some(file => field(file, 'filename') === path)),
      ),
    comments: () => readPages(page => pulls.listReviewComments({ ...here, per_page: 100, page })),
    create: comments =>
      ask(() =>
        pulls.createReview({
          ...here,
          commit_id: head,
          event: 'COMMENT',
          body: 'Modelgate proposes changes that can be taken as they are.',
          comments: [...comments],
          request: { retries: 0 },
        }),
      ),
  }
}

interface Proposed {
  /** What could stand on no line of the diff. */
  readonly left: readonly Suggestion[]
  readonly told: readonly Told[]
}

const most = 10

/** Proposes changes on the lines of the diff, each of them once. GitHub offers them nowhere else. */
export async function propose(reviews: Reviews, suggestions: readonly Suggestion[]): Promise<Proposed> {
  if (suggestions.length === 0) return { left: [], told: [] }
  const files = await reviews.files(new Set(suggestions.map(({ path }) => path)))
  if ('problem' in files) return failed(files, suggestions)
  const placed = suggestions.map(suggestion => ({ suggestion, line: lineOf(suggestion, files.data) }))
  const left = placed.flatMap(({ suggestion, line }) => (line === null ? [suggestion] : []))
  if (left.length === placed.length) return { left, told: [] }
  const known = await reviews.comments()
  if ('problem' in known) return failed(known, suggestions)
  const said = known.data.map(textOfOurs)
  const fresh = placed.flatMap(({ suggestion, line }) => {
    if (line === null || said.some(text => text.startsWith(markerOf(suggestion)))) return []
    return [{ path: suggestion.path, line, side: 'RIGHT' as const, body: bodyOf(suggestion) }]
  })
  if (fresh.length === 0) return { left, told: [] }
  const created = await reviews.create(fresh.slice(0, most))
  return 'problem' in created ? failed(created, suggestions) : { left, told: [] }
}

function failed(
  { problem }: Extract<Answer<unknown>, { problem: unknown }>,
  left: readonly Suggestion[],
): Proposed {
  const says = `No changes were proposed on lines of the pull request: ${inWords(problem, meanings)}.`
  return { left, told: [{ kind: 'undone', says }] }
}

const mayNot = 'the token may not write there; give the job `pull-requests: write`'

const meanings = { 403: mayNot, 404: mayNot }

function lineOf({ path, line, before }: Suggestion, files: readonly unknown[]): number | null {
  const patch = field(
    files.find(file => field(file, 'filename') === path),
    'patch',
  )
  return typeof patch === 'string' ? placeIn(linesIn(patch), line, before) : null
}

function markerOf({ finding }: Suggestion): string {
  return `<!-- modelgate ${finding.fingerprint} -->`
}

function bodyOf(suggestion: Suggestion): string {
  const { finding, after } = suggestion
  const guards = finding.guards.slice(0, 1).map(guard => guardSentence(guard))
  const says = [finding.message, ...guards].join(' ')
  const longest = Math.max(2, ...[...after.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${markerOf(suggestion)}\n<p>${prose(says)}</p>\n\n${fence}suggestion\n${after}\n${fence}\n`
}
