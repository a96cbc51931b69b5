import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { packLog } from '../../src/action/log'
import type { Answer } from '../../src/action/problems'
import { upload } from '../../src/action/upload'
import { type Fetch, onlyTo } from '../../src/action/wire'
import type { Finding, Level } from '../../src/program'
import { loadFinding, reportOf } from '../support/reports'

const finding = (level: Level, n: number, message = `m${n}`): Finding => ({
  ...loadFinding,
  level,
  message,
  fingerprint: `f${n}`,
})

const resultsIn = (sarif: string): { message: { text: string } }[] =>
  JSON.parse(gunzipSync(Buffer.from(sarif, 'base64')).toString()).runs[0].results

describe('a log for code scanning', () => {
  const levels: Level[] = ['note', 'error', 'warning']

  test('holds 5,000 results and counts the others', () => {
    const packed = packLog(
      reportOf({ findings: Array.from({ length: 5_003 }, (_, n) => finding('note', n)) }),
    )
    expect(packed).toMatchObject({ results: 5_000, left: 3 })
    expect(resultsIn(packed?.sarif ?? '')).toHaveLength(5_000)
  })

  test('holds the most severe, in the order of the report', () => {
    const findings = [...levels, ...levels].map((level, n) => finding(level, n))
    const packed = packLog(reportOf({ findings }), { results: 4 })
    const texts = resultsIn(packed?.sarif ?? '').map(({ message }) => message.text.slice(0, 2))
    expect(texts).toEqual(['m1', 'm2', 'm4', 'm5'])
  })

  test('holds as much as fits into the size that is taken', () => {
    const noisy = (n: number) => finding('error', n, randomBytes(3_000).toString('hex'))
    const findings = Array.from({ length: 64 }, (_, n) => noisy(n))
    const packed = packLog(reportOf({ findings }), { bytes: 100_000 })
    expect(packed?.sarif.length).toBeLessThanOrEqual(100_000)
    expect(packed).toMatchObject({ results: 16, left: 48 })
  })

  test('is none where nothing fits', () => {
    expect(packLog(reportOf({ findings: [finding('error', 1)] }), { bytes: 10 })).toBeNull()
  })
})

describe('waiting for code scanning', () => {
  const sent: Answer<unknown> = { data: { id: 'x' } }

  async function waited(status: Answer<unknown>): Promise<{ pauses: number[]; says: string[] }> {
    const pauses: number[] = []
    const uploads = { send: async () => sent, status: async () => status }
    const told = await upload(reportOf(), uploads, { pull: null }, async time => {
      pauses.push(time)
    })
    return { pauses, says: told.map(({ says }) => says) }
  }

  test('ends after two minutes', async () => {
    const { pauses, says } = await waited({ data: { processing_status: 'pending' } })
    expect(pauses.reduce((sum, time) => sum + time, 0)).toBe(120_000)
    expect(says).toEqual([expect.stringContaining('has not processed it yet')])
  })

  test.each([null, 'complete', { processing_status: 7 }, []])('takes %j for no answer', async data => {
    expect((await waited({ data })).pauses).toHaveLength(7)
  })

  test('ends where it may not be asked', async () => {
    const { pauses, says } = await waited({ problem: { status: 403, message: 'no' } })
    expect([pauses.length, says[0]]).toEqual([1, expect.stringContaining('what became of it is not known')])
  })

  test('is told with what was left out', async () => {
    const uploads = {
      send: async () => sent,
      status: async () => ({ data: { processing_status: 'complete' } }),
    }
    const findings = Array.from({ length: 5_001 }, (_, n) => finding('note', n))
    const told = await upload(reportOf({ findings }), uploads, { pull: null }, async () => {})
    expect(told.map(({ says }) => says)).toEqual([
      expect.stringMatching(/^1 more finding is .*takes 5000 of this log/),
      'Code scanning has taken 5000 results.',
    ])
  })
})

describe('the wire', () => {
  const base = 'https://api.example/v3'
  const giving =
    (response: Response): Fetch =>
    async () =>
      response

  test('leads to one server', async () => {
    const asked: string[] = []
    const fetch = onlyTo(base, async url => {
      asked.push(url)
      return Response.json({ ok: true })
    })
    expect(await (await fetch('https://api.example/v3/x', {})).json()).toEqual({ ok: true })
    for (const url of ['https://evil.example/', 'http://api.example/v3/x', 'https://api.example:444/v3'])
      expect((await fetch(url, {})).status).toBe(421)
    expect(asked).toEqual(['https://api.example/v3/x'])
  })

  test('follows no redirect', async () => {
    const fetch = onlyTo(base, async (_, options) => {
      expect(options.redirect).toBe('manual')
      return new Response(null, { status: 302, headers: { location: `${base}/y` } })
    })
    expect((await fetch(`${base}/x`, {})).status).toBe(421)
  })

  test('stops a body that does not end', async () => {
    let given = 0
    const endless = new ReadableStream({
      pull: controller => {
        given += 1
        controller.enqueue(new Uint8Array(1_000))
      },
    })
    const fetch = onlyTo(base, giving(new Response(endless)), { patience: 5_000, most: 10_000 })
    const response = await fetch(`${base}/x`, {})
    expect([response.status, await response.json()]).toEqual([
      421,
      { message: 'its answer has more than 10,000 bytes' },
    ])
    expect(given).toBeLessThan(20)
  })

  test('waits no longer than it may', async () => {
    const silent: Fetch = (_, { signal }) =>
      new Promise((_, reject) => {
        const { addEventListener } = signal as AbortSignal
        addEventListener.call(signal, 'abort', () => reject((signal as AbortSignal).reason))
      })
    const fetch = onlyTo(base, silent, { patience: 20, most: 1 })
    await expect(fetch(`${base}/x`, {})).rejects.toThrow(/timeout/)
  })

  test.each([204, 304])('passes on %i, which has no body', async status => {
    expect((await onlyTo(base, giving(new Response(null, { status })))(`${base}/x`, {})).status).toBe(status)
  })
})
