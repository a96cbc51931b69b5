import { lineOf } from '../../src/base/lines'
import { rulesWith } from '../policy/configured'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

type Files = Readonly<Record<string, string>>

/** `level precision path:line name`, of each finding. */
async function told(files: Files, rules = builtin): Promise<readonly string[]> {
  const findings = await analyseSources(files, rules)
  return findings.map(({ level, precision, name }) => {
    const { line } = lineOf(name.file.text, name.start)
    const word = name.file.text.slice(name.start, name.end)
    return `${level} ${precision} ${name.file.path}:${line} ${word}`
  })
}

const mlflow = 'from mlflow import MlflowClient\nclient = MlflowClient()\n'
const move = (of: string, alias = '"champion"'): string =>
  `${of}.set_registered_model_alias("churn", ${alias}, 4)\n`

test.each<readonly [string, Files, readonly string[]]>([
  ['what is certain', { 'a.py': mlflow + move('client') }, ['error high a.py:3 set_registered_model_alias']],
  [
    'what may only be',
    { 'a.py': mlflow + move('client', 'given') },
    ['note low a.py:3 set_registered_model_alias'],
  ],
  [
    'an object that nobody knows, by the name of its method',
    { 'a.py': `def f(client):\n    ${move('client')}` },
    ['error medium a.py:2 set_registered_model_alias'],
  ],
  [
    'an object of the repository',
    {
      'a.py': `class Client:\n    def set_registered_model_alias(self, *more):\n        pass\n${move('Client()')}`,
    },
    [],
  ],
  ['a stand-in', { 'a.py': `from unittest.mock import MagicMock\n${move('MagicMock()')}` }, []],
  [
    'a command that its surroundings place in production',
    {
      '.github/workflows/cd.yml':
        "on: push\njobs: {roll: {steps: [{run: 'kubectl set image deployment/churn-model server=$IMAGE'}]}}\n",
    },
    ['warning medium .github/workflows/cd.yml:2 kubectl'],
  ],
  [
    'two calls in one line',
    { 'a.py': `${mlflow}${move('client').trim()}; ${move('client')}` },
    ['error high a.py:3 set_registered_model_alias', 'error high a.py:3 set_registered_model_alias'],
  ],
  [
    'two readings of one call, of which the certain one speaks',
    {
      'a.py':
        'try:\n    from keras.models import load_model as load\nexcept ImportError:\n    from joblib import load\nload("m.keras", safe_mode=given)\n',
    },
    ['warning medium a.py:5 load'],
  ],
  [
    'a file that is there to undo',
    { 'rollback.py': mlflow + move('client'), 'jobs/roll-back.py': mlflow + move('client') },
    [],
  ],
  [
    'a function that is there to undo',
    {
      'a.py': `${mlflow}def _rollback():\n    ${move('client')}class C:\n    def roll_back(self):\n        ${move('client')}`,
    },
    [],
  ],
  [
    'a function that undoes more',
    { 'a.py': `${mlflow}def scrollback():\n    ${move('client')}` },
    ['error high a.py:4 set_registered_model_alias'],
  ],
])('%s', async (_, files, expected) => {
  expect(await told(files)).toEqual(expected)
})

describe('a function that the project names', () => {
  const rules = rulesWith('sinks: [{ call: acme.release.ship, does: promotion, says: ships }]')
  const release = 'def ship(stage):\n    pass\npublish = ship\nclass Ship:\n    pass\n'
  test.each<readonly [string, readonly string[]]>([
    ['from acme.release import ship\nship("x")\n', ['error high a.py:2 ship']],
    ['from acme import release\nrelease.ship("x")\n', ['error high a.py:2 ship']],
    ['from acme import release\nrelease.publish("x")\n', ['error high a.py:2 publish']],
    ['from acme.release import ship as go\ndef f():\n    go("x")\n', ['error high a.py:3 go']],
    ['from acme import release\nrelease.other("x")\n', []],
    ['from acme import release\nprint(release.ship)\n', []],
  ])('%j', async (python, expected) => {
    const files = { 'acme/__init__.py': '', 'acme/release.py': release, 'a.py': python }
    expect(await told(files, rules)).toEqual(expected)
  })

  test('takes its parameters from its own head, those of a method and of a class too', async () => {
    const named = (call: string): ReturnType<typeof rulesWith> =>
      rulesWith(
        `sinks: [{ call: ${call}, does: promotion, says: ships, when: [{ if: { stage: { target: stage } } }] }]`,
      )
    const gate =
      'class Gate:\n    def __init__(self, name, stage):\n        pass\n    def ship(self, stage):\n        pass\n    @staticmethod\n    def sent(name, stage):\n        pass\n'
    const found = (call: string, python: string): Promise<readonly string[]> =>
      told(
        { 'acme/__init__.py': '', 'acme/gates.py': gate, 'a.py': `from acme.gates import Gate\n${python}\n` },
        named(call),
      )
    expect(await found('acme.gates.Gate', 'Gate("x", "prod")')).toEqual(['error high a.py:2 Gate'])
    expect(await found('acme.gates.Gate', 'Gate("prod", "x")')).toEqual([])
    expect(await found('acme.gates.Gate().ship', 'Gate(1, 2).ship("prod")')).toEqual([
      'error high a.py:2 ship',
    ])
    expect(await found('acme.gates.Gate().ship', 'Gate(1, 2).ship("dev")')).toEqual([])
    expect(await found('acme.gates.Gate.sent', 'Gate.sent("x", "prod")')).toEqual(['error high a.py:2 sent'])
    expect(await found('acme.gates.Gate.sent', 'Gate.sent("prod", "x")')).toEqual([])
  })
})
