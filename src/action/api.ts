import { getOctokit } from '@actions/github'
import { defaults } from '@actions/github/lib/utils'
import { retry } from '@octokit/plugin-retry'
import { field } from './event'
import { type Fetch, onlyTo, refusedStatus } from './wire'

/** GitHub's REST API. */
export type Api = ReturnType<typeof openApi>

const retries = 3
const waits = 2
// Whoever asks for more time than this gets no second request.
const longestWait = 60

// What these say does not change when it is asked again. 429 is retried when its answer says so, and no sooner.
const doNotRetry = [400, 401, 403, 404, 409, 410, 413, refusedStatus, 422, 429, 451]

/** The API at the address that the runner names (`GITHUB_API_URL`), with a token. Nothing is asked yet. */
export function openApi(token: string) {
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const { baseUrl = '', request = {} } = defaults
  return getOctokit(
    token,
    {
      // What a server says of itself must not reach the log as it is.
      log: silent,
      request: { ...request, log: silent, fetch: onlyTo(baseUrl, request.fetch as Fetch) },
      retry: { retries, doNotRetry },
    },
    waiting,
    retry,
  )
}

function ignore(): void {}

type Hooked = Parameters<typeof retry>[0] & Partial<ReturnType<typeof retry>>

// The library waits as long as it thinks right, and not as long as the server asks for.
// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
function waiting(octokit: Hooked): Record<string, never> {
  octokit.hook.error('request', error => {
    const seconds = secondsToWait(error, Date.now())
    if (seconds === null || seconds > longestWait || !('request' in error)) throw error
    throw octokit.retry?.retryRequest(error, waits, seconds) ?? error
  })
  return {}
}

/** How long the answer of a server that was asked too often tells us to wait; `null` where it was not. */
function secondsToWait(error: unknown, now: number): number | null {
  const status = field(error, 'status')
  if (status !== 429 && status !== 403) return null
  const headers = field(field(error, 'response'), 'headers')
  const after = field(headers, 'retry-after')
  if (after !== undefined) return asSeconds(after)
  if (field(headers, 'x-ratelimit-remaining') === '0')
    return Math.max(0, asSeconds(field(headers, 'x-ratelimit-reset')) - Math.floor(now / 1000)) + 1
  return status === 429 ? longestWait : null
}

function asSeconds(text: unknown): number {
  const seconds = Number(text)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : longestWait
}
