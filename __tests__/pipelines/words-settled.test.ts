import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const tree: Repository = {
  'evaluate.py': evaluateScript,
  'promote.py': promoteScript,
  'jobs/second.py': evaluateScript,
  'other.py': 'print("nothing")\n',
  Makefile: 'evaluate:\n\tpython evaluate.py\nother:\n\ttrue\nrun:\n\tpython $(SCRIPT)\n',
}
const reported = ['error promote.py:5 unguarded-promotion']

/** What a job finds that runs `command` before it promotes. */
async function behind(command: string, settings: string): Promise<string[]> {
  const steps = [command, 'python promote.py'].map(run => `{run: ${JSON.stringify(run)}}`)
  const workflow = `on: push\njobs: {release: {${settings}, steps: [${steps.join(', ')}]}}`
  const found = await findingsIn({ ...tree, '.github/workflows/cd.yml': workflow })
  return found.map(({ finding }) => finding)
}

const known =
  'env: {SCRIPT: evaluate.py, FOLDER: jobs, TASK: evaluate, OPTIONS: "-u -X dev", ALL: "-u evaluate.py"}'

describe('a word of a command that the job says is followed', () => {
  test.each([
    'python $SCRIPT',
    'python "$SCRIPT"',
    'python ${{ env.SCRIPT }}',
    'python "$FOLDER/second.py"',
    'python $OPTIONS $SCRIPT',
    'python $ALL',
    'make $TASK',
    'make run SCRIPT=$SCRIPT',
    'make run',
    'make run SCRIPT=evaluate.py',
  ])('%s', async command => {
    expect(await behind(command, known)).toEqual([])
  })
})

describe('one that says something else, or that nobody says, is no check', () => {
  test.each([
    ['python $SCRIPT', 'env: {SCRIPT: other.py}'],
    ['python $SCRIPT', 'env: {OTHER: evaluate.py}'],
    ['python $SCRIPT', 'env: {SCRIPT: "${{ vars.SCRIPT }}"}'],
    ['python "$ALL"', known],
    ['make $TASK', 'env: {TASK: other}'],
    ['make run SCRIPT=other.py', known],
    ['make run', 'env: {OTHER: evaluate.py}'],
    ['python $SCRIPT || true', known],
  ])('%s with %s', async (command, settings) => {
    expect(await behind(command, settings)).toEqual(reported)
  })
})

test('of several words each counts, so that a check is one only where each of them is', async () => {
  const rows = (scripts: string): string => `strategy: {matrix: {script: [${scripts}]}}`
  const command = 'python ${{ matrix.script }}'
  expect(await behind(command, rows('evaluate.py, jobs/second.py'))).toEqual([])
  expect(await behind(command, rows('evaluate.py, other.py'))).toEqual(reported)
  expect(await behind(command, rows('evaluate.py, elsewhere.py'))).toEqual(reported)
})

test('the path of a finding leads through a word that the job says', async () => {
  const workflow =
    'on: push\njobs:\n  release:\n    strategy: {matrix: {script: [other.py, promote.py]}}\n    steps: [{run: "python ${{ matrix.script }}"}]\n'
  const [finding] = await findingsIn({ ...tree, '.github/workflows/cd.yml': workflow })
  expect(finding?.path.slice(1)).toEqual([
    '.github/workflows/cd.yml:3 it runs the job `release`',
    '.github/workflows/cd.yml:5 `release` runs `promote.py`',
  ])
})
