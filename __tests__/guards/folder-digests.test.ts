import { told } from './reasons'

/** A load of what lies below a folder, behind lines that look at all of its files. */
function foundBehind(
  lines: string,
  load = 'joblib.load(folder / "churn.joblib")',
): Promise<readonly string[]> {
  const body = `${lines}\nreturn ${load}`
  return told(`
import hashlib, io
from pathlib import Path
import joblib, mlflow
import tensorflow as tf
from transformers import AutoModel
EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

def digest_of(folder):
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()

def restore(folder: Path, other: Path):
${body.replaceAll(/^/gm, '    ')}
`)
}

const loop = (body: string, all = 'sorted(folder.rglob("*"))'): string =>
  `digest = hashlib.sha256()\nfor path in ${all}:\n${body.replaceAll(/^/gm, '    ')}\n`
const compared = 'if digest.hexdigest() != EXPECTED:\n    raise ValueError("another model")'
const feed = 'digest.update(path.read_bytes())'

const holding: readonly (readonly [what: string, lines: string])[] = [
  ['each of them', `${loop(feed)}${compared}`],
  ['by another pattern', `${loop(feed, 'sorted(folder.glob("**/*"))')}${compared}`],
  ['in the order of a list', `${loop(feed, 'list(folder.rglob("*"))')}${compared}`],
  ['those that are no folders', `${loop(`if path.is_file():\n    ${feed}`)}${compared}`],
  ['without those that are folders', `${loop(`if path.is_dir():\n    continue\n${feed}`)}${compared}`],
  ['without those that are no files', `${loop(`if not path.is_file():\n    continue\n${feed}`)}${compared}`],
  [
    'with their names',
    `${loop(`digest.update(str(path.relative_to(folder)).encode())\n${feed}`)}${compared}`,
  ],
  ['opened', `${loop('with open(path, "rb") as file:\n    digest.update(file.read())')}${compared}`],
  [
    'in chunks',
    `${loop('with path.open("rb") as file:\n    for chunk in iter(lambda: file.read(8192), b""):\n        digest.update(chunk)')}${compared}`,
  ],
  ['by a function', 'if digest_of(folder) != EXPECTED:\n    raise ValueError("another model")'],
  ['with a refusal', `${loop(`if path.is_symlink():\n    raise ValueError("a link")\n${feed}`)}${compared}`],
]

test.each(holding)('one digest of all files of a folder verifies what lies in it: %s', async (_, lines) => {
  expect(await foundBehind(lines)).toEqual([])
})

test.each([
  'mlflow.pyfunc.load_model(str(folder))',
  'tf.keras.models.load_model(folder)',
  'AutoModel.from_pretrained(folder, use_safetensors=False)',
  'joblib.load(folder / "deep" / "churn.joblib")',
])('and the folder itself: %s', async load => {
  expect(await foundBehind(`${loop(feed)}${compared}`, load)).toEqual([])
  expect(await foundBehind(`${loop(feed)}print(digest.hexdigest())`, load)).not.toEqual([])
})

const void_ = 'void verification: the digest that is compared is not known to be that of this file'
const leaving: readonly (readonly [what: string, lines: string])[] = [
  ['by their ending', `${loop(`if path.suffix == ".json":\n    ${feed}`)}${compared}`],
  ['by a pattern', `${loop(feed, 'sorted(folder.rglob("*.json"))')}${compared}`],
  ['that lie deeper', `${loop(feed, 'sorted(folder.glob("*"))')}${compared}`],
  ['by their name', `${loop(`if path.name == "churn.joblib":\n    continue\n${feed}`)}${compared}`],
  ['behind the first', `${loop(`${feed}\nbreak`)}${compared}`],
  ['behind one', `${loop(`if path.name == "a":\n    break\n${feed}`)}${compared}`],
  ['that are files', `${loop(`if path.is_file():\n    continue\n${feed}`)}${compared}`],
  ['by another condition', `${loop(`if other.is_file():\n    ${feed}`)}${compared}`],
  ['behind the loop', `${loop('print(path)')}${feed}\n${compared}`],
  ['of this folder', `${loop(feed, 'sorted(other.rglob("*"))')}${compared}`],
  ['but their names', `${loop('digest.update(str(path).encode())')}${compared}`],
  ['in a slice', `${loop(feed, 'sorted(folder.rglob("*"))[1:]')}${compared}`],
]

test.each(leaving)('a digest that leaves files out verifies nothing: %s', async (_, lines) => {
  expect(await foundBehind(lines)).toEqual(['warning', void_])
})

test('a digest in which the loop may end with a return is none of all files', async () => {
  const early = `${loop(`if path.name == "a":\n    return joblib.load(folder / "churn.joblib")\n${feed}`)}${compared}`
  expect(await foundBehind(early)).toContain('warning')
})

test.each([
  ['kept only', `${loop(feed)}found = digest.hexdigest()`, 'the digest is computed and never compared'],
  ['only printed', `${loop(feed)}print(digest.hexdigest())`, 'the digest is computed and never compared'],
])('a digest of all files that is %s verifies nothing', async (_, lines, says) => {
  expect(await foundBehind(lines)).toEqual(['warning', `void verification: ${says}`])
})

test('a digest of all files by an algorithm that can be fooled is a note', async () => {
  const lines = `${loop(feed)}${compared}`.replace('sha256', 'md5')
  expect((await foundBehind(lines))[0]).toBe('note')
})

test('a mismatch that is only told verifies nothing', async () => {
  const lines = `${loop(feed)}if digest.hexdigest() != EXPECTED:\n    print("another model")`
  expect((await foundBehind(lines))[0]).toBe('warning')
})
