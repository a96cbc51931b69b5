import { execFileSync } from 'node:child_process'
import { devNull } from 'node:os'

/**
 * The day on which the commit at hand was made, as its committer's clock had it; `null` where there is none or git cannot
 * be asked. `cat-file` reads one object and runs nothing, whatever the repository configures.
 */
export function commitDate(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  try {
    const text = execFileSync('git', [...settings, '-C', root, 'cat-file', 'commit', 'HEAD'], {
      encoding: 'utf8',
      env: quietEnvironment(environment),
      maxBuffer: 4_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
      windowsHide: true,
    })
    return dateIn(text)
  } catch {
    return null
  }
}

// The repository may belong to somebody else, as in a container; what it configures is switched off where it could run
// anything. https://git-scm.com/docs/git-config
const settings = [
  '--no-pager',
  '--no-replace-objects',
  ...[
    'safe.directory=*',
    'safe.bareRepository=explicit',
    `core.hooksPath=${devNull}`,
    'core.fsmonitor=false',
    'protocol.allow=never',
  ].flatMap(setting => ['-c', setting]),
]

// Nothing that names another repository, a configuration or a program is handed on.
function quietEnvironment(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = ['PATH', 'Path', 'PATHEXT', 'SYSTEMROOT', 'SystemRoot', 'TEMP', 'TMP'].flatMap(name => {
    const value = given[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  }
}

/** The day in the words of a commit object: `committer Ada <ada@acme.example> 1767222000 +0100`. */
export function dateIn(commit: string): string | null {
  const [head = ''] = commit.split('\n\n', 1)
  const found = /^committer .*> (\d{1,12}) ([+-])(\d\d)(\d\d)$/m.exec(head)
  if (!found) return null
  const [, seconds = '', sign = '', hours = '', minutes = ''] = found
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1)
  const day = new Date((Number(seconds) + offset) * 1000)
  // The calendar of files and waivers has four digits for a year.
  return day.getTime() < Date.UTC(9999, 11, 31) ? day.toISOString().slice(0, 10) : null
}
