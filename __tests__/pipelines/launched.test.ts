import { findingsIn, promoteScript } from './scanned'

/** The script that a step of a workflow leads to; `null` where it leads to none. */
async function reachedBy(run: string): Promise<string | null> {
  const found = await findingsIn({
    'promote.py': promoteScript,
    'shell.py': promoteScript,
    'made.py': promoteScript,
    'ops/__init__.py': '',
    'ops/__main__.py': promoteScript,
    'ops/move.py': promoteScript,
    'run.sh': 'python shell.py\n',
    Makefile: 'promote:\n\tpython made.py\nall: promote\nother:\n\techo x\n',
    '.github/workflows/cd.yml': `
on: push
jobs:
  release:
    steps:
      - run: |
${run.replaceAll(/^/gm, '          ')}
`,
  })
  const reached = found.find(({ path }) => path[0]?.startsWith('.github'))
  return reached?.finding.replace(/^\S+ (.*):.*$/, '$1') ?? null
}

test.each([
  'python promote.py',
  'python3 promote.py',
  'python3.11 promote.py',
  'python2 promote.py',
  'python ./promote.py',
  'python -u promote.py',
  'python -W ignore promote.py',
  'python -X dev -B promote.py',
  'python -m promote',
  'cd ops; cd ..; python promote.py',
  './promote.py',
  'bash promote.py',
  'bash -c "python promote.py"',
  "bash -c 'python promote.py' --",
  'sudo python promote.py',
  'sudo -E -u me python promote.py',
  'env A=b python promote.py',
  'A=b python promote.py',
  'export A=b\npython promote.py',
  'nohup python promote.py &',
  'time python promote.py',
  'timeout 10m python promote.py',
  'timeout -k 5 10 python promote.py',
  'nice -n 5 python promote.py',
  'xvfb-run python promote.py',
  'exec python promote.py',
  'command python promote.py',
  'uv run promote.py',
  'uv run python promote.py',
  'uv run --with mlflow python promote.py',
  'poetry run python promote.py',
  'pipenv run python promote.py',
  'pdm run python promote.py',
  'hatch run python promote.py',
  'conda run -n churn python promote.py',
  'micromamba run -n churn python promote.py',
  'pixi run python promote.py',
  'dotenv run -- python promote.py',
  'coverage run promote.py',
  'torchrun --nproc_per_node 2 promote.py',
  'accelerate launch promote.py',
  'ipython promote.py',
  'python -i promote.py',
  'streamlit run promote.py',
  'if true; then python promote.py; fi',
  'for x in a b; do python promote.py; done',
  'f() { python promote.py; }\nf',
  'X=$(python promote.py)',
  'python promote.py > log 2>&1',
  'python promote.py | tee log',
  '{ python promote.py; }',
  'xargs python promote.py',
])('%j runs `promote.py`', async run => {
  expect(await reachedBy(run)).toBe('promote.py')
})

test.each(['bash run.sh', 'sh run.sh', './run.sh', '. run.sh', 'source ./run.sh', 'bash -x run.sh'])(
  '%j runs `shell.py`',
  async run => {
    expect(await reachedBy(run)).toBe('shell.py')
  },
)

test.each(['make all'])('%j runs `made.py`', async run => {
  expect(await reachedBy(run)).toBe('made.py')
})

test.each([
  'python -m ops.move',
  'python ops/move.py',
  'cd ops\npython move.py',
  'cd ops && python move.py',
  '(cd ops && python move.py)',
  'pushd ops\npython move.py',
  'sh -lc "cd ops && python move.py"',
  'uv run -m ops.move',
  'coverage run -m ops.move',
])('%j runs `ops/move.py`', async run => {
  expect(await reachedBy(run)).toBe('ops/move.py')
})

test.each(['python -m ops', 'python ops'])('%j runs `ops/__main__.py`', async run => {
  expect(await reachedBy(run)).toBe('ops/__main__.py')
})

test.each([
  '# python promote.py',
  'black promote.py',
  'echo python promote.py',
  'false && python promote.py',
  'true || python promote.py',
  'which python promote.py',
  'python -m py_compile promote.py',
  'python -m pip install promote.py',
  'python move.py',
  'python other/promote.py',
  'python -c "print(1)"',
  'make other',
  'cat promote.py',
])('%j runs none of them', async run => {
  expect(await reachedBy(run)).toBeNull()
})
