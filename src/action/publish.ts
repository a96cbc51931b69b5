import type { Report } from '../program'
import type { Api } from './api'
import { checkedOut, targetOf } from './checkout'
import { commentsOf, keepComment } from './comment'
import type { Run } from './event'
import { linksTo } from './links'
import type { Told } from './problems'
import { concerning } from './rank'
import { propose, reviewsOf } from './review'
import { suggestionsFor } from './suggestions'
import { commentOn } from './summary'
import { upload, uploadsTo } from './upload'

/** What is asked for beyond the report itself. */
export interface Wishes {
  readonly workspace: string
  readonly upload: boolean
  readonly comment: boolean
}

/** Brings the report to GitHub. Whatever hinders that is told, and fails nothing. */
export async function publish(report: Report, wishes: Wishes, run: Run, api: Api): Promise<readonly Told[]> {
  const uploaded = wishes.upload ? await uploadReport(report, wishes.workspace, run, api) : []
  const commented = wishes.comment ? await comment(report, run, api) : []
  return [...uploaded, ...commented]
}

async function uploadReport(report: Report, workspace: string, run: Run, api: Api): Promise<readonly Told[]> {
  const target = targetOf(run, checkedOut(workspace))
  if ('why' in target) return [undone(`Code scanning has not got the results: ${target.why}.`)]
  return upload(report, uploadsTo(api, run, target, workspace), run, pause)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

async function comment(report: Report, run: Run, api: Api): Promise<readonly Told[]> {
  const { pull } = run
  // Other events have no pull request to speak in.
  if (!pull) return []
  if (pull.readOnly)
    return [
      undone(
        'The pull request has no comment: it comes from a fork, whose token may only read. The findings are in the job summary and the annotations.',
      ),
    ]
  const findings = concerning(report)
  const { left, told } = await propose(reviewsOf(api, run, pull), suggestionsFor(findings))
  const body = findings.length === 0 ? null : commentOn(report, linksTo(run), left)
  return [...told, ...(await keepComment(commentsOf(api, run, pull), body))]
}

function undone(says: string): Told {
  return { kind: 'undone', says }
}
