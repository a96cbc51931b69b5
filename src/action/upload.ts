import { pathToFileURL } from 'node:url'
import type { Report } from '../program'
import type { Api } from './api'
import type { Target } from './checkout'
import { field, type Run } from './event'
import { type PackedLog, packLog } from './log'
import { type Answer, ask, inWords, type Meanings, type Problem, said, type Told } from './problems'

/** The requests of an upload. */
export interface Uploads {
  send(log: PackedLog): Promise<Answer<unknown>>
  status(id: string): Promise<Answer<unknown>>
}

/** Uploads to code scanning. */
export function uploadsTo(api: Api, run: Run, { commit, ref }: Target, workspace: string): Uploads {
  const { owner, name: repo } = run
  return {
    send: ({ sarif }) =>
      ask(() =>
        api.rest.codeScanning.uploadSarif({
          owner,
          repo,
          commit_sha: commit,
          ref,
          sarif,
          checkout_uri: pathToFileURL(workspace).href,
          tool_name: 'Modelgate',
        }),
      ),
    status: id => ask(() => api.rest.codeScanning.getSarif({ owner, repo, sarif_id: id })),
  }
}

// In seconds. Most logs are processed within the first of them.
const delays = [1, 2, 4, 8, 15, 30, 60]

/** Sends the log and waits until it is processed. Whatever happens is told, and fails nothing. */
export async function upload(
  report: Report,
  uploads: Uploads,
  run: Pick<Run, 'pull'>,
  pause: (milliseconds: number) => Promise<void>,
): Promise<readonly Told[]> {
  const log = packLog(report)
  if (!log) return [undone('the log has more than 10 MB even without a finding')]
  const cut = log.left > 0 ? [told(leftOut(log))] : []
  const sent = await uploads.send(log)
  if ('problem' in sent) return [...cut, undone(whyRefused(sent.problem, run))]
  const id = field(sent.data, 'id')
  if (typeof id !== 'string' || !/^[\w-]{1,100}$/.test(id))
    return [
      ...cut,
      told('Code scanning took the log and did not say under which name, so nothing was waited for.'),
    ]
  return [...cut, await finish(uploads, id, log, pause)]
}

function leftOut({ left, results }: PackedLog): string {
  const what = left === 1 ? '1 more finding is' : `${left} more findings are`
  return `${what} in the SARIF file and not in code scanning, which takes ${results} of this log; the most severe were chosen.`
}

function whyRefused(problem: Problem, { pull }: Pick<Run, 'pull'>): string {
  return inWords(problem, {
    ...meanings,
    ...(problem.status === 403 && { 403: whyForbidden(problem, pull) }),
  })
}

const meanings: Meanings = {
  404: 'the repository has no code scanning, or the token may not see it; switch it on in the settings, and give the job `security-events: write`',
  413: 'the log is too large for code scanning',
}

function whyForbidden({ message }: Problem, pull: Run['pull']): string {
  if (/archived/i.test(message)) return 'the repository is archived'
  if (/not enabled|must be enabled|advanced security|code security/i.test(message))
    return `code scanning is not enabled for this repository (${said(message)})`
  if (pull?.readOnly) return 'the pull request comes from a fork, whose token may only read'
  if (/not accessible|forbidden|permission/i.test(message))
    return 'the token may not write there; give the job `security-events: write` (a run for Dependabot has a token that may only read)'
  return `GitHub does not allow it (${said(message)})`
}

async function finish(
  uploads: Uploads,
  id: string,
  { results }: PackedLog,
  pause: (milliseconds: number) => Promise<void>,
): Promise<Told> {
  for (const seconds of delays) {
    await pause(seconds * 1000)
    const answer = await uploads.status(id)
    // It may take a moment until the log is known under its name.
    if ('problem' in answer && answer.problem.status === 404) continue
    if ('problem' in answer)
      return told(
        `Code scanning took the log, and what became of it is not known: ${inWords(answer.problem)}.`,
      )
    const status = field(answer.data, 'processing_status')
    if (status === 'complete')
      return {
        kind: 'done',
        says: `Code scanning has taken ${results} ${results === 1 ? 'result' : 'results'}.`,
      }
    if (status === 'failed') return undone(`the log could not be processed: ${errorsIn(answer.data)}`)
  }
  return told('Code scanning took the log and has not processed it yet; it goes on without this step.')
}

function errorsIn(data: unknown): string {
  const errors = field(data, 'errors')
  const texts = Array.isArray(errors) ? errors.filter(error => typeof error === 'string') : []
  return texts.slice(0, 5).map(said).join('; ') || 'GitHub does not say why'
}

function undone(why: string): Told {
  return told(
    `Code scanning has not got the results: ${why}. They are in the SARIF file, the job summary and the annotations.`,
  )
}

function told(says: string): Told {
  return { kind: 'undone', says }
}
