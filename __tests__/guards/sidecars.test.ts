import { toldOf } from './reasons'

const sum = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const strong: readonly string[] = []
const weak = ['warning', 'weak verification: its digest is compared with one that lies beside the file']

/** A load of a file, by the paths of the file and of its digest as Python writes them. */
function load(artifact: string, expected: string): string {
  return `
import hashlib, os
from pathlib import Path
import joblib

FOLDER = Path("/mnt/models")
NAME = "churn.joblib"

def load(folder):
    if hashlib.sha256(Path(${artifact}).read_bytes()).hexdigest() != ${expected}:
        raise ValueError(folder)
    return joblib.load(${artifact})
`
}

const beside: readonly (readonly [artifact: string, expected: string])[] = [
  ['"/mnt/churn.joblib"', 'Path("/mnt/churn.joblib.sha256").read_text()'],
  ['"models/churn.joblib"', 'open("models/churn.joblib.sha256").read().split()[0]'],
  ['"./models/churn.joblib"', '(Path("models") / "churn.joblib.sha256").read_text().strip()'],
  ['"models/churn.joblib"', 'Path("models/churn.sha256").read_text()'],
  ['FOLDER / "churn.joblib"', '(FOLDER / "churn.joblib.sha256").read_text()'],
  ['NAME', 'open("churn.joblib.md5").read()'],
  ['Path(folder) / "churn.joblib"', '(Path(folder) / "churn.joblib.sha256").read_text()'],
  ['os.path.join(folder, "churn.joblib")', 'open(os.path.join(folder, "churn.joblib.sha256")).read()'],
  ['f"{folder}/churn.joblib"', 'open(f"{folder}/churn.joblib.sha256").read()'],
]

test.each(beside)('whoever replaces %s replaces the digest in %s too', async (artifact, expected) => {
  expect(await toldOf({ 'src/churn.py': load(artifact, expected) })).toEqual(weak)
})

const elsewhere: readonly (readonly [artifact: string, expected: string])[] = [
  ['"/mnt/churn.joblib"', 'Path("/etc/churn/churn.joblib.sha256").read_text()'],
  ['"/mnt/churn.joblib"', 'Path("/mnt/digests.txt").read_text()'],
  ['Path(folder) / "churn.joblib"', 'Path("digests/churn.joblib.sha256").read_text()'],
  ['"models/churn.joblib"', `{"models/churn.joblib.sha256": "${sum}"}["models/churn.joblib.sha256"]`],
]

test.each(elsewhere)('a digest of %s may lie elsewhere: %s', async (artifact, expected) => {
  expect(await toldOf({ 'src/churn.py': load(artifact, expected) })).toEqual(strong)
})

test('a digest that is kept under version control does not change with the file', async () => {
  const python = load('"models/churn.joblib"', 'Path("models/churn.joblib.sha256").read_text().strip()')
  expect(await toldOf({ 'src/churn.py': python, 'models/churn.joblib.sha256': sum })).toEqual(strong)
  expect(await toldOf({ 'src/churn.py': python, 'models/other.joblib.sha256': sum })).toEqual(weak)
  const joined = load('"models/churn.joblib"', '(Path("models") / "churn.joblib.sha256").read_text()')
  expect(await toldOf({ 'src/churn.py': joined, 'models/churn.joblib.sha256': sum })).toEqual(strong)
})

test('of very many checks of one file the strongest counts', async () => {
  const check = (expected: string): string =>
    `    if hashlib.sha256(open("/mnt/churn.joblib", "rb").read()).hexdigest() != ${expected}:\n        raise ValueError(folder)\n`
  const checks = check('open("/mnt/churn.joblib.sha256").read()').repeat(60)
  const python = (last: string): string =>
    `import hashlib\nimport joblib\n\ndef load(folder):\n${checks}${last}    return joblib.load("/mnt/churn.joblib")\n`
  expect(await toldOf({ 'src/churn.py': python(check(`"${sum}"`)) })).toEqual(strong)
  expect(new Set(await toldOf({ 'src/churn.py': python('') }))).toEqual(new Set(weak))
})
