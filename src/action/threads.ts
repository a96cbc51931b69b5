import { field } from './event'
import { type Answer, ask } from './problems'

// Of a hundred each. Whoever writes more than this into one pull request is not looked through.
const mostPages = 10

/** Everything that a list of the API holds, page by page, until enough was seen. */
export async function readPages(
  page: (number: number) => Promise<{ readonly data: unknown }>,
  enough: (seen: readonly unknown[]) => boolean = () => false,
): Promise<Answer<readonly unknown[]>> {
  const seen: unknown[] = []
  for (let number = 1; number <= mostPages; number += 1) {
    const answer = await ask(() => page(number))
    if ('problem' in answer) return answer
    if (!Array.isArray(answer.data)) return { problem: { status: 502, message: 'the answer is no list' } }
    seen.push(...answer.data)
    if (answer.data.length < 100 || enough(seen)) break
  }
  return { data: seen }
}

/** The text of a comment, where somebody wrote it who may speak for the repository: others could pretend to be us. */
export function textOfOurs(comment: unknown): string {
  const bot = field(field(comment, 'user'), 'type') === 'Bot'
  const trusted = ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(String(field(comment, 'author_association')))
  const body = field(comment, 'body')
  return (bot || trusted) && typeof body === 'string' ? body : ''
}
