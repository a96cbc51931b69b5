/** The part of `fetch` that is used here. */
export type Fetch = (url: string, options: Record<string, unknown>) => Promise<Response>

export interface Limits {
  /** How long one answer may take, in milliseconds. */
  readonly patience: number
  /** The longest answer that is read, in bytes. */
  readonly most: number
}

export const limits: Limits = { patience: 30_000, most: 32 * 1024 * 1024 }

/** The status of an answer that was not taken. GitHub never gives it, and nothing retries it. */
export const refusedStatus = 421

/**
 * Asks one server and no other. The token goes along with every request, so neither a redirect nor an address that an answer
 * names leads anywhere else.
 */
export function onlyTo(base: string, fetch: Fetch, { patience, most }: Limits = limits): Fetch {
  const { origin } = new URL(base)
  return async (url, options) => {
    if (new URL(url).origin !== origin) return refused('an answer names another server, which is not asked')
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(url, { ...options, redirect: 'manual', signal })
    if (response.status > 300 && response.status < 400 && response.status !== 304)
      return refused('it redirects to another address, which is not followed')
    const body = await readBody(response, most)
    if (body === null) return refused(`its answer has more than ${most.toLocaleString('en-US')} bytes`)
    const { status, headers } = response
    // These have no body: https://fetch.spec.whatwg.org/#null-body-status
    return new Response([204, 205, 304].includes(status) ? null : body, {
      status,
      headers: [...headers],
    })
  }
}

function refused(message: string): Response {
  return Response.json({ message }, { status: refusedStatus })
}

async function readBody(response: Response, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
