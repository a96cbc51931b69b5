import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { deserialize } from 'node:v8'
import { readGrammar } from '../../src/files/grammars'
import { openCrew } from '../../src/files/threads'
import { usualBounds } from '../../src/frontends/bounds'
import type { Page, Sent, Tools } from '../../src/scan/ahead'

const files = join(__dirname, '..', '..', 'src', 'files')
const reader = relative(files, join(__dirname, '..', '..', 'dist', 'cli', 'reader.js'))
const tools: Tools = {
  runtime: readGrammar('runtime'),
  grammars: { python: readGrammar('python') },
  seconds: 10,
  bounds: usualBounds,
}

function open(program = reader, patience = 20) {
  const crew = openCrew<Page, Tools>(program, 1, tools, patience)
  if (!crew) throw new Error(`${program} is missing`)
  return crew
}

const pages = (by: string): Page[] =>
  Array.from({ length: 4 }, (_, i) => ({ file: { path: `f${i}.py`, text: `def f${i}():\n    pass\n` }, by }))

/** What the thread has made of the last page, once it has got to it. */
async function last(crew: ReturnType<typeof open>, by: string): Promise<(Uint8Array | null)[]> {
  for (let wait = 50; ; wait *= 2) {
    const given = crew.give(pages(by))
    await new Promise(done => setTimeout(done, wait))
    const answers = pages(by).map((_, index) => given.take(index))
    if (answers.some(answer => answer) || wait > 10_000) return answers
  }
}

test('a thread reads files as this one does, and sends them without their text', async () => {
  const crew = open()
  const answers = await last(crew, 'python')
  crew.close()
  const sent = answers.flatMap(bytes => (bytes ? [deserialize(bytes) as Sent] : []))
  const one = sent.at(-1)
  expect(one?.file).toEqual({ path: 'f3.py', text: '' })
  expect(one?.reading.units.map(unit => unit.name)).toEqual(['f3.py', 'f3.py:f3'])
})

test('the Action brings the same program for its threads', () => {
  const bundled = (name: string) => readFileSync(join(files, '..', '..', 'dist', name, 'reader.js'))
  expect(bundled('action').equals(bundled('cli'))).toBe(true)
})

test('what a thread fails at is left to this one', () => {
  const crew = open()
  const given = crew.give(pages('cobol'))
  expect(pages('cobol').map((_, index) => given.take(index))).toEqual([null, null, null, null])
  crew.close()
})

describe('a thread that', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'threads-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function program(text: string): string {
    const path = join(folder, 'program.js')
    writeFileSync(path, text)
    return relative(files, path)
  }

  test('ends before it begins leaves everything to this one', () => {
    const crew = open(program('process.exit(1)'))
    const given = crew.give(pages('python'))
    expect(given.take(3)).toBeNull()
    crew.close()
  })

  test('throws at once breaks nothing', async () => {
    const crew = open(program('throw new Error("no")'))
    await new Promise(done => setTimeout(done, 300))
    expect(crew.give(pages('python')).take(0)).toBeNull()
    crew.close()
  })

  test('dies over a file is waited for as long as was said, and not for ever', async () => {
    const dying = `const { workerData: { port } } = require('node:worker_threads')
      port.on('message', ({ claims }) => { Atomics.store(claims, 3, 2); process.exit(1) })`
    const crew = open(program(dying), 0.2)
    const given = crew.give(pages('python'))
    await new Promise(done => setTimeout(done, 500))
    expect(given.take(3)).toBeNull()
    crew.close()
  })
})

test('without a bundle there are no threads, nor where one is enough', () => {
  expect(openCrew('reader.js', 1, tools, 1)).toBeNull()
  expect(openCrew(reader, 0, tools, 1)).toBeNull()
})
