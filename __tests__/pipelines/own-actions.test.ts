import { defaultConfiguration } from '../../src/policy/settings'
import { catalogSchema } from '../../src/rules/schema'
import { scan } from '../../src/scan'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'
import { temporaryTree } from '../support/tree'
import { evaluateScript, promoteScript } from './scanned'

const provenance = { source: 'https://acme.example/docs', checked: '2026-12-01' }
const actions = [
  { uses: 'Acme/Run/inside', script: 'lines', stops: 'strict', tolerates: 'anyway', ...provenance },
  { uses: 'acme/remote', script: 'lines', elsewhere: true, variables: 'pass', ...provenance },
]
const acme = catalogSchema.parse({ library: 'Acme', actions })
const rules = { ...builtin, catalogs: [...builtin.catalogs, acme] }

async function foundIn(steps: readonly string[], known: typeof builtin): Promise<readonly string[]> {
  const findings = await analyseSources(filesWith(steps), known)
  return findings.map(({ rule, steps: path }) => (path.length > 1 ? `${rule} by the job` : rule))
}

function filesWith(steps: readonly string[]): Readonly<Record<string, string>> {
  const written = steps.map(step => `      - ${step}\n`).join('')
  return {
    'evaluate.py': withoutIndent(evaluateScript),
    'promote.py': withoutIndent(promoteScript),
    '.github/workflows/cd.yml': `on: push\njobs:\n  release:\n    env: {STAGE: Staging}\n    steps:\n${written}`,
  }
}

function withoutIndent(text: string): string {
  return text.replace(/^ {2}/gm, '')
}

const inside = (script: string, more = '') => `{uses: acme/run/inside@v1, with: {lines: "${script}"${more}}}`

test('an action of a file of rules runs the script that it is given', async () => {
  const steps = [inside('python promote.py')]
  expect(await foundIn(steps, rules)).toEqual(['unguarded-promotion by the job'])
  expect(await foundIn(steps, builtin)).toEqual(['unguarded-promotion'])
})

test.each([
  [[inside('python evaluate.py\\npython promote.py', ', strict: true')]],
  [[inside('python evaluate.py'), '{run: python promote.py}']],
])('and what it checks holds: %s', async steps => {
  expect(await foundIn(steps, rules)).toEqual([])
  expect(await foundIn(steps, builtin)).not.toEqual([])
})

test.each([
  [[inside('python evaluate.py\\npython promote.py')]],
  [[inside('python evaluate.py', ', anyway: true'), '{run: python promote.py}']],
])('unless nothing stops where that fails: %s', async steps => {
  expect(await foundIn(steps, rules)).toEqual(['unguarded-promotion by the job'])
})

test('on another machine it has the variables that are passed on', async () => {
  const remote = (more: string) => [
    `{uses: acme/remote@v1, with: {lines: "mlflow deployments update -t sagemaker --name churn-$STAGE -m models:/churn/1"${more}}}`,
  ]
  const only = async (more: string) =>
    (await foundIn(remote(more), rules)).filter(finding => !finding.startsWith('unguarded-promotion'))
  expect(await only(', pass: STAGE')).toEqual([])
  expect(await only('')).not.toEqual([])
})

test.each([false, true])('a scan is told of them too, of all files or chosen ones: %s', async everything => {
  const tree = temporaryTree()
  try {
    tree.write(filesWith([inside('python evaluate.py\\npython promote.py', ', strict: true')]))
    const configuration = { ...defaultConfiguration, failOn: 'never' as const }
    const options = { root: tree.root, paths: [], configuration, version: '0', base: null, everything }
    expect((await scan({ ...options, rules })).findings).toEqual([])
    expect((await scan({ ...options, rules: builtin })).findings).not.toEqual([])
  } finally {
    tree.remove()
  }
})
