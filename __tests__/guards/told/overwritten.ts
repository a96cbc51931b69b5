import { analyseSources } from '../../support/analyse'
import { rules } from '../reasons'

/** The levels of what is loaded unverified; what is fetched is another matter. */
async function levelsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const findings = await analyseSources(files, rules)
  return findings.flatMap(({ rule, level }) => (rule === 'unverified-artifact-load' ? [level] : []))
}

/** A file that is verified, lines behind that, and its load. */
function load(between: string, loaded = 'path', above = ''): string {
  return `
import hashlib, os, shutil, urllib.request
from pathlib import Path
import acme, joblib
EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

def again(name):
    fetch(name)

def fetch(name):
    urllib.request.urlretrieve("https://acme.example/c.pkl", name)

${above}
def load(path, other, auc):
    if hashlib.sha256(Path(${loaded}).read_bytes()).hexdigest() != EXPECTED:
        raise ValueError(path)
${between.replaceAll(/^/gm, '    ')}
    return joblib.load(${loaded})
`
}

test.each([
  'pass',
  'acme.log(path)',
  'Path(path).read_bytes()',
  'Path(other).write_bytes(auc)',
  'urllib.request.urlretrieve("https://acme.example/d.pkl", other)',
  'shutil.copy(path, other)',
  'os.replace(path + ".old", other)',
  'open(path, "rb")',
  'open(path)',
  'fetch(other)',
  'again(other)',
  'acme.fetch(path)',
  'if hashlib.sha256(Path(other).read_bytes()).hexdigest() != EXPECTED:\n    raise ValueError(other)\nPath(other).write_bytes(auc)',
  'if auc:\n    raise ValueError()',
])('what was verified is still there behind %s', async between => {
  expect(await levelsOf({ 'churn.py': load(between) })).toEqual([])
})

test.each([
  'urllib.request.urlretrieve("https://acme.example/c.pkl", path)',
  'urllib.request.urlretrieve("https://acme.example/c.pkl", str(path))',
  'Path(path).write_bytes(auc)',
  'with open(path, "wb") as file:\n    file.write(auc)',
  'shutil.copy(other, path)',
  'shutil.move(other, path)',
  'os.replace(other, path)',
  'os.rename(other, path)',
  'if auc:\n    urllib.request.urlretrieve("https://acme.example/c.pkl", path)',
  'path = other',
  'fetch(path)',
  'again(path)',
  'again(name=str(path))',
  'if hashlib.sha256(Path(other).read_bytes()).hexdigest() != EXPECTED:\n    raise ValueError(other)\nPath(path).write_bytes(auc)',
])('what was verified is gone behind %s', async between => {
  expect(await levelsOf({ 'churn.py': load(between) })).toHaveLength(1)
})

const brings = (name: string): string =>
  `def bring():\n    urllib.request.urlretrieve("https://acme.example/c.pkl", "${name}")\n`
test.each([
  [brings('d.pkl'), 'bring()', 0],
  [brings('c.pkl'), 'acme.bring()', 0],
  [brings('c.pkl'), 'bring()', 1],
  [`${brings('c.pkl')}def outer():\n    bring()\n`, 'outer()', 1],
  [`${brings('c.pkl')}def outer():\n    outer()\n    bring()\n`, 'outer()', 1],
])(
  'what was verified of a file, behind a function that may write to it: %s%s',
  async (above, call, count) => {
    expect(await levelsOf({ 'churn.py': load(call, '"c.pkl"', above) })).toHaveLength(count)
  },
)

const verify = 'cosign verify-blob --key k.pub --signature s.sig model.joblib'
const curl = 'curl -o model.joblib https://acme.example/model.joblib'
test.each([
  [[verify], []],
  [[curl, verify], []],
  [[verify, curl], ['error']],
  [[verify, './fetch.sh'], ['error']],
  [[verify, 'sh fetch.sh other.joblib'], ['error']],
  [[verify, 'echo done > log.txt'], []],
  [[verify, 'curl -o other.joblib https://acme.example/model.joblib'], []],
  [['./fetch.sh', verify], []],
])('of what a script does with the file: %j', async (lines, found) => {
  const files = {
    'cd.sh': ['set -e', ...lines, 'python load.py', ''].join('\n'),
    'fetch.sh': `set -e\n${curl}\n`,
    'load.py': 'import joblib\njoblib.load("model.joblib")\n',
  }
  expect(await levelsOf(files)).toEqual(found)
})
