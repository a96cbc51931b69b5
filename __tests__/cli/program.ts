import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const bundle = join(__dirname, '..', '..', 'dist', 'cli', 'index.js')

/** The Node that runs the bundle, so that the same tests hold for each version that is supported. */
export const node = process.env.MODELGATE_NODE ?? process.execPath

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface World {
  readonly cwd: string
  readonly env?: Record<string, string>
  readonly program?: string
}

/** Runs the bundled program to its end, with nothing of this process's environment. */
export function modelgate(words: readonly string[], world: World): Promise<Outcome> {
  return outcome(start(words, world))
}

/** Starts the bundled program. */
export function start(words: readonly string[], { cwd, env, program }: World): ChildProcess {
  return spawn(node, [program ?? bundle, ...words], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function outcome(child: ChildProcess): Promise<Outcome> {
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', text => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', text => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

/** A new directory with these files in it, and how to take it away. */
export function tree(files: Record<string, string> = {}): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'modelgate-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A promotion that nothing guards: one finding, at level error. */
export const promotion = `from mlflow import MlflowClient

MlflowClient().transition_model_version_stage(name="churn", version="3", stage="Production")
`
