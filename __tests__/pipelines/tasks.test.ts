import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const reported = ['error promote.py:5 unguarded-promotion']

/** A file of tasks: in which form the gate holds, and forms in which it does not. */
interface Runner {
  readonly path: string
  readonly run: string
  readonly holding: string
  readonly useless: Readonly<Record<string, string>>
}

const runners: Readonly<Record<string, Runner>> = {
  make: {
    path: 'Makefile',
    run: 'make promote',
    holding:
      'PYTHON = python\n\npromote: evaluate\n\t@$(PYTHON) promote.py\n\nevaluate:\n\t$(PYTHON) evaluate.py\n',
    useless: {
      'a failure that `-` tolerates': 'promote:\n\t-python evaluate.py\n\tpython promote.py\n',
      'a failure that the shell tolerates': 'promote:\n\tpython evaluate.py || true\n\tpython promote.py\n',
      'a target that is not asked for': 'promote:\n\tpython promote.py\nevaluate:\n\tpython evaluate.py\n',
      'commands joined by `;`': 'promote:\n\tpython evaluate.py; python promote.py\n',
    },
  },
  'npm scripts': {
    path: 'package.json',
    run: 'npm run promote',
    holding: '{"scripts": {"prepromote": "python evaluate.py", "promote": "python promote.py"}}',
    useless: {
      'a script that is not asked for':
        '{"scripts": {"evaluate": "python evaluate.py", "promote": "python promote.py"}}',
      'commands joined by `;`': '{"scripts": {"promote": "python evaluate.py; python promote.py"}}',
    },
  },
  Task: {
    path: 'Taskfile.yml',
    run: 'task promote',
    holding:
      'tasks:\n  evaluate: python evaluate.py\n  promote: {deps: [evaluate], cmds: [python promote.py]}\n',
    useless: {
      'an error that is ignored':
        'tasks:\n  promote:\n    cmds:\n      - {cmd: python evaluate.py, ignore_error: true}\n      - python promote.py\n',
    },
  },
  'DVC stages': {
    path: 'dvc.yaml',
    run: 'dvc repro promote',
    holding:
      'stages:\n  evaluate: {cmd: python evaluate.py, metrics: [report.json]}\n  promote: {cmd: python promote.py, deps: [report.json]}\n',
    useless: {
      'a stage that does not depend on it':
        'stages:\n  evaluate: {cmd: python evaluate.py}\n  promote: {cmd: python promote.py}\n',
    },
  },
}

async function foundWith({ path, run }: Runner, tasks: string): Promise<string[]> {
  const workflow = `on: push\njobs: {release: {steps: [{run: ${run}}]}}`
  const repository = { ...scripts, [path]: tasks, '.github/workflows/cd.yml': workflow }
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

describe.each(Object.entries(runners))('%s', (_, runner) => {
  test('a check that runs before is one', async () => {
    expect(await foundWith(runner, runner.holding)).toEqual([])
  })

  test.each(Object.entries(runner.useless))('%s is none', async (_name, tasks) => {
    expect(await foundWith(runner, tasks)).toEqual(reported)
  })
})

test('the path of a finding leads through the task', async () => {
  const [found] = await findingsIn({
    'promote.py': promoteScript,
    Makefile: 'promote:\n\tpip install mlflow\n\tpython promote.py\n',
    '.github/workflows/cd.yml': 'on: push\njobs: {release: {steps: [{run: make promote}]}}',
  })
  expect(found?.path).toEqual([
    '.github/workflows/cd.yml:1 `.github/workflows/cd.yml` starts on every push',
    '.github/workflows/cd.yml:2 it runs the job `release`',
    '.github/workflows/cd.yml:2 `release` runs `promote`',
    'Makefile:3 `promote` runs `promote.py`',
  ])
})
