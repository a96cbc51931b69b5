import { told } from '../reasons'

/** `CHECK(path)` stands for a digest of it that is compared, `FOOLED(path)` for one by an algorithm that can be fooled. */
function python(body: string, above = ''): string {
  const compared = (algorithm: string): string =>
    `$1if hashlib.${algorithm}(Path($2).read_bytes()).hexdigest() != EXPECTED:\n$1    raise ValueError()`
  const lines = body
    .replaceAll('DOWNLOAD', 'urllib.request.urlretrieve("https://x.example/c.pkl", path)')
    .replaceAll(/^( *)CHECK\((.*?)\)/gm, compared('sha256'))
    .replaceAll(/^( *)FOOLED\((.*?)\)/gm, compared('md5'))
    .replaceAll(/^/gm, '    ')
  return `
import acme, hashlib, os, requests, subprocess, sys, urllib.request, wget
from pathlib import Path
EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
${above}
def main(path, other):
${lines}
`
}

const fooled = 'medium verification: its digest is compared, by MD5, which can be fooled'
const notAlways = 'void verification: its digest is compared, but not on every way behind the call'
const goesOn = 'void verification: its digest is compared, and where it fails, what follows runs all the same'
const swallowed = 'void verification: its digest is compared, and the exception that it raises is swallowed'

const rows: readonly (readonly [body: string, found: readonly string[]])[] = [
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)', ['warning']],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)\nCHECK(path)', []],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)\nCHECK(other)', ['warning']],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", path)\nCHECK(path)\nreturn path', []],
  ['CHECK(path)\nurllib.request.urlretrieve("https://x.example/c.pkl", path)', ['warning']],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif other:\n    CHECK(path)',
    ['warning', notAlways],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif other:\n    return\nCHECK(path)',
    ['warning', notAlways],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif other:\n    raise ValueError()\nCHECK(path)',
    [],
  ],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", "c.pkl")\nCHECK("c.pkl")', []],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", "c.pkl")\nCHECK("d.pkl")', ['warning']],
  ['urllib.request.urlretrieve("https://x.example/c.pkl", "models/c.pkl")\nCHECK("models")', ['warning']],
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
    ['warning', swallowed],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nassert hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED',
    [],
  ],
  [
    'urllib.request.urlretrieve("https://x.example/c.pkl", path)\nif hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:\n    os.remove(path)',
    ['warning', goesOn],
  ],
  ['name, _ = urllib.request.urlretrieve("https://x.example/c.pkl")\nCHECK(name)', []],
  ['subprocess.run(["curl", "-o", "c.pkl", "https://x.example/c.pkl"], check=True)\nCHECK("c.pkl")', []],
  ['name = wget.download("https://x.example/c.pkl")\nCHECK(name)', []],
  [
    'DOWNLOAD\nif hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED:\n    return path\nsys.exit("another file")',
    [],
  ],
  [
    'DOWNLOAD\nif hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:\n    sys.exit(1)\nprint(path)\nreturn path',
    [],
  ],
  ['if not Path(path).exists():\n    DOWNLOAD\n    CHECK(path)\nreturn path', []],
  [
    'if other:\n    DOWNLOAD\n    if hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED:\n        print(1)\nreturn path',
    ['warning', goesOn],
  ],
  ['DOWNLOAD\nif other:\n    FOOLED(path)\nelse:\n    FOOLED(path)', ['note', fooled, fooled]],
  ['DOWNLOAD\nwhile True:\n    CHECK(path)\n    break', []],
  [
    'DOWNLOAD\nfor _ in range(3):\n    CHECK(path)',
    ['note', 'medium verification: its digest is compared, in a loop that may go round not once'],
  ],
  ['DOWNLOAD\ntry:\n    print(1)\nexcept ValueError:\n    return\nCHECK(path)', ['warning', notAlways]],
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

const another = 'def get():\n    return wget.download("https://x.example/c.pkl")\n'
const two = `${get}    urllib.request.urlretrieve("https://x.example/d.pkl", "d.pkl")\n`
test.each([
  ['name = get()\nCHECK(name)', another, []],
  ['name = get()\nCHECK(name.path)', another, []],
  ['name = get()\nCHECK(acme.other())', another, ['warning']],
  ['get("c.pkl")\nCHECK("c.pkl")', get.replace('path):', 'path):\n    print(path)'), []],
  ['get(path)\nCHECK("d.pkl")', two, ['warning']],
])('a function brings a file, and its caller asks for %s: %s', async (body, above, found) => {
  expect(await told(python(body, above))).toEqual(found)
})
