import { catalogSchema } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

const provenance = { source: 'https://acme.example/docs', checked: '2026-12-01' }
const acme = catalogSchema.parse({
  library: 'Acme',
  readers: [
    {
      call: ['acme.load'],
      parameters: ['path'],
      file: 'path',
      composes: { list: '_BASE_', nests: false },
      ...provenance,
    },
    {
      decorates: ['acme.program'],
      parameters: ['folder', 'name'],
      file: 'name',
      folder: 'folder',
      composes: {
        list: 'takes',
        self: '(me)',
        replaces: 'instead',
        marks: ['perhaps'],
        place: '!under',
        usual: '(group)',
        here: '(here)',
        top: '(top)',
      },
      'name-options': ['--which'],
      'folder-options': ['--where'],
      ...provenance,
    },
  ],
})
const rules = { ...builtin, catalogs: [...builtin.catalogs, acme] }

type Files = Readonly<Record<string, string>>

const moving =
  'mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage=cfg["registry"]["stage"])'
const loading = `import acme, mlflow\n\ncfg = acme.load("conf/live.yaml")\n${moving}\n`
const program = `import acme, mlflow\n\n\n@acme.program("conf", "live")\ndef main(cfg):\n    ${moving}\n\n\nmain()\n`
const registry = (stage: string): string => `registry: {stage: ${stage}}\n`
const stage = (name: string): string => `stage: ${name}\n`

async function levels(python: string, conf: Files, known: typeof builtin, more: Files): Promise<string> {
  const inside = Object.entries(conf).map(([path, text]) => [`conf/${path}.yaml`, text])
  const files = { 'a.py': python, ...Object.fromEntries(inside), ...more }
  const found = (await analyseSources(files, known)).filter(({ rule }) => rule === 'unguarded-promotion')
  return found.map(({ level }) => level).join() || 'silent'
}

async function expectTold(python: string, conf: Files, said: string, more: Files = {}): Promise<void> {
  expect(await levels(python, conf, rules, more)).toBe(said)
  expect(await levels(python, conf, builtin, more)).toBe('note')
}

describe('a library of a file of rules takes in one file by its path', () => {
  test.each<readonly [title: string, conf: Files, said: string]>([
    [
      'which says what it does not say',
      { live: '_BASE_: base.yaml\n', base: registry('Production') },
      'error',
    ],
    ['or says it is harmless', { live: '_BASE_: base.yaml\n', base: registry('Staging') }, 'silent'],
    [
      'and comes before it',
      { live: `_BASE_: base.yaml\n${registry('Staging')}`, base: registry('Production') },
      'silent',
    ],
    [
      'also of another folder, with one of its own',
      {
        live: '_BASE_: more/base.yaml\n',
        'more/base': '_BASE_: ../first.yaml\nname: churn\n',
        first: registry('Production'),
      },
      'error',
    ],
    [
      'or several',
      { live: '_BASE_: [b.yaml, c.yaml]\n', b: registry('Production'), c: 'name: churn\n' },
      'error',
    ],
    ['and may say anything where there is none', { live: '_BASE_: base.yaml\n' }, 'note'],
    [
      'while `defaults` is a key like any other',
      { live: `defaults: [base]\n${registry('Staging')}` },
      'silent',
    ],
  ])('%s', (_, conf, said) => expectTold(loading, conf, said))
})

describe('a library of a file of rules composes a folder in words of its own', () => {
  const top = '!under (top)\n'
  test.each<readonly [title: string, conf: Files, said: string]>([
    ['a group', { live: 'takes: [registry: prod]\n', 'registry/prod': stage('Production') }, 'error'],
    [
      'that may be missing',
      { live: 'takes: [perhaps registry: prod]\n', 'registry/prod': stage('Production') },
      'error',
    ],
    [
      'before the file itself',
      { live: `takes: [registry: prod, (me)]\n${registry('Staging')}`, 'registry/prod': stage('Production') },
      'silent',
    ],
    [
      'behind the file itself',
      { live: `takes: [(me), registry: prod]\n${registry('Staging')}`, 'registry/prod': stage('Production') },
      'error',
    ],
    [
      'in the place of another',
      {
        live: 'takes: [registry: test, more: a]\n',
        'registry/test': stage('Staging'),
        'registry/prod': stage('Production'),
        'more/a': `# ${top}takes: [instead /registry: prod]\n`,
      },
      'error',
    ],
    [
      'at the place that its first line says',
      { live: 'takes: [more: a]\n', 'more/a': `# !under (top).registry\n${stage('Production')}` },
      'error',
    ],
    [
      'at its own',
      { live: 'takes: [registry: prod]\n', 'registry/prod': `# !under (group)\n${stage('Production')}` },
      'error',
    ],
    [
      'at that of whoever takes it in',
      {
        live: 'takes: [registry: prod]\n',
        'registry/prod': 'takes: [more@(here): a]\n',
        'registry/more/a': stage('Production'),
      },
      'error',
    ],
  ])('%s', (_, conf, said) => expectTold(program, conf, said))

  test('and is told by options which file comes first', async () => {
    const conf = { live: registry('Staging'), other: registry('Production') }
    const more = { 'else/live.yaml': registry('Production') }
    const cd = (words: string): Files => ({ ...more, 'cd.sh': `python a.py ${words}\n` })
    await expectTold(program, conf, 'silent', cd(''))
    await expectTold(program, conf, 'error', cd('--which other'))
    await expectTold(program, conf, 'error', cd('--where else'))
    await expectTold(program, conf, 'silent', cd('--config-name other'))
  })
})
