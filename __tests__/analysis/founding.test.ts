import { lineOf } from '../../src/base/lines'
import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'

async function places(sources: Readonly<Record<string, string>>): Promise<string[]> {
  const findings = await analyseSources(sources, rules)
  return findings.map(
    f => `${f.span.file.path}:${lineOf(f.span.file.text, f.name.start).line} ${f.level} ${f.rule}`,
  )
}

const audited = `import joblib
from mlflow.tracking import MlflowClient


class Registry:
    def __init__(self):
        self.client = MlflowClient()

    def promote(self, name, version):
        self.client.transition_model_version_stage(
            name=name,
            version=version,
            stage="Production",
        )


def score(processed_data_path, model_path):
    data = joblib.load(processed_data_path)
    model = joblib.load(model_path)
    return model.predict(data)
`

test('the five lines of the founding audit give three findings', async () => {
  expect(await places({ 'pipeline.py': audited })).toEqual([
    'pipeline.py:10 error unguarded-promotion',
    'pipeline.py:18 warning unverified-artifact-load',
    'pipeline.py:19 warning unverified-artifact-load',
  ])
})

test('carriage returns change no line', async () => {
  const findings = await places({ 'pipeline.py': audited.replaceAll('\n', '\r\n') })
  expect(findings.map(f => f.split(' ')[0])).toEqual(['pipeline.py:10', 'pipeline.py:18', 'pipeline.py:19'])
})

test('a client that another module makes is known by its import', async () => {
  const sources = {
    'src/churn/clients.py': 'from mlflow import MlflowClient\n\nregistry = MlflowClient()\n',
    'src/churn/__init__.py': 'from .clients import registry\n',
    'src/churn/release.py':
      'from churn import registry\n\nregistry.copy_model_version("models:/churn/3", "prod.churn")\n',
  }
  expect(await places(sources)).toEqual(['src/churn/release.py:3 error unguarded-promotion'])
})

test('a stage that the command line gives by default is read there', async () => {
  const source = `import argparse
from mlflow import MlflowClient

parser = argparse.ArgumentParser()
parser.add_argument("--stage", default="Production")
args = parser.parse_args()
MlflowClient().transition_model_version_stage("churn", 3, args.stage)
`
  expect(await places({ 'promote.py': source })).toEqual(['promote.py:7 error unguarded-promotion'])
  expect(await places({ 'promote.py': source.replace('"Production"', '"Staging"') })).not.toContain(
    'promote.py:7 error unguarded-promotion',
  )
})

test('a function of the repository is no library function of the same name', async () => {
  const source =
    'import json\n\n\ndef load(path):\n    with open(path) as file:\n        return json.load(file)\n\n\nmodel = load("model.json")\n'
  expect(await places({ 'joblib_free.py': source })).toEqual([])
})

test('what a fake client does is no promotion', async () => {
  const source = `class FakeClient:
    def transition_model_version_stage(self, name, version, stage):
        self.called = True


FakeClient().transition_model_version_stage("churn", 3, "Production")
`
  expect(await places({ 'fake.py': source })).toEqual([])
})

test('a broken file gives what could be read', async () => {
  const source = 'import joblib\n\nmodel = joblib.load("churn.joblib")\n\ndef broken(:\n    pass\n'
  expect(await places({ 'broken.py': source })).toEqual(['broken.py:3 warning unverified-artifact-load'])
})

test('thousands of branches in a row and deep nesting end', async () => {
  const branches = 'if flag:\n    model = load\n'.repeat(3000)
  const source = `import joblib\nfrom joblib import load\nflag = input()\n${branches}x = ${'('.repeat(2000)}1${')'.repeat(2000)}\njoblib.load("a")\n`
  expect(await places({ 'long.py': source })).toEqual(['long.py:6005 warning unverified-artifact-load'])
})
