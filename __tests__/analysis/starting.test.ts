import { chosenOf, filesOf, judgedBothWays, type Sources } from '../support/choice'

const client = 'from mlflow import MlflowClient\n\n'
const promote = `${client}MlflowClient().transition_model_version_stage("m", 3, "Production")\n`
const evaluate = 'import json\nimport sys\n\nif json.load(open("m.json"))["auc"] < 0.9:\n    sys.exit(1)\n'
const gate =
  'import json\nimport sys\n\n\ndef gate():\n    if json.load(open("m.json"))["auc"] < 0.9:\n        sys.exit(1)\n'
const asking = 'import click\n\nif click.confirm("Go?"):\n    '
const stop = 'raise ValueError("low")'

async function expectSame(verdict: string, sources: Sources): Promise<void> {
  const { all, chosen } = await judgedBothWays(sources)
  expect(all.map(one => one.split(' ')[0])).toEqual([verdict])
  expect(chosen).toEqual(all)
}

function names(sources: Sources): string[] {
  return chosenOf(filesOf(sources)).map(({ path }) => path)
}

describe('a check that a script runs before it moves a model is read', () => {
  const script = (line: string): Sources => ({
    'cd.sh': `#!/bin/sh\nset -e\n${line}\npython promote.py\n`,
    'promote.py': promote,
  })
  const package_ = { 'ship/__init__.py': '', 'ship/gates.py': gate }

  test.each<[string, Sources]>([
    ['a file', { ...script('python jobs/evaluate.py'), 'jobs/evaluate.py': evaluate }],
    ['a file with a space in its path', { ...script('python "jobs/a b.py"'), 'jobs/a b.py': evaluate }],
    ['a file with a plus in its name', { ...script('python jobs/a+b.py'), 'jobs/a+b.py': evaluate }],
    ['a file with other letters', { ...script('python prüfung.py'), 'prüfung.py': evaluate }],
    [
      'a file whose name a variable holds',
      { ...script('NAME=evaluate\npython $NAME.py'), 'evaluate.py': evaluate },
    ],
    [
      'files whose names are listed',
      { ...script('for f in evaluate; do python "${f}.py"; done'), 'evaluate.py': evaluate },
    ],
    ['a module', { ...script('python -m ship.check'), 'ship/__init__.py': '', 'ship/check.py': evaluate }],
    ['a package', { ...script('python -u -m ship'), 'ship/__init__.py': '', 'ship/__main__.py': evaluate }],
    ['a function', { ...script('python -c "from gates import gate; gate()"'), 'gates.py': gate }],
    ['a function of a module', { ...script('python -c "import gates; gates.gate()"'), 'gates.py': gate }],
    [
      'a function of a module of which another line takes another one',
      {
        ...script('python -c "from gates import other"\npython -c "from gates import gate; gate()"'),
        'one.sh': 'python -c "from gates import other; other()"\n',
        'gates.py': `${gate}\n\ndef other():\n    return 1\n`,
      },
    ],
    [
      'a function of one of two modules',
      { ...script('python -c "import os, gates; gates.gate()"'), 'gates.py': gate },
    ],
    [
      'a function of a module of a package',
      { ...script('python -c "from ship import gates; gates.gate()"'), ...package_ },
    ],
    [
      'a function that a package passes on',
      {
        ...script('python - <<EOF\nfrom ship import gate\ngate()\nEOF'),
        ...package_,
        'ship/__init__.py': 'from .gates import gate\n',
      },
    ],
    [
      'a command of the project',
      {
        ...script('check-model'),
        ...package_,
        'pyproject.toml': '[project.scripts]\ncheck-model = "ship.gates:gate"\n',
      },
    ],
    [
      'a command of the project in a table',
      {
        ...script('check-model'),
        ...package_,
        'pyproject.toml':
          '[tool.poetry.scripts]\ncheck-model = {reference = "ship.gates:gate", type = "console"}\n',
      },
    ],
    [
      'a command of the project in its settings',
      {
        ...script('check-model'),
        ...package_,
        'setup.cfg': '[options.entry_points]\nconsole_scripts =\n    check-model=ship.gates:gate\n',
      },
    ],
    [
      'a command of the project in its setup',
      {
        ...script('check-model'),
        ...package_,
        'setup.py':
          'from setuptools import setup\n\nsetup(entry_points={"console_scripts": ["check-model=ship.gates:gate"]})\n',
      },
    ],
    [
      'a command whose function the package passes on',
      {
        ...script('check-model'),
        'ship/__init__.py': 'from .gates import gate as main\n',
        'ship/gates.py': gate,
        'pyproject.toml': '[project.scripts]\ncheck-model = "ship:main"\n',
      },
    ],
  ])('%s', (_, sources) => expectSame('guarded', sources))

  test('in a pipeline that is written as one text', () =>
    expectSame('guarded', {
      '.github/workflows/cd.yml':
        '{"on": "push", "jobs": {"a": {"runs-on": "x", "steps": [{"run": "python - <<EOF\\nimport os\\nfrom gates import gate\\ngate()\\nEOF\\npython promote.py"}]}}}\n',
      'gates.py': gate,
      'promote.py': promote,
    }))

  test('for each value of a matrix', () =>
    expectSame('reported', {
      '.github/workflows/cd.yml':
        'on: push\njobs:\n  a:\n    strategy: {matrix: {step: [promote]}}\n    steps:\n      - run: python ${{ matrix.step }}.py Production\n',
      'promote.py': `import sys\n${client}MlflowClient().transition_model_version_stage("m", 3, sys.argv[1])\n`,
    }))

  test.each<[string, string, boolean]>([
    ['in a folder that a variable names', 'python "$ROOT/jobs/e.py"', true],
    ['by its place in an image', 'python /app/src/jobs/e.py', true],
    ['by steps up and down', 'cd a && python ../jobs/./e.py', true],
    ['by its name', 'cd jobs && python e.py', true],
    ['in a long text', `python jobs/e.py\n# ${'so on '.repeat(100)}`, true],
    ['as a module in a list', '["python", "-m", "jobs.e"]', true],
    ['as a module behind spaces', 'python -m   jobs.e', true],
    ['in another folder', 'python other/e.py', false],
    ['of which the name is only the end', 'python the_e.py', false],
  ])('a file %s', (_, line, isRead) => {
    const found = names({ ...script(line), 'jobs/e.py': evaluate })
    expect(found).toEqual(['cd.sh', 'promote.py', ...(isRead ? ['jobs/e.py'] : [])])
  })

  test('and not another function of the module', () => {
    const other = 'def other():\n    return 1\n'
    const files = chosenOf(
      filesOf({
        ...script('python -c "from gates import gate; gate()"'),
        'gates.py': `${gate}\n\n${other}`,
      }),
    )
    const [unread] = files.find(({ path }) => path === 'gates.py')?.unread ?? []
    expect(unread?.start).toBe(`${gate}\n\n`.length)
  })
})

describe('who asks before Python starts what moves a model is read', () => {
  const start =
    'import subprocess\n\n\ndef release():\n    subprocess.run(["python", "promote.py"], check=True)\n'
  const cli = `${asking.replace('click\n', 'click\n\nfrom jobs import release\n')}release()\n`

  test.each<[string, Sources]>([
    ['by a function', { 'jobs.py': start, 'cli.py': cli, 'promote.py': promote }],
    [
      'by a method',
      {
        'jobs.py': `import subprocess\n\n\nclass Job:\n    def release(self):\n        subprocess.run(["python", "promote.py"], check=True)\n`,
        'cli.py': `${asking.replace('click\n', 'click\n\nimport jobs\n')}jobs.Job().release()\n`,
        'promote.py': promote,
      },
    ],
    [
      'by a script that starts it',
      {
        'jobs.py': start.replace('promote.py', 'release.py'),
        'cli.py': cli,
        'release.py': start.replace('\n\n\ndef release():\n    ', '\n\n'),
        'promote.py': promote,
      },
    ],
    [
      'by a script of a shell',
      {
        'jobs.py': start.replace('python', 'bash').replace('promote.py', 'cd.sh'),
        'cli.py': cli,
        'cd.sh': 'gto assign churn --stage prod\n',
      },
    ],
    [
      'by a script of a shell that starts it',
      {
        'jobs.py': start.replace('python', 'bash').replace('promote.py', 'cd.sh'),
        'cli.py': cli,
        'cd.sh': 'python promote.py\n',
        'promote.py': promote,
      },
    ],
    [
      'by a task',
      {
        'jobs.py': start.replace('"python", "promote.py"', '"make", "live"'),
        'cli.py': cli,
        Makefile: 'live:\n\tpython promote.py\n',
        'promote.py': promote,
      },
    ],
    [
      'by a command of the project',
      {
        'jobs.py': start.replace('"python", "promote.py"', '"move-model", "3"'),
        'cli.py': cli,
        'ship.py': `${client}def main():\n    MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
        'pyproject.toml': '[project.scripts]\nmove-model = "ship:main"\n',
      },
    ],
    [
      'by a name that another file has',
      {
        'names.py': 'SCRIPT = "promote.py"\n',
        'jobs.py': `import subprocess\nimport click\n\nfrom names import SCRIPT\n\nif click.confirm("Go?"):\n    subprocess.run(["python", SCRIPT], check=True)\n`,
        'promote.py': promote,
      },
    ],
  ])('%s', (_, sources) => expectSame('guarded', sources))

  test.each([
    ['a module', 'import subprocess\n\nsubprocess.run(["python", "-u", "-m", "promote"])\n'],
    ['a module in a text', 'import os\n\nos.system("python -m promote --live")\n'],
    [
      'a component of a pipeline',
      'from kfp import dsl\n\n\n@dsl.container_component\ndef go():\n    return dsl.ContainerSpec(image="a", command=["python", "promote.py"])\n',
    ],
    ['a library by another name', 'import subprocess as sp\n\nsp.run(["python", "promote.py"])\n'],
  ])('by %s', (_, text) => {
    expect(names({ 'cd.py': text, 'promote.py': promote })).toEqual(['cd.py', 'promote.py'])
    const other = text.replace(/(from|import) /, '$1 acme_')
    expect(names({ 'cd.py': other, 'promote.py': promote })).toEqual(['promote.py'])
  })

  test.each<[string, string, string, boolean]>([
    ['that another file brings', 'import subprocess\n', 'from tools import subprocess', true],
    [
      'that another file brings with all else',
      'from subprocess import *\nimport subprocess\n',
      'from tools import *',
      true,
    ],
    [
      'of another name that another file brings',
      'import subprocess\n',
      'from tools import process as subprocessing',
      false,
    ],
  ])('by a library %s', (_, tools, importing, found) => {
    const text = `${importing}\n\n${found ? 'subprocess' : 'subprocessing'}.run(["python", "promote.py"])\n`
    const chosen = names({ 'cd.py': text, 'promote.py': promote, 'tools.py': tools })
    expect(chosen.includes('cd.py')).toBe(found)
  })

  test('and nobody who starts what moves nothing', () => {
    const idle = 'print("nothing")\n'
    expect(names({ 'jobs.py': start, 'cli.py': cli, 'promote.py': idle })).toEqual([])
    const shell = start.replace('python', 'bash').replace('promote.py', 'cd.sh')
    expect(names({ 'jobs.py': shell, 'cli.py': cli, 'cd.sh': 'echo\n' })).toEqual(['jobs.py', 'cd.sh'])
  })
})

describe('a check that Python starts before it moves a model is read', () => {
  const helper = 'import subprocess\n\n\ndef run(line):\n    subprocess.run(line, shell=True, check=True)\n'
  const both = { 'evaluate.py': evaluate, 'promote.py': promote }

  test.each<[string, Sources]>([
    [
      'by a function of another file',
      {
        'run.py': helper,
        'cd.py': 'from run import run\n\nrun("python evaluate.py")\nrun("python promote.py")\n',
      },
    ],
    [
      'by a function of a module',
      {
        'run.py': helper,
        'cd.py': 'import run\n\nrun.run("python evaluate.py")\nrun.run("python promote.py")\n',
      },
    ],
    [
      'by a command of the project',
      {
        'cd.py':
          'import subprocess\n\nsubprocess.run(["check-model"], check=True)\nsubprocess.run(["python", "promote.py"], check=True)\n',
        'gates.py': gate,
        'pyproject.toml': '[project.scripts]\ncheck-model = "gates:gate"\n',
      },
    ],
    [
      'by a name that another file has',
      {
        'names.py': 'SCRIPT = "evaluate.py"\n',
        'cd.py':
          'import subprocess\n\nfrom names import SCRIPT\n\nsubprocess.run(["python", SCRIPT], check=True)\nsubprocess.run(["python", "promote.py"], check=True)\n',
      },
    ],
  ])('%s', (_, sources) => expectSame('guarded', { ...both, ...sources }))
})

describe('what a notebook runs, and who runs it', () => {
  const notebook = (...cells: readonly string[]): string =>
    JSON.stringify({ cells: cells.map(source => ({ cell_type: 'code', source })), metadata: {} })
  const databricks = (...cells: readonly string[]): string =>
    `# Databricks notebook source\n${cells.join('\n\n# COMMAND ----------\n\n')}`
  const check = `import json\n\nif json.load(open("m.json"))["auc"] < 0.8:\n    ${stop}\n`
  const confirm = 'import click\n\nclick.confirm("Go?", abort=True)\n'

  test.each<[string, Sources]>([
    ['a check in a script', { 'e.py': evaluate, 'r.ipynb': notebook('%run e.py', promote) }],
    ['a check in a script by its bare name', { 'e.py': evaluate, 'r.ipynb': notebook('%run e', promote) }],
    ['a notebook that asks before a script', { 'p.py': promote, 'r.ipynb': notebook(confirm, '%run p.py') }],
    [
      'a notebook that asks before a command',
      { 'p.py': promote, 'r.ipynb': notebook(confirm, '!python p.py') },
    ],
    [
      'a notebook that asks before it starts a script',
      {
        'p.py': promote,
        'r.ipynb': notebook(confirm, 'import subprocess', 'subprocess.run(["python", "p.py"], check=True)'),
      },
    ],
    [
      'a notebook that asks before it calls a function',
      {
        'ship.py': `${client}def live():\n    MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
        'r.ipynb': notebook(confirm, 'import os, ship', 'ship.live()'),
      },
    ],
    [
      'a notebook that asks before it imports',
      {
        'ship.py': `${client}def live():\n    MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
        'r.ipynb': notebook(confirm, 'import importlib', 'importlib.import_module("ship").live()'),
      },
    ],
    [
      'a check in a notebook of Databricks',
      { 'gate.py': databricks(check), 'r.py': databricks('# MAGIC %run ./gate', promote) },
    ],
    [
      'a check in a notebook of Databricks that is called',
      { 'gate.py': databricks(check), 'r.py': databricks('dbutils.notebook.run("./gate", 60)', promote) },
    ],
    [
      'a check in a notebook without its ending',
      { 'gate.ipynb': notebook(check), 'r.py': databricks('# MAGIC %run ./gate', promote) },
    ],
    [
      'a notebook of Databricks that asks before it runs another one',
      { 'p.py': databricks(promote), 'r.py': databricks(confirm, '# MAGIC %run ./p') },
    ],
  ])('%s', (_, sources) => expectSame('guarded', sources))

  test('a command behind the end of a line in one text', () =>
    expectSame('reported', { 'r.ipynb': notebook('%%bash\ncd jobs\ngto assign churn --stage prod') }))

  test('and none that runs what moves nothing', () => {
    const sources = { 'e.py': evaluate, 'r.ipynb': notebook('%run e.py', '!python e.py') }
    expect(names(sources)).toEqual([])
  })
})
