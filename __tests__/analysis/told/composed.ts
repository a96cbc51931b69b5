import { choice, decorated, type Files, moving, prod, started, told, tried } from './hydra'

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

  test('what cannot be read leaves doubt', async () => {
    expect(await told(decorated(), { config: 'registry: {stage: Staging}\nother: [\n' })).toBe('note')
    expect(
      await told(decorated(), { config: 'defaults: [_self_, a]\nregistry: {stage: Staging}\n', a: 'b: [\n' }),
    ).toBe('note')
  })

  test.each([
    ['bound=0.8', 'silent'],
    ['bound=0', 'error'],
    ['bound=-1', 'error'],
    ['bound=-0.5', 'error'],
    ['seed=0', 'silent'],
  ])('a bound is a number: %s: %s', async (word, said) => {
    const gate = `with initialize(config_path="conf"):\n    cfg = compose("config", overrides=["${word}"])\nauc = evaluate()\nif auc < cfg.bound:\n    sys.exit(1)\n${moving.replace('cfg.registry.stage', '"Production"')}\n`
    expect(await told(gate, { config: 'bound: 0.9\n' })).toBe(said)
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
