import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

function running(command: string): Repository {
  return {
    '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(command)}}]}}`,
  }
}

const move = 'mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage)'

/** Programs that promote to the stage that they are given. */
const programs = {
  argparse: `
    import argparse

    import mlflow

    parser = argparse.ArgumentParser()
    parser.add_argument("--stage", default="Staging")
    stage = parser.parse_args().stage
    ${move}
  `,
  click: `
    import click
    import mlflow


    @click.command()
    @click.option("--stage", default="Staging")
    def promote(stage):
        ${move}


    promote()
  `,
  group: `
    import click
    import mlflow


    @click.group()
    def cli():
        pass


    @cli.command()
    @click.option("--stage", default="Staging")
    def promote(stage):
        ${move}


    if __name__ == "__main__":
        cli()
  `,
  typer: `
    import mlflow
    import typer

    app = typer.Typer()


    @app.command()
    def promote(stage: str = "Staging"):
        ${move}


    if __name__ == "__main__":
        app()
  `,
  environment: `
    import os

    import mlflow

    stage = os.environ["STAGE"]
    ${move}
  `,
  word: `
    import sys

    import mlflow

    stage = sys.argv[1]
    ${move}
  `,
}

type Name = keyof typeof programs

const options: readonly Name[] = ['argparse', 'click', 'typer']

/** How a stage reaches a program; `%` stands for the stage. */
const ways: readonly (readonly [string, Name, string, Repository?])[] = [
  ...options.map(name => [`an option of ${name}`, name, 'python promote.py --stage %'] as const),
  ...options.map(name => [`an option of ${name} with \`=\``, name, 'python3 promote.py --stage=%'] as const),
  ['an option of a command of a group', 'group', 'python promote.py promote --stage %'],
  ['a word', 'word', 'python promote.py %'],
  ['a module', 'argparse', 'python -m promote --stage %'],
  ['uv', 'argparse', 'uv run promote.py --stage %'],
  ['uv and a module', 'argparse', 'uv run --with mlflow -m promote --stage %'],
  ['uv and python', 'argparse', 'uv run --frozen python promote.py --stage %'],
  ['poetry', 'argparse', 'poetry run python promote.py --stage %'],
  ['pipenv', 'argparse', 'pipenv run python promote.py --stage %'],
  ['conda', 'argparse', 'conda run -n train python promote.py --stage %'],
  ['a variable in front of the command', 'environment', 'STAGE=% python promote.py'],
  ['a variable that is exported', 'environment', 'export STAGE=%; python promote.py'],
  ['env', 'environment', 'env STAGE=% python promote.py'],
  ['a script', 'argparse', 'bash scripts/p.sh --stage %', { 'scripts/p.sh': 'python promote.py "$@"\n' }],
  [
    'a script by its path',
    'argparse',
    './p.sh %',
    { 'p.sh': '#!/bin/bash\npython promote.py --stage "$1"\n' },
  ],
  [
    'a variable of make',
    'environment',
    'make promote STAGE=%',
    { Makefile: 'promote:\n\tSTAGE=$(STAGE) python promote.py\n' },
  ],
  [
    'a variable of make that has a value of its own',
    'argparse',
    'make promote STAGE=%',
    { Makefile: 'STAGE ?= Production\npromote:\n\tpython promote.py --stage $(STAGE)\n' },
  ],
  [
    'make and the environment',
    'environment',
    'STAGE=% make promote',
    { Makefile: 'promote:\n\tpython promote.py\n' },
  ],
  [
    'npm',
    'argparse',
    'npm run promote -- --stage %',
    { 'package.json': '{"scripts": {"promote": "python promote.py"}}' },
  ],
  [
    'a recipe of just',
    'argparse',
    'just promote %',
    { justfile: 'promote stage:\n  python promote.py --stage {{stage}}\n' },
  ],
  [
    'a variable of just',
    'argparse',
    'just stage=% promote',
    { justfile: 'stage := "Production"\npromote:\n  python promote.py --stage {{stage}}\n' },
  ],
  [
    'tox',
    'argparse',
    'tox -e promote -- --stage %',
    { 'tox.ini': '[testenv:promote]\ncommands = python promote.py {posargs}\n' },
  ],
  [
    'a parameter of an MLflow project',
    'argparse',
    'mlflow run . -e promote -P stage=%',
    {
      MLproject:
        'entry_points:\n  promote:\n    parameters: {stage: {type: string, default: Production}}\n    command: "python promote.py --stage {stage}"\n',
    },
  ],
  [
    'the default of a parameter of an MLflow project',
    'argparse',
    'mlflow run ml',
    {
      'ml/MLproject':
        'entry_points:\n  main:\n    parameters: {stage: {default: "%"}}\n    command: "python ../promote.py --stage {stage}"\n',
    },
  ],
  [
    'a list of words in Python',
    'argparse',
    'python run.py',
    {
      'run.py':
        'import subprocess\nimport sys\n\nsubprocess.run([sys.executable, "promote.py", "--stage", "%"])\n',
    },
  ],
  [
    'a text in Python',
    'argparse',
    'python run.py',
    { 'run.py': 'import os\n\nos.system("python promote.py --stage %")\n' },
  ],
  [
    'the environment of a process in Python',
    'environment',
    'python run.py',
    {
      'run.py':
        'import os\nimport subprocess\n\nsubprocess.run(["python", "promote.py"], env={**os.environ, "STAGE": "%"})\n',
    },
  ],
]

const cases = ways.map(([title, program, command, others = {}]) => ({ title, program, command, others }))

describe.each(cases)('a stage by way of $title', ({ program, command, others }) => {
  const repository = (stage: string): Repository => ({
    'promote.py': programs[program],
    ...running(command.replace('%', stage)),
    ...Object.fromEntries(Object.entries(others).map(([path, text]) => [path, text.replace('%', stage)])),
  })

  test('is reported where it is production', async () => {
    expect(await foundIn(repository('Production'))).toEqual([
      expect.stringMatching(/^error promote\.py:\d+ unguarded-promotion$/),
    ])
  })

  test('is silent where it is another one', async () => {
    expect(await foundIn(repository('Staging'))).toEqual([])
  })
})

const scripts = { 'jobs/evaluate.py': evaluateScript, 'jobs/promote.py': promoteScript }
const reported = ['error jobs/promote.py:5 unguarded-promotion']

describe('from another folder', () => {
  test.each([
    ['a shell goes there', 'cd jobs && python evaluate.py && python promote.py', {}],
    [
      'make goes there',
      'make -C jobs promote',
      { 'jobs/Makefile': 'promote:\n\tpython evaluate.py\n\tpython promote.py\n' },
    ],
    ['a module is named from the root', 'python -m jobs.evaluate && python -m jobs.promote', {}],
    [
      'a process starts there',
      'python run.py',
      {
        'run.py':
          'import subprocess\n\nsubprocess.run(["python", "evaluate.py"], cwd="jobs", check=True)\nsubprocess.run(["python", "promote.py"], cwd="jobs", check=True)\n',
      },
    ],
    [
      'a function runs what it is given',
      'python run.py',
      {
        'run.py':
          'import subprocess\n\n\ndef run(command):\n    subprocess.check_call(command.split(), cwd="jobs")\n\n\nrun("python evaluate.py")\nrun("python promote.py")\n',
      },
    ],
  ])('a check is found where %s', async (_, command, others) => {
    expect(await foundIn({ ...scripts, ...others, ...running(command) })).toEqual([])
  })

  test.each([
    ['a process that nobody asks how it went', 'subprocess.run(["python", "evaluate.py"], cwd="jobs")'],
    ['a process that is not waited for', 'subprocess.Popen(["python", "evaluate.py"], cwd="jobs")'],
    ['a process whose status is thrown away', 'subprocess.call(["python", "evaluate.py"], cwd="jobs")'],
    ['a command whose status is thrown away', 'os.system("cd jobs && python evaluate.py")'],
    [
      'a process whose failure is caught',
      'try:\n    subprocess.run(["python", "evaluate.py"], cwd="jobs", check=True)\nexcept subprocess.CalledProcessError:\n    pass',
    ],
  ])('%s is no check', async (_, check) => {
    const run = `import os\nimport subprocess\n\n${check}\nsubprocess.run(["python", "promote.py"], cwd="jobs", check=True)\n`
    expect(await foundIn({ ...scripts, 'run.py': run, ...running('python run.py') })).toEqual(reported)
  })

  test('a process whose status is asked for is a check', async () => {
    const run =
      'import subprocess\nimport sys\n\nif subprocess.run(["python", "evaluate.py"], cwd="jobs").returncode != 0:\n    sys.exit(1)\nsubprocess.run(["python", "promote.py"], cwd="jobs")\n'
    expect(await foundIn({ ...scripts, 'run.py': run, ...running('python run.py') })).toEqual([])
  })
})

test.each(['typer', 'group'] as const)(
  'a command of %s runs behind what was checked before it',
  async name => {
    const repository = { 'promote.py': programs[name], 'evaluate.py': evaluateScript }
    const command = name === 'group' ? 'promote.py promote' : 'promote.py'
    expect(
      await foundIn({
        ...repository,
        ...running(`python evaluate.py && python ${command} --stage Production`),
      }),
    ).toEqual([])
    expect(
      await foundIn({
        ...repository,
        ...running(`python evaluate.py || true; python ${command} --stage Production`),
      }),
    ).toEqual([expect.stringMatching(/^error/)])
  },
)

test('an application is what its server starts, by itself or as a module', async () => {
  const serve = 'import joblib\n\nmodel = joblib.load("model.pkl")\n'
  for (const command of [
    'uvicorn api.serve:app --port 80',
    'python -m uvicorn api.serve:app',
    'gunicorn -w 4 api.serve:app',
  ])
    expect((await findingsIn({ 'api/serve.py': serve, ...running(command) }))[0]?.path).toHaveLength(3)
})
