import { realpathSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { getInput } from '@actions/core'
import { nearest } from '../base/nearest'
import { UserError } from '../base/user-error'
import { isInside } from '../files/inside'
import { type Output, planOutput } from '../files/output'
import { failOnLevels } from '../policy/settings'
import type { Level } from '../program'

/** What the step asks for, checked: every path lies inside of the workspace, links followed. */
export interface Inputs {
  /** Absolute, free of links. */
  readonly workspace: string
  /** Relative to the workspace; empty means all of it. */
  readonly paths: readonly string[]
  readonly config: { readonly path: string; readonly shown: string } | null
  readonly failOn: Level | 'never' | null
  /** Whether only what a change adds can fail the step. */
  readonly judge: 'additions' | 'everything'
  readonly sarif: Output
  readonly upload: boolean
  readonly comment: boolean
  readonly checkEnvironments: boolean
  readonly cache: boolean
  /** Empty where there is none. It goes to the API of GitHub, and to git for fetching from there, and nowhere else. */
  readonly token: string
}

/** Reads the inputs of the step. The first one that is wrong is a UserError. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const workspace = findWorkspace(environment.GITHUB_WORKSPACE)
  const path = insideOf(workspace, 'path', getInput('path') || '.')
  const config = getInput('config')
  return {
    workspace,
    paths: path === workspace ? [] : [relative(workspace, path).split(sep).join('/')],
    config: config === '' ? null : namedFile(workspace, 'config', config),
    failOn: readFailOn(getInput('fail-on')),
    judge: readJudge(getInput('judge')),
    sarif: planSarif(workspace, getInput('sarif-file') || 'modelgate.sarif'),
    upload: readSwitch('upload', false),
    comment: readSwitch('comment', false),
    checkEnvironments: readSwitch('check-environments', true),
    cache: readSwitch('cache', false),
    token: getInput('token'),
  }
}

function findWorkspace(given: string | undefined): string {
  if (!given || !statSync(given, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(
      'GITHUB_WORKSPACE names no directory; run this as a step of a workflow, after `actions/checkout`',
    )
  return realpathSync(given)
}

function insideOf(workspace: string, input: string, given: string): string {
  const absolute = resolve(workspace, given)
  if (!statSync(absolute, { throwIfNoEntry: false }))
    throw new UserError(
      `input \`${input}\`: \`${given}\` does not exist in the workspace; write a path that does, and check that \`actions/checkout\` ran before`,
    )
  const real = realpathSync(absolute)
  if (isInside(workspace, real)) return real
  throw new UserError(
    `input \`${input}\`: \`${given}\` leads out of the workspace; write a path inside of it`,
  )
}

// The path as it was written: where links in it lead is up to who proposes a change.
function namedFile(workspace: string, input: string, given: string): Inputs['config'] {
  insideOf(workspace, input, given)
  return { path: resolve(workspace, given), shown: given }
}

function readFailOn(given: string): Level | 'never' | null {
  if (given === '') return null
  const level = failOnLevels.find(known => known === given)
  if (level) return level
  const guess = nearest(given, failOnLevels)
  throw new UserError(
    `input \`fail-on\`: \`${given}\` is no level; write ${guess ? `\`${guess}\`` : '`error`, `warning`, `note` or `never`'}`,
  )
}

function readJudge(given: string): Inputs['judge'] {
  if (given === '' || given === 'additions') return 'additions'
  if (given === 'everything') return given
  throw new UserError(
    `input \`judge\`: \`${given}\` is nothing to judge; write \`additions\` or \`everything\``,
  )
}

function readSwitch(input: string, otherwise: boolean): boolean {
  const given = getInput(input)
  if (given === '') return otherwise
  if (given === 'true' || given === 'false') return given === 'true'
  throw new UserError(`input \`${input}\`: \`${given}\` is neither; write \`true\` or \`false\``)
}

function planSarif(workspace: string, given: string): Output {
  const plan = planOutput(given, workspace, workspace)
  if (isInside(workspace, plan.path))
    return { path: plan.path, shown: relative(workspace, plan.path).split(sep).join('/') }
  throw new UserError(
    `input \`sarif-file\`: \`${given}\` leads out of the workspace; write a path inside of it`,
  )
}
