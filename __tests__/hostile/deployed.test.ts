import { examine } from '../../src/analysis/check'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'

const many = (count: number, one: (i: number) => readonly [string, string]): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => one(i)))

const service = (i: number, spec = ''): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: churn${i}}\n${spec}`

async function told(sources: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings, notices } = examine(await readSources(sources), builtin)
  return [...findings.map(({ level, rule }) => `${level} ${rule}`), ...notices.map(({ message }) => message)]
}

const cut = 'A command of this file deploys more than is looked at; some of it was not judged.'
const found = 'note unguarded-deployment'
const canary = 'spec: {predictor: {canaryTrafficPercent: 10}}\n'

describe('a folder of manifests', () => {
  const folder = (count: number, spec: string): Promise<string[]> =>
    told({ 'go.sh': 'kubectl apply -f k\n', ...many(count, i => [`k/${i}.yaml`, service(i, spec)]) })

  test('that is looked at whole', async () => {
    expect(await folder(150, '')).toEqual([found])
    expect(await folder(150, canary)).toEqual([])
  })

  test('that holds more than is looked at', async () => {
    expect(await folder(450, '')).toEqual([found, cut])
    expect(await folder(450, canary)).toEqual([found, cut])
  })
})

test('what is not looked at is told of the file on disk, where a workflow holds the command', async () => {
  const workflow =
    'on: push\njobs: {deploy: {runs-on: ubuntu-latest, steps: [{uses: actions/checkout@v4}, {run: kubectl apply -f k}]}}\n'
  const sources = { '.github/workflows/go.yml': workflow, ...many(450, i => [`k/${i}.yaml`, service(i)]) }
  const { notices } = examine(await readSources(sources), builtin)
  expect(notices.map(({ path }) => path)).toEqual(['.github/workflows/go.yml'])
})

describe('kustomizations', () => {
  const patched = (count: number): Record<string, string> => {
    const list = (name: string): string =>
      Array.from({ length: count }, (_, i) => `- ${name}${i}.yaml\n`).join('')
    const patches = list('p').replace(/- (.*)/g, '- path: $1\n  target: {kind: InferenceService}')
    return {
      'go.sh': 'kubectl apply -k k\n',
      'k/kustomization.yaml': `resources:\n${list('d')}patches:\n${patches}`,
      ...many(count, i => [`k/d${i}.yaml`, service(i, 'spec: {predictor: {}}\n')]),
      ...many(count, i => [
        `k/p${i}.yaml`,
        `- op: add\n  path: /spec/predictor/${i === 0 ? 'canaryTrafficPercent' : `x${i}`}\n  value: 10\n`,
      ]),
    }
  }

  test('with patches', async () => {
    expect(await told(patched(40))).toEqual([])
  })

  test('with more patches than are applied', async () => {
    expect(await told(patched(450))).toEqual([found, cut])
  })

  test('that name one another', async () => {
    const files = (i: number): string =>
      `resources: [../k${(i + 1) % 150}, ../k${(i * 3 + 1) % 150}, d.yaml]\ncomponents: [../k${(i + 2) % 150}]\n`
    const sources = {
      'go.sh': Array.from({ length: 150 }, (_, i) => `kubectl apply -k k${i}\n`).join(''),
      ...many(150, i => [`k${i}/kustomization.yaml`, files(i)]),
      ...many(150, i => [`k${i}/d.yaml`, service(i)]),
    }
    expect(new Set(await told(sources))).toEqual(new Set([found, cut]))
  })
})
