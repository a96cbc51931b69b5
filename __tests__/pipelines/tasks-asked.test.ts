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
    'tox -e other,first',
    'tox -e "other, first"',
    'tox -e first --fail-fast',
    'nox -s first',
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
    'inv none',
    'inv behind-none',
    'make other || make first',
    'make first || true',
    '-make first',
  ])('%s', async command => {
    expect(await behind(command)).toEqual(promoted)
  })
})
