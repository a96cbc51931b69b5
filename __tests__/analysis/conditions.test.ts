import { parse } from 'yaml'
import type { RuleSet } from '../../src/rules/schema'
import { sinkSchema } from '../../src/rules/sink-schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

/** The rules, with `acme.ship` as a promotion of these cases. */
function shipping(cases: string, call = 'acme.ship'): RuleSet {
  const about = `source: https://acme.example, checked: "2026-01-01"`
  const sink = `{ call: ${call}, does: promotion, says: ships, parameters: [to, how], when: ${cases}, ${about} }`
  return { ...builtin, own: { guards: [], sinks: [sinkSchema.parse(parse(sink))] } }
}

/** Levels of a call of it. */
async function levels(cases: string, call: string, before = ''): Promise<string> {
  const python = `import acme, json, shlex\n${before}\nacme.ship(${call})\n`
  const files = { 'models/churn.pkl': 'x', 'churn.py': python }
  const findings = await analyseSources(files, shipping(cases))
  return findings.map(({ level }) => level).join(' ') || 'silent'
}

/** What is answered where a hazard is asked, and whether the call is harmless where a safe form is. */
async function answers(
  condition: string,
  call: string | undefined = '',
  before: string | undefined = '',
): Promise<string> {
  const hazard = await levels(`[{ if: { ${condition} } }]`, call, before)
  const safe = await levels(`[{ if: { ${condition} }, safe: it is }, {}]`, call, before)
  const answer = hazard === 'error' ? 'yes' : hazard === 'note' ? 'maybe' : 'no'
  return safe === 'silent' ? `${answer}, harmless` : answer
}

describe.each<readonly [condition: string, rows: readonly (readonly [string, string, string?])[]]>([
  [
    'to: true',
    [
      ['True', 'yes, harmless'],
      ['False', 'no'],
      ['given', 'maybe'],
      ['True if x else False', 'yes'],
      ['', 'no'],
      ['how=True', 'no'],
      ['how=1, to=True', 'yes, harmless'],
    ],
  ],
  [
    'to: 4',
    [
      ['4', 'yes, harmless'],
      ['int("4")', 'yes, harmless'],
      ['float("4.0")', 'yes, harmless'],
      ['"4"', 'no'],
      ['int("x")', 'no'],
      ['int(given)', 'maybe'],
    ],
  ],
  [
    'only: true',
    [
      ['only=True', 'yes, harmless'],
      ['True, True', 'no'],
      ['*more', 'no'],
      ['**more', 'maybe'],
    ],
  ],
  [
    'to.$: { matches: PROD }',
    [
      ['MODELS_PROD', 'yes, harmless'],
      ['to=MODELS_PROD', 'yes, harmless'],
      ['how=MODELS_PROD', 'no'],
      ['MODELS', 'maybe'],
      ['1, MODELS_PROD', 'no'],
      ['"PROD"', 'yes, harmless'],
    ],
  ],
  [
    'to: { one-of: [1, live] }',
    [
      ['1', 'yes, harmless'],
      ['"live"', 'yes, harmless'],
      ['2', 'no'],
      ['"live" if x else 1', 'yes, harmless'],
      ['"live" if x else "other"', 'yes'],
      ['"live" if x else given', 'yes'],
      ['f"{x}live"', 'maybe'],
    ],
  ],
  [
    'to: { between: [2, 4] }',
    [
      ['1', 'no'],
      ['2', 'yes, harmless'],
      ['4', 'yes, harmless'],
      ['5', 'no'],
      ['"3"', 'no'],
      ['given', 'maybe'],
    ],
  ],
  [
    'to: { suffix: [.h5, .hdf5] }',
    [
      ['"m.h5"', 'yes, harmless'],
      ['"M.HDF5"', 'yes, harmless'],
      ['"m.keras"', 'no'],
      ['f"{x}.h5"', 'yes, harmless'],
      ['f"{x}.keras"', 'no'],
      ['f"{x}F5"', 'maybe'],
      ['f"m.{x}"', 'maybe'],
      ['f"{x}.df5"', 'no'],
      ['f"{x}.h"', 'no'],
      ['f"{x}-{y}h5"', 'maybe'],
      ['"m.h5" if x else "m.keras"', 'yes'],
      ['"m.h5" if x else given', 'yes'],
      ['5', 'no'],
    ],
  ],
  [
    'to: { matches: "^s3://[a-z]+" }',
    [
      ['"s3://churn"', 'yes, harmless'],
      ['"gs://churn"', 'no'],
      ['f"s3://{x}"', 'maybe'],
      ['f"s3://churn-{x}"', 'yes, harmless'],
      ['f"{x}s3://churn"', 'maybe'],
      ['4', 'no'],
      [`"s3://${'x'.repeat(10_000)}"`, 'maybe'],
      [`"gs://${'x'.repeat(10_000)}"`, 'maybe'],
      [`"s3://${'x'.repeat(9_990)}"`, 'yes, harmless'],
    ],
  ],
  [
    'to: { matches: "^[0-9]" }',
    [
      ['"4"', 'yes, harmless'],
      ['4', 'no'],
    ],
  ],
  [
    'to: { resolves: [acme.Good, acme.Stage.LIVE] }',
    [
      ['acme.Good', 'yes, harmless'],
      ['acme.Bad', 'no'],
      ['"acme.Good"', 'no'],
      ['[acme.Good]', 'no'],
      ['list(acme.Good)', 'yes, harmless'],
      ['acme.Good if x else acme.Bad', 'yes'],
      ['acme.Stage(acme.Stage.LIVE)', 'yes, harmless'],
      ['acme.Other(acme.Good)', 'no'],
      ['list()', 'no'],
      ['one', 'yes, harmless', 'one = acme.Good'],
      ['one', 'yes', 'one = acme.Good if x else acme.Bad'],
      ['one', 'no, harmless', 'def one(x):\n    return acme.Good(x)'],
      ['one', 'no', 'def one(x):\n    return acme.Bad(x)'],
      ['one', 'no', 'def one(x):\n    return acme.Good(x) if x else x'],
      ['one[0]', 'maybe', 'one = {}'],
    ],
  ],
  [
    'to: { empty: true }',
    [
      ['None', 'yes, harmless'],
      ['[]', 'yes, harmless'],
      ['{}', 'yes, harmless'],
      ['["x"]', 'no'],
      ['{"x": 1}', 'no'],
      ['"x"', 'no'],
      ['given', 'maybe'],
      ['[] if x else ["y"]', 'yes'],
      ['None if x else "y"', 'yes'],
      ['None if x else []', 'yes, harmless'],
      ['None if x else given', 'yes'],
    ],
  ],
  [
    'to: { empty: false }',
    [
      ['None', 'no'],
      ['[]', 'no'],
      ['["x"]', 'yes, harmless'],
      ['{"x": 1}', 'yes, harmless'],
      ['"x"', 'yes, harmless'],
      ['given', 'maybe'],
      ['[] if x else ["y"]', 'yes'],
      ['None if x else "y"', 'yes'],
      ['None if x else ["y"]', 'yes'],
    ],
  ],
  [
    'to: { tracked: true }',
    [
      ['"models/churn.pkl"', 'yes, harmless'],
      ['"./models/churn.pkl"', 'yes, harmless'],
      ['"../../models/churn.pkl"', 'yes, harmless'],
      ['"churn.pkl"', 'yes, harmless'],
      ['"urn.pkl"', 'no'],
      ['"models/other.pkl"', 'no'],
      ['"models/churn.pkl" if x else "other.pkl"', 'no'],
      ['"models/churn.pkl" if x else given', 'maybe'],
      ['given', 'maybe'],
    ],
  ],
  [
    'to: { tracked: false }',
    [
      ['"models/churn.pkl"', 'no'],
      ['"models/other.pkl"', 'yes, harmless'],
      ['given', 'maybe'],
    ],
  ],
  [
    'to: { target: stage }',
    [
      ['"prod"', 'yes, harmless'],
      ['"dev"', 'no'],
      ['"churn"', 'no'],
      ['"prod" if x else "dev"', 'yes'],
      ['"serving"', 'maybe'],
      ['given', 'maybe'],
    ],
  ],
  [
    'to: { elsewhere: stage }',
    [
      ['"prod"', 'no'],
      ['"dev"', 'yes, harmless'],
      ['"churn"', 'no'],
      ['"prod" if x else "dev"', 'yes'],
      ['"serving"', 'maybe'],
      ['given', 'maybe'],
    ],
  ],
  [
    'to: { unless-elsewhere: stage }',
    [
      ['"prod"', 'yes, harmless'],
      ['"dev"', 'no'],
      ['"churn"', 'yes, harmless'],
      ['"prod" if x else "dev"', 'yes, harmless'],
      ['given', 'yes, harmless'],
    ],
  ],
  [
    'to: { mentions: stage }',
    [
      ['"prod"', 'yes, harmless'],
      ['"dev"', 'no'],
      ['["prod", "-q"]', 'yes, harmless'],
      ['["prod", "dev"]', 'maybe'],
      ['["prod", x]', 'maybe'],
      ['["-q"]', 'no'],
    ],
  ],
  [
    'to: { given: true }',
    [
      ['"x"', 'yes, harmless'],
      ['to=None', 'yes, harmless'],
      ['', 'no'],
      ['how=1', 'no'],
      ['*more', 'maybe'],
      ['**more', 'maybe'],
    ],
  ],
  [
    'to: { given: false }',
    [
      ['"x"', 'no'],
      ['', 'yes, harmless'],
      ['*more', 'maybe'],
      ['**more', 'maybe'],
    ],
  ],
  [
    'to.stage: prod',
    [
      ['{"stage": "prod"}', 'yes, harmless'],
      ['{"stage": "dev"}', 'no'],
      ['{"stages": "prod"}', 'no'],
      ['{}', 'no'],
      ['{**more}', 'maybe'],
      ['{"stage": "dev", **more}', 'maybe'],
      ['{"stage": "prod", **more}', 'yes'],
      ['{**more, "stage": "dev"}', 'no'],
      ['{**more, "stage": "prod"}', 'yes, harmless'],
      ['{"stage": "dev", **{"x": 1}}', 'no'],
      ['{"stage": "dev", **{"stage": "prod"}}', 'yes'],
      ['{name: "prod"}', 'maybe'],
      ['{name: "prod", "stage": "dev"}', 'no'],
      ['{"stage": "dev", name: "prod"}', 'maybe'],
      ['{name: "prod" for name in names}', 'maybe'],
      ['{"stage": "dev"} if x else {}', 'no'],
      ['{"stage": "dev"} if x else more', 'maybe'],
      ['dict(stage="prod")', 'yes, harmless'],
      ['dict(**more)', 'maybe'],
      ['one', 'yes, harmless', 'one = {}\none["stage"] = "prod"'],
      ['one', 'no', 'one = {"stage": "prod"}\none["stage"] = "dev"'],
      ['one', 'no', 'one = {"stage": "dev"}\ndef later():\n    one["stages"] = "prod"'],
      ['one', 'no', 'one = acme.Args()\none.config["stage"] = "prod"'],
      ['one', 'no', 'one = acme.Args()\ntwo = acme.Args()\ntwo.stage = "prod"'],
      ['one', 'yes, harmless', 'one = acme.Args()\none["stage"] = "prod"'],
      ['acme.Args(stage="prod")', 'yes, harmless'],
      ['acme.Args(stage="dev")', 'no'],
      ['acme.Args("prod")', 'no'],
      ['acme.Args(**more)', 'maybe'],
      ['one', 'yes, harmless', 'one = acme.Args(stage="dev")\none.stage = "prod"'],
      ['json.dumps({"stage": "prod"})', 'yes, harmless'],
      ['json.dumps({"stage": "prod"}).encode()', 'yes, harmless'],
      ['json.dumps()', 'no'],
      ['acme.dumps({"stage": "prod"})', 'no'],
      ['\'{"stage": "prod"}\'', 'yes, harmless'],
      ['\' {"stage": "prod"}\\n\'', 'yes, harmless'],
      ['\'{"stage": "dev"}\'', 'no'],
      ['\'{"stage": broken}\'', 'no'],
      ['f\'{{"stage": "{x}"}}\'', 'maybe'],
      ['f\'{{"stage": {x}}}\'', 'maybe'],
      ['f\'{{"stage": "prod", "x": {x}}}\'', 'yes, harmless'],
      ['"prod"', 'no'],
      ['given', 'maybe'],
      ['one()', 'yes, harmless', 'def one():\n    return {"stage": "prod"}'],
      ['one()', 'maybe', 'def one():\n    return more'],
    ],
  ],
  [
    'to.stage: { given: false }',
    [
      ['{"stage": "dev"}', 'no'],
      ['{}', 'yes, harmless'],
      ['{**more}', 'maybe'],
      ['acme.Args()', 'yes, harmless'],
      ['given', 'maybe'],
    ],
  ],
  [
    'to.traffic.*: 100',
    [
      ['{"traffic": {"a": 10, "b": 100}}', 'yes'],
      ['{"traffic": {"a": 100}}', 'yes, harmless'],
      ['{"traffic": {"a": 10}}', 'no'],
      ['{"traffic": {**more}}', 'maybe'],
      ['{"traffic": [10, 100]}', 'yes'],
      ['{"traffic": []}', 'no'],
      ['\'{"traffic": {"a": 100}}\'', 'yes, harmless'],
      ['\'{"traffic": [100, 100]}\'', 'yes, harmless'],
      ['\'{"traffic": {"a": null}}\'', 'no'],
      ['acme.Args(traffic=acme.Split(a=100))', 'yes, harmless'],
      ['acme.Args(traffic=acme.Split(a=10))', 'no'],
      ['one', 'yes, harmless', 'one = acme.Args()\none.traffic = {"a": 100}'],
      ['one', 'yes, harmless', 'one = acme.Args()\none.traffic["a"] = 100'],
      ['one', 'yes, harmless', 'one = acme.Args()\none.traffic.a = 100'],
      ['one', 'yes', 'one = acme.Args(traffic={"a": 10})\none.traffic["b"] = 100'],
      ['one', 'yes', 'one = acme.Args(traffic=acme.Split(a=10))\none.traffic["b"] = 100'],
      ['one', 'no', 'one = acme.Args()\none.traffic["b"] = 100\none.traffic = {"b": 10}'],
    ],
  ],
  [
    'to.1: prod',
    [
      ['["x", "prod"]', 'yes, harmless'],
      ['("x", "prod")', 'yes, harmless'],
      ['["prod", "x"]', 'no'],
      ['["x"]', 'no'],
      ['["x", *more]', 'maybe'],
      ['[name for name in ["x", "prod"]]', 'yes'],
      ['{"1": "prod"}', 'yes, harmless'],
      ['"x prod"', 'yes, harmless'],
      ['"prod x"', 'no'],
      ['"x prod".split()', 'yes, harmless'],
      ['" x  prod "', 'yes, harmless'],
      ['f"x {given}"', 'maybe'],
      ['shlex.split("x prod")', 'yes, harmless'],
    ],
  ],
  [
    'to.--stage: { target: stage }',
    [
      ['["x", "--stage", "prod"]', 'yes, harmless'],
      ['["x", "--stage=prod"]', 'yes, harmless'],
      ['["x", "--stage", "dev"]', 'no'],
      ['["x", "--stage=dev"]', 'no'],
      ['["x", "--stages", "prod"]', 'no'],
      ['["x", "--stages=prod"]', 'no'],
      ['["x", "--stage"]', 'no'],
      ['["x", f"--stage={y}"]', 'maybe'],
      ['["x", f"--stage=prod-{y}"]', 'yes, harmless'],
      ['["x", "--stage", y]', 'maybe'],
      ['"x --stage prod"', 'yes, harmless'],
      ['"x --stage=dev"', 'no'],
      ['"x " + y', 'maybe'],
      ['None', 'no'],
    ],
  ],
])('%s', (condition, rows) => {
  test.each(rows)('of %j: %s', async (...[call, answer, before]) => {
    expect(await answers(condition, call, before)).toBe(answer)
  })
})

test('a command line that works nobody knows where is told as such', async () => {
  const rules = shipping('[{ if: { $: { target: stage } } }]', '$ acme deploy')
  const told = async (line: string): Promise<readonly string[]> =>
    (await analyseSources({ 'ship.sh': `${line}\n` }, rules)).map(
      ({ level, message }) => `${level} ${/(?<=in front of it\.).*/.exec(message)?.[0]}`,
    )
  expect(await told('acme deploy prod')).toEqual(['error '])
  expect(await told('acme deploy dev')).toEqual([])
  expect(await told('acme deploy "$1"')).toEqual([
    'note  Where it works could not be resolved, so this may be a move to production.',
  ])
})

describe('of several cases', () => {
  const [live, dev] = ['to: { target: stage }', 'to: dev']
  test.each([
    [`[{ if: { ${live} }, level: warning }, { level: note }]`, ['warning', 'note', 'note']],
    [`[{ if: { ${live} }, level: note }, {}]`, ['note', 'error', 'error']],
    [`[{ if: { ${dev} }, safe: it is }, {}]`, ['error', 'silent', 'error']],
    [`[{ if: { ${live} } }, { if: { ${dev} }, safe: it is }, {}]`, ['error', 'silent', 'error']],
    [`[{ if: { ${live}, how: 1 }, level: warning }, { if: { ${live} } }]`, ['error', 'silent', 'note']],
    [`[{ if: { ${live} }, level: note }, { if: { how: 1 } }]`, ['note', 'silent', 'note']],
    [
      `[{ if: { how: { given: true } } }, { if: { ${live} }, level: warning }]`,
      ['warning', 'silent', 'note'],
    ],
    [`[{ if: { ${dev} }, level: warning }, { if: { ${dev}, how: 1 } }]`, ['silent', 'warning', 'note']],
    [`[{ if: { ${live} }, level: note }, { level: error, automatic: error }]`, ['note', 'error', 'error']],
  ])('%s', async (cases, expected) => {
    const found = ['"prod"', '"dev"', 'given'].map(call => levels(cases, call))
    expect(await Promise.all(found)).toEqual(expected)
  })

  test('what only may be is told as such where nothing else is', async () => {
    const told = async (cases: string, call = 'given, how=1'): Promise<readonly string[]> => {
      const files = { 'churn.py': `import acme\nacme.ship(${call})\n` }
      const found = await analyseSources(files, shipping(cases))
      return found.map(({ message }) => message.replace(/, and no .*? in front of it/, ''))
    }
    expect(await told('[{ if: { to: { target: stage }, how: 1 } }]', '"prod", given')).toEqual([
      '`acme.ship` ships. `to` may be `prod`.',
    ])
    expect(await told('[{ if: { to.stage: { target: stage } } }]', '{"stage": "prod"}')).toEqual([
      '`acme.ship` ships. `stage` is `prod`.',
    ])
    expect(
      await told('[{ if: { to: { target: stage } }, says: one }, { if: { how: 1 }, says: two }]'),
    ).toEqual(['`acme.ship` two.'])
    expect(
      await told(
        '[{ if: { to: { target: stage } }, says: one }, { if: { to: { target: stage } }, says: two }]',
      ),
    ).toEqual(['`acme.ship` one. What `to` says could not be resolved, so this may be a move to production.'])
    expect(await told('[{ if: { to: 1 }, says: one }, { if: { to: 2 }, says: two }]')).toEqual([
      '`acme.ship` one. This depends on a value that could not be resolved.',
    ])
  })

  test('the rules that come with the program know nothing of it', async () => {
    expect(await analyseSources({ 'churn.py': 'import acme\nacme.ship("prod")\n' }, builtin)).toEqual([])
  })
})
