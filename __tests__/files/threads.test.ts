import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { deserialize } from 'node:v8'
import { openSketcher, type SketchWords, wordsToSketch } from '../../src/analysis/selection/sketch'
import { readGrammar } from '../../src/files/grammars'
import { openCrew } from '../../src/files/threads'
import { usualBounds } from '../../src/frontends/bounds'
import type { Page, Sent, Tools } from '../../src/scan/ahead'

const files = join(__dirname, '..', '..', 'src', 'files')
const bundled = (name: string) => join(files, '..', '..', 'dist', 'cli', name)
const reader = relative(files, bundled('reader.js'))
const tools: Tools = {
  runtime: readGrammar('runtime'),
  grammars: { python: readGrammar('python') },
  seconds: 10,
  bounds: usualBounds,
}

function open(program = reader, patience = 20, threads = 1) {
  const crew = openCrew<Page, Tools>(program, threads, tools, patience)
  if (!crew) throw new Error(`${program} is missing`)
  return crew
}

const pageOf = (number: number, by = 'python'): Page => ({
  file: { path: `f${number}.py`, text: `def f${number}():\n    pass\n` },
  by,
})

const unitsIn = (bytes: Uint8Array | null): readonly string[] | undefined =>
  bytes ? (deserialize(bytes) as Sent).reading.units.map(unit => unit.name) : undefined

test('a thread reads files as this one does, and sends them without their text', async () => {
  const crew = open()
  expect(crew.offer(3, pageOf(3))).toBe(true)
  const bytes = crew.take(3)
  await crew.close()
  const sent = bytes && (deserialize(bytes) as Sent)
  expect(sent?.file).toEqual({ path: 'f3.py', text: '' })
  expect(unitsIn(bytes)).toEqual(['f3.py', 'f3.py:f3'])
})

test('threads that have enough to do are not handed more until they are done', async () => {
  const crew = open(reader, 20, 2)
  const numbers = Array.from({ length: 100 }, (_, number) => number)
  const handed = numbers.filter(number => crew.offer(number, pageOf(number)))
  expect(handed).toEqual(numbers.slice(0, 16))
  for (const number of handed.toReversed())
    expect(unitsIn(crew.take(number))).toEqual([`f${number}.py`, `f${number}.py:f${number}`])
  expect(crew.offer(99, pageOf(99))).toBe(true)
  expect(unitsIn(crew.take(99))).toEqual(['f99.py', 'f99.py:f99'])
  await crew.close()
})

test('what was not handed over is left to this thread, and so is what was taken before', async () => {
  const crew = open()
  crew.offer(0, pageOf(0))
  expect(crew.take(1)).toBeNull()
  expect(crew.take(0)).not.toBeNull()
  expect(crew.take(0)).toBeNull()
  await crew.close()
})

test('a thread sketches files as this one does', async () => {
  const words = new Map(['load'].map(word => [word, []]))
  const programs = {
    sinks: new Map([['aws', new Set(['s3'])]]),
    closer: new Map(),
    launchers: new Set(['python']),
  }
  const by = wordsToSketch(words, programs, ['subprocess.run'], ['make'])
  const text = 'import joblib as j\nfrom .a import b\n\nsubprocess.run(["aws", "s3", "cp"])\nj.load("m")\n'
  const crew = openCrew<string, SketchWords>(relative(files, bundled('sketcher.js')), 1, by, 20)
  crew?.offer(0, text)
  const bytes = crew?.take(0)
  await crew?.close()
  const sketch = openSketcher(by).sketch(text)
  expect(sketch.uses).toHaveLength(2)
  expect(bytes && deserialize(bytes)).toEqual(sketch)
})

test.each(['reader.js', 'sketcher.js'])('the Action brings the same %s for its threads', name => {
  const ofAction = join(files, '..', '..', 'dist', 'action', name)
  expect(readFileSync(ofAction).equals(readFileSync(bundled(name)))).toBe(true)
})

test('what a thread fails at is left to this one, and it goes on with the next', async () => {
  const crew = open()
  crew.offer(0, pageOf(0, 'cobol'))
  crew.offer(1, pageOf(1))
  expect(crew.take(0)).toBeNull()
  expect(unitsIn(crew.take(1))).toEqual(['f1.py', 'f1.py:f1'])
  await crew.close()
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

  test.each([
    ['ends before it begins', 'process.exit(1)'],
    ['throws at once', 'throw new Error("no")'],
  ])('%s leaves everything to this one', async (_, text) => {
    const crew = open(program(text), 0.2)
    await new Promise(done => setTimeout(done, 300))
    crew.offer(0, pageOf(0))
    expect(crew.take(0)).toBeNull()
    await crew.close()
  })

  test('dies over a file is waited for as long as was said, and is handed nothing more', async () => {
    const dying = `const { workerData: { port } } = require('node:worker_threads')
      port.on('message', () => process.exit(1))`
    const crew = open(program(dying), 0.2)
    for (const number of [0, 1, 2]) expect(crew.offer(number, pageOf(number))).toBe(true)
    expect(crew.take(0)).toBeNull()
    expect(crew.offer(3, pageOf(3))).toBe(false)
    for (const number of [1, 2, 3]) expect(crew.take(number)).toBeNull()
    await crew.close()
  })
})

test('without a bundle there are no threads, nor where one is enough', () => {
  expect(openCrew('reader.js', 1, tools, 1)).toBeNull()
  expect(openCrew(reader, 0, tools, 1)).toBeNull()
})
