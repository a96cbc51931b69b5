import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import os, yaml
from pathlib import Path
from mlflow import MlflowClient
client = MlflowClient()
`
const files = {
  'config.yaml': 'registry:\n  alias: champion\n  other: shadow\nlist: [champion, shadow]\n',
  'conf/config.yaml': 'alias: champion\n',
  'try/config.yaml': 'alias: shadow\n',
}

/** `MOVE(alias)` moves the alias, `READ` reads `config.yaml`; the level of that, and where a file says so. */
async function told(python: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const text = python
    .replaceAll(/MOVE\((.*)\)$/gm, 'client.set_registered_model_alias("churn", $1, 4)')
    .replace('READ', 'cfg = yaml.safe_load(open("config.yaml"))')
  const findings = await analyseSources({ ...files, ...more, 'churn.py': imports + text }, rules)
  return (
    findings
      .map(({ level, message }) => level + (/ `[^`]+` says so in line \d+/.exec(message)?.[0] ?? ''))
      .join() || 'silent'
  )
}

const first = 'error `config.yaml` says so in line 2'

describe('of a table that is read', () => {
  test.each([
    ['READ\nMOVE(cfg["registry"]["alias"])', first],
    ['READ\nMOVE(cfg["registry"]["other"])', 'silent'],
    ['READ\nMOVE(cfg["registry"]["none"])', 'note'],
    ['cfg = yaml.safe_load(open("config.yaml")) or {}\nMOVE(cfg["registry"]["alias"])', first],
    ['cfg = yaml.safe_load(open("config.yaml")) or {}\nMOVE(cfg["registry"]["other"])', 'silent'],
    ['cfg = yaml.safe_load(open("config.yaml")) if more else other\nMOVE(cfg["registry"]["other"])', 'note'],
    ['try:\n    READ\nexcept OSError:\n    cfg = None\nMOVE(cfg["registry"]["other"])', 'silent'],
    ['READ\nMOVE(cfg["registry"].get("none", "shadow"))', 'note'],
    ['READ\nMOVE(cfg["registry"].get("alias", "shadow"))', first],
    ['READ\nMOVE(cfg["list"][0])', 'error `config.yaml` says so in line 4'],
    ['READ\nMOVE(cfg["list"][1])', 'silent'],
    ['cfg = yaml.safe_load(Path("config.yaml").read_text())\nMOVE(cfg["registry"]["other"])', 'silent'],
    ['with open("config.yaml") as f:\n    cfg = yaml.safe_load(f)\nMOVE(cfg["registry"]["other"])', 'silent'],
    [
      'def read(path="config.yaml"):\n    return yaml.safe_load(open(path))\nMOVE(read()["registry"]["other"])',
      'silent',
    ],
    ['cfg = yaml.safe_load(open(name))\nMOVE(cfg["registry"]["other"])', 'note'],
    ['cfg = yaml.safe_load(open(name if name else "config.yaml"))\nMOVE(cfg["registry"]["other"])', 'note'],
    ['cfg = yaml.safe_load(open(name if name else "config.yaml"))\nMOVE(cfg.registry.other)', 'note'],
    [
      'def use(part):\n    MOVE(part["other"])\nuse(yaml.safe_load(open(name if name else "config.yaml"))["registry"])',
      'note',
    ],
    [
      'cfg = yaml.safe_load(open("none.yaml" if more else "config.yaml"))\nMOVE(cfg["registry"]["other"])',
      'note',
    ],
    [
      'cfg = yaml.safe_load(open("none.yaml" if more else "config.yaml"))\nMOVE(cfg["registry"]["alias"])',
      first,
    ],
    ['READ\nMOVE({**cfg["registry"], "k": 1}["other"])', 'silent'],
    ['READ\nMOVE({"other": "champion", **cfg["registry"]}["other"])', 'silent'],
    ['READ\nMOVE({**cfg["registry"], **more}.get("other"))', 'note'],
    ['READ\nMOVE({**cfg["registry"]}.get("other"))', 'silent'],
    ['cfg = yaml.safe_load(open(f"{name}.yaml"))\nMOVE(cfg["registry"]["other"])', 'note'],
    ['cfg = yaml.safe_load(open("none.yaml"))\nMOVE(cfg["registry"]["other"])', 'note'],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

describe('a text that is made of what a file says', () => {
  test.each([
    ['READ\nMOVE(cfg["registry"]["alias"] + "-eu")', first],
    ["READ\nMOVE(f\"eu-{cfg['registry']['alias']}\")", first],
    ['READ\nMOVE("-".join(["eu", cfg["registry"]["alias"]]))', first],
    ['READ\nMOVE("{}-eu".format(cfg["registry"]["other"]))', 'silent'],
    ['READ\nMOVE(cfg["registry"]["alias"].upper())', first],
    ['READ\nMOVE(str(cfg["registry"]["alias"]))', first],
    ['READ\nMOVE("champion-eu")', 'error'],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

describe('of an object that is filled from a file', () => {
  const made =
    'class C:\n    def __init__(self, alias="shadow", other="shadow"):\n        self.alias = alias\n        self.other = other\n'
  const kept =
    'from dataclasses import dataclass\n@dataclass\nclass C:\n    alias: str = "shadow"\n    other: str = "shadow"\n'
  test.each([
    [`READ\n${made}MOVE(C(**cfg["registry"]).alias)`, first],
    [`READ\n${made}MOVE(C(**cfg["registry"]).other)`, 'note'],
    [`READ\n${kept}MOVE(C(**cfg["registry"]).alias)`, first],
    [`READ\n${kept}MOVE(C(**cfg["registry"]).other)`, 'silent'],
    ['READ\nclient.set_registered_model_alias("churn", version=4, **cfg["registry"])', first],
    ['READ\nMOVE(cfg.registry.alias)', first],
    ['READ\nMOVE(cfg.registry.other)', 'silent'],
    ['READ\nMOVE(cfg.registry.none)', 'note'],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

describe('what a library looks up', () => {
  const conf = { 'conf.ini': '[registry]\nalias = champion\nother = shadow\n' }
  const omega = 'from omegaconf import OmegaConf\ncfg = OmegaConf.load("config.yaml")\n'
  const parser = 'import configparser\nc = configparser.ConfigParser()\nc.read("conf.ini")\n'
  test.each([
    [`${omega}MOVE(cfg.registry.alias)`, first],
    [`${omega}MOVE(OmegaConf.select(cfg, "registry").alias)`, first],
    [`${omega}MOVE(OmegaConf.select(cfg, "registry")["alias"])`, first],
    [`${omega}MOVE(OmegaConf.select(cfg, "registry")["other"])`, 'silent'],
    [`${omega}MOVE(OmegaConf.select(cfg, "registry.other"))`, 'silent'],
    [`${parser}MOVE(c["registry"]["alias"])`, 'error `conf.ini` says so in line 2'],
    [`${parser}MOVE(c.get("registry", "other"))`, 'silent'],
    [`${parser}MOVE(c.get("registry", "none", fallback="champion"))`, 'error'],
    [`${parser}MOVE(c.get("registry", "none", fallback="shadow"))`, 'note'],
  ])('%j: %s', async (python, said) => {
    expect(await told(python, conf)).toBe(said)
  })
})

describe('what the code puts into it counts', () => {
  const table = { 'config.yaml': 'alias: shadow\nregistry: {alias: shadow, other: shadow}\n' }
  test.each([
    ['cfg["alias"] = "champion"\nMOVE(cfg["alias"])', 'error'],
    ['cfg["registry"]["alias"] = "champion"\nMOVE(cfg["registry"]["alias"])', 'error'],
    ['cfg["registry"]["alias"] = os.environ["ALIAS"]\nMOVE(cfg["registry"]["alias"])', 'note'],
    ['cfg["registry"]["other"] = "champion"\nMOVE(cfg["registry"]["alias"])', 'silent'],
    ['cfg["other"] = "champion"\nMOVE(cfg["alias"])', 'silent'],
    ['cfg["alias"] = "champion"\nMOVE(cfg["registry"]["alias"])', 'silent'],
    ['cfg.alias = "champion"\nMOVE(cfg["alias"])', 'silent'],
  ])('%j: %s', async (python, said) => {
    expect(await told(`READ\n${python}`, table)).toBe(said)
  })
})

describe('of a configuration that Hydra composes', () => {
  const composed = (folder: string): string =>
    `from hydra import compose, initialize\nwith initialize(version_base=None, config_path="${folder}"):\n    cfg = compose(config_name="config")\n    MOVE(cfg.alias)`
  const elsewhere = { 'other.py': 'from hydra import initialize\ninitialize(config_path="conf")\n' }

  test('only the folder that the same file names counts', async () => {
    expect(await told(composed('conf'))).toBe('error `conf/config.yaml` says so in line 1')
    expect(await told(composed('try'))).toBe('silent')
    expect(await told(composed('try'), elsewhere)).toBe('silent')
  })
})

describe('what is spread into a table', () => {
  test.each([
    ['{"k": "shadow", **more}', 'note'],
    ['{**more, "k": "shadow"}', 'silent'],
    ['{"k": "shadow", **{"j": "champion"}}', 'silent'],
    ['{"k": "shadow", **{"k": "champion"}}', 'error'],
    ['{"k": "champion", **more}', 'error'],
    ['{"k": "champion", "k": "shadow"}', 'silent'],
    ['{"k": "champion", **{"k": "shadow"}}', 'silent'],
    ['{**{"k": "champion"}, **{"k": "shadow"}}', 'silent'],
    ['{**{"k": "shadow"}, **{"k": "champion"}}', 'error'],
    ['{**{"k": "shadow"}, **more}', 'note'],
    ['{**{"k": "champion"}, **{"j": "shadow"}}', 'error'],
    ['{"k": "champion", **(first if more else {"k": "shadow"})}', 'error'],
    ['{"k": "shadow", more: "champion"}', 'error'],
    ['{"k": "shadow", more: "shadow"}', 'silent'],
    ['{more: "champion", "k": "shadow"}', 'silent'],
    ['{"k": "shadow", more: other}', 'note'],
    ['{key: "champion" for key in more}', 'error'],
    ['dict([("j", "champion")], k="shadow")', 'silent'],
    ['dict(k="shadow", **more)', 'silent'],
    ['dict(more, k="shadow")', 'silent'],
    ['dict(k="champion", **more)', 'error'],
  ])('%s: %s', async (table, said) => {
    expect(await told(`a = ${table}\nMOVE(a["k"])`)).toBe(said)
  })

  test.each([
    ['{"r": {"k": "shadow"}, **more}', 'note'],
    ['{**more, "r": {"k": "shadow"}}', 'silent'],
    ['{"r": {"k": "shadow"}, **{"r": {"k": "champion"}}}', 'error'],
    ['{"r": {"k": "champion"}, **{"r": {"k": "shadow"}}}', 'silent'],
    ['{"r": {"k": "shadow"}, more: {"k": "champion"}}', 'error'],
  ])('and a table inside of it: %s: %s', async (table, said) => {
    expect(await told(`a = ${table}\nMOVE(a["r"]["k"])`)).toBe(said)
  })

  test('again and again', async () => {
    const python = 'a = {"k": "shadow"}\nfor one in more:\n    a = {**a, "j": one}\nMOVE(a["k"])'
    expect(await told(python)).toBe('silent')
    expect(await told(python.replace('shadow', 'champion'))).toBe('error')
  })
})

describe('of a table that may be one of several', () => {
  test.each([
    ['{"k": "shadow"} if more else other', 'note'],
    ['{"k": "champion"} if more else other', 'error'],
    ['{"k": "shadow"} if more else {"k": "champion"}', 'error'],
    ['{"k": "shadow"} if more else None', 'silent'],
    ['{"k": "shadow"} or {"k": "champion"}', 'error'],
    ['{"k": "shadow"} or {}', 'silent'],
    ['{"k": "champion"} or {}', 'error'],
    ['other or {"k": "shadow"}', 'note'],
    ['other and {"k": "shadow"}', 'note'],
    ['{"k": "champion"} | {"k": "shadow"}', 'silent'],
    ['{"k": "shadow"} | {"k": "champion"}', 'error'],
    ['{"k": "shadow"} | other', 'note'],
    ['other | {"k": "shadow"}', 'silent'],
    ['{"k": "shadow"} | {"j": "champion"} | {"i": "champion"}', 'silent'],
    ['other | more', 'note'],
    ['["shadow"] | ["champion"]', 'note'],
    ['{"k": "shadow"} - {"k": "champion"}', 'note'],
  ])('%s: %s', async (table, said) => {
    expect(await told(`a = ${table}\nMOVE(a["k"])`)).toBe(said)
  })
})

describe('of a table that a function is given, or gives back', () => {
  const use = 'def use(part):\n    MOVE(part["k"])\n'
  test.each([
    [`${use}use({"k": "shadow"})`, 'silent'],
    [`${use}use({"k": "shadow"})\nuse({"k": "champion"})`, 'error'],
    [`${use}use({"k": "shadow"})\nuse(other)`, 'note'],
    [`${use}use({"k": "champion"})\nuse(other)`, 'error'],
    [`${use.replace('part)', 'part=None)')}use({"k": "shadow"})\nuse()`, 'silent'],
    [
      'def give():\n    if more:\n        return other\n    return {"k": "shadow"}\nMOVE(give()["k"])',
      'note',
    ],
    [
      'def give():\n    if more:\n        return None\n    return {"k": "shadow"}\nMOVE(give()["k"])',
      'silent',
    ],
    [
      'class C:\n    def __init__(self):\n        self.a = {"k": "shadow"}\n    def set(self, a):\n        self.a = a\nMOVE(C().a["k"])',
      'note',
    ],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

describe('a text is put together', () => {
  test.each([
    ['"%(a)s" % {"a": "champion", "b": "shadow"}', 'error'],
    ['"%(b)s" % {"a": "champion", "b": "shadow"}', 'silent'],
    ['"cham{{pion".format()', 'silent'],
    ['"{a}".format(b="champion", a="shadow")', 'silent'],
    ['"{}-{}".format("shadow", "eu")', 'silent'],
    ['"{1}".format("champion", "shadow")', 'silent'],
    ['"%s-%s" % ("eu", "champion")', 'error'],
    ['"{}".format(*more)', 'note'],
    ['"%s" % more', 'note'],
    ['"-".join(["eu", "champion"])', 'error'],
    ['"".join(["shad", "ow"])', 'silent'],
    ['"-".join(part for part in more)', 'note'],
  ])('%s: %s', async (text, said) => {
    expect(await told(`MOVE(${text})`)).toBe(said)
  })
})

describe('a widget of Databricks', () => {
  test.each([
    ['dbutils.widgets.text("stage", "champion")\nMOVE(dbutils.widgets.get("stage"))', 'error'],
    ['dbutils.widgets.text("stage", defaultValue="champion")\nMOVE(dbutils.widgets.get("stage"))', 'error'],
    ['dbutils.widgets.text(name="stage", defaultValue="champion")\nMOVE(getArgument("stage"))', 'error'],
    ['dbutils.widgets.text("other", "champion")\nMOVE(dbutils.widgets.get("stage"))', 'note'],
    ['page.text("stage", "champion")\nMOVE(dbutils.widgets.get("stage"))', 'note'],
    ['dbutils.widgets.text("stage", "champion")\nMOVE(dbutils.widgets.get(name))', 'note'],
    ['MOVE(dbutils.widgets.get("stage", "champion"))', 'error'],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})
