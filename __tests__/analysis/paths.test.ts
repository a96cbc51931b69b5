import { lineOf } from '../../src/base/lines'
import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

/** The steps of the only finding, as `path:line says`. */
async function stepsIn(sources: Readonly<Record<string, string>>): Promise<string[]> {
  const texts = Object.entries(sources).map(([path, python]) => [path, withoutMargin(python)])
  const [finding, ...others] = await analyseSources(Object.fromEntries(texts), rules)
  expect(others).toEqual([])
  return (finding?.steps ?? []).map(
    ({ span, says }) => `${span.file.path}:${lineOf(span.file.text, span.start).line} ${says}`,
  )
}

const registry = `
  import mlflow

  def promote(name, version):
      mlflow.MlflowClient().set_registered_model_alias(name, "champion", version)
`

describe('the path of a finding', () => {
  test('leads through every call on the way to the sink', async () => {
    const release = `
      from registry import promote

      def release(version):
          promote("churn", version)

      if __name__ == "__main__":
          release("7")
    `
    expect(await stepsIn({ 'registry.py': registry, 'release.py': release })).toEqual([
      'release.py:7 `release.py` calls `release`',
      'release.py:4 `release` calls `promote`',
    ])
  })

  test('goes through the caller that checks nothing, not through the one that does', async () => {
    const release = `
      from registry import promote

      def careful(metrics, version):
          if metrics["auc"] > 0.8:
              promote("churn", version)

      def hasty(version):
          promote("churn", version)
    `
    expect(await stepsIn({ 'registry.py': registry, 'release.py': release })).toEqual([
      'release.py:8 `hasty` calls `promote`',
    ])
  })

  test('goes through what runs rather than through a function that nobody calls', async () => {
    const release = `
      from registry import promote

      def by_hand(version):
          promote("churn", version)
    `
    const nightly = `
      from registry import promote

      def main(version):
          promote("churn", version)

      main("7")
    `
    const paths = ['nightly.py:6 `nightly.py` calls `main`', 'nightly.py:4 `main` calls `promote`']
    const sources = { 'registry.py': registry, 'by_hand.py': release }
    expect(await stepsIn({ ...sources, 'nightly.py': nightly })).toEqual(paths)
    expect(await stepsIn({ ...sources, 'tests/test_nightly.py': nightly })).toEqual([
      'by_hand.py:4 `by_hand` calls `promote`',
    ])
  })

  test('is empty where nobody calls the function', async () => {
    expect(await stepsIn({ 'registry.py': registry })).toEqual([])
  })

  test('ends where functions only call each other', async () => {
    const circle = `
      import mlflow

      def promote(version):
          mlflow.MlflowClient().set_registered_model_alias("churn", "champion", version)
          retry(version)

      def retry(version):
          promote(version)
    `
    expect(await stepsIn({ 'circle.py': circle })).toEqual([])
  })
})

const cd = '.github/workflows/cd.yml'
const churn = 'import mlflow\nmlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)\n'
const starting = (on: string, job = ''): Readonly<Record<string, string>> => ({
  [cd]: `on: ${on}\njobs: {release: {${job} steps: [{run: python churn.py}]}}\n`,
  'churn.py': churn,
})
const notebook = (...cells: readonly string[]): string =>
  JSON.stringify({
    cells: cells.map(source => ({ cell_type: 'code', metadata: {}, source, outputs: [] })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  })

describe('the path of a finding begins with what starts the pipeline', () => {
  const jobs = [`${cd}:2 it runs the job \`release\``, `${cd}:2 \`release\` runs \`churn.py\``]
  test.each([
    ['push', '', 'on every push'],
    ['[workflow_dispatch, push]', '', 'on every push'],
    ['workflow_dispatch', '', 'by hand'],
    ['{workflow_call: {}, workflow_dispatch: {}}', '', 'when another workflow calls it'],
    ['{workflow_call: {}, schedule: [{cron: "0 3 * * *"}]}', '', 'on a schedule'],
    ['[pull_request, push]', 'if: "github.event_name == \'push\'",', 'on every push'],
  ])('%s %s', async (on, job, says) => {
    expect(await stepsIn(starting(on, job))).toEqual([`${cd}:1 \`${cd}\` starts ${says}`, ...jobs])
  })
})

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'a script of its own',
    {
      [cd]: 'on: push\njobs: {release: {steps: [{run: ./r.sh}]}}\n',
      'r.sh': 'python churn.py\n',
      'churn.py': churn,
    },
    [`${cd}:2 \`release\` runs \`r.sh\``, 'r.sh:1 `r.sh` runs `churn.py`'],
  ],
  [
    'a task',
    {
      [cd]: 'on: push\njobs: {release: {steps: [{run: make all}]}}\n',
      Makefile: 'all:\n\tpython churn.py\n',
      'churn.py': churn,
    },
    [`${cd}:2 \`release\` runs \`all\``, 'Makefile:2 `all` runs `churn.py`'],
  ],
  [
    'code that stands in the job',
    {
      [cd]: `on: push\njobs: {release: {steps: [{run: "python -c 'import registry; registry.promote()'"}]}}\n`,
      'registry.py':
        'import mlflow\ndef promote():\n    mlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)\n',
    },
    [`${cd}:2 it runs the job \`release\``, `${cd}:2 \`release\` runs \`promote\``],
  ],
  [
    'a cell of the same notebook',
    {
      'a.ipynb': notebook(
        'import mlflow\ndef promote():\n    mlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)',
        'promote()',
      ),
    },
    ['a.ipynb:1 `a.ipynb` calls `promote`'],
  ],
  [
    'another notebook',
    { 'a.ipynb': notebook('%run ./b.ipynb'), 'b.ipynb': notebook(churn) },
    ['a.ipynb:1 `a.ipynb` runs `b.ipynb`'],
  ],
  [
    'a method',
    {
      'a.py':
        'import mlflow\nclass C:\n    def go(self):\n        mlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)\nC().go()\n',
    },
    ['a.py:5 `a.py` calls `C.go`'],
  ],
  [
    'the shorter of two ways',
    {
      'registry.py': registry,
      'a.py': 'from registry import promote\ndef main():\n    promote("churn", 4)\nmain()\n',
      'z.py': 'from registry import promote\npromote("churn", 4)\n',
    },
    ['z.py:2 `z.py` calls `promote`'],
  ],
  [
    'a file with a strange name',
    { 'registry.py': registry, 'a`b.py': 'from registry import promote\npromote("churn", 4)\n' },
    ["a`b.py:2 `a'b.py` calls `promote`"],
  ],
])('the path of a finding leads through %s', async (_, files, steps) => {
  expect((await stepsIn(files)).slice(-steps.length)).toEqual(steps)
})
