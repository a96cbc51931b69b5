import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import argparse, os, sys, click, typer
from mlflow import MlflowClient
client = MlflowClient()
`

/** `MOVE(alias)` moves the alias; the level of that, and the alias that is told. */
async function saidOf(python: string, run: string | null = null): Promise<string> {
  const moved = python.replaceAll(/MOVE\((.*)\)$/gm, 'client.set_registered_model_alias("churn", $1, 4)')
  const workflow = `on: push\njobs:\n  release:\n    steps:\n      - run: ${run}\n`
  const files = run === null ? {} : { '.github/workflows/cd.yml': workflow }
  const findings = await analyseSources({ ...files, 'churn.py': imports + moved }, rules)
  return (
    findings
      .map(({ level, message }) => [level, ...(/(?<=`alias` is )`.*`/.exec(message) ?? [])].join(' '))
      .join(', ') || 'silent'
  )
}

const live = 'error `champion`'
const call = 'client.set_registered_model_alias'

describe('of the arguments of a call', () => {
  test.each([
    [`${call}("churn", "champion", *rest)`, live],
    [`${call}("churn", "shadow", *rest)`, 'silent'],
    [`${call}(*rest)`, 'note'],
    [`${call}(*rest, "shadow", 4)`, 'note'],
    [`${call}("churn", *rest)`, 'note'],
    [`${call}("churn")`, 'silent'],
    [`${call}(version=4, alias="champion", name="churn")`, live],
    [`${call}("churn", version=4, alias="shadow")`, 'silent'],
    [`${call}("churn", **{"alias": "champion", "version": 4})`, live],
    [`${call}("churn", **{"alias": "shadow", "version": 4})`, 'silent'],
    [`${call}("churn", **{"version": 4})`, 'silent'],
    [`${call}("churn", **{**more, "version": 4})`, 'note'],
    [`${call}("churn", **{**more, "alias": "champion"})`, live],
    [`${call}("churn", **more)`, 'note'],
    [`${call}("churn", **more, **{"alias": "champion"})`, live],
    [`more = {"version": 4}\n${call}("churn", **more)`, 'silent'],
    [`more = {"version": 4}\nmore["alias"] = "champion"\n${call}("churn", **more)`, live],
    [`more = {"alias": "champion"}\nmore["alias"] = "shadow"\n${call}("churn", **more)`, 'silent'],
    [`more = {"alias": "champion"}\n${call}("churn", **more)\nmore["alias"] = "shadow"`, live],
    [`more = dict(alias="champion")\n${call}("churn", **more)`, live],
  ])('%s is %s', async (python, said) => {
    expect(await saidOf(python)).toBe(said)
  })
})

describe('a parameter is given', () => {
  test.each([
    ['def f(a, b="shadow"):\n    MOVE(b)\nf(1, "champion")', live],
    ['def f(a, b="shadow"):\n    MOVE(b)\nf(*x, "champion")', 'note'],
    ['def f(a, b="shadow"):\n    MOVE(b)\nf("x", *y)', 'note'],
    ['def f(a, b="shadow"):\n    MOVE(a)\nf("champion", *y)', live],
    ['def f(a, b="shadow"):\n    MOVE(b)\nf(1, **{"b": "champion"})', live],
    ['def f(a, b="shadow"):\n    MOVE(b)\nf(1, **z)', 'note'],
    ['def f(a, *, b="shadow"):\n    MOVE(b)\nf(1, "champion")', 'silent'],
    ['def f(a, b="shadow"):\n    MOVE(b)\nf(1)\nf(1, "champion")', live],
    ['def f(a, b="champion"):\n    MOVE(b)\nf(1, "shadow")', 'silent'],
    ['class C:\n    def f(self, b="shadow"):\n        MOVE(b)\nC().f("champion")', live],
    ['class C:\n    @staticmethod\n    def f(b="shadow"):\n        MOVE(b)\nC.f("champion")', live],
    ['class C:\n    @classmethod\n    def f(cls, b="shadow"):\n        MOVE(b)\nC.f("champion")', live],
    ['class C:\n    def __init__(self, b="shadow"):\n        MOVE(b)\nC("champion")', live],
  ])('%j: %s', async (python, said) => {
    expect(await saidOf(python)).toBe(said)
  })
})

const parser = (option: string, read = 'p.parse_args().stage'): string =>
  `p = argparse.ArgumentParser()\np.add_argument(${option})\nMOVE(${read})`
const usual = parser('"--stage", default="shadow"')
const clicked = (option: string, name: string): string =>
  `@click.command()\n@click.option(${option})\ndef main(${name}):\n    MOVE(${name})\nmain()`
const typed = (parameter: string): string =>
  `app = typer.Typer()\n@app.command()\ndef main(${parameter}):\n    MOVE(to_stage)\napp()`

describe('the command line gives', () => {
  test.each<readonly [python: string, run: string, said: string]>([
    [usual, 'python churn.py --stage champion', live],
    [usual, 'python churn.py --stage=champion', live],
    [usual, 'python churn.py --stage shadow', 'silent'],
    [usual, 'python churn.py', 'silent'],
    [usual, 'python churn.py --stage "$STAGE"', 'note'],
    [usual, 'python churn.py --stage=$STAGE', 'note'],
    [usual, 'python churn.py --stage=eu-$STAGE', 'note'],
    [usual, 'python churn.py --stage=champion-$REGION', 'error `champion-…`'],
    [usual, 'python churn.py --stage', 'note'],
    [usual, 'python churn.py --stages champion', 'silent'],
    [parser('"-s", "--stage"'), 'python churn.py -s champion', live],
    [parser('"-s", "--stage"'), 'python churn.py -s shadow', 'silent'],
    [parser('"--stage"'), 'python churn.py', 'note'],
    [parser('"--stage", default="champion"'), 'python churn.py --stage shadow', 'silent'],
    [parser('"-s", "--stage", dest="where"', 'p.parse_args().where'), 'python churn.py -s champion', live],
    [parser('"-s"', 'p.parse_args().s'), 'python churn.py -s champion', live],
    [
      parser('"--stage", default="shadow"', 'p.parse_known_args()[0].stage'),
      'python churn.py --stage champion',
      live,
    ],
    [
      'p = argparse.ArgumentParser()\nq = p.add_subparsers().add_parser("x")\nq.add_argument("--stage")\nMOVE(p.parse_args().stage)',
      'python churn.py x --stage champion',
      live,
    ],
    [
      'p = argparse.ArgumentParser()\np.add_argument("--stage")\ndef f(args: argparse.Namespace):\n    MOVE(args.stage)\nf(p.parse_args())',
      'python churn.py --stage champion',
      live,
    ],
    [clicked('"--to-stage", default="shadow"', 'to_stage'), 'python churn.py --to-stage champion', live],
    [clicked('"--to-stage", default="shadow"', 'to_stage'), 'python churn.py --to-stage shadow', 'silent'],
    [clicked('"-t", "--to-stage", default="shadow"', 'to_stage'), 'python churn.py -t champion', live],
    [clicked('"-t", "--to-stage", "where", default="shadow"', 'where'), 'python churn.py -t champion', live],
    [clicked('"where", "--to-stage", default="shadow"', 'where'), 'python churn.py', 'silent'],
    [typed('to_stage: str = "shadow"'), 'python churn.py --to-stage champion', live],
    [typed('to_stage: str = "shadow"'), 'python churn.py --to_stage champion', 'silent'],
    [typed('to_stage: str = typer.Option("shadow")'), 'python churn.py --to-stage champion', live],
    [typed('to_stage: str = typer.Option(default="shadow")'), 'python churn.py', 'silent'],
    [typed('to_stage: str = typer.Option("shadow", "--where")'), 'python churn.py --where champion', live],
    [
      typed('to_stage: str = typer.Option("shadow", "--where")'),
      'python churn.py --to-stage champion',
      'silent',
    ],
    [typed('to_stage: str'), 'python churn.py champion', 'note'],
    ['MOVE(sys.argv[1])', 'python churn.py champion', live],
    ['MOVE(sys.argv[2])', 'python churn.py shadow champion', live],
    ['MOVE(sys.argv[1])', 'python churn.py shadow champion', 'silent'],
    ['MOVE(sys.argv[0])', 'python churn.py shadow', 'note'],
    ['MOVE(sys.argv[-1])', 'python churn.py shadow', 'note'],
    ['MOVE(sys.argv[2])', 'python churn.py shadow', 'note'],
  ])('to %j by `%s`: %s', async (python, run, said) => {
    expect(await saidOf(python, run)).toBe(said)
  })
})

describe('the environment gives', () => {
  test.each<readonly [python: string, run: string, said: string]>([
    ['MOVE(os.environ["STAGE"])', 'STAGE=champion python churn.py', live],
    ['MOVE(os.environ["STAGE"])', 'STAGE=shadow python churn.py', 'silent'],
    ['MOVE(os.environ["STAGE"])', 'env STAGE=champion python churn.py', live],
    ['MOVE(os.environ["STAGE"])', 'export STAGE=champion; python churn.py', live],
    ['MOVE(os.environ["OTHER"])', 'STAGE=shadow python churn.py', 'note'],
    ['MOVE(os.environ.get("STAGE", "champion"))', 'STAGE=shadow python churn.py', 'silent'],
    ['MOVE(os.environ.get("STAGE", "champion"))', 'python churn.py', live],
    ['MOVE(os.getenv("STAGE", default="champion"))', 'OTHER=shadow python churn.py', live],
    ['MOVE(os.getenv("STAGE"))', 'STAGE=champion python churn.py', live],
  ])('to %s by `%s`: %s', async (python, run, said) => {
    expect(await saidOf(python, run)).toBe(said)
  })
})

const deploys = '(["databricks", "bundle", "deploy", "-t", "prod"])'
const reads = 'cfg = READ(open("c.yaml"))\nclient.set_registered_model_alias("churn", cfg["stage"], 4)'

describe("a library's function is known", () => {
  test.each([
    ['imported', `from subprocess import run\nrun${deploys}`],
    ['imported, in a loop', `from subprocess import run\nfor name in names:\n    run${deploys}`],
    ['imported by another name', `from subprocess import run as sh\nsh${deploys}`],
    [
      'imported by another name, in a function',
      `from subprocess import run as sh\ndef f():\n    sh${deploys}`,
    ],
    [
      'imported in a function with a loop',
      `def f():\n    from subprocess import run\n    while True:\n        run${deploys}`,
    ],
    [
      'imported in one of two ways',
      `try:\n    from acme import run\nexcept ImportError:\n    from subprocess import run\nrun${deploys}`,
    ],
    ['kept under a name', `import subprocess\nsh = subprocess.run\ndef f():\n    sh${deploys}`],
  ])('where it is %s', async (_, python) => {
    const findings = await analyseSources({ 'release.py': python }, rules)
    expect(findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual(['error unguarded-deployment'])
  })

  test.each([
    ['imported', `from yaml import safe_load\n${reads.replace('READ', 'safe_load')}`],
    [
      'imported, in a loop',
      `from yaml import safe_load\nfor name in names:\n    ${reads.replace('READ', 'safe_load').replace('\n', '\n    ')}`,
    ],
    [
      'imported by another name, in a function',
      `from yaml import safe_load as parse\ndef f():\n    ${reads.replace('READ', 'parse').replace('\n', '\n    ')}`,
    ],
  ])('where it is %s and reads a file', async (_, python) => {
    const files = { 'c.yaml': 'stage: champion\n', 'churn.py': imports + python }
    const findings = await analyseSources(files, rules)
    expect(findings.map(({ level }) => level)).toEqual(['error'])
  })

  test('and no other one of the name', async () => {
    const python = `from acme import run\nfor name in names:\n    run${deploys}`
    expect(await analyseSources({ 'release.py': python }, rules)).toEqual([])
  })
})

describe('a table of another place', () => {
  const tables = '{"k": "champion", "l": "shadow"}'
  const move = (of: string): string => `client.set_registered_model_alias("churn", ${of}, 4)`
  test.each<readonly [python: string, before: string]>([
    ['config.A', 'import config'],
    ['A', 'from config import A'],
    ['C.A', `class C:\n    A = ${tables}`],
    ['C.A', `class B:\n    A = ${tables}\nclass C(B):\n    pass`],
    ['C().a', `class C:\n    def __init__(self):\n        self.a = ${tables}`],
    ['C().a', `class C:\n    a: dict\nC(a=${tables})`],
    [
      'C(1, A).b',
      `from dataclasses import dataclass\n@dataclass\nclass C:\n    a: int\n    b: dict\nA = ${tables}`,
    ],
    ['f()', `def f():\n    return ${tables}`],
    ['dict(k="champion", l="shadow")', ''],
    ['a["x"]', `a = {"x": ${tables}, "y": 1}`],
    ['a', `a = ${tables}`],
    ['a', `if key:\n    a = ${tables}\nelse:\n    a = {"k": "champion", "l": "shadow"}`],
  ])('%s is asked by its keys (%j)', async (of, before) => {
    const level = async (key: string): Promise<string> => {
      const python = `${imports}${before}\n${move(`${of}["${key}"]`)}`
      const found = await analyseSources({ 'config.py': `A = ${tables}\n`, 'churn.py': python }, rules)
      return found.map(finding => finding.level).join() || 'silent'
    }
    expect([await level('k'), await level('l')]).toEqual(['error', 'silent'])
  })

  test.each([
    ['"champion" if key else "production"', 'is `champion`, among others'],
    ['"champion" if key else "shadow"', 'is `champion`'],
    ['"champion"', 'is `champion`'],
    ['f"champion-{key}"', 'is `champion-…`'],
    ['f"{key}"', null],
  ])('%s %s', async (alias, said) => {
    const [found] = await analyseSources({ 'churn.py': `${imports}${move(alias)}` }, rules)
    expect(/(?<=`alias` )is [^.]*/.exec(found?.message ?? '')?.[0] ?? null).toBe(said)
  })
})
