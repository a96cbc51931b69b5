import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const reported = ['error promote.py:5 unguarded-promotion']

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

function running(command: string): Repository {
  return {
    '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(command)}}]}}`,
  }
}

/** Tasks of a Python project: in which form the gate holds, and forms in which it does not. */
interface Runner {
  readonly path?: string
  readonly run: string
  readonly holding: string
  readonly useless: Readonly<Record<string, string>>
}

const runners: Readonly<Record<string, Runner>> = {
  'a sequence of Poe the Poet': {
    run: 'poe promote',
    holding: `
      [tool.poe.tasks]
      evaluate = "python evaluate.py"
      promotion = "python promote.py"
      promote = ["evaluate", "promotion"]
    `,
    useless: {
      'a sequence that passes over failures': `
        [tool.poe.tasks]
        evaluate = "python evaluate.py"
        promotion = "python promote.py"
        promote = { sequence = ["evaluate", "promotion"], ignore_fail = true }
      `,
      'a sequence in the wrong order': `
        [tool.poe.tasks]
        evaluate = "python evaluate.py"
        promotion = "python promote.py"
        promote = ["promotion", "evaluate"]
      `,
      'a circle of tasks': `
        [tool.poe.tasks]
        other = ["promote", "promotion"]
        promotion = "python promote.py"
        promote = ["other", "promotion"]
      `,
    },
  },
  'what a task of Poe the Poet depends on': {
    run: 'poetry run poe promote',
    holding: `
      [tool.poe.tasks.evaluate]
      cmd = "python evaluate.py"

      [tool.poe.tasks.promote]
      cmd = "python promote.py"
      deps = ["evaluate"]
    `,
    useless: {
      'a task that nothing depends on': `
        [tool.poe.tasks.evaluate]
        cmd = "python evaluate.py"

        [tool.poe.tasks.promote]
        cmd = "python promote.py"
      `,
      'a shell that goes on': `
        [tool.poe.tasks.promote]
        shell = """
        python evaluate.py
        python promote.py
        """
      `,
      'a task beside a broken table': `
        [tool.poe.tasks.evaluate]
        cmd = "python evaluate.py

        [tool.poe.tasks.promote]
        cmd = "python promote.py"
        deps = ["evaluate"]
      `,
    },
  },
  'scripts of PDM': {
    run: 'pdm run promote',
    holding: `
      [tool.pdm.scripts]
      pre_promote = "python evaluate.py"
      promote = {cmd = ["python", "promote.py"]}
    `,
    useless: {
      'a composite that goes on': `
        [tool.pdm.scripts]
        promote = {composite = ["python evaluate.py", "python promote.py"], keep_going = true}
      `,
      'a script that runs afterwards': `
        [tool.pdm.scripts]
        promote = "python promote.py"
        post_promote = "python evaluate.py"
      `,
    },
  },
  'scripts of Hatch': {
    run: 'hatch run release:promote',
    holding: `
      [tool.hatch.envs.release.scripts]
      evaluate = "python evaluate.py"
      promote = ["evaluate", "python promote.py {args}"]
    `,
    useless: {
      'a failure that `-` tolerates': `
        [tool.hatch.envs.release.scripts]
        evaluate = "python evaluate.py"
        promote = ["- evaluate", "python promote.py"]
      `,
      'a command whose failure `-` tolerates': `
        [tool.hatch.envs.release.scripts]
        promote = ["- python evaluate.py", "python promote.py"]
      `,
    },
  },
  'tasks of taskipy': {
    run: 'task promote',
    holding: `
      [tool.taskipy.tasks]
      pre_promote = "python evaluate.py"
      promote = { cmd = "python promote.py", help = "to production" }
    `,
    useless: {
      'commands joined by `;`': `
        [tool.taskipy.tasks]
        promote = "python evaluate.py; python promote.py"
      `,
    },
  },
  'tasks of pixi': {
    run: 'pixi run promote',
    holding: `
      [tool.pixi.tasks]
      evaluate = "python evaluate.py"
      promote = { cmd = "python promote.py", depends-on = ["evaluate"] }
    `,
    useless: {
      'a task that nothing depends on': `
        [tool.pixi.tasks]
        evaluate = "python evaluate.py"
        promote = "python promote.py"
      `,
    },
  },
  'scripts of Pipenv': {
    path: 'Pipfile',
    run: 'pipenv run evaluate && pipenv run promote',
    holding: `
      [scripts]
      evaluate = "python evaluate.py"
      promote = "python promote.py"
    `,
    useless: {
      'a script that checks nothing': `
        [scripts]
        evaluate = "python --version"
        promote = "python promote.py"
      `,
    },
  },
  'environments of tox as tables': {
    run: 'tox run -e promote',
    holding: `
      [tool.tox.env.promote]
      commands_pre = [["python", "evaluate.py"]]
      commands = [["python", "promote.py", { replace = "posargs", extend = true }]]
    `,
    useless: {
      'a failure that `-` tolerates': `
        [tool.tox.env.promote]
        commands = [["-", "python", "evaluate.py"], ["python", "promote.py"]]
      `,
      'errors that are ignored': `
        [tool.tox.env_run_base]
        ignore_errors = true
        [tool.tox.env.promote]
        commands = [["python", "evaluate.py"], ["python", "promote.py"]]
      `,
    },
  },
}

describe.each(Object.entries(runners))('%s', (_, { path = 'pyproject.toml', run, holding, useless }) => {
  test('a check that runs before is one', async () => {
    expect(await foundIn({ ...scripts, [path]: holding, ...running(run) })).toEqual([])
  })

  test.each(Object.entries(useless))('%s is none', async (_name, tasks) => {
    expect(await foundIn({ ...scripts, [path]: tasks, ...running(run) })).toEqual(reported)
  })
})

const command = `
  import argparse

  import mlflow


  def main():
      parser = argparse.ArgumentParser()
      parser.add_argument("--stage", default="Staging")
      args = parser.parse_args()
      mlflow.MlflowClient().transition_model_version_stage("churn", 3, args.stage)
`

describe.each([
  ['pyproject.toml', '[project.scripts]\npromote-model = "churn.cli:main"\n'],
  ['pyproject.toml', '[tool.poetry.scripts]\npromote-model = "churn.cli:main"\n'],
  ['setup.cfg', '[options.entry_points]\nconsole_scripts =\n    promote-model = churn.cli:main\n'],
  [
    'setup.py',
    'from setuptools import setup\n\nsetup(entry_points={"console_scripts": ["promote-model = churn.cli:main"]})\n',
  ],
])('a command that %s brings along', (path, text) => {
  const repository = { 'src/churn/cli.py': command, 'evaluate.py': evaluateScript, [path]: text }

  test('is given its words', async () => {
    const found = await foundIn({ ...repository, ...running('promote-model --stage Production') })
    expect(found).toEqual(['error src/churn/cli.py:10 unguarded-promotion'])
  })

  test('is silent for another stage', async () => {
    expect(await foundIn({ ...repository, ...running('uv run promote-model --stage Staging') })).toEqual([])
  })

  test('runs behind what was checked before it', async () => {
    const run = 'python evaluate.py && promote-model --stage Production'
    expect(await foundIn({ ...repository, ...running(run) })).toEqual([])
  })

  test('runs in front of what is checked after it', async () => {
    const run = 'promote-model --stage Production && python evaluate.py'
    expect(await foundIn({ ...repository, ...running(run) })).toEqual([
      'error src/churn/cli.py:10 unguarded-promotion',
    ])
  })
})

test('words behind a task are handed on', async () => {
  const tasks = '[tool.poe.tasks]\npromote = "python -m churn.run"\n'
  const module = `${command}\n\n  main()\n`
  const repository = { 'churn/run.py': module, 'pyproject.toml': tasks }
  expect(await foundIn({ ...repository, ...running('poe promote --stage Production') })).toEqual([
    'error churn/run.py:10 unguarded-promotion',
  ])
  expect(await foundIn({ ...repository, ...running('poe promote --stage Staging') })).toEqual([])
})
