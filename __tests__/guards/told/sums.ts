import { toldOf } from '../reasons'

const sum = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

/** A load of `model.joblib` behind a command of a script; `SUM` stands for a digest. */
function foundBehind(command: string): Promise<readonly string[]> {
  const script = `set -eo pipefail\n${command.replaceAll('SUM', sum)}\npython load.py\n`
  return toldOf({ 'cd.sh': script, 'load.py': 'import joblib\njoblib.load("model.joblib")\n' })
}

test.each([
  'echo "SUM  model.joblib" | sha256sum -c',
  'echo "SUM *model.joblib" | sha256sum -c -',
  'echo "SUM  ./model.joblib" | sha256sum --check --status',
  'echo "SUM  model.joblib" | shasum -a 256 -c',
  'echo "$EXPECTED  model.joblib" | sha256sum -c',
  'echo -e "SUM  other.joblib\\nSUM  model.joblib" | sha256sum -c',
  'echo "SUM  other.joblib\nSUM  model.joblib" | sha256sum -c',
  'printf \'%s  %s\\n\' "$EXPECTED" model.joblib | sha256sum -c',
  'echo "  SUM  model.joblib" | sha256sum -c',
  'sha256sum -c <<< "SUM  model.joblib"',
  'sha256sum -c <<EOF\nSUM  other.joblib\nSUM  model.joblib\nEOF',
])('the file is on the list that is checked by %s', async command => {
  expect(await foundBehind(command)).toEqual([])
})

test.each([
  'echo "SUM  other.joblib" | sha256sum -c',
  'echo "SUM  $FILE" | sha256sum -c',
  'echo "SUM" | sha256sum -c',
  'echo "  model.joblib" | sha256sum -c',
  'echo "SUM  my model.joblib" | sha256sum -c',
  'echo "SUM  models/model.joblib" | sha256sum -c',
  'echo "SUM  model.joblib" | sha256sum',
  'sha256sum model.joblib',
])('the file is not on a list that is checked by %s', async command => {
  expect(await foundBehind(command)).toEqual(['warning'])
})

test.each([
  [
    'echo "SUM  model.joblib" | md5sum -c',
    'note',
    'medium verification: `md5sum` compares the file with a digest by an algorithm that can be fooled',
  ],
  [
    'sha256sum -c sums.txt',
    'warning',
    'weak verification: `sha256sum` compares files with digests that are no part of the repository, and who can change the files may change them',
  ],
  [
    'echo "SUM  model.joblib" | sha256sum -c || true',
    'warning',
    'void verification: `sha256sum` ends badly when the file does not have this digest, and where it fails, what follows runs all the same',
  ],
])('%s proves less', async (command, ...found) => {
  expect(await foundBehind(command)).toEqual(found)
})

test.each([
  'is=$(sha256sum model.joblib | cut -d" " -f1)\nif [ "$is" != "SUM" ]; then exit 1; fi',
  'if [ "$(sha256sum model.joblib)" != "SUM  model.joblib" ]; then exit 1; fi',
  'is=$(sha256sum model.joblib | awk \'{print $1}\')\n[[ "$is" == "SUM" ]] || exit 1',
  'is=$(shasum -a 256 model.joblib | cut -c1-64)\nif [ "$is" != "SUM" ]; then exit 1; fi',
  'if [ "$(sha256sum model.joblib | cut -c1-64)" != "SUM" ]; then exit 1; fi',
  'is=$(sha256sum model.joblib | cut -c1-64)\nif [ "$is" = "SUM" ]; then echo same; else exit 1; fi',
  'is="$(sha256sum ./model.joblib | head -c 64)"\ntest "$is" = "$EXPECTED" || { echo another; exit 1; }',
])('the digest that is printed is compared by %s', async command => {
  expect(await foundBehind(command)).toEqual([])
})

test.each([
  'is=$(sha256sum model.joblib | cut -d" " -f1)\nif [ "$is" != "SUM" ]; then echo another; fi',
  'is=$(sha256sum other.joblib | cut -d" " -f1)\nif [ "$is" != "SUM" ]; then exit 1; fi',
  'is=$(sha256sum model.joblib | cut -c1-8)\nif [ "$is" != "9f86d081" ]; then exit 1; fi',
  'is=$(sha256sum model.joblib | cut -d" " -f1)\nif [ "$is" != "$(cat model.sha256)" ]; then exit 1; fi',
  'is=$(sha256sum model.joblib other.joblib | tail -1)\nif [ "$is" != "SUM" ]; then exit 1; fi',
  'is=$(sha256sum -c model.joblib)\nif [ "$is" != "SUM" ]; then exit 1; fi',
  'is=$(sha256sum model.joblib)\nif [ -z "$is" ]; then exit 1; fi',
])('the digest that is printed proves nothing by %s', async command => {
  expect((await foundBehind(command))[0]).toBe('warning')
})

test.each([
  ['md5sum', 'MD5'],
  ['sha1sum', 'SHA-1'],
  ['shasum', 'SHA-1'],
  ['shasum -a 1', 'SHA-1'],
])('the digest that %s prints can be fooled', async (program, algorithm) => {
  const command = `is=$(${program} model.joblib | cut -d" " -f1)\nif [ "$is" != "SUM" ]; then exit 1; fi`
  expect(await foundBehind(command)).toEqual([
    'note',
    `medium verification: its digest is compared, by ${algorithm}, which can be fooled`,
  ])
})
