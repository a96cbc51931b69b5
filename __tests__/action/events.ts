import { commit } from './step'

export const head = 'fedcba9876543210fedcba9876543210fedcba98'

/** What a runner says of a run: the environment, and the event's file. */
export interface Event {
  readonly env: Readonly<Record<string, string>>
  readonly payload: unknown
}

const repository = { full_name: 'acme/churn', default_branch: 'main' }

const pull = (from: string | null) => ({
  number: 7,
  pull_request: {
    number: 7,
    head: { sha: head, ref: 'better', repo: from === null ? null : { full_name: from } },
    base: { sha: '1'.repeat(40), ref: 'main', repo: repository },
  },
  repository,
})

const on = (name: string, ref: string, payload: unknown): Event => ({
  env: { GITHUB_EVENT_NAME: name, GITHUB_REF: ref, GITHUB_SHA: commit },
  payload,
})

export const events = {
  push: on('push', 'refs/heads/main', { ref: 'refs/heads/main', after: commit, repository }),
  tag: on('push', 'refs/tags/v1', { ref: 'refs/tags/v1', repository }),
  pull: on('pull_request', 'refs/pull/7/merge', pull('acme/churn')),
  fork: on('pull_request', 'refs/pull/7/merge', pull('stranger/churn')),
  gone: on('pull_request', 'refs/pull/7/merge', pull(null)),
  target: on('pull_request_target', 'refs/heads/main', pull('stranger/churn')),
  merge: on('merge_group', 'refs/heads/gh-readonly-queue/main/pr-7-1', { merge_group: { head_sha: commit } }),
  dispatch: on('workflow_dispatch', 'refs/heads/main', { inputs: null, repository }),
  schedule: on('schedule', 'refs/heads/main', { schedule: '0 4 * * *' }),
}
