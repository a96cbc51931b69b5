import { findingsIn, type Repository } from '../pipelines/scanned'

const load = 'python -c "import joblib; joblib.load(\'models/churn.joblib\')"'

const training = (target: string, way = 'train()'): string => `
  from pathlib import Path

  import joblib

  HERE = Path(__file__).parent


  def train():
      model = object()
      joblib.dump(model, ${target})


  ${way}
`

async function foundIn(train: string, ...commands: readonly string[]): Promise<string[]> {
  const runs = commands.map(command => `{run: ${JSON.stringify(command)}}`).join(', ')
  const repository: Repository = {
    'models/train.py': train,
    '.github/workflows/ci.yml': `on: push\njobs: {a: {steps: [${runs}]}}`,
  }
  return (await findingsIn(repository)).map(({ finding }) => finding.replace(/ \.github.*:\d+/, ''))
}

const run = 'python models/train.py'

describe('what a step before has written is no artifact from elsewhere', () => {
  test.each(['HERE / "churn.joblib"', '"models/churn.joblib"'])('to %s', async target => {
    expect(await foundIn(training(target), run, load)).toEqual([])
  })

  test('where it runs as a program only', async () => {
    const way = 'if __name__ == "__main__":\n      train()'
    expect(await foundIn(training('HERE / "churn.joblib"', way), run, load)).toEqual([
      'note unverified-artifact-load',
    ])
  })
})

test.each([
  ['another file', training('HERE / "scaler.joblib"'), [run, load]],
  ['the step comes later', training('HERE / "churn.joblib"'), [load, run]],
  ['nothing runs it', training('HERE / "churn.joblib"'), [load]],
  ['nothing calls it', training('HERE / "churn.joblib"', 'print("nothing")'), [run, load]],
])('%s tells nothing of it', async (_, train, commands) => {
  expect(await foundIn(train, ...commands)).toEqual(['warning unverified-artifact-load'])
})

test('a download behind it counts', async () => {
  const fetch = 'curl -fsSLo models/churn.joblib https://acme.example/churn.joblib'
  expect(await foundIn(training('HERE / "churn.joblib"'), run, fetch, load)).toEqual([
    'error unverified-artifact-load',
  ])
})
