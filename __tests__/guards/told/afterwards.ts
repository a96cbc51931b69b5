import { told } from '../reasons'

/** `CHECK(path)` stands for a digest of it that is compared. */
function python(body: string, above = ''): string {
  const lines = body
    .replaceAll(
      /^( *)CHECK\((.*?)\)/gm,
      '$1if hashlib.sha256(Path($2).read_bytes()).hexdigest() != EXPECTED:\n$1    raise ValueError()',
    )
    .replaceAll(/^/gm, '    ')
  return `
import hashlib, os, requests, subprocess, urllib.request
from pathlib import Path
EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
${above}
def main(path, other):
${lines}
`
}

const rows: readonly (readonly [body: string, found: readonly string[]])[] = [
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)', ['warning']],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)\nCHECK(path)', []],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)\nCHECK(other)', ['warning']],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)\nCHECK(path)\nreturn path', []],
  ['CHECK(path)\nurllib.request.urlretrieve("https://x.example/c.pkl", path)', ['warning']],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif other:\n    CHECK(path)',
    ['warning', 'void verification: its digest is compared, but only after the call'],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif other:\n    return\nCHECK(path)',
    ['warning', 'void verification: its digest is compared, but only after the call'],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif other:\n    raise ValueError()\nCHECK(path)',
    [],
  ],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", "c.pkl")\nCHECK("c.pkl")', []],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", "c.pkl")\nCHECK("d.pkl")', ['warning']],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", "models/c.pkl")\nCHECK("models")',
    ['warning', 'void verification: its digest is compared, but only after the call'],
  ],
  [
    'try:\n    urllib.request.urlretrieve("https://x.example/c.pkl", path)\nexcept OSError:\n    return\nCHECK(path)',
    [],
  ],
  ['for _ in range(3):\n    urllib.request.urlretrieve("https://x.example/c.pkl", path)\nCHECK(path)', []],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nurllib.request.urlretrieve("https://x.example/d.pkl", other)\nCHECK(path)',
    ['warning'],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\ntry:\n    CHECK(path)\nexcept ValueError:\n    pass',
    ['warning', 'void verification: its digest is compared, but only after the call'],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nassert hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED',
    [],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:\n    os.remove(path)',
    ['warning', 'void verification: its digest is compared, but only after the call'],
  ],
  ['name, _ = urllib.request.urlretrieve("https://x.example/c.pkl")\nCHECK(name)', []],
  ['subprocess.run(["curl", "-o", "c.pkl", "https://x.example/c.pkl"], check=True)\nCHECK("c.pkl")', []],
  [
    'data = requests.get("https://x.example/c.pkl").content\nPath("c.pkl").write_bytes(data)\nCHECK("c.pkl")',
    ['warning'],
  ],
]
test.each(rows)('a download and what comes behind it: %s', async (body, found) => {
  expect(await told(python(body))).toEqual(found)
})

const get = `
def get(path):
    urllib.request.urlretrieve("https://x.example/c.pkl", path)
`
const called: readonly (readonly [body: string, found: readonly string[]])[] = [
  ['get(path)', ['warning']],
  ['get(path)\nCHECK(path)', []],
  [
    'CHECK(path)\nget(path)',
    ['warning', 'void verification: the digest that is compared is not known to be that of this file'],
  ],
  ['get("c.pkl")\nCHECK("c.pkl")', []],
  ['get(path)\nif other:\n    return\nCHECK(path)', ['warning']],
  ['get(path)\nprint(hashlib.sha256(Path(other).read_bytes()).hexdigest())', ['warning']],
  ['get(path)\nprint(Path(other).read_bytes())', ['warning']],
  ['get(path)\nprint(Path(path).exists())', ['warning']],
  ['get(path)\nprint(other)', ['warning']],
  ['get(path)\nif other:\n    raise ValueError()', ['warning']],
  ['if other:\n    raise ValueError()\nget(path)', ['warning']],
  ['get(path)\nif other:\n    print(1)', ['warning']],
  ['get(path)\nreturn path', ['warning']],
  ['get(path)\nif other:\n    return', ['warning']],
  ['get(path)\nraise ValueError()', ['warning']],
]
test.each(called)('a download by a function, and what its caller does: %s', async (body, found) => {
  expect(await told(python(body, get))).toEqual(found)
})
