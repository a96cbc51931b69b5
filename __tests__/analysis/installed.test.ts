import { findingsIn } from '../pipelines/scanned'

const load = 'import pickle\n\n\ndef read(path):\n    return pickle.load(open(path, "rb"))\n'

const move = `from mlflow import MlflowClient


def promote(version):
    MlflowClient().transition_model_version_stage("churn", version, stage="Production")
`

test('what is an error stays one, whatever calls the package installed', async () => {
  const fetched =
    'import pickle\nimport requests\n\nmodel = pickle.loads(requests.get("https://example.com/m").content)\n'
  const found = await findingsIn({
    'src/promote.py': move,
    'src/fetched.py': fetched,
    'src-1.0.dist-info/METADATA': 'Name: src\n',
  })
  expect(found.map(({ finding }) => finding).sort()).toEqual([
    'error src/fetched.py:4 unverified-artifact-load',
    'error src/promote.py:5 unguarded-promotion',
  ])
})

test('what was installed into a folder counts for less than what lies beside it', async () => {
  const found = await findingsIn({
    'function/package/fancy_pickle/reading.py': load,
    'function/package/single.py': load,
    'function/package/handler.py': load,
    'function/package/Fancy_Pickle-2.1.0.dist-info/METADATA': 'Name: fancy-pickle\n',
    'function/package/single-1.0.dist-info/METADATA': 'Name: single\n',
    'fancy_pickle/reading.py': load,
  })
  expect(found.map(({ finding }) => finding).sort()).toEqual([
    'note function/package/fancy_pickle/reading.py:5 unverified-artifact-load',
    'note function/package/single.py:5 unverified-artifact-load',
    'warning fancy_pickle/reading.py:5 unverified-artifact-load',
    'warning function/package/handler.py:5 unverified-artifact-load',
  ])
  expect(found.find(({ finding }) => finding.startsWith('note'))?.message).toContain(
    'It counts for less, since it is a package of others that was installed here.',
  )
})

test('a promotion that a person starts is a warning there too', async () => {
  const found = await findingsIn({
    'src/promote.py': `${move}\n\npromote(4)\n`,
    'src-1.0.dist-info/METADATA': 'Name: src\n',
    '.github/workflows/cd.yml': 'on: workflow_dispatch\njobs: {a: {steps: [{run: python src/promote.py}]}}\n',
  })
  expect(found.map(({ finding }) => finding)).toEqual(['warning src/promote.py:5 unguarded-promotion'])
})
