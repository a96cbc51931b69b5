import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import copy, os, sys, yaml
from omegaconf import OmegaConf
from mlflow import MlflowClient
client = MlflowClient()
base = OmegaConf.load("base.yaml")
live = OmegaConf.load("live.yaml")
`
const files = {
  'base.yaml': 'alias: shadow\nregistry: {alias: shadow, other: shadow}\n',
  'live.yaml': 'registry: {alias: champion}\nlist: [shadow]\n',
}

/** The level of what the code moves with `MOVE(alias)`, and what file says so. */
async function toldOf(python: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const text = python.replaceAll(/MOVE\((.*)\)$/gm, 'client.set_registered_model_alias("churn", $1, 4)')
  const findings = await analyseSources({ ...files, ...more, 'churn.py': imports + text }, rules)
  return (
    findings
      .map(({ level, message }) => `${level} ${/`([^`]+)` says so in line/.exec(message)?.[1] ?? ''}`.trim())
      .join() || 'silent'
  )
}

describe('of tables that are put together', () => {
  test.each([
    ['base, live', 'registry.alias', 'error live.yaml'],
    ['live, base', 'registry.alias', 'silent'],
    ['base, live', 'registry.other', 'silent'],
    ['base, live', 'alias', 'silent'],
    ['base, live', 'list[0]', 'silent'],
    ['base, live', 'none', 'note'],
    ['base, OmegaConf.from_cli()', 'alias', 'note'],
    ['base, OmegaConf.from_cli()', 'registry.alias', 'note'],
    ['OmegaConf.from_cli(), base', 'registry.alias', 'silent'],
    ['live, OmegaConf.from_cli()', 'registry.alias', 'error live.yaml'],
    ['OmegaConf.from_cli()', 'registry.alias', 'note'],
    ['*found', 'registry.alias', 'note'],
    ['base, *found', 'registry.alias', 'note'],
    ['base, {"registry": {"alias": "champion"}}', 'registry.alias', 'error'],
    ['live, {"registry": {"alias": "shadow"}}', 'registry.alias', 'silent'],
    ['base, {"registry": found}', 'registry.alias', 'note'],
    ['base, {"alias": found}', 'registry.alias', 'silent'],
    ['live, {"registry": found}', 'registry.alias', 'error live.yaml'],
    ['base, {"registry": "champion"}', 'registry', 'error'],
    ['base, {**found, "registry": {"alias": "shadow"}}', 'registry.alias', 'silent'],
    ['base, {**found, **more}', 'registry.alias', 'note'],
    ['base, base if found else live', 'registry.alias', 'error live.yaml'],
    ['base if found else live, base', 'registry.alias', 'silent'],
    ['OmegaConf.merge(base, live), base', 'registry.alias', 'silent'],
    ['OmegaConf.merge(live, base), live', 'registry.alias', 'error live.yaml'],
    ['base, list_merge_mode=found', 'registry.alias', 'silent'],
  ])('%s: %s is %s', async (tables, key, said) => {
    expect(await toldOf(`cfg = OmegaConf.merge(${tables})\nMOVE(cfg.${key})`)).toBe(said)
  })

  test('also where they are read further down, or in another file', async () => {
    const read = 'def tables():\n    return OmegaConf.load("base.yaml")\n'
    expect(await toldOf(`def use():\n    MOVE(OmegaConf.merge(tables(), base).alias)\n${read}use()`)).toBe(
      'silent',
    )
    const other = { 'reading.py': `from omegaconf import OmegaConf\n${read}` }
    expect(
      await toldOf('from reading import tables\nMOVE(OmegaConf.merge(tables(), base).alias)', other),
    ).toBe('silent')
  })

  test('more ways than are followed leave doubt', async () => {
    const either = (count: number) =>
      Array.from({ length: count }, (_, at) => `base if x${at} else {"k${at}": 1}`)
    expect(await toldOf(`MOVE(OmegaConf.merge(base, ${either(2)}).alias)`)).toBe('silent')
    expect(await toldOf(`MOVE(OmegaConf.merge(base, ${either(5)}).alias)`)).toBe('note')
    const last = `MOVE(OmegaConf.merge(live, ${either(5).map(one => one.replace('base', 'live'))}).registry.alias)`
    expect(await toldOf(last)).toBe('error live.yaml')
  })
})

describe('what is only given back in another form', () => {
  test.each([
    ['OmegaConf.create(base)', 'silent'],
    ['OmegaConf.create(obj=base)', 'silent'],
    ['OmegaConf.to_container(base, resolve=True)', 'silent'],
    ['OmegaConf.to_container(cfg=base, resolve=found)', 'silent'],
    ['OmegaConf.to_object(base)', 'silent'],
    ['copy.deepcopy(base, found)', 'silent'],
    ['copy.deepcopy(found)', 'note'],
    ['copy.deepcopy()', 'note'],
    ['{**copy.deepcopy(base if found else other)}', 'note'],
  ])('%s: %s', async (table, said) => {
    expect(await toldOf(`cfg = ${table}\nMOVE(cfg["alias"])`)).toBe(said)
  })
})
