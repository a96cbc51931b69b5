import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import argparse, dataclasses, enum, functools, os, sys, click, typer
from dataclasses import dataclass, field
from pydantic import BaseModel
from typing import NamedTuple
from collections import namedtuple
from mlflow import MlflowClient
client = MlflowClient()
`

/** An alias, the lines before it in the function that moves it, and what stands above that. */
type Row = readonly [alias: string, before?: readonly string[], above?: string]

async function levelIn(python: string): Promise<string> {
  const findings = await analyseSources({ 'churn.py': imports + python }, rules)
  return findings.map(({ level }) => level).join(' ') || 'silent'
}

function moving([alias, before = [], above = '']: Row): string {
  const lines = [...before, `client.set_registered_model_alias("churn", ${alias}, version)`]
  return `${above}\ndef promote(version, key):\n${lines.map(line => `    ${line}`).join('\n')}\n`
}

function titled(rows: readonly Row[]): readonly (readonly [title: string, row: Row])[] {
  return rows.map(row => [[row[2] ?? '', ...(row[1] ?? []), row[0]].join(' ').replaceAll(/\s+/g, ' '), row])
}

const production: readonly Row[] = [
  ['"champion"'],
  ['"cham" + "pion"'],
  ['f"champion"'],
  ['f"{\'champion\'}"'],
  ['f"{a}pion"', ['a = "cham"']],
  ['"%s" % "champion"'],
  ['"%s%s" % ("cham", "pion")'],
  ['"%(a)s" % {"a": "champion"}'],
  ['"%%champion" % ()'],
  ['"{}".format("champion")'],
  ['"{0}{1}".format("cham", "pion")'],
  ['"{a}".format(a="champion")'],
  ['"{{champion}}".format()'],
  ['"{!r}".format("champion")'],
  ['"".join(["cham", "pion"])'],
  ['"-".join(["champion", "x"])'],
  ['"CHAMPION".lower()'],
  ['"champion".upper().lower()'],
  ['" champion ".strip()'],
  ['"champion".capitalize()'],
  ['str("champion")'],
  ['("champion")'],
  ['"champion" if key else "challenger"'],
  ['key or "champion"'],
  ['"challenger" or "champion"'],
  ['"" or "champion"'],
  ['a', ['a = "challenger"', 'if key:', '    a = "champion"']],
  ['a', ['a, b = "champion", "challenger"']],
  ['a["l"]', ['a = {"k": "challenger", "l": "champion"}']],
  ['a[key]', ['a = {"k": "challenger", "l": "champion"}']],
  ['a.get("x", "champion")', ['a = {"k": "challenger"}']],
  ['a["k"]["l"]', ['a = {"k": {"l": "champion"}}']],
  ['a["k"]', ['a = {**{"k": "champion"}}']],
  ['a[1]', ['a = ["challenger", "champion"]']],
  ['a[-1]', ['a = ["challenger", "champion"]']],
  ['a[key]', ['a = ["challenger", "champion"]']],
  ['A', [], 'A = "champion"\n'],
  ['f()', [], 'def f():\n    return "champion"\n'],
  ['f("champion")', [], 'def f(a="challenger"):\n    return a\n'],
  ['f(a="champion")', [], 'def f(*, a="challenger"):\n    return a\n'],
  ['f(1)', [], 'def f(a):\n    if a:\n        return "challenger"\n    return "champion"\n'],
  ['C.A', [], 'class C:\n    A = "champion"\n'],
  ['C.B.value', [], 'class C(enum.Enum):\n    A = "challenger"\n    B = "champion"\n'],
  ['C("champion").a', [], '@dataclass\nclass C:\n    a: str = "challenger"\n'],
  ['C(a="champion").a', [], '@dataclass\nclass C:\n    a: str = "challenger"\n'],
  ['C(1, "champion").b', [], '@dataclass\nclass C:\n    a: int\n    b: str = "challenger"\n'],
  [
    'C(1, "champion").b',
    [],
    '@dataclass\nclass B:\n    a: int\n@dataclass\nclass C(B):\n    b: str = "challenger"\n',
  ],
  [
    'C("x", "champion").b',
    [],
    '@dataclass\nclass C:\n    a: str = "challenger"\n    def f(self):\n        pass\n    b: str = "shadow"\n',
  ],
  ['C(a="champion").a', [], 'class C(BaseModel):\n    a: str = "challenger"\n'],
]
test.each(titled(production))('%s is production', async (_, row) => {
  expect(await levelIn(moving(row))).toBe('error')
})

const others: readonly Row[] = [
  ['"challenger"'],
  ['"chall" + "enger"'],
  ['f"{a}enger"', ['a = "chall"']],
  ['"%s" % ("challenger",)'],
  ['"%(a)s" % {"a": "challenger"}'],
  ['"{1}{0}".format("enger", "chall")'],
  ['"{a}".format(a="challenger")'],
  ['"".join(("chall", "enger"))'],
  ['"challenger".title()'],
  ['"champion" "s"'],
  ['"shadow" if key else "challenger"'],
  ['None or "challenger"'],
  ['a', ['a = "champion"', 'a = "challenger"']],
  ['b', ['a, b = "champion", "challenger"']],
  ['b', ['(a, b), c = ("x", "challenger"), 1']],
  ['b', ['a, *b = "champion", "challenger"']],
  ['b[0]', ['a, *b = "champion", "challenger"']],
  ['a["k"]', ['a = {"k": "challenger", "l": "champion"}']],
  ['a[key]', ['a = {"k": "challenger", "l": "shadow"}']],
  ['a.get(key, "challenger")', ['a = {"k": "shadow"}']],
  ['a["k"]', ['a = dict(k="challenger")']],
  ['a["k"]', ['a = {"k": "champion"}', 'a["k"] = "challenger"']],
  ['a["k"]["l"]', ['a = {"k": {"l": "challenger"}}']],
  ['a["k"]', ['a = {**{"k": "challenger"}}']],
  ['a[0]', ['a = ["challenger", "champion"]']],
  ['a[0]', ['a = ("challenger",)']],
  ['a[0][1]', ['a = [("x", "challenger")]']],
  ['(lambda: "challenger")()'],
  ['(lambda x: x)("challenger")'],
  ['A', [], 'A = "challenger"\n'],
  ['A', [], 'A = B = "challenger"\n'],
  ['f()', [], 'def f():\n    return "challenger"\n'],
  ['f(1)', [], 'def f(a):\n    return f(a) if a else "challenger"\n'],
  ['a', ['a = "challenger"', 'while key:', '    a = a or "shadow"']],
  ['a', ['a = b = "challenger"', 'while key:', '    a, b = b, a']],
  ['f("challenger")', [], 'def f(a):\n    return a\n'],
  ['f()', [], 'def f(a="challenger"):\n    return a\n'],
  ['f(1)', [], 'def f(a):\n    if a:\n        return "challenger"\n    return "shadow"\n'],
  ['f()[0]', [], 'def f():\n    return "challenger", "champion"\n'],
  ['f()["a"]', [], 'def f():\n    return {"a": "challenger"}\n'],
  ['C.A', [], 'class C:\n    A = "challenger"\n'],
  ['C().a', [], 'class C:\n    def __init__(self):\n        self.a = "challenger"\n'],
  ['C("challenger").a', [], 'class C:\n    def __init__(self, a):\n        self.a = a\n'],
  ['C.A.value', [], 'class C(enum.Enum):\n    A = "challenger"\n    B = "champion"\n'],
  ['C.A', [], 'class C(str, enum.Enum):\n    A = "challenger"\n'],
  ['C().a', [], '@dataclass\nclass C:\n    a: str = "challenger"\n'],
  ['C("champion").b', [], '@dataclass\nclass C:\n    a: int\n    b: str = "challenger"\n'],
  ['C("champion").a', [], 'class C:\n    a = "challenger"\n    def __init__(self, b):\n        pass\n'],
  ['C().a', [], '@dataclass\nclass C:\n    a: str = field(default="challenger")\n'],
  ['C().a', [], 'class C(BaseModel):\n    a: str = "challenger"\n'],
  ['C("x", "challenger").b', [], 'class C(NamedTuple):\n    a: str\n    b: str\n'],
  ['C().a', [], 'class B:\n    a = "challenger"\nclass C(B):\n    pass\n'],
  ['C().a', [], 'class B:\n    a = "champion"\nclass C(B):\n    a = "challenger"\n'],
  ['C().a()', [], 'class C:\n    def a(self):\n        return "challenger"\n'],
  ['C.a()', [], 'class C:\n    @staticmethod\n    def a():\n        return "challenger"\n'],
  ['g(f)', [], 'def f():\n    return "challenger"\ndef g(h):\n    return h()\n'],
]
test.each(titled(others))('%s is another place', async (_, row) => {
  expect(await levelIn(moving(row))).toBe('silent')
})

const unknown: readonly Row[] = [
  ['key'],
  ['"cham" + key'],
  ['f"{key}"'],
  ['"".join(key)'],
  ['"champion-x".split("-")[0]'],
  ['"x-champion".split("-")[-1]'],
  ['"champion".replace("champion", "challenger")'],
  ['str(key)'],
  ['"champion"[0:8]'],
  ['b"champion".decode()'],
  ['"x".encode()'],
  ['key or "challenger"'],
  ['key and "challenger"'],
  ['a', ['for a in ["challenger", "shadow"]:', '    pass']],
  ['a.get("k")', ['a = {"k": "challenger"}']],
  ['a.get("x", "challenger")', ['a = {"k": "champion"}']],
  ['a.pop("k")', ['a = {"k": "challenger"}']],
  ['a["k"]', ['a = dict([("k", "challenger")])']],
  ['a["k"]', ['a = {}', 'a.update({"k": "challenger"})']],
  ['a["k"]', ['a = {}', 'a.update(k="challenger")']],
  ['a["k"]', ['a = {}', 'a.setdefault("k", "challenger")']],
  ['a[5]', ['a = ["challenger"]']],
  ['next(iter(["challenger"]))'],
  ['list(("challenger",))[0]'],
  ['max(["challenger", "shadow"])'],
  ['A', [], 'import other\nA = other.X\n'],
  ['f(b="champion")', [], 'def f(**more):\n    return more["b"]\n'],
  ['f("challenger")', [], 'def f(*more):\n    return more[0]\n'],
  ['f()', [], 'def f():\n    pass\n'],
  ['C("challenger")', [], 'class C(str, enum.Enum):\n    A = "challenger"\n'],
  ['C().a', [], '@dataclass\nclass C:\n    a: str = field(default_factory=lambda: "challenger")\n'],
  ['C("x", "challenger").b', [], 'C = namedtuple("C", ["a", "b"])\n'],
  ['C("x", "challenger").b', [], 'C = namedtuple("C", "a b")\n'],
  ['C("x", "challenger").b', [], 'C = namedtuple("C", "a, b")\n'],
  ['C("x", "challenger")[1]', [], 'C = namedtuple("C", "a b")\n'],
  ['C().a', [], 'class C:\n    @property\n    def a(self):\n        return "challenger"\n'],
  ['getattr(C, "a")', [], 'class C:\n    a = "challenger"\n'],
  ['functools.partial(f, "challenger")()', [], 'def f(a):\n    return a\n'],
]
test.each(titled(unknown))('%s is a place that cannot be told', async (_, row) => {
  expect(await levelIn(moving(row))).toBe('note')
})

/** What the command line, the environment or a notebook gives; `MOVE(alias)` moves the alias. */
function given(python: string): string {
  return python.replaceAll(/MOVE\((.*)\)$/gm, 'client.set_registered_model_alias("churn", $1, 4)')
}

test.each([
  [
    'a = argparse.ArgumentParser()\na.add_argument("--stage", default="challenger")\nargs = a.parse_args()\nMOVE(args.stage)',
    'note',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("--stage", default="champion")\nargs = a.parse_args()\nMOVE(args.stage)',
    'error',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("--stage")\nargs = a.parse_args()\nMOVE(args.stage)',
    'note',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("--stage", choices=["challenger", "shadow"])\nargs = a.parse_args()\nMOVE(args.stage)',
    'note',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("--stage", choices=["champion", "shadow"])\nargs = a.parse_args()\nMOVE(args.stage)',
    'note',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("--to-stage", default="challenger")\nargs = a.parse_args()\nMOVE(args.to_stage)',
    'note',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("--to-stage", default="champion")\nargs = a.parse_args()\nMOVE(args.to_stage)',
    'error',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("-s", "--stage", dest="where", default="challenger")\nargs = a.parse_args()\nMOVE(args.where)',
    'note',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("-s", "--stage", dest="where", default="champion")\nargs = a.parse_args()\nMOVE(args.where)',
    'error',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("stage", nargs="?", default="challenger")\nargs = a.parse_args()\nMOVE(args.stage)',
    'note',
  ],
  [
    'a = argparse.ArgumentParser()\na.add_argument("stage", nargs="?", default="champion")\nargs = a.parse_args()\nMOVE(args.stage)',
    'error',
  ],
  [
    '@click.command()\n@click.option("--stage", default="challenger")\ndef main(stage):\n    MOVE(stage)',
    'note',
  ],
  [
    '@click.command()\n@click.option("--stage", default="champion")\ndef main(stage):\n    MOVE(stage)',
    'error',
  ],
  ['@click.command()\n@click.option("--stage")\ndef main(stage):\n    MOVE(stage)', 'note'],
  [
    '@click.command()\n@click.option("--to-stage", default="challenger")\ndef main(to_stage):\n    MOVE(to_stage)',
    'note',
  ],
  [
    '@click.command()\n@click.option("--to-stage", default="champion")\ndef main(to_stage):\n    MOVE(to_stage)',
    'error',
  ],
  [
    '@click.command()\n@click.option("--stage", type=click.Choice(["challenger", "shadow"]))\ndef main(stage):\n    MOVE(stage)',
    'note',
  ],
  [
    '@click.command()\n@click.option("--stage", type=click.Choice(["champion", "shadow"]))\ndef main(stage):\n    MOVE(stage)',
    'note',
  ],
  [
    '@click.command()\n@click.argument("stage", default="challenger")\ndef main(stage):\n    MOVE(stage)',
    'note',
  ],
  [
    '@click.command()\n@click.argument("stage", default="champion")\ndef main(stage):\n    MOVE(stage)',
    'error',
  ],
  ['app = typer.Typer()\n@app.command()\ndef main(stage: str = "challenger"):\n    MOVE(stage)', 'note'],
  ['app = typer.Typer()\n@app.command()\ndef main(stage: str = "champion"):\n    MOVE(stage)', 'error'],
  [
    'app = typer.Typer()\n@app.command()\ndef main(stage: str = typer.Option("challenger")):\n    MOVE(stage)',
    'note',
  ],
  [
    'app = typer.Typer()\n@app.command()\ndef main(stage: str = typer.Option("champion")):\n    MOVE(stage)',
    'error',
  ],
  [
    'app = typer.Typer()\n@app.command()\ndef main(stage: str = typer.Option("champion", "--stage")):\n    MOVE(stage)',
    'error',
  ],
  ['MOVE(os.environ["STAGE"])', 'note'],
  ['MOVE(os.environ.get("STAGE", "challenger"))', 'note'],
  ['MOVE(os.environ.get("STAGE", "champion"))', 'error'],
  ['MOVE(os.getenv("STAGE", "challenger"))', 'note'],
  ['MOVE(os.getenv("STAGE", "champion"))', 'error'],
  ['MOVE(os.getenv("STAGE") or "champion")', 'error'],
  ['MOVE(os.environ.get("STAGE") or "challenger")', 'note'],
  ['MOVE(os.environ.get("STAGE") or "champion")', 'error'],
  ['os.environ["STAGE"] = "challenger"\nMOVE(os.environ["STAGE"])', 'note'],
  ['os.environ["STAGE"] = "champion"\nMOVE(os.environ["STAGE"])', 'note'],
  ['MOVE(sys.argv[1])', 'note'],
  ['MOVE(sys.argv[1] if len(sys.argv) > 1 else "challenger")', 'note'],
  ['MOVE(sys.argv[1] if len(sys.argv) > 1 else "champion")', 'error'],
  ['MOVE(input())', 'note'],
  ['MOVE(dbutils.widgets.get("stage"))', 'note'],
  ['dbutils.widgets.text("stage", "challenger")\nMOVE(dbutils.widgets.get("stage"))', 'note'],
  ['dbutils.widgets.text("stage", "champion")\nMOVE(dbutils.widgets.get("stage"))', 'error'],
  [
    'dbutils.widgets.dropdown("stage", "challenger", ["challenger"])\nMOVE(dbutils.widgets.get("stage"))',
    'note',
  ],
  [
    'dbutils.widgets.dropdown("stage", "champion", ["champion"])\nMOVE(dbutils.widgets.get("stage"))',
    'error',
  ],
  ['dbutils.widgets.text("other", "challenger")\nMOVE(dbutils.widgets.get("stage"))', 'note'],
  ['dbutils.widgets.text("other", "champion")\nMOVE(dbutils.widgets.get("stage"))', 'note'],
])('%s is told as %s', async (python, level) => {
  expect(await levelIn(given(python))).toBe(level)
})
