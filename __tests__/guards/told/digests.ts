import { told } from '../reasons'

/** A file that is loaded after a check; `DATA` stands for what is in it. */
function load(condition: string, before: readonly string[] = []): string {
  const lines = [...before, `if ${condition}:`, '    raise ValueError(path)', 'return joblib.load(path)']
  return `
import hashlib, hmac, json, os
from pathlib import Path
import acme, blake3, httpx, gdown, joblib, requests, wget
from Crypto.Hash import SHA256
from cryptography.hazmat.primitives import hashes

EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
SUM = hashlib.sha256(Path("churn.joblib").read_bytes()).hexdigest()
EITHER = hashlib.sha256(Path("churn.joblib").read_bytes()).hexdigest()
if os.environ:
    EITHER = os.environ["SUM"]
LOCK = json.load(open("lock.json"))

def of(name):
    return hashlib.sha256(Path(name).read_bytes()).hexdigest()

def of_another(name):
    return hashlib.sha256(Path("other").read_bytes()).hexdigest()

def handed_on(name):
    return of(name)

def verify(name, expected=None):
    return hashlib.sha256(Path(name).read_bytes()).hexdigest() != expected

def feed(digest, name):
    digest.update(Path(name).read_bytes())

def load(path, other):
${lines.map(line => `    ${line}`).join('\n')}
`.replaceAll('DATA', 'Path(path).read_bytes()')
}

const sha = 'hashlib.sha256(DATA).hexdigest()'
const fed = (line: string): string[] => [
  'digest = hashlib.sha256()',
  ...line.split('\n'),
  'found = digest.hexdigest()',
]
const chunks = (lines: string): string[] =>
  fed(`with open(path, "rb") as file:\n${lines.replaceAll(/^/gm, '    ')}`)

// One of several algorithms, and then the file is fed into it.
const either = (first: string, ...others: readonly string[]): string[] => [
  `digest = hashlib.${first}()`,
  ...others.flatMap(other => ['if other:', `    digest = hashlib.${other}()`]),
  'digest.update(DATA)',
  'found = digest.hexdigest()',
]

const strong: readonly (readonly [condition: string, before?: readonly string[]])[] = [
  [`${sha} != EXPECTED`],
  [`EXPECTED != ${sha}`],
  [`${sha} not in [EXPECTED, "none"]`],
  [`${sha}.strip().upper() != EXPECTED`],
  ['hashlib.sha256(DATA).digest() != EXPECTED'],
  ['hashlib.sha256(DATA).digest().hex() != EXPECTED'],
  ['hashlib.sha256(DATA).digest().decode() != EXPECTED'],
  [`f"sha256:{${sha}}" != EXPECTED`],
  [`f"{other}:sha256:{${sha}}" != EXPECTED`],
  ['hashlib.new("sha256", DATA).hexdigest() != EXPECTED'],
  ['hmac.new(other, DATA, hashlib.sha256).hexdigest() != EXPECTED'],
  ['blake3.blake3(DATA).hexdigest() != EXPECTED'],
  ['SHA256.new(DATA).hexdigest() != EXPECTED'],
  ['hashlib.file_digest(open(path, "rb"), "sha256").hexdigest() != EXPECTED'],
  ['hashlib.sha256(open(path, "rb").read(-1)).hexdigest() != EXPECTED'],
  ['hashlib.sha256(DATA[:]).hexdigest() != EXPECTED'],
  [`not hmac.compare_digest(${sha}, EXPECTED)`],
  ['of(path) != EXPECTED'],
  ['handed_on(path) != EXPECTED'],
  [`${sha} != os.environ["DIGEST"]`],
  [`${sha} != LOCK[Path(path).name]`],
  [`${sha} != LOCK.get(path + ".sha256")`],
  [`${sha} != LOCK[path + ".sha256"]`],
  [`${sha} != expected`, ['expected = ""', 'if other:', '    expected = EXPECTED']],
  [`${sha} != found`, ['found = EXPECTED', 'if other:', '    found = other']],
  [`not hmac.compare_digest(EXPECTED, ${sha})`],
  ['verify(path, EXPECTED)', []],
  ['verify(expected=EXPECTED, name=path)'],
  ['SUM != EXPECTED', ['path = "churn.joblib"']],
  ['verify(path, Path(other + ".sha256").read_text())'],
  ['verify(path, LOCK[path + ".sha256"])'],
  [`${sha} != Path(other + ".sha256").read_text()`],
  [`${sha} != of(other)`],
  ['found != EXPECTED', [`found = ${sha}`]],
  ['found != EXPECTED', [`found = ${sha}`, 'if other:', '    found = hashlib.sha512(DATA).hexdigest()']],
  [
    'found != EXPECTED',
    ['digest = hashlib.sha256(usedforsecurity=False)', 'digest.update(DATA)', 'found = digest.hexdigest()'],
  ],
  [
    'found != EXPECTED',
    [
      `found = ${sha}`,
      'if other:',
      '    found = hashlib.sha512(DATA).hexdigest()',
      'if path:',
      '    found = hashlib.sha384(DATA).hexdigest()',
    ],
  ],
  ['found != EXPECTED', fed('digest.update(DATA)')],
  ['found != EXPECTED', either('sha256', 'sha512')],
  ['found != EXPECTED', either('sha256', 'sha384', 'sha512')],
  ['digest.finalize() != EXPECTED', ['digest = hashes.Hash(hashes.SHA256())', 'digest.update(DATA)']],
  ['digest.hexdigest() != EXPECTED', ['digest = hashlib.new("sha256")', 'digest.update(DATA)']],
  ['found != EXPECTED', chunks('for chunk in iter(lambda: file.read(4096), b""):\n    digest.update(chunk)')],
  ['found != EXPECTED', chunks('while chunk := file.read(4096):\n    digest.update(chunk)')],
  ['found != EXPECTED', chunks('for line in file:\n    digest.update(line)')],
  [
    'found != EXPECTED',
    chunks('chunk = file.read(4096)\nwhile chunk:\n    digest.update(chunk)\n    chunk = file.read(4096)'),
  ],
]
test.each(strong.map(([condition, before = []]) => [condition, before.join('; '), before] as const))(
  '%s holds the load %s',
  async (condition, _, before) => {
    expect(await told(load(condition, before))).toEqual([])
  },
)

const broken: readonly (readonly [condition: string, algorithm: string, before?: readonly string[]])[] = [
  ['hashlib.sha1(DATA).hexdigest() != EXPECTED', 'SHA-1'],
  ['hashlib.sha1(DATA, usedforsecurity=False).hexdigest() != EXPECTED', 'SHA-1'],
  ['hashlib.new("md4", DATA).hexdigest() != EXPECTED', 'MD4'],
  ['hashlib.new("sha1", DATA, usedforsecurity=False).hexdigest() != EXPECTED', 'SHA-1'],
  ['hmac.new(other, DATA, hashlib.md5).hexdigest() != EXPECTED', 'MD5'],
  ['hmac.new(other, DATA, "sha1").hexdigest() != EXPECTED', 'SHA-1'],
  ['digest.finalize() != EXPECTED', 'MD5', ['digest = hashes.Hash(hashes.MD5())', 'digest.update(DATA)']],
  ['found != EXPECTED', 'MD5', [`found = ${sha}`, 'if other:', '    found = hashlib.md5(DATA).hexdigest()']],
  ['found != EXPECTED', 'MD5', ['found = hashlib.md5(DATA).hexdigest()', 'if other:', `    found = ${sha}`]],
  ['found != EXPECTED', 'MD5', either('sha256', 'md5')],
  ['found != EXPECTED', 'MD5', either('md5', 'sha256')],
]
test.each(broken.map(([condition, algorithm, before = []]) => [condition, algorithm, before] as const))(
  '%s holds it by an algorithm that can be fooled: %s',
  async (condition, algorithm, before) => {
    expect(await told(load(condition, before))).toEqual([
      'note',
      `medium verification: its digest is compared, by ${algorithm}, which can be fooled`,
    ])
  },
)

const failed = 'void verification: its digest is compared, and the call stands on the side where it failed'
const unknown = 'void verification: the digest that is compared is not known to be that of this file'
const empty = 'void verification: the digest is compared with nothing: what is expected is empty'
const nothingFed = 'void verification: nothing was fed into the digest'
const ofTheName = 'void verification: the digest is that of the name, not of what is in the file'
const part = 'weak verification: only a part of the digest is compared'
const beside = 'weak verification: its digest is compared with one that lies beside the file'
const fetched =
  'weak verification: its digest is compared with one that comes over the network without a signature'

const open: readonly (readonly [condition: string, why: string | null, before?: readonly string[]])[] = [
  [`${sha} == EXPECTED`, failed],
  [`${sha} in [EXPECTED, "none"]`, failed],
  [`${sha} < EXPECTED`, null],
  ['hashlib.sha256(DATA).block_size != EXPECTED', null],
  ['hashlib.sha256(DATA).copy() != EXPECTED', null],
  [`${sha}.replace("a", "b") != EXPECTED`, null],
  [`f"{${sha}}-4" != EXPECTED`, null],
  [`${sha}[0] != "9"`, null],
  [`${sha}[8:] != EXPECTED`, part],
  [`not ${sha}.startswith("9f86")`, part],
  [`not ${sha}.endswith("0a08")`, part],
  ['of_another(path) != EXPECTED', unknown],
  ['of(other) != EXPECTED', unknown],
  ['hmac.new(DATA, other, "sha256").hexdigest() != EXPECTED', unknown],
  ['hashlib.sha256(bytes(path, "utf-8")).hexdigest() != EXPECTED', unknown],
  ['hashlib.sha256(other.encode()).hexdigest() != EXPECTED', unknown],
  ['hashlib.sha256(path.encode("utf-8")).hexdigest() != EXPECTED', ofTheName],
  [`${sha} != None`, empty],
  [`${sha} != ""`, empty],
  [`not hmac.compare_digest(${sha}, "")`, empty],
  [`not acme.compare_digest(${sha}, "")`, null],
  [`not acme.compare(${sha}, EXPECTED)`, null],
  ['verify(other, EXPECTED)', null],
  ['SUM != EXPECTED', unknown],
  ['EITHER != EXPECTED', null, ['path = "churn.joblib"']],
  ['verify(path, Path(path + ".sha256").read_text())', beside],
  ['verify(path, Path(path).with_suffix(".sha256").read_text())', beside],
  ['verify(expected=open(f"{path}.sha256").read(), name=path)', beside],
  ['verify(path)', null],
  [`${sha} != httpx.get("https://acme.example").text.strip()`, fetched],
  [`${sha} != requests.get("https://acme.example").json()["digest"]`, fetched],
  [`${sha} != Path(f"{path}.sha256").read_text()`, beside],
  [`${sha} != Path(path).with_name("digest").read_text()`, beside],
  [`${sha} != Path(other).joinpath(path + ".sha256").read_text()`, beside],
  [
    `${sha} != hashlib.sha512(DATA).hexdigest()`,
    'void verification: the digest is compared with that of the same file',
  ],
  [
    'hashlib.sha256(data).hexdigest() != data',
    'void verification: the digest is compared with one that stands in the same file',
    ['data = DATA'],
  ],
  ['found != EXPECTED', null, [`found = ${sha}`, 'if other:', '    found = EXPECTED']],
  ['hashlib.sha256(bytes(path, encoding="utf-8")).hexdigest() != EXPECTED', unknown],
  ['found != EXPECTED', null, [`found = ${sha}`, 'if other:', '    found = of(other)']],
  ['found != EXPECTED', null, ['found = of(other)', 'if other:', `    found = ${sha}`]],
  [
    `${sha} != found`,
    fetched,
    [
      'found = EXPECTED',
      'if other:',
      '    found = requests.get(other).text',
      'if path:',
      '    found = EXPECTED.lower()',
    ],
  ],
  [`${sha} != found`, fetched, ['found = EXPECTED', 'if other:', '    found = requests.get(other).text']],
  ['found != EXPECTED', unknown, fed('digest.update(b"x")')],
  ['found != EXPECTED', nothingFed, fed('digest.copy().update(DATA)')],
  ['found != EXPECTED', nothingFed, fed('pass')],
  ['found != EXPECTED', null, fed('feed(digest, path)')],
]
test.each(open.map(([condition, why, before = []]) => [condition, why, before.join('; '), before] as const))(
  '%s holds nothing: %s %s',
  async (condition, why, _, before) => {
    expect(await told(load(condition, before))).toEqual(why === null ? ['warning'] : ['warning', why])
  },
)

test.each([
  ['wget.download(other + ".pkl")', 'open(wget.download(other)).read()'],
  ['gdown.download(other + ".pkl")', 'open(gdown.download(other)).read()'],
])('what %s brings is not compared with what is fetched from there too: %s', async (from, expected) => {
  expect(await told(load(`${sha} != ${expected}`, [`path = ${from}`]))).toEqual([
    'error',
    'weak verification: its digest is compared with one that is fetched from the same place',
  ])
})
test.each([
  ['wget.download(other + ".pkl")', 'open(gdown.download(other)).read()'],
  ['wget.download(other + ".pkl")', 'open(acme.find("sum")).read()'],
  ['acme.find("churn")', 'open(acme.find("sum")).read()'],
])('what %s brings is compared with what comes from elsewhere: %s', async (from, expected) => {
  expect(await told(load(`${sha} != ${expected}`, [`path = ${from}`]))).toEqual([])
})

test.each(['open(path, "rb").read(1024)', 'open(path, "rb").read(0)', 'DATA[:1024]'])(
  'a digest of %s is one of the first bytes',
  async first => {
    expect(await told(load(`hashlib.sha256(${first}).hexdigest() != EXPECTED`))).toEqual([
      'note',
      'medium verification: the digest of its first bytes is compared',
    ])
  },
)
