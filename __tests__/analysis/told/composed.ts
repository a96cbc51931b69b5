import { readRules } from '../../../src/rules/read'
import { analyseSources } from '../../support/analyse'

const rules = readRules(['rules'])

const head =
  'import os, sys, hydra\nfrom hydra import compose, initialize, initialize_config_dir\nimport mlflow\n'
const moving = 'mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage=cfg.registry.stage)'

type Files = Readonly<Record<string, string>>

/** The level of what `src/a.py` promotes, and what file of `src/conf` says so. */
async function told(python: string, conf: Files, more: Files = {}): Promise<string> {
  const inside = Object.entries(conf).map(([path, text]) => [`src/conf/${path}.yaml`, text])
  const files = { 'src/a.py': head + python, ...Object.fromEntries(inside), ...more }
  const said = (await analyseSources(files, rules))
    .filter(({ rule }) => rule === 'unguarded-promotion')
    .map(({ level, message }) =>
      `${level} ${/`(?:src\/conf\/)?([^`]+?)(?:\.yaml)?` says so in line/.exec(message)?.[1] ?? ''}`.trim(),
    )
  return said.join() || 'silent'
}

/** Decorated by `hydra.main`. */
function decorated(folder = '"conf"', name = '"config"'): string {
  return `@hydra.main(config_path=${folder}, config_name=${name})\ndef main(cfg):\n    ${moving}\n\nmain()\n`
}

/** Composed where it is asked for. */
function asked(words: string, folder = 'initialize(config_path="conf")', name = '"config"'): string {
  return `with ${folder}:\n    cfg = compose(${name}, ${words})\n    ${moving}\n`
}

const prod = 'stage: Production\n'
const tried = 'stage: Staging\n'
const staging = { config: 'registry: {stage: Staging}\n' }
const choice = { 'registry/prod': prod, 'registry/test': tried }
const started = (words: string): Files => ({ 'cd.sh': `python src/a.py ${words}\n` })

describe('what the command line says to Hydra', () => {
  test.each<readonly [words: string, conf: Files, said: string]>([
    ['', staging, 'silent'],
    ['registry.stage=Production', staging, 'error'],
    ['+registry.stage=Production', staging, 'error'],
    ["registry.stage='Production'", staging, 'error'],
    ['registry.name=Production', staging, 'silent'],
    ['registry.stage=$STAGE', staging, 'note'],
    ['$WORDS', staging, 'note'],
    ['"$WORD"', staging, 'note'],
    ['"${WORD}=1"', staging, 'note'],
    ['-m "seed=$SEED"', staging, 'silent'],
    ['"registry={stage: $X}"', staging, 'note'],
    ['registry=prod', { config: 'defaults: [registry: test]\n', ...choice }, 'error registry/prod'],
    ['registry=test', { config: 'defaults: [registry: prod]\n', ...choice }, 'silent'],
    ['registry=$REGISTRY', { config: 'defaults: [registry: test]\n', ...choice }, 'note'],
    ['+registry=prod', { config: 'name: churn\n', ...choice }, 'error registry/prod'],
    ['+registry=test registry.stage=Production', { config: 'name: churn\n', ...choice }, 'error'],
    ['registry.stage=Production +registry=test', { config: 'name: churn\n', ...choice }, 'error'],
    [
      'registry@registry=prod',
      { config: 'defaults: [registry@registry: test]\n', ...choice },
      'error registry/prod',
    ],
    [
      'registry@other=prod',
      { config: 'defaults: [registry: test, registry@other: test]\n', ...choice },
      'silent',
    ],
    [
      'kinds@registry=prod',
      { config: 'defaults: [kinds@registry: test]\n', 'kinds/prod': prod, 'kinds/test': tried },
      'error kinds/prod',
    ],
    ['+kinds@registry=prod', { ...staging, 'kinds/prod': prod }, 'error kinds/prod'],
    ['--config-name live', { ...staging, live: 'registry: {stage: Production}\n' }, 'error live'],
    ['-cn live', { ...staging, live: 'registry: {stage: Production}\n' }, 'error live'],
    ['--config-name "$NAME"', staging, 'note'],
    [
      '--config-path conf/eu',
      { ...staging, 'eu/config': 'registry: {stage: Production}\n' },
      'error eu/config',
    ],
    ['-cp=conf/eu', { ...staging, 'eu/config': 'registry: {stage: Production}\n' }, 'error eu/config'],
    ['--config-path "$FOLDER"', staging, 'note'],
  ])('%s', async (words, conf, said) => {
    expect(await told(decorated(), conf, started(words))).toBe(said)
  })

  test('a file that nobody names is not known', async () => {
    const python = decorated().replace(', config_name="config"', '')
    expect(await told(python, staging)).toBe('note')
    expect(await told(python, staging, started('--config-name config'))).toBe('silent')
  })

  test('each who starts it counts', async () => {
    const conf = { ...staging, live: 'registry: {stage: Production}\n' }
    const runs = (...words: readonly string[]) =>
      Object.assign({}, ...words.map((one, at) => ({ [`${at}.sh`]: `python src/a.py ${one}\n` })))
    expect(await told(decorated(), conf, runs('--config-name live', ''))).toBe('error live')
    expect(
      await told(decorated(), { config: conf.live, live: conf.config }, runs('--config-name live', '')),
    ).toBe('error config')
    expect(
      await told(decorated(), { config: conf.live, live: conf.config }, runs('--config-name live')),
    ).toBe('silent')
  })
})

describe('what the code says to Hydra', () => {
  test.each([
    ['overrides=[]', 'silent'],
    ['overrides=None', 'silent'],
    ['return_hydra_config=True', 'silent'],
    ['overrides=["registry.stage=Production"]', 'error'],
    ['overrides=["registry.stage=Production", "registry.stage=Staging"]', 'silent'],
    ['overrides=["registry.stage=3"]', 'silent'],
    ['overrides=["registry.stage=prod-2"]', 'error'],
    ['overrides=["registry.stage=True"]', 'silent'],
    ['overrides=["~registry"]', 'silent'],
    ['overrides=3', 'silent'],
    ['overrides=sys.argv[1:]', 'note'],
    ['overrides=[sys.argv[1]]', 'note'],
    ['overrides=["seed=1", sys.argv[1]]', 'note'],
    ['overrides=[f"registry.stage={sys.argv[1]}"]', 'note'],
    ['overrides=[f"seed={sys.argv[1]}"]', 'silent'],
    ['overrides=["registry.stage=" + ("Production" if fast else "Staging")]', 'error'],
    ['overrides=["registry.stage=" + ("Staging" if fast else "Production")]', 'error'],
    ['overrides=["registry.stage=" + ("Staging" if fast else "Archived")]', 'silent'],
    ['overrides=["registry.stage=Production"] if fast else []', 'error'],
    ['overrides=[] if fast else ["registry.stage=Production"]', 'error'],
  ])('%s: %s', async (words, said) => {
    expect(await told(asked(words), staging)).toBe(said)
  })

  test('more ways than are followed leave doubt', async () => {
    const either = Array.from({ length: 6 }, (_, at) => `"s${at}=" + ("a" if fast else "b")`)
    expect(await told(asked(`overrides=[${either}]`), staging)).toBe('note')
    expect(await told(asked(`overrides=[${either.slice(0, 4)}]`), staging)).toBe('silent')
  })

  test.each([
    ['initialize(config_path="conf")', '"config"', 'silent'],
    ['initialize(config_path=os.getenv("CONF", "conf"))', '"config"', 'note'],
    ['initialize(config_path="conf")', 'os.getenv("NAME", "config")', 'note'],
    ['initialize(config_path="conf")', 'sys.argv[1]', 'note'],
    ['initialize()', '"config"', 'note'],
    ['initialize(config_path="../../conf")', '"config"', 'note'],
    ['initialize(config_path=f"{place}/conf")', '"config"', 'note'],
    ['initialize_config_dir(config_dir="/conf")', '"config"', 'note'],
    [
      'initialize_config_dir(config_dir=os.path.join(os.path.dirname(__file__), "conf"))',
      '"config"',
      'silent',
    ],
  ])('in %s a file %s: %s', async (folder, name, said) => {
    expect(
      await told(asked('overrides=[]', folder, name), staging, { 'conf/config.yaml': staging.config }),
    ).toBe(said)
  })

  test.each([
    ['"conf"', 'os.getenv("NAME", "config")', 'note'],
    ['os.getenv("CONF", "conf")', '"config"', 'note'],
    ['"conf"', '"live" if os.name == "nt" else "config"', 'error live'],
  ])('of a function, in %s a file %s: %s', async (folder, name, said) => {
    expect(await told(decorated(folder, name), { ...staging, live: 'registry: {stage: Production}\n' })).toBe(
      said,
    )
  })
})

describe('what files say to each other', () => {
  const global = '# @package _global_\n'
  const both = 'defaults: [registry: test, experiment: live]\n'
  test.each<readonly [title: string, conf: Files, said: string]>([
    [
      'one puts another in the place of what is in the list',
      { config: both, ...choice, 'experiment/live': `${global}defaults: [override /registry: prod]\n` },
      'error registry/prod',
    ],
    [
      'also a harmless one',
      {
        config: both.replace('test', 'prod'),
        ...choice,
        'experiment/live': `${global}defaults: [override /registry: test]\n`,
      },
      'silent',
    ],
    [
      'one that nobody has in a list puts nothing there',
      {
        config: 'defaults: [experiment: live]\nregistry: {stage: Staging}\n',
        ...choice,
        'experiment/live': `${global}defaults: [override /registry: prod]\n`,
      },
      'silent',
    ],
    [
      'the first that is put there stays',
      {
        config: both,
        ...choice,
        'experiment/live': `${global}defaults: [/more: a, override /registry: test]\n`,
        'more/a': `${global}defaults: [override /registry: prod]\n`,
      },
      'error registry/prod',
    ],
    [
      'a file of another group, from the top',
      {
        config: 'defaults: [experiment: live]\n',
        ...choice,
        'experiment/live': `${global}defaults: [/registry: prod]\n`,
      },
      'error registry/prod',
    ],
    [
      'a file of a group within',
      {
        config: 'defaults: [more: a]\n',
        'more/a': `${global}defaults: [registry: prod]\n`,
        'more/registry/prod': prod,
        'registry/prod': tried,
      },
      'error more/registry/prod',
    ],
    [
      'a file beside it',
      {
        config: 'defaults: [registry: a]\n',
        'registry/a': 'defaults: [base]\n',
        'registry/base': prod,
        base: 'stage: Archived\n',
      },
      'error registry/base',
    ],
    [
      'a group stands under what takes it in',
      {
        config: 'defaults: [more: a]\nregistry: {stage: Staging}\n',
        'more/a': 'defaults: [/registry: prod]\n',
        ...choice,
      },
      'silent',
    ],
    [
      'or where it is told to',
      {
        config: 'defaults: [more: a]\n',
        'more/a': 'defaults: [/registry@_global_.registry: prod]\n',
        ...choice,
      },
      'error registry/prod',
    ],
    [
      'what the list says goes before what the file says',
      { config: 'defaults: [kinds@registry: a]\n', 'kinds/a': `# @package other\n${prod}` },
      'error kinds/a',
    ],
    [
      'a file without a list, under the name of its group',
      { config: 'defaults: [registry/prod]\n', ...choice },
      'error registry/prod',
    ],
    [
      'a file for another place',
      { config: 'defaults: [kinds/prod@registry]\n', 'kinds/prod': prod },
      'error kinds/prod',
    ],
    [
      'a launcher says nothing',
      {
        config: 'defaults: [registry: test, override hydra/launcher: joblib, /hydra/callbacks: x]\n',
        ...choice,
      },
      'silent',
    ],
    [
      'several options of a group',
      { config: 'defaults: [registry: [test, name]]\n', ...choice, 'registry/name': 'name: churn\n' },
      'silent',
    ],
    [
      'several options, of which the last counts',
      { config: 'defaults: [registry: [prod, test]]\n', ...choice },
      'silent',
    ],
    [
      'what is unknown after it leaves doubt',
      { config: 'defaults: [_self_, elsewhere]\nregistry: {stage: Staging}\n' },
      'note',
    ],
    [
      'what is unknown before it leaves none',
      { config: 'defaults: [elsewhere, _self_]\nregistry: {stage: Staging}\n' },
      'silent',
    ],
    [
      'what is unknown in another place leaves none',
      { config: 'defaults: [_self_, other: ???]\nregistry: {stage: Staging}\n' },
      'silent',
    ],
    [
      'but in its own it does',
      { config: 'defaults: [_self_, registry: ???]\nregistry: {stage: Staging}\n' },
      'note',
    ],
    [
      'an option that is not known may be any of its group',
      {
        config: 'defaults: [_self_, more: ???]\nregistry: {stage: Staging}\n',
        'more/a': 'a: 1\n',
        'more/b': `${global}a: 1\n`,
      },
      'note',
    ],
    [
      'unless its place is told',
      {
        config: 'defaults: [_self_, more@more: ???]\nregistry: {stage: Staging}\n',
        'more/b': `${global}a: 1\n`,
      },
      'silent',
    ],
    [
      'a table goes over another key by key',
      {
        config: 'defaults: [a, b]\n',
        a: 'registry: {stage: Staging, name: a}\n',
        b: 'registry: {name: b}\n',
      },
      'silent',
    ],
    [
      'a text goes over a table',
      { config: 'defaults: [a, b]\n', a: 'registry: {stage: Production}\n', b: 'registry: none\n' },
      'note',
    ],
    [
      'a list goes over a table',
      { config: 'defaults: [a, b]\n', a: 'registry: {stage: Production}\n', b: 'registry: [a]\n' },
      'silent',
    ],
    [
      'a text with a hole goes over a table',
      { config: 'defaults: [a, b]\n', a: 'registry: {stage: Production}\n', b: 'registry: "a-${b}"\n' },
      'note',
    ],
  ])('%s', async (_, conf, said) => {
    expect(await told(decorated(), conf)).toBe(said)
  })

  test('only files that are read have a place of their own', async () => {
    const conf = { config: 'defaults: [_self_, more: ???]\nregistry: {stage: Staging}\n', 'more/a': 'a: 1\n' }
    const other = {
      'src/conf/more/notes.txt': '# @package _global_\n',
      'src/more/a.yaml': '# @package _global_\n',
    }
    expect(await told(decorated(), conf, other)).toBe('silent')
    expect(await told(decorated(), { ...conf, 'more/b': '# @package _global_\n' }, other)).toBe('note')
  })

  test('in rounds, as long as something new is put there', async () => {
    const conf = {
      config: both,
      ...choice,
      'experiment/live': `${global}defaults: [override /registry: prod]\n`,
    }
    expect(await told(decorated(), conf, started('registry=test'))).toBe('silent')
    expect(
      await told(
        decorated(),
        { ...conf, config: 'defaults: [registry: test]\n' },
        started('+experiment=live'),
      ),
    ).toBe('error registry/prod')
  })

  test('what takes in itself, or far too many, ends', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`f${at}`, `defaults: [f${at + 1}]\n`]),
    )
    expect(
      await told(decorated(), {
        config: 'defaults: [f25]\n',
        ...chain,
        f30: 'registry: {stage: Production}\n',
      }),
    ).toBe('error f30')
    expect(
      await told(decorated(), {
        config: 'defaults: [f0]\n',
        ...chain,
        f30: 'registry: {stage: Production}\n',
      }),
    ).toBe('note')
    const wide = `defaults: [${Array.from({ length: 40 }, () => 'a')}]\n`
    expect(await told(decorated(), { config: wide, a: wide.replaceAll('a,', 'b,'), b: 'a: 1\n' })).toBe(
      'note',
    )
  })
})
