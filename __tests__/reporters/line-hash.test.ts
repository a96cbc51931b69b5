import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Log } from 'sarif'
import { lineHashes } from '../../src/reporters/sarif/line-hash'
import { multitoolMissing, runMultitool } from '../support/sarif'

/** The definition, computed afresh for every line: no window that rolls. */
function byDefinition(text: string): string[] {
  const significant = text.replace(/\r\n|\r/g, '\n').replace(/[ \t]/g, '')
  const starts = [0, ...[...significant.matchAll(/\n/g)].map(match => match.index + 1)]
  const values = starts.map(start =>
    polynomial(`${significant}\uffff`.slice(start, start + 100).padEnd(100, '\0')),
  )
  return values.map(
    (value, at) => `${value}:${values.slice(0, at + 1).filter(other => other === value).length}`,
  )
}

function polynomial(characters: string): string {
  let sum = 0n
  for (let at = 0; at < 100; at += 1) sum += BigInt(characters.charCodeAt(at)) * 37n ** BigInt(99 - at)
  return (sum % 2n ** 64n).toString(16)
}

const texts: Readonly<Record<string, string>> = {
  'an empty file': '',
  'one line without an end': 'x',
  'one line with an end': 'import joblib\n',
  'nothing but line ends': '\n\n\n\n',
  CRLF: 'a b\r\n\tfoo(1)\r\n\r\nlast\r\n',
  'lone CRs, each a line end': 'a\rb\r\rc',
  'CR, space, LF: two line ends': 'a\r \nb',
  'tabs and spaces anywhere': '\t a \tb = [ 1,\t2 ]\n    \t\n  x',
  'equal lines near the end and far from it': `${'x = load()\n'.repeat(40)}tail`,
  'lines longer than the window': `${'abcdefghij'.repeat(25)}\n${'k'.repeat(100)}\n${'k'.repeat(99)}\n${'k'.repeat(101)}`,
  'signs beyond ASCII and beyond the basic plane': '名 = "日本語"\nx = "😀" # é\n\uffff\n',
  'the file of another tool’s value': 'a b\r\n\tfoo(1)\n\n\nfoo(1)\n\n\nlast',
}

test.each(Object.entries(texts))('the values are those of the definition: %s', (_, text) => {
  expect(lineHashes(text)).toEqual(byDefinition(text))
})

test('the values are those of the definition in a thousand random texts', () => {
  let state = 42
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
  const alphabet = ['a', 'b', ' ', '\t', '\n', '\r', '\r\n', 'é', '😀', 'load(x)']
  for (let round = 0; round < 1000; round += 1) {
    const text = Array.from({ length: next(60) }, () => alphabet[next(alphabet.length)]).join('')
    expect(lineHashes(text)).toEqual(byDefinition(text))
  }
})

test('the values are those that were once computed elsewhere', () => {
  const hashes = lineHashes('a b\r\n\tfoo(1)\n\n\nfoo(1)\n\n\nlast')
  expect([hashes[0], hashes[7]]).toEqual(['cd0a71c3f6d9aa48:1', '58429ecce5a8d0db:1'])
})

test('a line keeps its value when its indentation changes and when lines before it come or go', () => {
  const rest = `y = 1\n${'z'.repeat(120)}\n`
  expect(lineHashes(`a\nb\n\tx = load()\n${rest}`)[2]).toBe(lineHashes(`x  =  load()\n${rest}`)[0])
})

test('a megabyte takes less than some seconds', () => {
  expect(lineHashes('x = 1\n'.repeat(170_000))).toHaveLength(170_001)
}, 5000)

const missing = multitoolMissing()
;(missing ? test.skip : test)(
  `the values are those of the SARIF Multitool${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'line-hash-'))
    try {
      // Its port counts lines as SARIF does, so a lone CR would shift them; the empty file it passes over.
      const comparable = Object.values(texts).filter(text => text !== '' && !/\r(?!\n)/.test(text))
      for (const [at, text] of comparable.entries()) writeFileSync(join(folder, `${at}.py`), text)
      const { log, expected } = question(folder, comparable)
      writeFileSync(join(folder, 'in.sarif'), JSON.stringify(log))
      const output = join(folder, 'out.sarif')
      runMultitool([
        'rewrite',
        join(folder, 'in.sarif'),
        '--output',
        output,
        '--insert',
        'RollingHashPartialFingerprints',
      ])
      const answer: Log = JSON.parse(readFileSync(output, 'utf8'))
      const found = answer.runs[0]?.results?.map(
        result => result.partialFingerprints?.primaryLocationLineHash,
      )
      expect(found).toEqual(expected)
      expect(expected.length).toBeGreaterThan(50)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  60_000,
)

/** A log with a result on every line of every text, and our values for them. The last line, where it is empty, is no line. */
function question(folder: string, contents: readonly string[]): { log: Log; expected: string[] } {
  const lines = contents.flatMap((text, at) => {
    const uri = pathToFileURL(join(folder, `${at}.py`)).href
    const hashes = text.endsWith('\n') ? lineHashes(text).slice(0, -1) : lineHashes(text)
    return hashes.map((hash, index) => ({ hash, uri, startLine: index + 1 }))
  })
  const results = lines.map(({ uri, startLine }) => ({
    ruleId: 'any',
    message: { text: 'any' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
  }))
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json'
  const log: Log = { $schema, version: '2.1.0', runs: [{ tool: { driver: { name: 'any' } }, results }] }
  return { log, expected: lines.map(line => line.hash) }
}
