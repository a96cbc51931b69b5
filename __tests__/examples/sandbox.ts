import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, promotion } from '../cli/program'

const root = join(__dirname, '..', '..')

/** A repository to scan, and a place for all that a template keeps elsewhere. */
export interface Sandbox {
  readonly repository: string
  readonly elsewhere: string
  /** Runs lines of a template as its CI system would: the first one that fails ends it. */
  run(
    script: string,
    env?: Readonly<Record<string, string>>,
  ): { readonly code: number | null; readonly out: string }
  /** What `git` and `curl` were asked for, one request an item. */
  requests(program: 'git' | 'curl'): readonly string[]
  remove(): void
}

/** In place of Modelgate's repository, `git init` brings the bundle of this one. */
const git = `#!/bin/sh
printf '%s\\n' "$*" >> "$REQUESTS/git"
if [ "$1" = init ]; then mkdir -p "$3" && ln -s "${join(root, 'dist')}" "$3/dist"; fi
`

const curl = `#!/bin/sh
{ printf '%s ' "$@"; cat; } >> "$REQUESTS/curl"
`

/** A repository with a promotion that nothing guards, or with nothing in it. */
export function sandbox({ open }: { readonly open: boolean }): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'template-'))
  const [repository, elsewhere, programs] = ['repository', 'elsewhere', 'programs'].map(name =>
    join(folder, name),
  )
  if (!repository || !elsewhere || !programs) throw new Error('no folder')
  for (const path of [repository, elsewhere, programs]) mkdirSync(path)
  writeFileSync(join(repository, 'release.py'), open ? promotion : 'print("nothing to see")\n')
  for (const [name, text] of Object.entries({ git, curl, node: `#!/bin/sh\nexec "${node}" "$@"\n` })) {
    writeFileSync(join(programs, name), text)
    chmodSync(join(programs, name), 0o755)
  }
  const PATH = `${programs}:${process.env.PATH ?? '/usr/bin:/bin'}`
  return {
    repository,
    elsewhere,
    run: (script, env = {}) => {
      const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-e', '-c', script], {
        cwd: repository,
        env: { ...env, PATH, REQUESTS: folder },
        encoding: 'utf8',
        // Where its input is a socket, bash takes itself for a remote shell and reads the user's settings.
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return { code: status, out: stdout + stderr }
    },
    requests: program => linesOf(join(folder, program)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The text of a template. */
export function template(name: string): string {
  return readFileSync(join(root, name), 'utf8')
}

/** Whether a report was written to this path, which is taken from where `from` is. */
export function isWritten(path: string, from: string): boolean {
  return existsSync(join(from, path))
}

function linesOf(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
}
