import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import os, sys, yaml, configparser
from omegaconf import OmegaConf
from mlflow import MlflowClient
client = MlflowClient()
`
const files = {
  'config.yaml': 'alias: shadow\nregistry: {alias: shadow, other: shadow}\n',
  'conf.ini': '[registry]\nalias = shadow\n',
}

/** `MOVE(alias)` moves the alias; the level of that. */
async function toldOf(python: string): Promise<string> {
  const text = python.replaceAll(/MOVE\((.*)\)$/gm, 'client.set_registered_model_alias("churn", $1, 4)')
  const findings = await analyseSources({ ...files, 'churn.py': imports + text }, rules)
  return findings.map(({ level }) => level).join() || 'silent'
}

describe('into a table that PyYAML has read', () => {
  const read = 'cfg = yaml.safe_load(open("config.yaml"))\n'
  test.each([
    ['cfg[name] = "champion"', 'cfg["alias"]', 'error'],
    ['cfg[name] = value', 'cfg["alias"]', 'note'],
    ['cfg[name] = "shadow"', 'cfg["alias"]', 'silent'],
    ['for name, value in more:\n    cfg[name] = value', 'cfg["alias"]', 'note'],
    ['cfg["registry"][name] = "champion"', 'cfg["alias"]', 'silent'],
    ['cfg["registry"][name] = "champion"', 'cfg["registry"]["alias"]', 'error'],
    ['cfg["alias"] = "champion"', 'cfg.get("alias")', 'error'],
    ['cfg["alias"] = "champion"', 'cfg[name]', 'error'],
    ['cfg["none"] = "champion"', 'cfg["none"]', 'error'],
    ['cfg["none"] = "shadow"', 'cfg["none"]', 'silent'],
    ['cfg["registry"] = {"alias": "champion"}', 'cfg["registry"]["alias"]', 'error'],
    ['cfg["registry"] = {"alias": "archive"}', 'cfg["registry"]["alias"]', 'silent'],
    ['cfg["registry"] = value', 'cfg["registry"]["alias"]', 'note'],
    ['cfg["registry"] = "champion"', 'cfg["registry"]["alias"]', 'silent'],
    ['cfg.update({"alias": "champion"})', 'cfg["alias"]', 'error'],
    ['cfg.update({"alias": "champion"})', 'cfg["registry"]["alias"]', 'silent'],
    ['cfg["registry"].update({"alias": "champion"})', 'cfg["registry"]["alias"]', 'error'],
    ['cfg.update({"other": "champion"})', 'cfg["alias"]', 'silent'],
    ['cfg.update({"registry": {"alias": "champion"}})', 'cfg["registry"]["alias"]', 'error'],
    ['cfg.update(alias="champion")', 'cfg["alias"]', 'error'],
    ['cfg.update(other="champion")', 'cfg["alias"]', 'silent'],
    ['cfg.update(more)', 'cfg["alias"]', 'note'],
    ['cfg.update(**more)', 'cfg["alias"]', 'note'],
    ['cfg.update([("alias", "champion")])', 'cfg["alias"]', 'error'],
    ['cfg.update(**{"alias": "champion"})', 'cfg["alias"]', 'error'],
    ['cfg.update()', 'cfg["alias"]', 'silent'],
    ['cfg.copy().update(more)', 'cfg["alias"]', 'silent'],
    ['cfg.keys(more)', 'cfg["alias"]', 'silent'],
    ['other.update(more)', 'cfg["alias"]', 'silent'],
    ['update(more)', 'cfg["alias"]', 'silent'],
  ])('%j: %s is %s', async (line, alias, said) => {
    expect(await toldOf(`${read}${line}\nMOVE(${alias})`)).toBe(said)
  })

  test('by a function, for another one', async () => {
    const move = 'def move():\n    MOVE(cfg["alias"])\n'
    expect(
      await toldOf(`${read}def change():\n    cfg["alias"] = sys.argv[1]\n${move}change()\nmove()`),
    ).toBe('note')
    expect(
      await toldOf(`${read}def change(cfg):\n    cfg["alias"] = sys.argv[1]\n${move}change({})\nmove()`),
    ).toBe('silent')
    const given =
      'def run(cfg, other):\n    LINE\n    MOVE(cfg["alias"])\nrun(yaml.safe_load(open("config.yaml")), {})'
    expect(await toldOf(given.replace('LINE', 'cfg["alias"] = sys.argv[1]'))).toBe('note')
    expect(await toldOf(given.replace('LINE', 'other["alias"] = sys.argv[1]'))).toBe('silent')
  })
})

describe('into a table of OmegaConf', () => {
  test.each([
    ['cfg.alias = "champion"', 'cfg.alias', 'error'],
    ['cfg.alias = "shadow"', 'cfg.alias', 'silent'],
    ['cfg.alias = value', 'cfg.alias', 'note'],
    ['cfg["alias"] = "champion"', 'cfg.alias', 'error'],
    ['cfg.registry.alias = "champion"', 'cfg.registry.alias', 'error'],
    ['cfg.registry.alias = "champion"', 'cfg.alias', 'silent'],
    ['cfg["registry"].alias = "champion"', 'cfg.registry.alias', 'error'],
    ['cfg.registry = {"alias": "champion"}', 'cfg.registry.alias', 'error'],
    ['cfg.registry["alias"] = "champion"', 'cfg.registry.alias', 'error'],
    ['cfg.merge_with({"alias": "champion"})', 'cfg.alias', 'error'],
    ['cfg.merge_with(OmegaConf.from_cli())', 'cfg.alias', 'note'],
    ['OmegaConf.update(cfg, "registry.alias", "champion")', 'cfg.registry.alias', 'error'],
    ['OmegaConf.update(cfg, "registry.alias", "champion")', 'cfg.alias', 'silent'],
    ['OmegaConf.update(cfg, "registry.alias", value)', 'OmegaConf.select(cfg, "registry.alias")', 'note'],
    ['OmegaConf.update(cfg, name, "champion")', 'cfg.alias', 'error'],
    ['OmegaConf.update(cfg, name, "champion")', 'OmegaConf.select(cfg, "alias")', 'error'],
    ['OmegaConf.update(cfg)', 'cfg.alias', 'silent'],
    ['OmegaConf.select(cfg, name)', 'cfg.alias', 'silent'],
    ['', 'OmegaConf.select(cfg, name)', 'note'],
    ['', 'OmegaConf.select(cfg.registry, name)', 'silent'],
    ['cfg.registry.other = "champion"', 'OmegaConf.select(cfg.registry, name)', 'silent'],
    ['cfg["registry"]["other"] = "champion"', 'OmegaConf.select(cfg.registry, name)', 'error'],
  ])('%s: %s is %s', async (line, alias, said) => {
    expect(await toldOf(`cfg = OmegaConf.load("config.yaml")\n${line}\nMOVE(${alias})`)).toBe(said)
  })
})

describe('into a table of configparser', () => {
  test.each([
    ['c.set("registry", "alias", "champion")', 'c.get("registry", "alias")', 'error'],
    ['c.set("registry", "alias", "champion")', 'c["registry"]["alias"]', 'error'],
    ['c.set("registry", "other", "champion")', 'c["registry"]["alias"]', 'silent'],
    ['c.set("registry", "alias", value)', 'c["registry"]["alias"]', 'note'],
    ['c.set(name, "alias", value)', 'c["registry"]["alias"]', 'note'],
    ['', 'c.get("registry", name)', 'silent'],
    ['', 'c.get(name, "alias")', 'silent'],
    ['', 'c.get(name, "none")', 'note'],
    ['c.set("registry", "alias")', 'c["registry"]["alias"]', 'silent'],
    ['c.set("registry", name, value)', 'c["registry"]["alias"]', 'note'],
    ['c["registry"]["alias"] = "champion"', 'c.get("registry", "alias")', 'error'],
  ])('%s: %s is %s', async (line, alias, said) => {
    expect(await toldOf(`c = configparser.ConfigParser()\nc.read("conf.ini")\n${line}\nMOVE(${alias})`)).toBe(
      said,
    )
  })
})
