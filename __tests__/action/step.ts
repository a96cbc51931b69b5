import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const bundle = join(__dirname, '..', '..', 'dist', 'action', 'index.js')
const node = process.env.MODELGATE_NODE ?? process.execPath

/** A workspace as a runner prepares it, and the files through which a step speaks to the runner. */
export interface Step {
  readonly workspace: string
  put(name: string, text: string): void
  read(name: string): string
  has(name: string): boolean
  run(inputs?: Record<string, string>, environment?: Record<string, string | undefined>): Promise<StepOutcome>
  remove(): void
}

export interface StepOutcome {
  readonly code: number | null
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
}

export const commit = '0123456789abcdef0123456789abcdef01234567'

/** A step in a new workspace that holds these files. */
export function step(files: Record<string, string> = {}): Step {
  const home = mkdtempSync(join(tmpdir(), 'modelgate-step-'))
  const workspace = join(home, 'workspace')
  mkdirSync(workspace)
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), text)
  }
  for (const [name, text] of Object.entries(files)) put(name, text)
  return {
    workspace,
    put,
    read: name => readFileSync(join(workspace, name), 'utf8'),
    has: name => existsSync(join(workspace, name)),
    run: (inputs = {}, environment = {}) => runStep(home, workspace, inputs, environment),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** Runs a step in a workspace that is there already. */
export async function stepIn(
  workspace: string,
  inputs: Record<string, string> = {},
  environment: Record<string, string | undefined> = {},
): Promise<StepOutcome> {
  const home = mkdtempSync(join(tmpdir(), 'modelgate-step-'))
  try {
    return await runStep(home, workspace, inputs, environment)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function runStep(
  home: string,
  workspace: string,
  inputs: Record<string, string>,
  environment: Record<string, string | undefined>,
): Promise<StepOutcome> {
  const [output, summary] = [join(home, 'output'), join(home, 'summary')]
  for (const file of [output, summary]) writeFileSync(file, '')
  const given = { path: '.', config: '', 'fail-on': '', 'sarif-file': 'modelgate.sarif', ...inputs }
  const env = {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_REPOSITORY: 'acme/churn',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_SHA: commit,
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...environment,
  }
  const { code, log } = await finish(env, workspace)
  return {
    code,
    log,
    summary: readFileSync(summary, 'utf8'),
    outputs: readOutputs(readFileSync(output, 'utf8')),
  }
}

function finish(env: NodeJS.ProcessEnv, cwd: string): Promise<{ code: number | null; log: string }> {
  const child = spawn(node, [bundle], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      log += text
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    // A runner takes these lines for itself, and shows none of them.
    child.on('close', code => resolve({ code, log: log.replace(/^::add-mask::.*\n/gm, '') }))
  })
}

/** The file that a runner reads outputs from: `name<<delimiter`, lines, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries(Array.from(found, ([, name = '', , value = '']) => [name, value]))
}

/** What makes the waits of a step short, and `waits()`: how long it would have waited, in milliseconds, one after another. */
export function fastClock(here: Step): { env: Record<string, string>; waits(): number[] } {
  const log = `${here.workspace}-waits`
  return {
    env: { NODE_OPTIONS: `--require "${join(__dirname, 'clock.cjs')}"`, MODELGATE_WAITS: log },
    waits: () =>
      (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').map(Number) : []).filter(isOurs),
  }
}

// The library that keeps connections open looks at them twice a second, and closes those that are idle for three.
function isOurs(milliseconds: number): boolean {
  return milliseconds !== 499 && milliseconds !== 3000
}

/** A promotion that nothing guards: one finding, at level error. */
export const promotion = `from mlflow import MlflowClient

MlflowClient().transition_model_version_stage(name="churn", version="3", stage="Production")
`
