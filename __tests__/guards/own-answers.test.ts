import { catalogSchema } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin } from '../support/builtin'

const acme = catalogSchema.parse({
  library: 'Acme',
  answers: {
    yes: ['ja'],
    no: ['nein'],
    passed: ['bestanden'],
    approvals: ['freigabe*'],
    decisions: ['zustand'],
    granted: ['freigegeben'],
    confirmations: ['*bestaetigung*'],
    records: ['marken'],
    writers: ['setze_*marke'],
  },
  choices: ['acme.settings'],
})
const rules = { ...builtin, catalogs: [...builtin.catalogs, acme] }

async function levelBehind(condition: string, known: typeof builtin, before: string): Promise<string> {
  const python = `import acme
import json

from mlflow import MlflowClient

client = MlflowClient()
${before}
if ${condition}:
    client.set_registered_model_alias("churn", "champion", 3)
`
  const found = await analyseSources({ 'promote.py': python }, known)
  return found.map(({ level }) => level).join() || 'silent'
}

const version = 'version = acme.version("churn")'
const stored = 'version.marken["freigabe"] = "ja"'
const written = 'acme.setze_modellmarke("churn", "freigabe", "ja")'

test.each<readonly [condition: string, said: string, otherwise: string, before: string]>([
  ['input("Freigeben? ").startswith("ja")', 'silent', 'error', ''],
  ['input("Freigeben? ") != "nein"', 'silent', 'error', ''],
  ['input("Freigeben? ") in ("ja", "nein")', 'error', 'silent', ''],
  ['input("Freigeben? ") in ("ja", "no")', 'error', 'error', ''],
  ['version.marken["freigabe"] == "ja"', 'silent', 'error', version],
  ['version.marken["freigabe"] == "vielleicht"', 'error', 'error', version],
  ['"freigabe_von" in version.marken', 'silent', 'error', version],
  ['version.marken["freigabe"] == "ja"', 'error', 'error', `${version}\n${written}`],
  ['version.marken["freigabe"] == "ja"', 'error', 'error', `${version}\n${stored}`],
  [
    'version.marken["freigabe"] == "ja"',
    'silent',
    'error',
    `${version}\n${stored.replace('marken', 'andere')}`,
  ],
  ['acme.ticket(17)["zustand"] == "FREIGEGEBEN"', 'silent', 'error', ''],
  ['acme.ticket(17)["zustand"] == "offen"', 'error', 'error', ''],
  ['acme.settings["freigabe"] == "ja"', 'error', 'error', ''],
  ['acme.settings["approved"] == "yes"', 'error', 'silent', ''],
  ['json.load(open("report.json"))["evaluation_result"] == "bestanden"', 'note', 'error', ''],
])(
  'words of a file of rules say what an answer is worth: %s is %s',
  async (condition, said, otherwise, before) => {
    expect(await levelBehind(condition, rules, before)).toBe(said)
    expect(await levelBehind(condition, builtin, before)).toBe(otherwise)
  },
)

test('they take nothing from those that are known', async () => {
  expect(await levelBehind('version.tags["approved"] == "yes"', rules, version)).toBe('silent')
})

test('and what whoever starts a workflow types may be called in these words', async () => {
  const levelsOf = async (input: string, known: typeof builtin): Promise<readonly string[]> => {
    const inputs = `{workflow_dispatch: {inputs: {${input}: {required: true}}}}`
    const steps = `[{if: inputs.${input} == 'churn', run: gto assign churn --stage prod}]`
    const workflow = `on: ${inputs}\njobs: {release: {runs-on: ubuntu-latest, steps: ${steps}}}\n`
    const found = await analyseSources({ '.github/workflows/cd.yml': workflow }, known)
    return found.map(({ level }) => level)
  }
  expect(await levelsOf('bestaetigung', rules)).toEqual([])
  expect(await levelsOf('bestaetigung', builtin)).toEqual(['warning'])
  expect(await levelsOf('name', rules)).toEqual(['warning'])
  expect(await levelsOf('confirm', rules)).toEqual([])
})
