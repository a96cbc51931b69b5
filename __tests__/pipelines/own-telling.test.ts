import { catalogSchema } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'
import { withoutMargin } from '../support/margin'
import { promoteScript } from './scanned'

const provenance = { source: 'https://acme.example/docs', checked: '2026-12-01' }
const sinks = [
  {
    call: ['$ acme ship'],
    does: 'deployment',
    says: 'ships a model',
    when: [{ if: { $: { target: 'platz' } } }],
    ...provenance,
  },
  { call: ['$ acme go'], does: 'deployment', says: 'ships a model', ...provenance },
]
const lists = {
  platz: { tells: 'environment', production: ['produktion'], other: ['entwicklung'] },
  pruefung: { tells: 'evaluation', production: ['pruefe'], other: ['daten'] },
  dienst: { tells: 'serving', production: ['modell'], other: ['konverter'] },
}
const told = withWords(lists)
const untold = withWords(
  Object.fromEntries(
    Object.entries(lists).map(([name, { production, other }]) => [name, { production, other }]),
  ),
)

function withWords(words: object): typeof builtin {
  const acme = catalogSchema.parse({ library: 'Acme', words, sinks })
  return { ...builtin, catalogs: [...builtin.catalogs, acme] }
}

async function levelIn(job: string, known: typeof builtin): Promise<string> {
  const files = {
    ...(job.includes('promote.py') ? { 'promote.py': withoutMargin(promoteScript) } : {}),
    '.github/workflows/cd.yml': `on: push\njobs: {${job}}\n`,
  }
  const found = await analyseSources(files, known)
  return found.map(({ level }) => level).join() || 'silent'
}

const steps = (...lines: readonly string[]): string => `steps: [${lines.map(line => `{${line}}`).join(', ')}]`

// What is said of a list that tells nothing stands beside it.
test.each<readonly [title: string, job: string, said: string, otherwise: string]>([
  [
    'a command that names an environment works there, whatever its job is called',
    `entwicklung: {${steps('run: acme ship --platz produktion')}}`,
    'error',
    'silent',
  ],
  [
    'and in none of users, where that is what it names',
    `produktion: {${steps('run: acme ship --platz entwicklung')}}`,
    'silent',
    'silent',
  ],
  [
    'a job that declares an environment works there',
    `a: {environment: entwicklung, ${steps('run: acme go')}}`,
    'silent',
    'note',
  ],
  ['also in that of users', `a: {environment: produktion, ${steps('run: acme go')}}`, 'note', 'note'],
  [
    'what evaluates a model by its name is declared',
    `a: {${steps('run: ./pruefe.sh', 'run: python promote.py')}}`,
    'note',
    'error',
  ],
  [
    'but not what speaks of something else',
    `a: {${steps('run: ./pruefe-daten.sh', 'run: python promote.py')}}`,
    'error',
    'error',
  ],
  [
    'nor an action that speaks of no model',
    `a: {${steps('uses: acme/pruefe@v1', 'run: python promote.py')}}`,
    'error',
    'error',
  ],
  [
    'while one of a model is',
    `a: {${steps('uses: acme/pruefe-modell@v1', 'run: python promote.py')}}`,
    'note',
    'error',
  ],
])('by words of a file of rules, %s', async (_, job, said, otherwise) => {
  expect(await levelIn(job, told)).toBe(said)
  expect(await levelIn(job, untold)).toBe(otherwise)
})

test('they take nothing from those that are known', async () => {
  const job = `a: {${steps('run: python evaluate.py', 'run: python promote.py')}}`
  expect(await levelIn(job, told)).toBe('note')
})
