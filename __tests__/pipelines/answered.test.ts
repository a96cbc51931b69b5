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

test('the message names the question and who answers it', async () => {
  const workflow = 'on: push\njobs: {release: {steps: [{run: "yes | python promote.py"}]}}'
  const [found] = await findingsIn({ 'promote.py': asking, '.github/workflows/cd.yml': workflow })
  expect(found?.guards).toEqual([
    'approval void: a person is asked, and whatever starts this gives it its answers',
  ])
})

test('what a person is asked in front of the pipe holds', async () => {
  const files = {
    'promote.py':
      'import mlflow\nmlflow.MlflowClient().set_registered_model_alias("churn", "champion", input())',
    'release.sh': 'read -p "Promote? " answer\n[ "$answer" = yes ] || exit 1\necho 4 | python promote.py',
  }
  expect(await findingsIn(files)).toEqual([])
})

test('a question that nothing answers holds', async () => {
  expect(await foundWith('python promote.py')).toEqual([])
})
