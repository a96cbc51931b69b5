import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import os
from collections import namedtuple
from pathlib import Path
from mlflow import MlflowClient
client = MlflowClient()
`

/** The level of a move of this alias, and the alias that is told. */
async function saidOf(alias: string, before = ''): Promise<string> {
  const python = `${imports}${before}\nclient.set_registered_model_alias("churn", ${alias}, 4)\n`
  const [found] = await analyseSources({ 'churn.py': python }, rules)
  if (!found) return 'silent'
  return [found.level, ...(/(?<=`alias` (?:is|may be) )`[^`]*`/.exec(found.message) ?? [])].join(' ')
}

describe('a text is filled in', () => {
  test.each([
    ['"{0}-{0}".format("live")', 'error `live-live`'],
    ['"{1}-{0}".format("eu", "live")', 'error `live-eu`'],
    ['"{:>10}".format("live")', 'error `live`'],
    ['"{0!r:>10}".format("live")', 'error `live`'],
    ['"{a}".format(b="shadow", a="live")', 'error `live`'],
    ['"{a[0]}".format(a="live")', 'error `live`'],
    ['"live-{}-{}".format("eu")', 'error `live-eu-…`'],
    ['"{}".format()', 'note'],
    ['"{}".format(a="live")', 'note'],
    ['"{a}".format(b="live")', 'note'],
    ['"{0}".format(*more)', 'note'],
    ['"{1}".format("shadow", *more)', 'note'],
    ['"{}{a}".format("li", a="ve")', 'error `live`'],
    ['"{{live}}".format()', 'error `{live}`'],
    ['"{}}}".format("live")', 'error `live}`'],
    ['"live".format()', 'error `live`'],
    ['(4).format("live")', 'silent'],
    ['"%5.2f-live" % 3', 'error `3-live`'],
    ['"%-5d-live" % 3', 'error `3-live`'],
    ['"%(a)5s" % {"a": "live"}', 'error `live`'],
    ['"%(a)s" % {"a": "shadow", "a": "live"}', 'error `live`'],
    ['"%(a)s-live" % {"b": "x"}', 'error `…-live`'],
    ['"%s-%s" % ("live",)', 'error `live-…`'],
    ['"%s" % "live"', 'error `live`'],
    ['"100%%-live" % ()', 'error `100%-live`'],
    ['"%s-live-%%" % "eu"', 'error `eu-live-%`'],
    ['"%q-live" % "eu"', 'error `%q-live`'],
    ['f"{\'live\':>10}"', 'error `live`'],
    ['f"{x}-live"', 'error `…-live`'],
  ])('%s: %s', async (alias, said) => {
    expect(await saidOf(alias)).toBe(said)
  })
})

describe('a text is put together', () => {
  const long = (length: number): string => `"${'x'.repeat(length)}"`
  test.each([
    ['"li" + "ve"', 'error `live`'],
    ['"a" / "live"', 'error `a/live`'],
    ['"live" - "a"', 'note'],
    ['"live" * 2', 'note'],
    ['"-".join(["live"])', 'error `live`'],
    ['"-".join(("eu", "live", "x"))', 'error `eu-live-x`'],
    ['"-".join([])', 'silent'],
    ['"-".join([p for p in ["live", "eu"]])', 'note'],
    ['"-".join(more)', 'note'],
    ['"-".join()', 'note'],
    ['x.join(["live", "eu"])', 'error `live…eu`'],
    ['"-".joined(["live"])', 'note'],
    ['os.path.join("eu", "live", "x")', 'error `eu/live/x`'],
    ['os.path.join("live")', 'error `live`'],
    ['os.path.join("live", *more)', 'note'],
    ['os.path.join(x, "live")', 'error `…/live`'],
    ['str(Path("eu", "live"))', 'error `eu/live`'],
    ['str(Path("eu") / "live")', 'error `eu/live`'],
    ['" live ".strip()', 'error `live`'],
    ['"LIVE".lower()', 'error `live`'],
    ['"live".upper()', 'error `LIVE`'],
    ['"live".capitalize()', 'error `live`'],
    ['"live".replace("live", "shadow")', 'note'],
    ['str("live")', 'error `live`'],
    ['str(4)', 'silent'],
    ['int("4")', 'silent'],
    ['str()', 'note'],
    ['str(x)', 'note'],
    [`${long(9990)} + "-live"`, 'error'],
    [`"live-" + ${long(9995)}`, 'error'],
    [`"shadow-" + ${long(9993)}`, 'silent'],
    [`"shadow-" + ${long(9994)}`, 'note'],
  ])('%j: %s', async (alias, said) => {
    expect((await saidOf(alias)).replace(/ `(…?|live-)x{30}x*(…x*(-live)?)?`/, '')).toBe(said)
  })
})

describe('one of several', () => {
  test.each([
    ['["shadow", "live"]["x"]', 'error `live`'],
    ['["live", "shadow"][-1]', 'silent'],
    ['["live", "shadow"][0]', 'error `live`'],
    ['["shadow", "live"][7]', 'note'],
    ['{0: "shadow", 1: "live"}[0]', 'silent'],
    ['{0: "shadow", 1: "live"}[1]', 'error `live`'],
    ['{0: "shadow"}.get(0, "shadow")', 'silent'],
    ['{0: "shadow"}.get(1, "live")', 'error `live`'],
    ['{0: "shadow"}.get(x, "live")', 'error `live`'],
    ['{0: "shadow"}.get()', 'note'],
    ['x.get(0, "live")', 'error `live`'],
    ['x.get(0, "shadow")', 'note'],
    ['x.other(0, "live")', 'note'],
    ['list(("live", "shadow"))', 'error `live`'],
    ['set(["live"])', 'error `live`'],
    ['sorted(["shadow"])', 'silent'],
    ['list()', 'note'],
    ['acme(["shadow"])', 'note'],
    ['"shadow" and "live"', 'error `live`'],
    ['x or "shadow"', 'note'],
    ['[]', 'silent'],
    ['{"a": "live"}', 'note'],
    ['None', 'silent'],
    ['lambda: "live"', 'note'],
  ])('%s: %s', async (alias, said) => {
    expect(await saidOf(alias)).toBe(said)
  })

  test.each([
    ['namedtuple("C", "a b")', 'note'],
    ['namedtuple("C", ["a", "b"])', 'note'],
    ['namedtuple("C")', 'note'],
    ['namedtuple()', 'note'],
  ])('of a tuple %s: %s', async (made, said) => {
    expect(await saidOf('C("x", "shadow").b', `C = ${made}`)).toBe(said)
  })
})

describe('a widget', () => {
  test.each([
    ['dbutils.widgets.text("stage", "live")', 'dbutils.widgets.get("stage")', 'error `live`'],
    ['dbutils.widgets.text("stage", "live")', 'dbutils.widgets.get()', 'note'],
    ['dbutils.widgets.text("stage", "live")', 'dbutils.widgets.other("stage")', 'note'],
    ['dbutils.widgets.text("stage", "live")', 'getArgument("stage")', 'error `live`'],
    ['dbutils.widgets.text("stage")', 'dbutils.widgets.get("stage")', 'note'],
    ['dbutils.widgets.text()', 'dbutils.widgets.get("stage")', 'note'],
    ['dbutils.widgets.remove("stage", "live")', 'dbutils.widgets.get("stage")', 'note'],
    [
      'dbutils.widgets.multiselect("stage", "live", [])',
      'dbutils.widgets.getArgument("stage")',
      'error `live`',
    ],
    ['dbutils.widgets.combobox(defaultValue="live", name="stage")', 'getArgument("stage")', 'error `live`'],
    ['dbutils.widgets.text(name, "live")', 'dbutils.widgets.get("stage")', 'note'],
  ])('that %s makes says to %s: %s', async (made, asked, said) => {
    expect(await saidOf(asked, made)).toBe(said)
  })

  const notebook = (...lines: readonly string[]): string =>
    `# Databricks notebook source\n${lines.join('\n')}\n`
  const asks = notebook(
    'from mlflow import MlflowClient',
    'dbutils.widgets.text("stage", "shadow")',
    'MlflowClient().set_registered_model_alias("churn", dbutils.widgets.get("stage"), 4)',
  )
  test.each([
    ['dbutils.notebook.run("ask", 60, {"stage": "champion"})', 'error'],
    ['dbutils.notebook.run("ask", 60, arguments={"stage": "champion"})', 'error'],
    ['dbutils.notebook.run("ask", 60, {"other": "champion"})', 'note'],
    ['dbutils.notebook.run("ask", 60)', 'note'],
    ['dbutils.notebook.run("other", 60, {"stage": "champion"})', 'note'],
  ])('is given by the notebook that says %s: %s', async (line, level) => {
    const found = await analyseSources({ 'ask.py': asks, 'all.py': notebook(line) }, rules)
    expect(found.map(finding => finding.level)).toEqual([level])
  })
})
