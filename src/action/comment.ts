import type { Api } from './api'
import { field, type Pull, type Run } from './event'
import { type Answer, ask, inWords, type Told } from './problems'
import { readPages, textOfOurs } from './threads'

/** Begins the one comment on a pull request, and is not shown. */
export const marker = '<!-- modelgate -->'

/** The requests about the comments of a pull request. */
export interface Comments {
  list(): Promise<Answer<readonly unknown[]>>
  create(body: string): Promise<Answer<unknown>>
  update(id: number, body: string): Promise<Answer<unknown>>
}

/** The comments of a pull request. */
export function commentsOf(api: Api, { owner, name: repo }: Run, { number }: Pull): Comments {
  const { issues } = api.rest
  const here = { owner, repo, issue_number: number }
  return {
    list: () => readPages(page => issues.listComments({ ...here, per_page: 100, page })),
    // A second attempt could make a second comment.
    create: body => ask(() => issues.createComment({ ...here, body, request: { retries: 0 } })),
    update: (id, body) => ask(() => issues.updateComment({ owner, repo, comment_id: id, body })),
  }
}

/** Keeps the one comment current. A body of `null` says that nothing is left to tell, and begins no comment. */
export async function keepComment(comments: Comments, body: string | null): Promise<readonly Told[]> {
  const listed = await comments.list()
  if ('problem' in listed) return [undone(listed)]
  const ours = listed.data.find(comment => textOfOurs(comment).startsWith(marker))
  const id = field(ours, 'id')
  if (typeof id !== 'number') return body === null ? [] : told(await comments.create(`${marker}\n${body}`))
  const text = `${marker}\n${body ?? nothingLeft}`
  if (textOfOurs(ours).replaceAll('\r\n', '\n').trimEnd() === text.trimEnd()) return []
  return told(await comments.update(id, text))
}

const nothingLeft = '## Modelgate: nothing left\n\nWhat was found here before is gone.\n'

function told(answer: Answer<unknown>): readonly Told[] {
  return 'problem' in answer ? [undone(answer)] : []
}

function undone({ problem }: Extract<Answer<unknown>, { problem: unknown }>): Told {
  return { kind: 'undone', says: `The pull request has no current comment: ${inWords(problem, meanings)}.` }
}

const mayNot =
  'the token may not write there; give the job `pull-requests: write` (a run for a fork or for Dependabot has a token that may only read)'

const meanings = { 403: mayNot, 404: mayNot }
