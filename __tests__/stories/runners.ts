import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stepIn } from '../action/step'
import { modelgate } from '../cli/program'

/** What becomes of a change, as whoever proposes it gets to see it. */
export interface Outcome {
  readonly passed: boolean
  /** The log, its line breaks as blanks. */
  readonly said: string
}

/** A project on a server, of which each change is tried by a runner of its own. */
export interface Project {
  /** Commits to the branch that changes go into. */
  push(files: Files, day?: string): void
  /** Makes a change from that branch, and lets the runner try it. */
  propose(files: Files, day?: string): Promise<Outcome>
  remove(): void
}

/** Texts of files; `null` takes one away. */
export type Files = Readonly<Record<string, string | null>>

type Run = (origin: string, home: string, day: string) => Promise<Outcome>

/** A project on GitHub: the runner checks out the merge that the server has tried, and runs the Action. */
export const onGitHub = (): Project =>
  project(async (origin, home, day) => {
    const base = git(origin, day, 'rev-parse', 'main')
    const head = git(origin, day, 'rev-parse', 'change')
    git(origin, day, 'checkout', '-q', '-B', 'trial', 'main')
    git(origin, day, 'merge', '-q', '--no-ff', '-m', 'trial', 'change')
    const merge = git(origin, day, 'rev-parse', 'HEAD')
    const workspace = clone(origin, home, day, '--branch=trial')
    const event = join(home, 'event.json')
    const pull = { base: { sha: base }, head: { sha: head }, merge_commit_sha: merge }
    writeFileSync(event, JSON.stringify({ pull_request: pull }))
    const environment = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event, GITHUB_SHA: merge }
    const { code, log } = await stepIn(workspace, {}, environment)
    return { passed: code === 0, said: oneLine(log) }
  })

/** A project on GitLab: the runner checks out the source branch, and a job of a merge request runs the program. */
export const onGitLab = (): Project =>
  project(async (origin, home, day) => {
    // So many commits are there where nobody asks for more.
    const workspace = clone(origin, home, day, '--branch=change', '--depth=20')
    // https://docs.gitlab.com/ci/variables/predefined_variables/
    const env = {
      CI: 'true',
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git(origin, day, 'merge-base', 'main', 'change'),
      CI_COMMIT_SHA: git(origin, day, 'rev-parse', 'change'),
    }
    const words = ['scan', '--since', env.CI_MERGE_REQUEST_DIFF_BASE_SHA, '--show-suppressed']
    const { code, out, err } = await modelgate(words, { cwd: workspace, env })
    if (code !== 0 && code !== 1) throw new Error(err)
    return { passed: code === 0, said: oneLine(out) }
  })

function project(run: Run): Project {
  const home = mkdtempSync(join(tmpdir(), 'story-'))
  const origin = join(home, 'origin')
  mkdirSync(origin)
  git(origin, '2026-01-01', 'init', '-q', '--initial-branch=main')
  return {
    push: (files, day = '2026-01-01') => commit(origin, files, day),
    propose: async (files, day = '2026-01-01') => {
      git(origin, day, 'checkout', '-q', '-B', 'change', 'main')
      commit(origin, files, day)
      try {
        return await run(origin, home, day)
      } finally {
        git(origin, day, 'checkout', '-q', 'main')
      }
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

function commit(origin: string, files: Files, day: string): void {
  for (const [path, text] of Object.entries(files)) {
    const place = join(origin, path)
    mkdirSync(dirname(place), { recursive: true })
    if (text === null) rmSync(place)
    else writeFileSync(place, text)
  }
  git(origin, day, 'add', '--all')
  git(origin, day, 'commit', '-q', '--allow-empty', '-m', 'change')
}

function clone(origin: string, home: string, day: string, ...words: string[]): string {
  const workspace = join(home, 'workspace')
  rmSync(workspace, { recursive: true, force: true })
  git(home, day, 'clone', '-q', ...words, `file://${origin}`, workspace)
  return workspace
}

function git(cwd: string, day: string, ...words: string[]): string {
  const date = `${day}T12:00:00Z`
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  }
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.example', '-c', 'commit.gpgSign=false']
  return execFileSync('git', [...who, ...words], { cwd, encoding: 'utf8', env, stdio: 'pipe' }).trim()
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
