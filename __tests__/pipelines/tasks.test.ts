import { readSources } from '../support/analyse'
import { withoutMargin } from '../support/margin'
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
  'make with recipes on the lines of their targets': {
    path: 'Makefile',
    run: 'make promote',
    holding: 'promote: evaluate; @python promote.py\nevaluate: ;python evaluate.py\n',
    useless: {
      'a failure that `-` tolerates':
        'promote: evaluate; python promote.py\nevaluate: ; -python evaluate.py\n',
      'a comment': 'promote: ## says it; python evaluate.py\n\tpython promote.py\n',
    },
  },
  'make as written on Windows': {
    path: 'Makefile',
    run: 'make promote',
    holding:
      'PYTHON = python\r\n\r\npromote: evaluate\r\n\t$(PYTHON) \\\r\n  promote.py\r\n\r\nevaluate:\r\n\t$(PYTHON) evaluate.py\r\n',
    useless: {
      'a failure that `-` tolerates':
        'PYTHON = python\r\npromote:\r\n\t-$(PYTHON) evaluate.py\r\n\t$(PYTHON) \\\r\n  promote.py\r\n',
    },
  },
  'make with several targets': {
    path: 'Makefile',
    run: 'make evaluate promote',
    holding: 'promote:\n\tpython promote.py\nevaluate:\n\tpython evaluate.py\n',
    useless: {
      'a target whose failure counts for nothing':
        'promote:\n\tpython promote.py\nevaluate:\n\t-python evaluate.py\n',
    },
  },
  just: {
    path: 'justfile',
    run: 'just promote',
    holding:
      'python := "python"\n\n# to production\npromote: evaluate\n    @{{python}} promote.py\n\nevaluate:\n    {{python}} evaluate.py\n',
    useless: {
      'a failure that `-` tolerates': 'promote:\n    -python evaluate.py\n    python promote.py\n',
      'a recipe that runs afterwards':
        'promote: && evaluate\n    python promote.py\n\nevaluate:\n    python evaluate.py\n',
      'a recipe that is not asked for': 'promote:\n  python promote.py\nevaluate:\n  python evaluate.py\n',
      'a script that goes on after a failure':
        'promote:\n    #!/usr/bin/env bash\n    python evaluate.py\n    python promote.py\n',
      'a circle of recipes': 'promote: other\n    python promote.py\nother: promote\n    python promote.py\n',
    },
  },
  'a script in a justfile': {
    path: '.justfile',
    run: 'just promote',
    holding: 'promote:\n    #!/usr/bin/env bash\n    set -e\n    python evaluate.py\n    python promote.py\n',
    useless: {
      'a script that tolerates the failure':
        'promote:\n    #!/usr/bin/env bash\n    set -e\n    python evaluate.py || echo bad\n    python promote.py\n',
    },
  },
  'the shell of a justfile': {
    path: 'Justfile',
    run: 'just promote',
    holding:
      'set shell := ["bash", "-euo", "pipefail", "-c"]\npromote:\n    python evaluate.py | tee log; python promote.py\n',
    useless: {
      'a pipe in a shell that knows no better':
        'promote:\n    python evaluate.py | tee log && python promote.py\n',
    },
  },
  'recipes in a row': {
    path: 'justfile',
    run: 'just evaluate 3 promote',
    holding: 'evaluate folds:\n    python evaluate.py\npromote:\n    python promote.py\n',
    useless: {
      'a recipe that the words do not name':
        'check folds:\n    python evaluate.py\nevaluate folds:\n    true\npromote:\n    python promote.py\n',
    },
  },
  tox: {
    path: 'tox.ini',
    run: 'tox -e promote',
    holding:
      '[tox]\nenvlist = py311, promote\n\n[testenv]\ncommands_pre = python evaluate.py\n\n[testenv:promote]\ndeps =\n    mlflow\ncommands =\n    python \\\n        promote.py {posargs}\n',
    useless: {
      'a failure that `-` tolerates':
        '[testenv:promote]\ncommands =\n    - python evaluate.py\n    python promote.py\n',
      'errors that are ignored':
        '[testenv:promote]\nignore_errors = true\ncommands =\n    python evaluate.py\n    python promote.py\n',
      'what runs whatever happened':
        '[testenv:promote]\ncommands = python evaluate.py\ncommands_post = python promote.py\n',
      'an environment that is not asked for':
        '[testenv:evaluate]\ncommands = python evaluate.py\n[testenv:promote]\ncommands = python promote.py\n',
      'a line for other environments':
        '[testenv:promote]\ncommands =\n    slow: python evaluate.py\n    python promote.py\n',
      'a file with a broken line': 'what is this\n[testenv:promote]\n%%\ncommands = python promote.py\n',
    },
  },
  'commands that no shell reads': {
    path: 'tox.ini',
    run: 'tox run -e promote',
    holding: '[testenv:promote]\ncommands =\n    python evaluate.py || true\n    python promote.py\n',
    useless: {
      'a shell that is asked for':
        "[testenv:promote]\ncommands =\n    bash -c 'python evaluate.py || true'\n    python promote.py\n",
    },
  },
  'environments one after another': {
    path: 'setup.cfg',
    run: 'tox -e evaluate && tox -e promote',
    holding:
      '[tox:tox]\nenvlist = evaluate, promote\n[testenv:evaluate]\ncommands = python evaluate.py\n[testenv:promote]\ncommands = python promote.py\n',
    useless: {
      'an outcome that is ignored':
        '[testenv:evaluate]\nignore_outcome = true\ncommands = python evaluate.py\n[testenv:promote]\ncommands = python promote.py\n',
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
  const workflow = `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(run)}}]}}`
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

test('environments that are named together run whatever the others came to', async () => {
  const tasks =
    '[testenv:evaluate]\ncommands = python evaluate.py\n[testenv:promote]\ncommands = python promote.py\n'
  const run = 'tox -e evaluate,promote'
  expect(await foundWith({ path: 'tox.ini', run, holding: '', useless: {} }, tasks)).toEqual(reported)
})

test('all environments run whatever the others came to', async () => {
  const tasks =
    '[tox]\nenv_list = evaluate, promote\n[testenv:evaluate]\ncommands = python evaluate.py\n[testenv:promote]\ncommands = python promote.py\n'
  expect(await foundWith({ path: 'tox.ini', run: 'tox', holding: '', useless: {} }, tasks)).toEqual(reported)
})

test('targets that are named together run whatever the others came to where make is told so', async () => {
  const tasks = 'promote:\n\tpython promote.py\nevaluate:\n\tpython evaluate.py\n'
  const run = 'make -k evaluate promote'
  expect(await foundWith({ path: 'Makefile', run, holding: '', useless: {} }, tasks)).toEqual(reported)
})

describe('a command that asks for tasks', () => {
  const recipes = 'promote:\n\tpython promote.py\nevaluate:\n\tpython evaluate.py\n'
  const environments =
    '[tox]\nenvlist = promote\n[testenv:promote]\ncommands = python promote.py\n[testenv:lint]\ncommands = true\n[testenv:evaluate]\ncommands = python evaluate.py\n'

  test.each<[run: string, path: string, tasks: string, found: readonly string[]]>([
    ['make -C jobs promote', 'jobs/Makefile', recipes, ['error jobs/promote.py:5 unguarded-promotion']],
    ['make -C jobs evaluate promote', 'jobs/Makefile', recipes, []],
    ['make --file=GNUmakefile promote', 'GNUmakefile', recipes, reported],
    ['make --file=GNUmakefile evaluate promote', 'GNUmakefile', recipes, []],
    ['tox -e evaluate,lint,promote', 'tox.ini', environments, reported],
    ['tox -e lint,evaluate && tox -e promote', 'tox.ini', environments, []],
    ['tox -e evaluate,lint && tox -e promote', 'tox.ini', environments, []],
    ['tox -e evaluate,lint || tox -e promote', 'tox.ini', environments, reported],
  ])('%s', async (run, path, tasks, expected) => {
    const inJobs = { 'jobs/evaluate.py': evaluateScript, 'jobs/promote.py': promoteScript }
    const workflow = `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(run)}}]}}`
    const other = { Makefile: 'promote:\n\techo nothing\n' }
    const files = { ...scripts, ...inJobs, ...other, [path]: tasks, '.github/workflows/cd.yml': workflow }
    const reached = (await findingsIn(files)).filter(found => found.path[0]?.startsWith('.github'))
    expect(reached.map(({ finding }) => finding)).toEqual(expected)
  })

  test.each(['make "$TARGET"', 'tox -e "$ENV"', 'tox -e "$ENV",promote'])(
    '%s asks for nobody knows what',
    async run => {
      const files = { ...scripts, Makefile: recipes, 'tox.ini': environments }
      const workflow = `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(run)}}]}}`
      const found = await findingsIn({ ...files, '.github/workflows/cd.yml': workflow })
      expect(found.filter(({ path }) => path[0]?.startsWith('.github'))).toEqual([])
    },
  )
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

describe('a script of a package that ends in a group takes no words', () => {
  test.each([
    ['(cd . && python promote.py)'],
    ['python evaluate.py || true; { python promote.py; }'],
    ['if true; then python promote.py; fi'],
    ['test -e $(pwd) && (python promote.py $(true))'],
  ])('%s', async script => {
    const text = JSON.stringify({ scripts: { promote: script } })
    const workflow = 'on: push\njobs: {release: {steps: [{run: npm run promote}]}}'
    const sources = { ...scripts, 'package.json': text, '.github/workflows/cd.yml': workflow }
    const { notices } = await readSources(
      Object.fromEntries(Object.entries(sources).map(([path, file]) => [path, withoutMargin(file)])),
    )
    expect(notices).toEqual([])
    const told = await findingsIn(sources)
    expect(told.map(({ finding }) => finding)).toEqual(reported)
  })
})

describe('a function of make that holds others is one hole', () => {
  test.each([
    ['python promote.py $(if $(IS_CI),--log "promoted.log",)'],
    ['python promote.py $(if $(and $(IS_CI),$(LOGS)),--log (promoted),)'],
    ['cd $(dir $(abspath $(lastword $(MAKEFILE_LIST)))) && python promote.py'],
    ['python promote.py $(shell echo $(STAGE)'],
  ])('%s', async command => {
    const sources = { ...scripts, Makefile: `promote:\n\t${command}\n` }
    const { notices } = await readSources(
      Object.fromEntries(Object.entries(sources).map(([path, file]) => [path, withoutMargin(file)])),
    )
    const broken = command.endsWith('$(STAGE)')
    expect(notices.map(({ path, line }) => [path, line])).toEqual(broken ? [['Makefile', 2]] : [])
    const told = await findingsIn(sources)
    expect(told.map(({ finding }) => finding)).toEqual(reported)
  })
})

test('very many functions of make that are never closed are read in a moment', async () => {
  const start = performance.now()
  await readSources({ Makefile: `promote:\n\techo ${'$(if a,'.repeat(40_000)}\n` })
  expect(performance.now() - start).toBeLessThan(4000)
})

describe('what DVC puts into the commands of stages', () => {
  const asking =
    'import argparse\nfrom mlflow import MlflowClient\nparser = argparse.ArgumentParser()\nparser.add_argument("--alias")\nargs = parser.parse_args()\nMlflowClient().set_registered_model_alias("churn", args.alias, 4)\n'
  const cases: readonly [title: string, dvc: string, params: string, found: readonly string[]][] = [
    [
      'a value of `params.yaml`',
      'stages:\n  promote: {cmd: "python ask.py --alias ${registry.alias}"}\n',
      'registry: {alias: champion}\n',
      ['error'],
    ],
    [
      'one that does not serve',
      'stages:\n  promote: {cmd: "python ask.py --alias ${registry.alias}"}\n',
      'registry: {alias: challenger}\n',
      [],
    ],
    [
      'a value of its own',
      'vars: [{alias: production}]\nstages:\n  promote: {cmd: "python ask.py --alias ${ alias }"}\n',
      '',
      ['error'],
    ],
    [
      'what is not known',
      'stages:\n  promote: {cmd: "python ask.py --alias ${registry.alias} --seed ${train.seeds[0]}"}\n',
      '',
      ['note'],
    ],
    [
      'a script that is named there',
      'stages:\n  promote: {cmd: "python ${scripts.ask} --alias champion"}\n',
      'scripts: {ask: ask.py}\n',
      ['error'],
    ],
    [
      'a stage for each of several',
      'stages:\n  promote: {foreach: [churn, fraud], do: {cmd: "python ask.py --alias champion --of ${item}"}}\n',
      '',
      ['error'],
    ],
    [
      'what is left to the shell',
      "stages:\n  promote: {cmd: 'ALIAS=champion; python ask.py --alias \\${ALIAS}'}\n",
      '',
      ['error'],
    ],
  ]
  test.each(cases)('%s', async (_, dvc, params, found) => {
    const sources = { 'ask.py': asking, 'dvc.yaml': dvc, 'params.yaml': params }
    expect((await readSources(sources)).notices).toEqual([])
    expect((await findingsIn(sources)).map(({ finding }) => finding.split(' ')[0])).toEqual(found)
  })
})

test.each<[string, Readonly<Record<string, string>>]>([
  [
    'a long value that is asked for often',
    {
      'dvc.yaml': `stages:\n  s:\n    cmd: echo ${'${a}'.repeat(20_000)}\n`,
      'params.yaml': `a: ${'x'.repeat(100_000)}\n`,
    },
  ],
  [
    'settings that hold themselves',
    { 'dvc.yaml': 'stages: {s: {cmd: "echo ${a.b.c}"}}\n', 'params.yaml': 'a: &a\n  b: *a\n  c: 1\n' },
  ],
])('%s makes no text without end', async (_, sources) => {
  const { units } = await readSources(sources)
  expect([...units.values()].map(({ label }) => label)).toContain('s')
})
