import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Sketches } from '../../src/analysis/selection/sketch'
import { givenUpNotice } from '../../src/frontends/parser'
import type { Notice } from '../../src/program'
import { builtinRules } from '../../src/rules/builtin'
import { catalogSchema } from '../../src/rules/schema'
import type { OpenSide } from '../../src/scan/examine'
import { type Memory, openMemory } from '../../src/scan/memory'
import { allOf, atOnce, inShards } from '../shards/sharded'
import { repository } from '../support/repository'
import { type TemporaryTree, temporaryTree } from '../support/tree'

const load = 'import joblib\n\nmodel = joblib.load("/mnt/models/churn.joblib")\n'
const files: Readonly<Record<string, string>> = {
  '.github/workflows/release.yml':
    'on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python release.py\n      - run: ./deploy.sh\n',
  'release.py': 'from churn.promote import promote\n\npromote("4")\n',
  'churn/__init__.py': '',
  'churn/promote.py': `from mlflow import MlflowClient

def promote(version):
    MlflowClient().transition_model_version_stage(name="churn", version=version, stage="Production")
`,
  'deploy.sh': 'set -e\naws sagemaker update-endpoint --endpoint-name churn --endpoint-config-name churn-2\n',
  'load.py': load,
  'broken.py': `${load}def (:\n`,
  'plain.py': 'print(1)\n',
  'guide.md': '# Guide\n\nNo code.\n',
  'config.py': 'import joblib, yaml\n\njoblib.load(yaml.safe_load(open("config.json"))["model"])\n',
  'config.json': '{"model": "/mnt/x.joblib"}\n',
}

let [tree, cache, said]: [TemporaryTree, string, string[]] = [temporaryTree(), '', []]
beforeEach(() => {
  tree = temporaryTree()
  tree.write(files)
  cache = join(mkdtempSync(join(tmpdir(), 'cache-')), 'cache')
  said = []
})
afterEach(() => {
  tree.remove()
  if (cache.startsWith(tmpdir())) rmSync(join(cache, '..'), { recursive: true, force: true })
})

/** A scan with the cache, whose report must be what one without it makes. Returns how many trees were read. */
async function scanned(root = tree.root, asked: Parameters<typeof atOnce>[1] = {}): Promise<number> {
  const before = allOf(await atOnce(root, asked))
  const { memory, reads } = counting(openMemory(cache, '0.1.0', root))
  const report = await atOnce(root, { ...asked, memory })
  said = [...memory.close().says]
  expect(allOf(report)).toEqual(before)
  return reads()
}

/** What is kept was read, unless it was known by another key. */
function counting(memory: Memory): { memory: Memory; reads(): number } {
  const known = new Set<unknown>()
  let reads = 0
  const side: Memory['side'] = key => {
    const found = memory.side(key)
    if (found) known.add(found.side)
    return found
  }
  const keepSide: Memory['keepSide'] = (keys, one, consulted) => {
    if (!known.has(one)) reads += 1
    memory.keepSide(keys, one, consulted)
  }
  return { memory: { ...memory, side, keepSide }, reads: () => reads }
}

test('what has not changed is read once', async () => {
  expect(await scanned()).toBe(1)
  expect(await scanned()).toBe(0)
  expect(said).toEqual([])
})

test.each([
  ['a file that nobody chooses', 'plain.py', 'print(2)\n', 0],
  ['a document with no code', 'guide.md', '# Guide\n\nNone at all.\n', 0],
  ['a file that matters', 'load.py', `${load}# changed\n`, 1],
  ['what a caller passes', 'release.py', 'from churn.promote import promote\n\npromote("5")\n', 1],
  ['a gate', 'release.py', 'raise SystemExit(1)\n', 1],
  ['a pipeline', '.github/workflows/release.yml', 'on: push\njobs: {}\n', 1],
  ['a setting that the code reads', 'config.json', '{"model": "https://x.example/x.joblib"}\n', 1],
  ['a file that matters now', 'plain.py', load, 1],
])('%s that changes', async (_, path, text, read) => {
  await scanned()
  tree.write({ [path]: text })
  expect(await scanned()).toBe(read)
  expect(await scanned()).toBe(0)
})

test.each([
  ['a module', 'joblib.py', 'def load(path):\n    pass\n'],
  ['a model', 'mnt/churn.joblib', 'x'],
  ['a version', 'requirements.txt', 'joblib==1.0\n'],
  ['a policy', '.modelgate.yml', 'metrics: {higher: [churniness]}\nwords: {other: [churn]}\n'],
])('%s that is new', async (_, path, text) => {
  await scanned()
  tree.write({ [path]: text })
  expect(await scanned()).toBe(1)
})

test('what was cut by counting is cut again, and so is known; what was given up by a clock is not', async () => {
  tree.write({
    'pyproject.toml': `[tool.poe.tasks]\na = "python load.py"\nb = ${'['.repeat(60)}${']'.repeat(60)}\n`,
  })
  expect(await scanned()).toBe(1)
  expect(await scanned()).toBe(0)
  const { keepSide, side } = openMemory(cache, '0.1.0', tree.root)
  const made = (notice: Notice): OpenSide => ({
    judgements: { found: [], guarded: [], notices: [], map: { nodes: new Map(), edges: new Map() } },
    notices: [notice],
    remarks: [],
    parsed: 1,
    opened: new Map(),
  })
  keepSide(['cut'], made({ path: 'a.py', line: 1, kind: 'limit', message: 'It goes too deep.' }), new Map())
  keepSide(['late'], made(givenUpNotice('a.py', 30)), new Map())
  expect([side('cut'), side('late')]).toEqual([expect.anything(), null])
})

test('what is read of a file now was not read before', async () => {
  const use = (name: string): string => `import joblib\n\nimport paths\n\njoblib.load(paths.${name}())\n`
  tree.write({
    'paths.py':
      'def kept():\n    return "/mnt/a.joblib"\n\n\ndef sent():\n    import urllib.request\n\n    return urllib.request.urlretrieve("https://m.example/b")[0]\n',
    'use.py': use('kept'),
  })
  await scanned()
  tree.write({ 'use.py': use('sent') })
  expect(await scanned()).toBe(1)
})

describe('a workflow is read anew', () => {
  const named = '.github/workflows/release.yml'
  const written = (step: string) =>
    `on: push\njobs:\n  release:\n    environment: production\n    steps:\n      - ${step}\n`
  const unprotected = {
    exists: true,
    reviewers: 0,
    preventSelfReview: false,
    programs: 0,
    branches: false,
    minutes: 0,
  }

  test('where its environment is set otherwise', async () => {
    tree.write({ [named]: written('run: python release.py') })
    const withReviewers = (reviewers: number) => ({
      environments: new Map([['production', { ...unprotected, reviewers }]]),
    })
    expect(await scanned(tree.root, withReviewers(1))).toBe(1)
    expect(await scanned(tree.root, withReviewers(0))).toBe(1)
    expect(await scanned(tree.root, withReviewers(1))).toBe(0)
  })

  test('where other rules know its actions', async () => {
    tree.write({ [named]: written('{uses: acme/run@v1, with: {lines: python release.py}}') })
    const rules = builtinRules()
    const source = { source: 'https://acme.example/docs', checked: '2026-12-01' }
    const acme = catalogSchema.parse({
      library: 'Acme',
      actions: [{ uses: 'acme/run', script: 'lines', ...source }],
    })
    expect(await scanned()).toBe(1)
    expect(await scanned(tree.root, { rules: { ...rules, catalogs: [...rules.catalogs, acme] } })).toBe(1)
  })
})

test('a file that has gone is missed, and one that comes back is known again', async () => {
  await scanned()
  rmSync(join(tree.root, 'release.py'))
  expect(await scanned()).toBe(1)
  tree.write({ 'release.py': files['release.py'] ?? '' })
  expect(await scanned()).toBe(0)
})

test('what other files say is not read again, and what nobody has any more is not kept', async () => {
  await scanned()
  const size = () => readFileSync(join(cache, 'facts.modelgate')).length
  const before = size()
  tree.write({ 'churn/promote.py': `${files['churn/promote.py']}# more\n` })
  await scanned()
  expect(size()).toBeLessThan(before * 1.05)
  const set = jest.fn()
  const memory = openMemory(cache, '0.1.0', tree.root)
  tree.write({ 'load.py': `${load}# more\n` })
  await atOnce(tree.root, { memory: { ...memory, readings: { get: memory.readings.get, set } } })
  expect(set.mock.calls.map(([{ path }]) => path)).toEqual(['load.py'])
})

test('what files are chosen by is not looked for again, unless by other words', async () => {
  await scanned()
  const sketched = async (): Promise<string[]> => {
    const set = jest.fn()
    const memory = openMemory(cache, '0.1.0', tree.root)
    const sketches: Sketches = { get: memory.sketches.get, set }
    await atOnce(tree.root, { memory: { ...memory, sketches } })
    return set.mock.calls.map(([{ path }]) => path).sort()
  }
  tree.write({ 'plain.py': 'print(2)\n' })
  expect(await sketched()).toEqual(['plain.py'])
  tree.write({
    '.modelgate.yml': 'sinks: [{call: churn.put_live, does: promotion, says: publishes a model}]\n',
  })
  expect(await sketched()).toEqual(
    Object.keys(files)
      .filter(path => path.endsWith('.py'))
      .sort(),
  )
})

describe('what is chosen', () => {
  /** Whether files were chosen anew, in a scan whose report is what one without the cache makes. */
  const choosing = async (root = tree.root, asked: Parameters<typeof atOnce>[1] = {}): Promise<number> => {
    const memory = openMemory(cache, '0.1.0', root)
    const keep = jest.fn(memory.choices.keep)
    const report = await atOnce(root, {
      ...asked,
      memory: { ...memory, choices: { ...memory.choices, keep } },
    })
    memory.close()
    expect(allOf(report)).toEqual(allOf(await atOnce(root, asked)))
    return keep.mock.calls.length
  }
  const changed = async (path: string, ...texts: readonly string[]): Promise<number[]> => {
    const counts: number[] = []
    for (const text of texts) {
      tree.write({ [path]: text })
      counts.push(await choosing())
    }
    return counts
  }

  test('is chosen again as long as a file says the same of what files are chosen by', async () => {
    tree.write({ 'tools.py': 'import json\n\n\ndef one():\n    return 1\n' })
    expect(await choosing()).toBe(1)
    expect(await changed('tools.py', 'import json\n\n\ndef one():\n    return 2\n', 'import json\n')).toEqual(
      [0, 0],
    )
  })

  test.each([
    ['has a sink', load],
    ['imports what has one', 'import load\n'],
    ['imports another library', 'import joblib\n'],
    ['names a sink', 'def load():\n    return 1\n\n\nload()\n'],
    ['is a notebook', '# Databricks notebook source\n# MAGIC %sh aws s3 cp a b\n'],
  ])('is chosen anew where a file %s', async (_, text) => {
    tree.write({ 'tools.py': 'import json\n' })
    await choosing()
    expect(await changed('tools.py', text, 'import json\n')).toEqual([1, 0])
  })

  const plain =
    'from lightning.pytorch import Trainer\n\n\ndef fit(model):\n    Trainer().fit(model, ckpt_path="last.ckpt")\n'
  test.each([
    ['what a call is given', plain, plain.replace('last', 'https://m.example/last')],
    [
      'how often a sink is used',
      `${plain}${'# more\n'.repeat(40)}`,
      `${plain}${'# more\n'.repeat(40)}Trainer().fit(model)\n`,
    ],
    [
      'what is used of a library',
      'import joblib\n\njoblib.dump(1, "x")\n',
      'import joblib\n\njoblib.load("x")\n',
    ],
    [
      'what a script starts',
      'import subprocess\n\nsubprocess\n',
      'import subprocess\n\nsubprocess.run(["./deploy.sh"])\n',
    ],
  ])('is chosen anew where a file says otherwise %s', async (_, before, after) => {
    tree.write({ 'tools.py': before })
    await choosing()
    expect(await changed('tools.py', `# moved\n${before}`, after, before)).toEqual([0, 1, 0])
  })

  test('is chosen anew where files come, go or are named otherwise', async () => {
    await choosing()
    tree.write({ 'tools.py': '' })
    expect(await choosing()).toBe(1)
    rmSync(join(tree.root, 'plain.py'))
    expect(await choosing()).toBe(1)
    tree.write({ 'other.py': files['plain.py'] ?? '' })
    expect(await choosing()).toBe(1)
  })

  test('is chosen anew by other rules', async () => {
    await choosing()
    tree.write({
      '.modelgate.yml': 'sinks: [{call: churn.put_live, does: promotion, says: publishes a model}]\n',
    })
    expect(await choosing()).toBe(1)
  })

  test('is what would be chosen anew, whatever is written into files', async () => {
    const pieces = [
      'import joblib\n',
      'from churn import promote\n',
      'import subprocess\n',
      'from load import *\n',
      'model = joblib.load("x.pkl")\n',
      'loader.load(path)\n',
      'promote.promote("3")\n',
      'subprocess.run(["python", "load.py"])\n',
      'def promote(version):\n    pass\n',
      'def load(path):\n    return path\n',
      '"""joblib.load(path)"""\n',
      '# joblib.load\n',
      'np.load(path, allow_pickle=False)\n',
      'import numpy as np\n',
      'MlflowClient().transition_model_version_stage(name="a", version=1, stage="Production")\n',
      'stage = "Production"\n',
      'x = 1\n',
    ]
    const paths = Object.keys(files).filter(path => path.endsWith('.py'))
    const edit = fc.record({
      path: fc.constantFrom(...paths, 'more.py', 'churn/more.py'),
      lines: fc.array(fc.constantFrom(...pieces), { maxLength: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async edits => {
        for (const { path, lines } of edits) {
          tree.write({ [path]: lines.join('') })
          await choosing()
        }
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  test('counts where a document shows what another file says', async () => {
    tree.write({ 'guide.rst': 'Load\n\n.. literalinclude:: plain.py\n', 'book.py': 'import json\n' })
    await choosing()
    expect(await changed('plain.py', load, `${load}# more\n`)).toEqual([1, 1])
  })
})

test('both sides of a comparison are known, and those of shards', async () => {
  const repo = repository(files)
  repo.commit({ 'load.py': null, 'other.py': load })
  const asked = { since: 'HEAD~1' }
  expect(await scanned(repo.root, asked)).toBe(2)
  expect(await scanned(repo.root, asked)).toBe(0)
  const whole = allOf(await atOnce(repo.root))
  for (const _ of [1, 2]) {
    const memory = openMemory(cache, '0.1.0', repo.root)
    expect(allOf(await inShards(repo.root, 2, { memory }))).toEqual(whole)
    memory.close()
  }
  repo.remove()
})

test('a cache that is committed with the repository counts for nothing, and is left alone', async () => {
  const repo = repository(files)
  cache = join(repo.root, 'kept')
  await scanned(repo.root)
  const before = readFileSync(join(cache, 'results.modelgate'))
  repo.git('add', '--force', 'kept')
  repo.write({ 'plain.py': load })
  expect(await scanned(repo.root)).toBe(1)
  expect(said).toEqual([
    `The cache \`${cache}\` is committed to the repository that is scanned, and counts for nothing.`,
  ])
  expect(readFileSync(join(cache, 'results.modelgate'))).toEqual(before)
  repo.remove()
})

test('a cache behind a link of the scanned directory is not followed', async () => {
  const away = mkdtempSync(join(tmpdir(), 'away-'))
  symlinkSync(away, join(tree.root, 'kept'))
  cache = join(tree.root, 'kept', 'deep')
  expect(await scanned()).toBe(1)
  expect(said).toEqual([
    `The cache \`${cache}\` lies behind a link of the directory that is scanned, and counts for nothing.`,
  ])
  expect(readdirSync(away)).toEqual([])
  rmSync(away, { recursive: true })
})

test('a cache inside of the scanned directory is no part of it', async () => {
  cache = join(tree.root, '.cache', 'modelgate')
  expect(await scanned()).toBe(1)
  expect(await scanned()).toBe(0)
})

describe('a cache that is not as it was written changes nothing, and is made anew', () => {
  const each = (change: (path: string) => void) =>
    readdirSync(cache).forEach(name => {
      change(join(cache, name))
    })
  const rewritten = (path: string, change: (bytes: Buffer) => Buffer) =>
    writeFileSync(path, change(readFileSync(path)))

  test.each<[string, (path: string) => void, string]>([
    ['empty', path => truncateSync(path), 'is none'],
    ['cut in its head', path => truncateSync(path, 20), 'is none|was written by another'],
    ['cut at its end', path => truncateSync(path, readFileSync(path).length - 1), 'is not as it was written'],
    ['longer', path => appendFileSync(path, 'x'), 'is not as it was written'],
    [
      'changed in one bit',
      path =>
        rewritten(path, bytes => {
          const at = bytes.length - 100
          bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at)
          return bytes
        }),
      'is not as it was written',
    ],
    ['another file', path => writeFileSync(path, 'PNG\n\0\0\0'), 'is none'],
    ['without a line', path => writeFileSync(path, Buffer.alloc(10_000)), 'is none'],
    [
      'of another program',
      path =>
        rewritten(path, bytes =>
          Buffer.from(bytes.toString('latin1').replace(/ [0-9a-f]{64} /, ` ${'0'.repeat(64)} `), 'latin1'),
        ),
      'was written by another Modelgate or Node',
    ],
    [
      'a folder',
      path => {
        rmSync(path)
        mkdirSync(path)
      },
      'is no file',
    ],
    [
      'a link that leads nowhere',
      path => {
        rmSync(path)
        symlinkSync('nowhere', path)
      },
      '',
    ],
  ])('%s', async (what, change, says) => {
    await scanned()
    each(change)
    expect(await scanned()).toBe(1)
    if (says !== '')
      expect(said.filter(one => new RegExp(`\`.*\` (${says}), and counts`).test(one))).toHaveLength(3)
    if (what === 'a folder') return
    expect(await scanned()).toBe(0)
    expect(said).toEqual([])
  })

  test('of another version', async () => {
    await scanned()
    const { memory, reads } = counting(openMemory(cache, '0.2.0', tree.root))
    await atOnce(tree.root, { memory })
    expect(reads()).toBe(1)
    expect(memory.close().says).toEqual(
      Array(3).fill(expect.stringContaining('was written by another Modelgate or Node')),
    )
  })

  test('in a place that cannot be written', async () => {
    writeFileSync(join(tree.root, 'file'), '')
    cache = join(tree.root, 'file', 'cache')
    expect(await scanned()).toBe(1)
    expect(said.join('\n')).toMatch(/The cache `.*` cannot be (made|read) \((ENOTDIR|EEXIST)\), and counts/)
  })

  const onLinux = existsSync('/proc/self') ? test : test.skip
  onLinux('in a place where no folder can be made, though there is one above it', async () => {
    cache = '/proc/modelgate/cache'
    expect(await scanned()).toBe(1)
    expect(said).toEqual([
      'The cache `/proc/modelgate/cache` cannot be made (ENOENT), and counts for nothing.',
    ])
  })

  test('in a folder of which several above are missing', async () => {
    cache = join(cache, 'of', 'one', 'branch')
    expect(await scanned()).toBe(1)
    expect(await scanned()).toBe(0)
    expect(said).toEqual([])
  })

  test('nothing half-written is left', async () => {
    await scanned()
    expect(readdirSync(cache).sort()).toEqual(['facts.modelgate', 'results.modelgate', 'sketches.modelgate'])
  })
})

test.each(['x = x.a', 'x = x + 1'])('values that no stack can hold (`%s`) are read again', async line => {
  const lines = `    ${line}\n`.repeat(2000)
  tree.write({ 'deep.py': `import joblib\n\ndef f(x):\n${lines}    joblib.load(x)\n` })
  await scanned()
  tree.write({ 'load.py': `${load}print(2)\n` })
  expect(await scanned()).toBe(1)
})
