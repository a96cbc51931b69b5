import { toldOf } from './reasons'

const prelude = `
import hashlib, urllib.request
from pathlib import Path

EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

def check(path):
    if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
        raise ValueError(path)
`
const fetched = 'urllib.request.urlretrieve("https://acme.example/churn.pt", "churn.pt")'
const wrong = 'hashlib.sha256(Path("churn.pt").read_bytes()).hexdigest() != EXPECTED'

const python: readonly (readonly [lines: string, reason: string | null])[] = [
  [`if ${wrong}:\n    raise ValueError("churn.pt")`, null],
  [`if ${wrong}:\n    print("another file")`, 'and the failing side only says so and goes on'],
  [`if ${wrong}:\n    pass`, 'and where it fails, what follows runs all the same'],
  [
    `if strict:\n    if ${wrong}:\n        raise ValueError("churn.pt")`,
    'but not on every way behind the call',
  ],
  ['check("churn.pt")', null],
  [
    'try:\n    check("churn.pt")\nexcept ValueError as error:\n    print(error)',
    'and the exception that it raises is swallowed',
  ],
  ['if strict:\n    check("churn.pt")', 'but not on every way behind the call'],
]

test.each(python)('behind a download, %s', async (lines, reason) => {
  const body = [fetched, ...lines.split('\n')].map(line => `    ${line}`).join('\n')
  const [, ...guards] = await toldOf({ 'churn.py': `${prelude}\ndef fetch(strict):\n${body}\n` })
  expect(guards).toEqual(reason === null ? [] : [`void verification: its digest is compared, ${reason}`])
})

const shell: readonly (readonly [head: string, check: string, reason: string | null])[] = [
  ['set -e', 'sha256sum --check', null],
  ['set -x', 'sha256sum --check', 'and where it fails, what follows runs all the same'],
  ['set -e', 'sha256sum --check || true', 'and where it fails, what follows runs all the same'],
]

test.each(shell)('behind a download, in a script with `%s`: %s', async (head, check, reason) => {
  const script = `#!/bin/bash
${head}
curl -fsSL https://acme.example/churn.pt -o churn.pt
echo "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  churn.pt" | ${check}
python serve.py
`
  const [, ...guards] = await toldOf({ 'fetch.sh': script })
  const says = '`sha256sum` ends badly when the file does not have this digest'
  expect(guards).toEqual(reason === null ? [] : [`void verification: ${says}, ${reason}`])
})
