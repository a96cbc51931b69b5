import { told } from '../reasons'

function upload(body: string): string {
  return `
import acme
from google.cloud import aiplatform

def better(new, old, lower):
    if lower:
        return new["rmse"] < old["rmse"]
    return new["auc"] > old["auc"]

def loud(new, old):
    print(new["auc"] - old["auc"])
    return True

def run(auc, champion_auc, metrics, name, lower):
${body.replaceAll(/^/gm, '    ').replaceAll('UPLOAD', 'aiplatform.Model.upload(display_name=name, artifact_uri=acme.uri(), parent_model=name, is_default_version')}
`
}

const firstOnes =
  'champion = acme.lookup()\nwins = True\nif champion is None:\n    print("the first")\nelse:\n'
const isFirst = 'medium evaluation: no model serves yet with which it could be compared'

const flags: readonly (readonly [body: string, found: readonly string[]])[] = [
  ['UPLOAD=auc > champion_auc)', []],
  ['wins = auc > champion_auc\nUPLOAD=wins)', []],
  ['UPLOAD=bool(auc > champion_auc))', []],
  ['wins = better(metrics, acme.champion(), lower)\nUPLOAD=wins)', []],
  ['wins = auc > champion_auc\ndef put(default):\n    UPLOAD=default)\nput(wins)', []],
  [
    'wins = auc > champion_auc\ndef put(default):\n    UPLOAD=default)\nput(wins)\nput(True)',
    ['warning', 'void evaluation: `auc` is compared with `champion_auc`, and no test asks for the outcome'],
  ],
  ['wins = auc < champion_auc\nUPLOAD=not wins)', []],
  ['UPLOAD=True)', ['warning']],
  ['wins = auc > champion_auc\nUPLOAD=wins or lower)', ['note']],
  [
    'wins = auc > champion_auc\nprint(wins)\nUPLOAD=True)',
    ['warning', 'void evaluation: `auc` is compared with `champion_auc`, and no test asks for the outcome'],
  ],
  ['UPLOAD=loud(metrics, acme.champion()))', ['warning']],
  [`${firstOnes}    wins = auc > champion.auc\nUPLOAD=wins)`, ['note', isFirst]],
  [`${firstOnes}    wins = better(metrics, champion.metrics, lower)\nUPLOAD=wins)`, ['note', isFirst]],
  [`${firstOnes}    wins = loud(metrics, champion.metrics)\nUPLOAD=wins)`, ['warning']],
  [
    `${firstOnes}    wins = better(metrics, champion.metrics, lower)\nif wins:\n    UPLOAD=True)`,
    ['note', isFirst, 'void evaluation: `wins` is set to `True` on a way that checks nothing'],
  ],
]
test.each(flags)('what is given for a flag: %s', async (body, found) => {
  expect(await told(upload(body))).toEqual(found)
})
