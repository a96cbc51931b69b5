import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const promote = 'error src/promote.py:5 unguarded-promotion'

async function foundIn(repository: Repository): Promise<string[]> {
  const found = await findingsIn({
    'src/evaluate.py': evaluateScript,
    'src/promote.py': promoteScript,
    ...repository,
  })
  return found.map(({ finding }) => finding)
}

const task = (run: (script: string) => string, check: string): string =>
  `      - '${run(check)}'\n      - '${run('src/promote.py')}'\n`
const recipe = (run: string, check: string): string => `\t${run} ${check}\n\t${run} src/promote.py\n`

const cases: [string, (check: string) => Repository][] = [
  [
    'make: the path of the environment',
    check => ({
      Makefile: `VENV := .venv\nPYTHON := $(VENV)/bin/python\n\nrelease:\n${recipe('$(PYTHON)', check)}`,
    }),
  ],
  ['make: a variable that nothing gives', check => ({ Makefile: `release:\n${recipe('$(PYTHON)', check)}` })],
  [
    'make: one that a command gives',
    check => ({ Makefile: `PY = $(shell which python3)\nrelease:\n${recipe('$(PY)', check)}` }),
  ],
  [
    'Task: a variable of the file',
    check => ({
      'Taskfile.yml': `vars:\n  UV: uv\ntasks:\n  release:\n    cmds:\n${task(script => `{{.UV}} run python ${script}`, check)}`,
    }),
  ],
  [
    'Task: one that a command gives',
    check => ({
      'Taskfile.yml': `vars:\n  PYTHON: {sh: which python3}\ntasks:\n  release:\n    cmds:\n${task(script => `{{ .PYTHON }} ${script}`, check)}`,
    }),
  ],
  ['a shell', check => ({ 'release.sh': `set -e\n$PYTHON ${check}\n"\${PYTHON_BIN}" src/promote.py\n` })],
]

test.each(cases)('a program by what its variable is called: %s', async (_, repository) => {
  expect(await foundIn(repository('src/evaluate.py'))).toEqual([])
  expect(await foundIn(repository('src/promote.py'))).toEqual([promote])
})

test('a variable that is called like no program is none', async () => {
  expect(await foundIn({ 'release.sh': 'set -e\n$RUNNER src/evaluate.py\npython src/promote.py\n' })).toEqual(
    [promote],
  )
})

test('the default of a variable of a Taskfile reaches the program', async () => {
  const move = `
    import os

    import mlflow

    mlflow.MlflowClient().transition_model_version_stage("churn", 3, os.environ["STAGE"])
  `
  const file = (stage: string): Repository => ({
    'src/promote.py': '',
    'src/move.py': move,
    'Taskfile.yml': `vars:\n  STAGE: ${stage}\ntasks:\n  release:\n    cmds:\n      - STAGE={{.STAGE}} python src/move.py\n`,
  })
  expect(await foundIn(file('Production'))).toEqual(['error src/move.py:5 unguarded-promotion'])
  expect(await foundIn(file('Staging'))).toEqual([])
})

test('a makefile whose variables are made of one another costs nothing', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => `A${i} := $(A${i + 1})$(A${i + 1})$(A${i})`)
  expect(await foundIn({ Makefile: `${lines.join('\n')}\nrelease:\n\t$(A0) src/promote.py\n` })).toEqual([
    promote,
  ])
})
