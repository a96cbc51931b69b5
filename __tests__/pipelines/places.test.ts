import { findingsIn } from './scanned'

const commands = [
  'echo a',
  'hf upload acme/churn model.pkl',
  'cat a | sort > b',
  'hf upload acme/other model.pkl',
]

function workflow(header: string, lines: readonly string[]): string {
  const run = lines.map(line => `\n          ${line}`).join('')
  return `on: push\njobs:\n  release:\n    steps:\n      - run: ${header}${run}\n`
}

describe('a command stands where it is written, whatever signs the script has', () => {
  test.each(['|', '|-', '|+', '| # of the release'])('in a block `%s`', async header => {
    const found = await findingsIn({ '.github/workflows/cd.yml': workflow(header, commands) })
    expect(found.map(({ finding }) => finding)).toEqual([
      'warning .github/workflows/cd.yml:7 unguarded-promotion',
      'warning .github/workflows/cd.yml:9 unguarded-promotion',
    ])
  })

  test('in folded text', async () => {
    const folded = ['hf upload acme/churn model.pkl', '> log', '|| true']
    const found = await findingsIn({ '.github/workflows/cd.yml': workflow('>', folded) })
    expect(found.map(({ finding }) => finding)).toEqual([
      'warning .github/workflows/cd.yml:6 unguarded-promotion',
    ])
  })

  test('with an expression that chooses its words', async () => {
    const chosen = ["python promote.py ${{ inputs.promote && '--promote' || '' }}"]
    const script = 'import mlflow\nmlflow.MlflowClient().set_registered_model_alias("churn", "champion", 1)'
    const [found] = await findingsIn({
      '.github/workflows/cd.yml': workflow('|', chosen),
      'promote.py': script,
    })
    expect(found?.path.at(-1)).toBe('.github/workflows/cd.yml:6 `release` runs `promote.py`')
  })
})
