import { join } from 'node:path'
import type { Repository } from './repository'
import { git, linesOf, type Network } from './run'

/** What opens a server's repositories: only addresses on it are given the token. */
export interface Credential {
  /** The address of the server: `https://github.com`. */
  readonly server: string
  readonly token: string
}

/** Fetches one commit, without its history, from where the repository came from. Returns why that failed, or `null`. */
export function fetchCommit(
  repository: Repository,
  commit: string,
  credential: Credential | null,
): string | null {
  return fetchFrom(repository, { words: ['--depth=1', 'base', commit], input: '', settings: [] }, credential)
}

/** Fetches blobs that a partial clone has left out. Returns why that failed, or `null`. */
export function fetchBlobs(
  repository: Repository,
  ids: readonly string[],
  credential: Credential | null,
): string | null {
  const input = `${ids.join('\n')}\n`
  return fetchFrom(repository, { words: ['base', '--stdin'], input, settings: withoutHaves }, credential)
}

interface Fetching {
  readonly words: readonly string[]
  readonly input: string
  readonly settings: readonly Setting[]
}

type Setting = Network['settings'][number]

function fetchFrom(
  repository: Repository,
  { words, input, settings }: Fetching,
  credential: Credential | null,
): string | null {
  const remotes = remotesOf(repository)
  if (remotes.length === 0) return 'the repository has no remote'
  let why = ''
  for (const url of remotes) {
    const answer = git(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...words], {
      directory: repository.own,
      from: repository.own,
      input,
      network: { settings: [...settings, ['remote.base.url', url], ...headersFor(url, credential)] },
    })
    if (answer.kind === 'output') return null
    why ||= answer.kind === 'failed' ? presentable(answer.says, repository, credential) : 'there is no git'
  }
  return why
}

// A server takes whoever has a commit to have all that is in it, which does not hold for a partial clone.
const withoutHaves: readonly Setting[] = [['fetch.negotiationAlgorithm', 'noop']]

const mostRemotes = 3

// Where the clone came from is asked first. What the file includes, and what it puts in place of an address, has no say.
function remotesOf({ common, ask }: Repository): readonly string[] {
  const file = ['config', '--no-includes', '--file', join(common, 'config')]
  const lines = linesOf(ask([...file, '--get-regexp', '^remote\\..*\\.url$']))
  const remotes = lines.map(line => ({
    isOrigin: line.startsWith('remote.origin.url '),
    url: line.slice(line.indexOf(' ') + 1),
  }))
  const sorted = [...remotes.filter(r => r.isOrigin), ...remotes.filter(r => !r.isOrigin)]
  return [...new Set(sorted.map(({ url }) => url))].slice(0, mostRemotes)
}

function headersFor(url: string, credential: Credential | null): readonly Setting[] {
  if (!credential || !isOn(credential.server, url)) return []
  const basic = Buffer.from(`x-access-token:${credential.token}`).toString('base64')
  return [[`http.${credential.server}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]
}

function isOn(server: string, url: string): boolean {
  return URL.canParse(url) && URL.canParse(server) && new URL(url).origin === new URL(server).origin
}

// Git repeats the address, which may hold a password, and where it works, which is another place each time.
function presentable(says: string, { own }: Repository, credential: Credential | null): string {
  const plain = says.replace(/:\/\/[^/\s@]*@/g, '://').replaceAll(own, '.')
  return credential ? plain.replaceAll(credential.token, '***') : plain
}
