import { findingsIn } from './scanned'

const asking = `
  import mlflow

  if input("promote? ") != "yes":
      raise SystemExit("not wanted")
  mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "4")
`

async function foundWith(run: string): Promise<string[]> {
  const workflow = `
    on: push
    jobs: {release: {steps: [{run: '${run}'}]}}
  `
  const found = await findingsIn({ 'promote.py': asking, '.github/workflows/cd.yml': workflow })
  return found.map(({ finding }) => finding)
}

test.each(['yes | python promote.py', 'echo yes | python promote.py', 'python promote.py <<< yes'])(
  'a question that a pipeline answers itself is none: %s',
  async run => {
    expect(await foundWith(run)).toEqual(['error promote.py:5 unguarded-promotion'])
  },
)

test('a question that nothing answers holds', async () => {
  expect(await foundWith('python promote.py')).toEqual([])
})
