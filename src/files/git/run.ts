import { spawnSync } from 'node:child_process'

/** What git has answered, or why it has not. */
export type Answer =
  | { readonly kind: 'output'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly says: string }
  | { readonly kind: 'missing' }

export interface Call {
  /** The repository that is asked. */
  readonly directory: string
  /** Where git runs: never inside of the scanned tree, in which a program called `git` may lie. */
  readonly from: string
  readonly input?: string
  /** What may be reached over the network; nothing where absent. */
  readonly network?: Network
}

export interface Network {
  /** Settings that hold for this call only, and stand neither on the command line nor on disk. */
  readonly settings: readonly (readonly [name: string, value: string])[]
}

/** Asks git. No setting of the repository can make it run another program, and it asks nobody for a password. */
export function git(words: readonly string[], { directory, from, input = '', network }: Call): Answer {
  const { status, stdout, stderr, error } = spawnSync('git', [...neutral, ...words], {
    cwd: from,
    env: { ...(network ? environmentFor(network) : closed()), GIT_DIR: directory },
    input,
    maxBuffer: mostBytes,
    timeout: 60_000,
    killSignal: 'SIGKILL',
    windowsHide: true,
  })
  if (status === 0) return { kind: 'output', bytes: stdout }
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'EACCES') return { kind: 'missing' }
  const late = code === 'ETIMEDOUT' ? 'git did not answer in time' : null
  return { kind: 'failed', says: late ?? firstLine(stderr) ?? code ?? 'git gave no reason' }
}

/** The lines that git has answered; none where it has not. */
export function linesOf(answer: Answer): readonly string[] {
  return answer.kind === 'output' ? answer.bytes.toString('utf8').split('\n').filter(Boolean) : []
}

// A tree may hold itself many times over, and then says more than any machine can keep.
const mostBytes = 256 * 1024 * 1024

// These go before the settings of any file.
const neutral = [
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.alternateRefsCommand=true',
    'core.askPass=',
    'gc.auto=0',
    'maintenance.auto=false',
    'submodule.recurse=false',
    'fetch.recurseSubmodules=false',
    'http.followRedirects=false',
  ].flatMap(setting => ['-c', setting]),
]

const quiet = {
  LC_ALL: 'C',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  GIT_ATTR_NOSYSTEM: '1',
}

// Settings of the machine and the user have no say where nothing is fetched, and no transport is allowed: an old git that
// does not know GIT_NO_LAZY_FETCH would else fetch what a partial clone lacks.
function closed(): NodeJS.ProcessEnv {
  return {
    ...withoutGit(process.env),
    ...quiet,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ALLOW_PROTOCOL: '',
  }
}

// Proxies and certificates are settings of the machine and the user, so those hold here.
function environmentFor({ settings }: Network): NodeJS.ProcessEnv {
  const named = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return {
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    ...withoutGit(process.env, /^GIT_(SSH|SSL|HTTP|PROXY)/),
    ...quiet,
    // Neither `ext::`, which runs a command, nor a path, whose repository may have hooks of its own.
    GIT_ALLOW_PROTOCOL: 'https:http:ssh',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(named),
  }
}

// A hook that calls this program has set `GIT_DIR`, and a step of a workflow its token.
function withoutGit(environment: NodeJS.ProcessEnv, kept?: RegExp): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(GIT_|INPUT_|ACTIONS_)/i.test(name) || kept?.test(name) === true,
    ),
  )
}

function firstLine(bytes: Buffer | null): string | null {
  const lines = bytes?.toString('utf8').split('\n') ?? []
  const line = lines.find(text => /^(fatal|error): /.test(text)) ?? lines[0]
  return line ? line.replace(/^(fatal|error): /, '').slice(0, 200) : null
}

function codeOf(error: Error | undefined): string | null {
  return error && 'code' in error ? String(error.code) : null
}
