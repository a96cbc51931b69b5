import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const promoted = ['error promote.py:5 unguarded-promotion']

const tree: Repository = {
  'promote.py': promoteScript,
  'first.py': evaluateScript,
  'words.py': 'import sys\n\nif sys.argv[1:] != ["--strict", "auc"]:\n    sys.exit(1)\n',
  Makefile: 'first:\n\tpython first.py\nother:\n\techo nothing\n',
  justfile:
    'first:\n  python first.py\nother folds="3":\n  echo {{folds}}\nwith folds name:\n  echo {{name}}\n',
  'package.json': '{"scripts": {"first": "python first.py", "other": "echo nothing"}}',
  'Taskfile.yml': 'tasks:\n  default: python first.py\n  other: echo nothing\n',
  'pyproject.toml':
    '[tool.poe.tasks]\nfirst = "python first.py"\nother = "echo nothing"\nboth = "python first.py"\n\n[tool.pdm.scripts]\nother = "python first.py"\nboth = "echo nothing"\n',
  'tox.ini':
    '[tox]\nenv_list = first\n[testenv:first]\ncommands = python first.py\n[testenv:other]\ncommands = true\n',
  'noxfile.py': `
    import nox


    @nox.session
    def first(session):
        session.run("python", "first.py")


    @nox.session(name="named-so")
    def second(session):
        session.run("python", "first.py")


    @nox.session(python=["3.11", "3.12"])
    @nox.parametrize("of", ["a", "b"])
    def third_one(session, of):
        session.run("python", "first.py")


    @nox.session
    def other(session):
        session.run("true")


    def none(session):
        session.run("python", "first.py")
  `,
  'tasks.py': `
    from invoke import task


    @task
    def first(c, strict=False, of="all"):
        c.run("python first.py")


    @task(first)
    def behind(c):
        c.run("echo nothing")


    @task(pre=[first])
    def behind_too(c):
        c.run("echo nothing")


    @task(post=[first])
    def in_front(c):
        c.run("echo nothing")


    @task(pre=[behind])
    def behind_that(c):
        c.run("echo nothing")


    @task
    def other(c, of="all", loud=False):
        c.run("echo nothing")


    def none(c):
        c.run("python first.py")
  `,
}

async function behind(command: string): Promise<string[]> {
  const steps = [command, 'python promote.py'].map(run => `{run: ${JSON.stringify(run)}}`)
  const workflow = `on: push\njobs: {release: {steps: [${steps.join(', ')}]}}`
  const found = await findingsIn({ ...tree, '.github/workflows/cd.yml': workflow })
  return found.map(({ finding }) => finding)
}

describe('a command line asks for a task that checks', () => {
  test.each([
    'make',
    'make first',
    'make STAGE=prod first',
    'make first STAGE=prod',
    'make other first',
    'make first other',
    'make -j 4 first',
    'make -k first',
    'make -k first other',
    'make -k other first',
    'make -j$(nproc) first',
    'make --jobs="$(nproc)" first',
    'make STAGE="$STAGE" first',
    'just',
    'just first',
    'just other 5 first',
    'just with 5 first first',
    'just --set python python3 first',
    'task',
    'task other default',
    'npm run first',
    'npm run first -- --strict',
    'npm run --silent first',
    'poe first',
    'poe both',
    'pdm run other',
    'tox run -e first',
    'tox',
    'tox run',
    'tox -e other,first',
    'tox -e "other, first"',
    'tox -e first --fail-fast',
    'nox -s first',
    'nox',
    'nox -s other first',
    'nox -s first -s other',
    'nox -s named-so',
    'nox -s second',
    'nox -s third_one',
    'nox -s third-one',
    'nox -s third_one-3.12',
    'nox -s "third_one-3.12(of=\'a\')"',
    'nox -s "third_one(of=\'b\')"',
    'inv first',
    'inv first --strict',
    'inv first --strict --of auc',
    'inv first --of=auc',
    'inv other first',
    'inv other --of first first',
    'inv other --of=first first',
    'inv other --loud --of all first',
    'inv other --loud first',
    'inv other -l -o all first',
    'inv other --of "$OF" first',
    'inv other --of="$OF" first',
    'inv behind',
    'inv behind-too',
    'inv behind_too',
    'inv in-front',
  ])('%s', async command => {
    expect(await behind(command)).toEqual([])
  })
})

describe('a command line asks for none', () => {
  test.each([
    'make other',
    'make -f Makefile other',
    'make -j first other',
    'make fir',
    'make -C first other',
    'just other',
    'just other first',
    'just with first first',
    'task other',
    'npm run other -- first',
    'npm run other first',
    'npm first',
    'poe other',
    'poe other first',
    'poe none',
    'pdm run both',
    'tox -e other',
    'tox -e other -- first',
    'tox --workdir first -e other',
    'nox -s other',
    'nox -s none',
    'nox -s first-other',
    'nox -s named_so_not',
    'nox -k first -s other',
    'inv other',
    'inv other --of first',
    'inv other --of=first',
    'inv other -o first',
    'inv none',
    'inv behind-none',
    'make other || make first',
    'make first || true',
    '-make first',
  ])('%s', async command => {
    expect(await behind(command)).toEqual(promoted)
  })
})

describe('what a task is given reaches what it does', () => {
  const move = (value: string): string =>
    `import os\nimport sys\n\nimport mlflow\n\nmlflow.MlflowClient().transition_model_version_stage("churn", 3, ${value})\n`
  const scripts = { 'words.py': move('sys.argv[1]'), 'asks.py': move('os.environ["STAGE"]') }
  const tasks: Repository = {
    'tasks.py':
      'import mlflow\nfrom invoke import task\n\n\n@task\ndef move(c, stage="Staging", dry_run=False):\n    mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage)\n\n\n@task\ndef other(c):\n    c.run("true")\n',
    justfile: 'move stage:\n  python words.py {{stage}}\n',
    'package.json': '{"scripts": {"move": "python words.py"}}',
    'tox.ini': '[testenv:move]\ncommands = python words.py {posargs}\n',
    'pyproject.toml': '[tool.poe.tasks]\nmove = "python words.py"\n',
    Makefile: 'move:\n\tpython asks.py\nother:\n\ttrue\n',
    MLproject:
      'name: churn\nentry_points:\n  move:\n    parameters:\n      stage: {type: string, default: Staging}\n    command: python words.py {stage}\n',
  }

  const levelsOf = async (path: string, command: string): Promise<string[]> => {
    const workflow = `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(command)}}]}}`
    const sources = { ...scripts, [path]: tasks[path] ?? '', '.github/workflows/cd.yml': workflow }
    const found = await findingsIn(sources)
    const reached = found.filter(one => one.path[0]?.startsWith('.github'))
    return reached.map(({ finding }) => finding.split(' ')[0] ?? '')
  }

  test.each([
    ['tasks.py', 'inv move --stage=%'],
    ['tasks.py', 'inv move --stage %'],
    ['tasks.py', 'inv move -s %'],
    ['tasks.py', 'inv move --dry-run --stage %'],
    ['tasks.py', 'inv move --stage % --dry-run'],
    ['tasks.py', 'inv other move --stage %'],
    ['tasks.py', 'inv move --stage % other'],
    ['justfile', 'just move %'],
    ['justfile', 'just move % move %'],
    ['package.json', 'npm run move -- %'],
    ['package.json', 'npm run move %'],
    ['tox.ini', 'tox -e move -- %'],
    ['tox.ini', 'tox -emove -- %'],
    ['pyproject.toml', 'poe move %'],
    ['Makefile', 'make move STAGE=%'],
    ['Makefile', 'make STAGE=% move'],
    ['Makefile', 'make other move STAGE=%'],
    ['Makefile', 'make -k other move STAGE=%'],
    ['Makefile', 'STAGE=% make move'],
    ['MLproject', 'mlflow run . -e move -P stage=%'],
  ])('%s: %s', async (path, command) => {
    expect(await levelsOf(path, command.replaceAll('%', 'Production'))).toEqual(['error'])
    expect(await levelsOf(path, command.replaceAll('%', 'Staging'))).toEqual([])
    expect(await levelsOf(path, command.replaceAll('%', '"$STAGE_GIVEN"'))).toEqual(['note'])
  })
})

describe('a runner that is asked for nothing runs all that its file lists, and fails where one of them did', () => {
  const holds = async (run: string, files: Repository): Promise<boolean> => {
    const steps = [run, 'python promote.py'].map(step => `{run: ${step}}`)
    const workflow = `on: push\njobs: {release: {steps: [${steps.join(', ')}]}}`
    const sources = { 'first.py': evaluateScript, 'promote.py': promoteScript, ...files }
    const found = await findingsIn({ ...sources, '.github/workflows/cd.yml': workflow })
    return found.length === 0
  }
  const sessions = (first: string, more = ''): Repository => ({
    'noxfile.py': `import nox\n${more}\n\n@nox.session${first}\ndef first(session):\n    session.run("python", "first.py")\n\n\n@nox.session\ndef other(session):\n    session.run("true")\n`,
  })
  const environments = (list: string, more = ''): Repository => ({
    'tox.ini': `[tox]\nenv_list = ${list}\n[testenv:first]\n${more}commands = python first.py\n[testenv:other]\ncommands = true\n`,
  })

  test('sessions of nox', async () => {
    expect(await holds('nox', sessions(''))).toBe(true)
    expect(await holds('nox', sessions('(python="3.12")'))).toBe(true)
    expect(await holds('nox', sessions('(default=False)'))).toBe(false)
    expect(await holds('nox', sessions('', 'nox.options.sessions = ["other"]'))).toBe(false)
    expect(await holds('nox || true', sessions(''))).toBe(false)
  })

  test('environments of tox', async () => {
    expect(await holds('tox', environments('other, first'))).toBe(true)
    expect(await holds('tox', environments('first, other'))).toBe(true)
    expect(await holds('tox', environments('other'))).toBe(false)
    expect(await holds('tox', environments('first, other', 'ignore_outcome = true\n'))).toBe(false)
  })
})

test('the path of a finding leads through the tasks that are asked for together', async () => {
  const found = async (run: string): Promise<readonly string[] | undefined> => {
    const sources = {
      'promote.py': promoteScript,
      Makefile: 'other:\n\ttrue\npromote:\n\tpython promote.py\n',
      '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [{run: ${run}}]}}`,
    }
    const [finding] = await findingsIn(sources)
    return finding?.path.slice(2)
  }
  const last = 'Makefile:4 `promote` runs `promote.py`'
  expect(await found('make promote')).toEqual(['.github/workflows/cd.yml:2 `release` runs `promote`', last])
  for (const run of ['make other promote', 'make -k other promote'])
    expect(await found(run)).toEqual([
      '.github/workflows/cd.yml:2 `release` runs `other, promote`',
      'Makefile:3 `other, promote` runs `promote`',
      last,
    ])
})
