import { rulesWith } from '../../policy/configured'
import { analyseSources } from '../../support/analyse'

const rules = rulesWith(`
guards:
  - { call: acme.release.require_signoff, kind: approval, holds: no-exception }
  - { call: acme.release.is_signed_off, kind: approval, holds: true }
  - { call: acme.release.is_frozen, kind: approval, holds: false }
  - { call: acme.release.Signed, kind: approval, holds: no-exception }
`)
const release = `
def require_signoff(version):
    post("https://signoff.acme.example", version)

def is_signed_off(version):
    return post("https://signoff.acme.example", version)

def is_frozen():
    return fetch("https://calendar.acme.example")

class Signed:
    def __init__(self, version):
        post("https://signoff.acme.example", version)
`

async function toldOf(body: string): Promise<readonly string[]> {
  const move = 'MlflowClient().set_registered_model_alias("churn", "champion", version)'
  const python = `
from acme import release
from acme.release import require_signoff
from mlflow import MlflowClient
def promote(version):
${body.replaceAll('MOVE', move).replaceAll(/^/gm, '    ')}
`
  const files = { 'acme/__init__.py': '', 'acme/release.py': release, 'churn.py': python }
  const findings = await analyseSources(files, rules)
  return findings.flatMap(({ level, guards }) => [
    level,
    ...guards.map(({ kind, strength, says }) => `${strength} ${kind}: ${says}`),
  ])
}

test.each([
  'release.require_signoff(version)\nMOVE',
  'require_signoff(version)\nMOVE',
  'release.Signed(version)\nMOVE',
  'if release.is_signed_off(version):\n    MOVE',
  'if release.is_frozen():\n    return\nMOVE',
  'if not release.is_frozen() and version:\n    MOVE',
])('the project names what guards: %s', async body => {
  expect(await toldOf(body)).toEqual([])
})

const named = (call: string, why: string): string[] => [
  'error',
  `void approval: \`acme.release.${call}\` (named in \`.modelgate.yml\`) asks for an approval, ${why}`,
]
test.each([
  [
    'try:\n    release.require_signoff(version)\nexcept ValueError:\n    pass\nMOVE',
    named('require_signoff', 'and the exception that it raises is swallowed'),
  ],
  ['MOVE\nrelease.Signed(version)', named('Signed', 'but only after the call')],
  [
    'if not release.is_signed_off(version):\n    MOVE',
    named('is_signed_off', 'and the call stands on the side where it failed'),
  ],
  [
    'if release.is_frozen():\n    MOVE',
    named('is_frozen', 'and the call stands on the side where it failed'),
  ],
  ['release.other(version)\nMOVE', ['error']],
])('what the project names is in vain: %s', async (body, found) => {
  expect(await toldOf(body)).toEqual(found)
})
