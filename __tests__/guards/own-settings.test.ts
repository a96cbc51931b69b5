import { catalogSchema } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

const acme = catalogSchema.parse({
  library: 'Acme',
  origins: [
    {
      call: ['acme.setting'],
      parameters: ['name', 'usual'],
      otherwise: 'usual',
      from: 'environment',
      says: 'is named by a setting',
      source: 'https://acme.example/docs',
      checked: '2026-12-01',
    },
  ],
})
const rules = { ...builtin, catalogs: [...builtin.catalogs, acme] }

async function found(sources: Readonly<Record<string, string>>, known: typeof builtin): Promise<string> {
  return (
    (await analyseSources(sources, known)).map(({ level, rule }) => `${level} ${rule}`).join() || 'silent'
  )
}

const digest = 'a'.repeat(64)
const loading = (asked: string, loaded: string): string => `import acme
import hashlib
import os

import joblib

with open(${asked}, "rb") as file:
    if hashlib.sha256(file.read()).hexdigest() != "${digest}":
        raise ValueError("another model")
model = joblib.load(${loaded})
`

test.each<readonly [asked: string, loaded: string, isVerified: boolean]>([
  ['acme.setting("MODEL")', 'acme.setting("MODEL")', true],
  ['acme.setting("MODEL", "a.pkl")', 'acme.setting("MODEL", "a.pkl")', true],
  ['acme.setting("MODEL", "a.pkl")', 'acme.setting("MODEL", "b.pkl")', false],
  ['acme.setting("MODEL")', 'acme.setting("OTHER")', false],
  ['os.environ["MODEL"]', 'acme.setting("MODEL")', false],
])('what %s names is what %s names: %s', async (asked, loaded, isVerified) => {
  const sources = { 'serve.py': loading(asked, loaded) }
  expect((await found(sources, rules)) === 'silent').toBe(isVerified)
  expect(await found(sources, builtin)).not.toBe('silent')
})

const workflow = (alias: string, job: string): string => `on: push
jobs:
  release:
    ${job}
    steps:
      - run: python promote.py
        env: { ALIAS: ${alias} }
`
const promote = `import acme

from mlflow import MlflowClient

MlflowClient().set_registered_model_alias("churn", acme.setting("ALIAS"), "3")
`

test.each<readonly [alias: string, said: string]>([
  ['challenger', 'silent'],
  ['champion', 'error unguarded-promotion'],
])('the job that gives it %s needs a guard for that: %s', async (alias, said) => {
  const sources = {
    'promote.py': promote,
    '.github/workflows/first.yml': workflow(alias, 'runs-on: ubuntu-latest'),
    '.github/workflows/second.yml': workflow('champion', 'needs: ask\n    runs-on: ubuntu-latest').replace(
      'jobs:\n',
      'jobs:\n  ask:\n    steps:\n      - run: gum confirm "Release it?"\n',
    ),
  }
  expect(await found(sources, rules)).toBe(said)
  expect(await found(sources, builtin)).toBe('note unguarded-promotion')
})
