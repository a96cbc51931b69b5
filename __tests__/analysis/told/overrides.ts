import { asked, choice, decorated, type Files, prod, staging, started, told, tried } from './hydra'

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
