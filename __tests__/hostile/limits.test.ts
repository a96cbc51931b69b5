import { readRequest } from '../../src/cli/request'
import { readGrammar } from '../../src/files/grammars'
import { usualBounds, withBounds } from '../../src/frontends/bounds'
import { loadGrammar } from '../../src/frontends/parser'
import { readYaml } from '../../src/frontends/pipelines/yaml'
import { pythonFrontend } from '../../src/frontends/python'
import { parseConfiguration } from '../../src/policy/configuration'
import { mostSevere } from '../../src/policy/most-severe'
import { knownIn } from '../../src/policy/read'
import { defaultConfiguration } from '../../src/policy/settings'
import type { Finding, Level, Report } from '../../src/program'
import { scan } from '../../src/scan'
import { modelgate } from '../cli/program'
import { builtin } from '../policy/configured'
import { loadFinding } from '../support/reports'
import { type TemporaryTree, temporaryTree } from '../support/tree'

const configurationOf = (yaml: string) => parseConfiguration(yaml, '.modelgate.yml', knownIn(builtin))

let tree: TemporaryTree
beforeEach(() => {
  tree = temporaryTree()
})
afterEach(() => tree.remove())

async function scanned(yaml: string): Promise<Report> {
  const configuration = configurationOf(yaml)
  return scan({ root: tree.root, paths: [], rules: builtin, configuration, version: '0', base: null })
}

const load = 'import joblib, sys\njoblib.load(sys.argv[1])\n'
const noticesOf = ({ notices }: Report) => notices.map(({ path, kind }) => `${path} ${kind}`)

test('a limit that is not set is the usual one', () => {
  expect(configurationOf('limits: {findings: 7}').limits).toEqual({
    ...defaultConfiguration.limits,
    findings: 7,
  })
})

test('what bounds a reading by itself is what is usual', () => {
  const { depth, yamlValues } = defaultConfiguration.limits
  expect(usualBounds).toEqual({ depth, yamlValues })
})

test.each([
  ['limits: {findings: 0}', '`limits.findings` is `0`; write a number from 1 to 1000000; 25000 is usual'],
  ['limits: {seconds: many}', '`limits.seconds` is `many`; write a number from 1 to 600; 30 is usual'],
  ['limits: {depth: 9}', '`limits.depth` is `9`; write a number from 10 to 400; 400 is usual'],
  [
    'limits: {yaml-values: 0}',
    '`limits.yaml-values` is `0`; write a number from 1000 to 10000000; 300000 is usual',
  ],
  ['limits: {file-byte: 5000}', '`file-byte` is no setting; write `file-bytes`'],
])('%s is refused', (yaml, says) => {
  expect(() => configurationOf(yaml)).toThrow(says)
})

test.each([
  ['uv.lock', []],
  ['api/poetry.lock', []],
  ['pdm.lock', []],
  ['uv.lock.py', ['uv.lock.py too-large']],
])('a lock file may be ten times as large as others: %s', async (path, told) => {
  const locked = '[[package]]\nname = "torch"\nversion = "2.7.0"\n'
  tree.write({ [path]: `${locked}${'# '.repeat(4_000)}\n` })
  expect(noticesOf(await scanned('limits: {file-bytes: 1000}'))).toEqual(told)
  tree.write({ [path]: `${locked}${'# '.repeat(6_000)}\n` })
  expect(noticesOf(await scanned('limits: {file-bytes: 1000}'))).toEqual([`${path} too-large`])
})

test('a file above its limit is a notice, and one below is read', async () => {
  tree.write({ 'a.py': load, 'b.py': `${load}${'#'.repeat(2_000)}` })
  const small = await scanned('limits: {file-bytes: 1000}')
  expect(noticesOf(small)).toEqual(['b.py too-large'])
  expect(small.findings.map(({ name }) => name.file.path)).toEqual(['a.py'])
  expect(noticesOf(await scanned('limits: {file-bytes: 3000}'))).toEqual([])
})

test('a notebook has a limit of its own', async () => {
  const cells = [
    { cell_type: 'code', source: load },
    { cell_type: 'raw', source: 'x'.repeat(2_000) },
  ]
  tree.write({ 'a.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4 }) })
  expect(noticesOf(await scanned('limits: {file-bytes: 1000}'))).toEqual([])
  expect(noticesOf(await scanned('limits: {notebook-bytes: 1000}'))).toEqual(['a.ipynb too-large'])
})

test('of too many findings some are listed, the others counted, and all judged', async () => {
  tree.write({ 'a.py': `${load}joblib.load(sys.argv[2])\njoblib.load(sys.argv[3])\n` })
  const { findings, notices, verdict } = await scanned('{fail-on: note, limits: {findings: 2}}')
  expect([findings.length, verdict.blocking]).toEqual([2, 3])
  expect(notices.map(({ message }) => message)).toEqual([
    'Of 3 findings the 2 most severe are listed, and 1 other is not: `limits.findings` says how many may be. All of them were judged.',
  ])
})

test('the most severe are listed, in the order of the report, and new ones before old ones', () => {
  const made = (level: Level, n: number, state?: 'existing'): Finding => ({
    ...loadFinding,
    level,
    message: `${n}`,
    ...(state && { state }),
  })
  const all = [made('note', 1), made('error', 2, 'existing'), made('warning', 3), made('error', 4)]
  expect(mostSevere(all, 2).findings.map(({ message }) => message)).toEqual(['3', '4'])
  expect(mostSevere(all, 4)).toEqual({ findings: all, notices: [] })
  const [mild, severe] = [made('note', 1), { ...made('note', 2), securitySeverity: 9 }]
  expect(mostSevere([mild, severe], 1).findings).toEqual([severe])
  expect(mostSevere([severe, mild, mild], 1)).toEqual({
    findings: [severe],
    notices: [
      {
        path: '.',
        line: 0,
        kind: 'limit',
        message: expect.stringContaining('the 1 most severe are listed, and 2 others are not'),
      },
    ],
  })
})

test('a text that the parser does not come to the end of is given up, and what comes next is read', async () => {
  const endless = `def f():\n    try:\n        ${'<!--'.repeat(75_000)}\nx = 1\n`
  const python = pythonFrontend(await loadGrammar(readGrammar('runtime'), readGrammar('python'), 1))
  const reading = python.read({ path: 'a.py', text: endless })
  expect(reading.notices).toEqual([
    expect.objectContaining({ path: 'a.py', kind: 'limit', message: expect.stringContaining('a second') }),
  ])
  expect(python.comments?.({ path: 'a.py', text: endless })).toEqual([])
  expect(python.read({ path: 'b.py', text: 'f()\n' }).units[0]?.blocks[0]?.facts).toHaveLength(1)
})

// Each nests so deep that ten levels are not enough, and forty are.
describe('the depth of', () => {
  const deep = (open: string, inside: string, close: string, levels = 14): string =>
    `${open.repeat(levels)}${inside}${close.repeat(levels)}`

  test.each([
    ['YAML', 'compose.yaml', `services: {a: {image: x, command: ${deep('[', 'x', ']')}}}\n`],
    ['Python', 'a.py', `${load}x = ${deep('(1 + ', '1', ')')}\n`],
    ['a shell', 'a.sh', `python a.py\n${deep('if a; then ', 'b', '; fi')}\n`],
    ['Groovy', 'Jenkinsfile', `node { sh "python a.py"; x = ${deep('[', '1', ']')} }\n`],
    [
      'Terraform',
      'main.tf',
      `resource "aws_sagemaker_endpoint" "e" {\n  name = ${deep('[', '1', ']', 5)}\n}\n`,
    ],
  ])('%s has a limit', async (_, path, text) => {
    tree.write({ [path]: text, 'deploy.sh': 'terraform apply\n' })
    expect(noticesOf(await scanned('limits: {depth: 10}'))).toEqual([`${path} limit`])
    expect(noticesOf(await scanned('limits: {depth: 40}'))).toEqual([])
  })
})

test('the values of a YAML file have a limit', async () => {
  const services = Array.from({ length: 600 }, (_, i) => `  s${i}: {image: x, command: python a.py}\n`)
  tree.write({ 'a.py': load, 'compose.yaml': `services:\n${services.join('')}` })
  const small = await scanned('limits: {yaml-values: 1000}')
  expect(small.notices).toEqual([
    expect.objectContaining({
      path: 'compose.yaml',
      kind: 'limit',
      message: expect.stringContaining('more than 1,000 values'),
    }),
  ])
  expect(noticesOf(await scanned('limits: {yaml-values: 100000}'))).toEqual([])
})

test('what was read within one limit is not taken for what is read within another', () => {
  const text = `a: ${'['.repeat(20)}${']'.repeat(20)}\n`
  const kinds = (depth: number) =>
    withBounds({ ...usualBounds, depth }, () =>
      readYaml({ path: 'a.yml', text }).notices.map(({ kind }) => kind),
    )
  expect([kinds(400), kinds(10), kinds(400)]).toEqual([[], ['limit'], []])
})

describe('a limit on the command line', () => {
  const limitsOf = (...words: readonly string[]) => {
    const request = readRequest(['scan', ...words], '0')
    return request.kind === 'scan' ? request.limits : null
  }

  test('stands beside others', () => {
    expect(limitsOf('--limit', 'depth=50', '--limit', 'findings=7')).toEqual({ depth: 50, findings: 7 })
    expect(limitsOf()).toEqual({})
  })

  test.each([
    [
      'depht=50',
      '`depht=50` is none; write one of file-bytes, notebook-bytes, seconds, depth, yaml-values, findings',
    ],
    ['depth', '`depth` is none'],
    ['depth=1', '`depth=1` goes too far; write a number from 10 to 400; 400 is usual'],
  ])('%s is refused', (given, says) => {
    expect(() => limitsOf('--limit', given)).toThrow(says)
  })

  test('outranks the configuration', async () => {
    tree.write({ 'a.py': `${load}#${'#'.repeat(3_000)}`, '.modelgate.yml': 'limits: {file-bytes: 2000}\n' })
    const told = async (...more: readonly string[]) =>
      (await modelgate(['scan', ...more], { cwd: tree.root })).out
    expect(await told()).toContain('more than the limit of 2,000')
    expect(await told('--limit', 'file-bytes=5000')).not.toContain('more than the limit')
  })
})
