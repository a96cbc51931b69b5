import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defaultConfiguration } from '../../src/policy/settings'
import type { Report } from '../../src/program'
import { formats } from '../../src/reporters'
import { scan } from '../../src/scan'
import { builtin } from '../policy/configured'
import { type TemporaryTree, temporaryTree } from '../support/tree'

let tree: TemporaryTree
beforeEach(() => {
  tree = temporaryTree()
})
afterEach(() => tree.remove())

const scanned = (): Promise<Report> =>
  scan({
    root: tree.root,
    paths: [],
    rules: builtin,
    configuration: defaultConfiguration,
    version: '0',
    base: null,
  })
const load = 'import joblib, sys\njoblib.load(sys.argv[1])\n'
const placesOf = ({ findings }: Report) => findings.map(({ name }) => name.file.path)
const noticesOf = ({ notices }: Report) => notices.map(({ path, kind }) => `${path} ${kind}`)

test('names that differ in their case alone are two files', async () => {
  tree.write({
    'Model.py': load,
    'model.py': load,
    'pkg/A.py': 'def f(p): pass\n',
    'pkg/a.py': `${load}def f(p): joblib.load(p)\n`,
  })
  expect(placesOf(await scanned())).toEqual(['Model.py', 'model.py', 'pkg/a.py', 'pkg/a.py'])
})

test('names with line ends, commands and escapes act on no report', async () => {
  const names = ['a\n::error::x.py', '\x1b[2Jb.py', '##vso[task.x]c.py', 'd\u202e.py', 'e`|<b>.py']
  tree.write(Object.fromEntries(names.map(name => [name, load])))
  const report = await scanned()
  expect(placesOf(report).sort()).toEqual([...names].sort())
  for (const name of ['pretty', 'markdown'] as const)
    expect(formats[name](report, { showGuarded: true })).not.toMatch(
      /(?!\n)\p{Cc}|\p{Cf}|^\s*::|##(?=\w*\[)/mu,
    )
})

test('files that import one another come to an end, and what is in them is found', async () => {
  const ring = Array.from({ length: 60 }, (_, i) => [
    `m${i}.py`,
    `from m${(i + 1) % 60} import *\nfrom m${(i + 1) % 60} import f${(i + 1) % 60}\nimport joblib\ndef f${i}(p):\n    return f${(i + 1) % 60}(joblib.load(p))\n`,
  ])
  tree.write({ ...Object.fromEntries(ring), 'self.py': `from self import *\nimport self\n${load}` })
  expect(placesOf(await scanned())).toHaveLength(61)
})

describe('a notebook', () => {
  test.each([
    ['that is an archive', Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0'), Buffer.alloc(40)]), 'binary'],
    ['that is compressed', gzipSync(JSON.stringify({ cells: [] })), 'binary'],
    [
      'of lists in lists',
      Buffer.from(`{"a": "import joblib\\njoblib.load(b)", "cells": ${'['.repeat(100_000)}`),
      'syntax',
    ],
    [
      'of objects in objects',
      Buffer.from(`{"cells": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`),
      null,
    ],
  ])('%s is told, or nothing', async (_, bytes, kind) => {
    tree.write({ 'a.ipynb': bytes, 'b.py': load })
    const report = await scanned()
    expect(placesOf(report)).toEqual(['b.py'])
    expect(noticesOf(report)).toEqual(kind ? [`a.ipynb ${kind}`] : [])
  })

  test('of a hundred megabytes is not read, and one of blanks below its limit is', async () => {
    const handle = openSync(join(tree.root, 'a.ipynb'), 'w')
    ftruncateSync(handle, 100_000_000)
    closeSync(handle)
    writeFileSync(join(tree.root, 'b.ipynb'), Buffer.alloc(14_000_000, ' '))
    expect(noticesOf(await scanned()).filter(one => one.startsWith('a.'))).toEqual(['a.ipynb too-large'])
  })

  test('with numbers, keys and texts that are too many or too long is read all the same', async () => {
    const cell = `{"cell_type": "code", "source": ${JSON.stringify(load)}}`
    const keys = '"a": 1, '.repeat(20_000)
    const text = `"${'\\n\\u0000\\ud800'.repeat(20_000)}"`
    tree.write({
      'a.ipynb': `{${keys}"n": ${'9'.repeat(300_000)}, "e": 1e99999, "t": ${text}, "cells": [${cell}]}`,
    })
    expect(placesOf(await scanned())).toEqual(['a.ipynb'])
  })

  test('with one text of many megabytes ends no stack', async () => {
    const source = `${load}x = "${'a'.repeat(12_000_000)}"\n`
    tree.write({
      'a.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source }], metadata: {}, nbformat: 4 }),
    })
    expect(placesOf(await scanned())).toEqual(['a.ipynb'])
  })
})

// Whoever counts brackets by calling itself runs out of stack long before.
test.each([
  ['a.py', '('],
  ['a.py', '['],
  ['a.py', '{'],
  ['a.sh', '('],
  ['a.sh', '$('],
  ['a.sh', '{ '],
  ['Jenkinsfile', '('],
  ['Jenkinsfile', '['],
  ['Jenkinsfile', '{'],
  ['main.tf', '['],
  ['main.tf', '{'],
  ['.github/workflows/a.yml', '['],
  ['.github/workflows/a.yml', '{'],
  ['pyproject.toml', 'a = ['],
  ['package.json', '{"scripts":'],
  ['Makefile', '$('],
  ['justfile', '{{'],
  ['a.md', '> '],
  ['a.md', '['],
  ['Dockerfile', 'RUN ('],
  ['a.j2', '{%'],
  ['tox.ini', '['],
  ['requirements.txt', 'torch['],
])('a hundred thousand brackets in %s end no stack: %s', async (path, open) => {
  tree.write({ [path]: open.repeat(100_000), 'b.py': load, 'c.sh': 'terraform apply\n' })
  expect(placesOf(await scanned())).toEqual(['b.py'])
})
