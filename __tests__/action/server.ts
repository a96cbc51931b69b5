import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came in. */
export interface Seen {
  /** `POST /repos/acme/churn/…`, without a query. */
  readonly what: string
  readonly query: string
  readonly token: string | undefined
  readonly body: string
}

/** What a server does with a request: gives JSON with a status, or anything else with its own hands. */
export type Reply =
  | {
      readonly status?: number
      readonly json?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  | ((request: IncomingMessage, response: ServerResponse) => void)

/** Replies by what is asked, one after another; the last of them stands for all that follow. */
export type Replies = Readonly<Record<string, Reply | readonly Reply[]>>

export interface Server {
  readonly url: string
  readonly seen: readonly Seen[]
  /** How often something was asked. */
  count(what: string): number
  /** What was sent with it, the last time. */
  sent(what: string): Record<string, unknown>
}

const open = new Set<() => Promise<void>>()

/** Closes every server that is open, whatever became of the test. */
export async function closeServers(): Promise<void> {
  for (const close of open) await close()
  open.clear()
}

/** A server on this machine that speaks like GitHub's API; what it does not know is not found. */
export async function serve(replies: Replies): Promise<Server> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('error', () => {})
    request.on('end', () => {
      const [path = '', query = ''] = (request.url ?? '').split('?')
      const what = `${request.method} ${path}`
      const before = seen.filter(one => one.what === what).length
      seen.push({ what, query, token: request.headers.authorization, body: Buffer.concat(chunks).toString() })
      const given = replies[what] ?? { status: 404, json: { message: 'Not Found' } }
      const all = Array.isArray(given) ? (given as readonly Reply[]) : [given as Reply]
      answer(all[Math.min(before, all.length - 1)] ?? {}, request, response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  open.add(
    () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  const bodies = (what: string) => seen.filter(one => one.what === what).map(one => one.body)
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    count: what => bodies(what).length,
    sent: what => JSON.parse(bodies(what).at(-1) ?? 'null'),
  }
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (typeof reply === 'function') return reply(request, response)
  const { status = 200, json, headers = {} } = reply
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(json === undefined ? '' : JSON.stringify(json))
}

/** Hangs up in the middle of everything. */
export const cut: Reply = request => {
  request.socket.destroy()
}
