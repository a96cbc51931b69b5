import { selectFiles } from '../../src/analysis/select'
import { isReadable, needsOf } from '../../src/frontends'
import { builtin as rules } from '../support/builtin'

const configuration = {
  'infra/main.tf': 'resource "aws_sagemaker_endpoint" "churn" {}\n',
  'infra/prod.tfvars': 'stage = "prod"\n',
}

function chosenFrom(sources: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  return selectFiles(files, rules).map(({ path }) => path)
}

test('configurations are readable', () => {
  expect(Object.keys(configuration).filter(isReadable)).toEqual(Object.keys(configuration))
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['a script', { 'release.sh': 'terraform -chdir=infra apply\n' }],
  ['a command over several lines', { 'release.sh': 'tofu \\\n  apply\n' }],
  ['a program', { 'release.py': 'import subprocess\nsubprocess.run(["terraform", "apply"], check=True)\n' }],
])('%s that may apply them has them read', (_, more) => {
  const chosen = chosenFrom({ ...configuration, ...more })
  expect(chosen).toEqual(expect.arrayContaining(Object.keys(configuration)))
  const files = chosen.map(path => ({ path, text: '' }))
  expect(needsOf(files).terraform).toBe(true)
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['nothing else', {}],
  ['a command that only plans', { 'release.sh': 'terraform plan\n' }],
  ['another command that applies', { 'release.sh': 'kubectl apply -f k8s\n' }],
])('with %s, no grammar is loaded for them', (_, more) => {
  const chosen = chosenFrom({ ...configuration, ...more })
  expect(chosen.filter(path => path in configuration)).toEqual([])
  expect(needsOf(chosen.map(path => ({ path, text: '' }))).terraform).toBe(false)
})
