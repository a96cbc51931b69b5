import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

type Files = Readonly<Record<string, string>>

const head = `import argparse, os, sys
from mlflow import MlflowClient
def move(alias):
    MlflowClient().set_registered_model_alias("churn", alias, 4)
`
const steps = (...runs: readonly string[]): Files => ({
  '.github/workflows/cd.yml': `on: push\njobs:\n  a:\n    steps:\n${runs.map(run => `      - run: ${run}\n`).join('')}`,
})
const job = (rest: string): Files => ({ '.github/workflows/cd.yml': `on: push\n${rest}\n` })

async function levelOf(files: Files): Promise<string> {
  const findings = await analyseSources(files, rules)
  return findings.map(({ level }) => level).join(' ') || 'silent'
}

const inside = (line: string): string => `${head}def main():\n    ${line}\nmain()\n`
const environment = `${head}move(os.environ["STAGE"])\n`

describe('an environment variable is what', () => {
  test.each<readonly [string, Files, string]>([
    ['nobody sets', {}, 'note'],
    [
      'the pipeline sets',
      job('env: {STAGE: shadow}\njobs: {a: {steps: [{run: python churn.py}]}}'),
      'silent',
    ],
    ['the job sets', job('jobs: {a: {env: {STAGE: champion}, steps: [{run: python churn.py}]}}'), 'error'],
    [
      'the step sets, before its job',
      job('jobs: {a: {env: {STAGE: champion}, steps: [{run: python churn.py, env: {STAGE: shadow}}]}}'),
      'silent',
    ],
    [
      'one of two jobs sets',
      job('jobs: {a: {env: {STAGE: shadow}, steps: &s [{run: python churn.py}]}, b: {steps: *s}}'),
      'note',
    ],
    [
      'two jobs set',
      job(
        'jobs: {a: {env: {STAGE: shadow}, steps: &s [{run: python churn.py}]}, b: {env: {STAGE: champion}, steps: *s}}',
      ),
      'error',
    ],
    ['a script is given', { 'r.sh': 'python churn.py\n', ...steps('STAGE=champion ./r.sh') }, 'error'],
    [
      'a script of a script is given',
      { 'q.sh': './r.sh\n', 'r.sh': 'python churn.py\n', ...steps('STAGE=shadow ./q.sh') },
      'silent',
    ],
    [
      'a script sets, before what it is given',
      { 'r.sh': 'export STAGE=shadow\npython churn.py\n', ...steps('STAGE=champion ./r.sh') },
      'silent',
    ],
    ['a task sets', { Makefile: 'STAGE ?= shadow\nexport STAGE\nrelease:\n\tpython churn.py\n' }, 'silent'],
    [
      'a task is asked for with, before what it sets',
      {
        Makefile: 'STAGE ?= shadow\nexport STAGE\nrelease:\n\tpython churn.py\n',
        ...steps('make release STAGE=champion'),
      },
      'error',
    ],
    [
      'a task is asked for with, by some',
      {
        Makefile: 'release:\n\tpython churn.py\n',
        ...steps('make release STAGE=shadow', 'make release'),
      },
      'note',
    ],
    [
      'a task is asked for with, by all',
      { Makefile: 'release:\n\tpython churn.py\n', ...steps('make release STAGE=shadow') },
      'silent',
    ],
    ['an image sets', { Dockerfile: 'FROM x\nENV STAGE=shadow\nCMD python churn.py\n' }, 'silent'],
  ])('%s', async (_, files, level) => {
    expect(await levelOf({ ...files, 'churn.py': environment })).toBe(level)
  })

  test.each([
    ['move(os.environ["STAGE"])', 'STAGE=champion python churn.py', 'error'],
    ['move(os.environ["STAGE"])', 'STAGE=shadow python churn.py', 'silent'],
    ['move(os.environ["OTHER"])', 'STAGE=shadow python churn.py', 'note'],
    ['move(os.environ[name])', 'STAGE=shadow python churn.py', 'note'],
    ['move(os.getenv("STAGE"))', 'STAGE=shadow python churn.py', 'silent'],
    ['move(sys.argv[1])', 'python churn.py champion', 'error'],
    ['move(sys.argv[1])', 'python churn.py shadow', 'silent'],
    ['move(sys.argv[2])', 'python churn.py shadow', 'note'],
    ['move(sys.path[1])', 'python churn.py shadow shadow', 'note'],
  ])('a function asks for: %s with `%s`', async (line, run, level) => {
    expect(await levelOf({ 'churn.py': inside(line), ...steps(run) })).toBe(level)
  })

  test('a function of another file asks for', async () => {
    const lib = `${head}def main():\n    move(os.environ["STAGE"])\n`
    const churn = 'from lib import main\nmain()\n'
    const run = (line: string): Files => ({ 'lib.py': lib, 'churn.py': churn, ...steps(line) })
    expect(await levelOf(run('STAGE=champion python churn.py'))).not.toBe('silent')
    expect(await levelOf(run('python churn.py'))).toBe('note')
  })
})

const words = `${head}move(sys.argv[1])\n`
const option = `${head}p = argparse.ArgumentParser()\np.add_argument("--stage")\nmove(p.parse_args().stage)\n`
const project: Files = {
  'acme/__init__.py': '',
  'pyproject.toml': '[project]\nname = "acme"\n[project.scripts]\npromote = "acme.cli:main"\n',
}
const cli = `${head}def main():\n    move(sys.argv[1])\n`

describe('a program is given', () => {
  test.each<readonly [string, Files, string]>([
    ['by nobody', { 'churn.py': words }, 'note'],
    [
      'by two',
      { 'churn.py': words, ...steps('python churn.py shadow', 'python churn.py champion') },
      'error',
    ],
    ['by one of two', { 'churn.py': words, ...steps('python churn.py shadow', 'python churn.py') }, 'note'],
    ['as a module', { 'acme/cli.py': words, ...steps('python -m acme.cli shadow') }, 'silent'],
    ['as a command', { ...project, 'acme/cli.py': cli, ...steps('promote champion') }, 'error'],
    ['as a command, another place', { ...project, 'acme/cli.py': cli, ...steps('promote shadow') }, 'silent'],
    [
      'as a command whose function comes from another file',
      {
        ...project,
        'acme/core.py': cli,
        'acme/cli.py': 'from acme.core import main\n',
        ...steps('promote shadow'),
      },
      'silent',
    ],
    [
      'as a command whose function is made',
      { ...project, 'acme/cli.py': `${cli}main = acme.wrapped(main)\n`, ...steps('promote shadow') },
      'silent',
    ],
  ])('words %s', async (_, files, level) => {
    expect(await levelOf(files)).toBe(level)
  })

  test('the option of its own file, and not one of the same name elsewhere', async () => {
    const asks = (alias: string, move = ''): string =>
      `${move === '' ? 'import argparse\n' : head}p = argparse.ArgumentParser()\np.add_argument("--stage", default="${alias}")\n${move}`
    const moves = 'move(p.parse_args().stage)\n'
    const run = steps('python churn.py')
    expect(await levelOf({ 'churn.py': asks('shadow', moves), 'b.py': asks('champion'), ...run })).toBe(
      'silent',
    )
    expect(await levelOf({ 'churn.py': asks('champion', moves), 'b.py': asks('shadow'), ...run })).toBe(
      'error',
    )
  })

  test.each<readonly [string, Files, string]>([
    ['python churn.py "$@"', steps('./r.sh --stage shadow'), 'silent'],
    ['python churn.py "$@"', steps('./r.sh --stage champion', './r.sh --stage shadow'), 'error'],
    ['python churn.py "$@"', steps('./r.sh'), 'note'],
    ['python churn.py "$@"', { 'q.sh': './r.sh "$@"\n', ...steps('./q.sh --stage shadow') }, 'silent'],
    ['shift\npython churn.py "$@"', steps('./r.sh x --stage champion'), 'error'],
    ['python churn.py --stage shadow "$@"', steps('./r.sh --stage champion'), 'error'],
    ['python churn.py --stage champion "$@"', steps('./r.sh --stage shadow'), 'silent'],
    ['python churn.py --stage shadow "$@"', steps('./r.sh'), 'silent'],
    ['python churn.py --stage shadow "$@"', {}, 'note'],
    ['python churn.py "$@" --stage shadow', {}, 'silent'],
    ['python churn.py --stage champion --stage=shadow', {}, 'silent'],
    ['python churn.py --stage=shadow --stage champion', {}, 'error'],
  ])('what a script hands on: %j', async (script, files, level) => {
    expect(await levelOf({ 'churn.py': option, 'r.sh': `${script}\n`, ...files })).toBe(level)
  })
})

describe('what a test gives says nothing', () => {
  const made = `${head}class C:\n    def __init__(self, alias="shadow"):\n        move(alias)\n`
  const kept = `${head}from dataclasses import dataclass\n@dataclass\nclass C:\n    alias: str = "shadow"\n    def go(self):\n        move(self.alias)\n`
  test.each<readonly [string, Files, string]>([
    [
      'of a function',
      { 'churn.py': head, 'tests/test_churn.py': 'from churn import move\nmove("champion")\n' },
      'note',
    ],
    [
      'of a function that others call',
      {
        'churn.py': head,
        'tests/test_churn.py': 'from churn import move\nmove("champion")\n',
        'run.py': 'from churn import move\nmove("shadow")\n',
      },
      'silent',
    ],
    [
      'of what a class is made with',
      {
        'churn.py': made,
        'tests/test_churn.py': 'from churn import C\nC("champion")\n',
        'run.py': 'from churn import C\nC()\n',
      },
      'silent',
    ],
    [
      'of what an object holds',
      {
        'churn.py': kept,
        'tests/test_churn.py': 'from churn import C\nC("champion").go()\n',
        'run.py': 'from churn import C\nC().go()\n',
      },
      'silent',
    ],
    ['except of itself', { 'tests/test_churn.py': `${head}move("champion")\n` }, 'note'],
    ['except of its own classes', { 'tests/test_churn.py': `${kept}C("champion").go()\n` }, 'note'],
  ])('%s', async (_, files, level) => {
    expect(await levelOf(files)).toBe(level)
  })
})
