import { told } from '../reasons'

type Row = readonly [verified: string, loaded: string, before?: readonly string[], above?: string]

/** A load of one thing behind a check of what is in another one, or in the same. */
function load([verified, loaded, before = [], above = '']: Row): string {
  const lines = [
    ...before,
    `if hashlib.sha256(${verified}).hexdigest() != EXPECTED:`,
    '    raise ValueError(path)',
    `return joblib.load(${loaded})`,
  ]
  return `
import bz2, gzip, hashlib, io, lzma, os
from pathlib import Path
import acme, joblib
EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

${above}
def load(path, folder, name):
${lines.map(line => `    ${line}`).join('\n')}
`
}

function titled(rows: readonly Row[]): readonly (readonly [verified: string, loaded: string, row: Row])[] {
  return rows.map(row => [row[0], [row[1], ...(row[2] ?? []), row[3] ?? ''].join(' '), row])
}

const same: readonly Row[] = [
  ['open(path, "rb").read()', 'path'],
  ['Path(path).read_bytes()', 'filename=path'],
  ['Path(path).read_bytes()', 'mmap_mode="r", filename=path'],
  ['Path(path).read_bytes()', 'Path(path)'],
  ['Path(path).read_bytes()', 'str(path)'],
  ['Path(path).read_bytes()', 'os.fspath(path)'],
  ['Path(path).read_bytes()', 'os.path.abspath(path)'],
  ['Path(path).read_bytes()', 'os.path.realpath(path)'],
  ['Path(path).read_bytes()', 'Path(path).resolve()'],
  ['Path(path).read_bytes()', 'Path(path).expanduser().absolute()'],
  ['Path(path).read_bytes()', 'Path(path).open("rb")'],
  ['Path(path).read_bytes()', 'open(path, "rb")'],
  ['Path(path).read_bytes()', 'gzip.open(path)'],
  ['Path(path).read_bytes()', 'bz2.open(path, "rb")'],
  ['Path(path).read_bytes()', 'lzma.open(path)'],
  ['data', 'io.BytesIO(data)', ['data = Path(path).read_bytes()']],
  ['data', 'io.BytesIO(bytes(data))', ['data = Path(path).read_bytes()']],
  ['memoryview(data)', 'io.BytesIO(data)', ['data = Path(path).read_bytes()']],
  ['data', 'path', ['data = Path(path).read_bytes()']],
  ['io.BytesIO(data).getvalue()', 'path', ['data = open(path, "rb").read()']],
  ['os.path.join(folder, name)', 'os.path.join(folder, name)'],
  ['open(os.path.join(folder, name), "rb").read()', 'os.path.join(folder, name)'],
  ['(Path(folder) / name).read_bytes()', 'Path(folder) / name'],
  ['folder.joinpath(name).read_bytes()', 'folder.joinpath(name)'],
  ['open(folder + "/" + name, "rb").read()', 'folder + "/" + name'],
  ['open(f"{folder}/{name}", "rb").read()', 'f"{folder}/{name}"'],
  ['open("models/churn.joblib", "rb").read()', '"models/churn.joblib"'],
  ['open(Path(path).with_suffix(".pkl"), "rb").read()', 'Path(path).with_suffix(".pkl")'],
  ['open(found, "rb").read()', 'found', ['found = acme.find(path)']],
  ['open(os.environ["MODEL"], "rb").read()', 'os.environ["MODEL"]'],
  ['open(os.getenv("MODEL"), "rb").read()', 'os.getenv("MODEL")'],
  ['open(self.path, "rb").read()', 'self.path', ['self = name']],
  ['open(name["path"], "rb").read()', 'name["path"]'],
  ['open(MODEL, "rb").read()', 'MODEL', [], 'MODEL = "churn.joblib"\n'],
  ['open(MODEL, "rb").read()', '"churn.joblib"', [], 'MODEL = "churn.joblib"\n'],
  ['open("./churn.joblib", "rb").read()', '"churn.joblib"'],
  ['open("churn.joblib", "rb").read()', '"././churn.joblib"'],
  ['open(MODEL, "rb").read()', '"churn.joblib"', [], 'MODEL = "./churn.joblib"\n'],
  ['open(path, "rb").read()', 'path', ['path = folder']],
  ['open(path, "rb").read()', 'path', ['acme.print(path)']],
  ['open(found, "rb").read()', 'found', ['found = path if name else folder']],
  [
    'open(found, "rb").read()',
    'found',
    ['found = acme.find(name)', 'while found:', '    found = acme.find(found)'],
  ],
  ['read(path)', 'path', [], 'def read(name):\n    return Path(name).read_bytes()\n'],
  ['read(path)', 'read(path)', [], 'def read(name):\n    return name.open("rb")\n'],
  [
    'read(path)',
    'path',
    [],
    'def read(name):\n    with open(name, "rb") as file:\n        return file.read()\n',
  ],
  [
    'read(path)',
    'path',
    [],
    'def read(name):\n    return opened(name).read()\ndef opened(name):\n    return open(name, "rb")\n',
  ],
  [
    'open(found, "rb").read()',
    'found',
    ['found = path', 'if name:', '    found = folder', 'if path:', '    found = acme.find()'],
  ],
  ['data', 'data', ['data = acme.md5(path)']],
  ['data', 'data', ['data = acme.connection.fetch(3)']],
  ['open(os.path.dirname(path), "rb").read()', 'os.path.dirname(path)'],
  ['open(Path(path).with_name(name), "rb").read()', 'Path(path).with_name(name)'],
]
test.each(titled(same))('a check of %s is one of %s', async (_verified, _loaded, row) => {
  expect(await told(load(row))).toEqual([])
})

const others: readonly Row[] = [
  ['Path(path).read_bytes()', 'os.path.basename(path)'],
  ['Path(path).read_bytes()', 'Path(path).parent'],
  ['Path(path).read_bytes()', 'acme.open(path)'],
  ['data', 'folder', ['data = Path(path).read_bytes()']],
  ['open(os.path.join(folder, name), "rb").read()', 'os.path.join(folder, path)'],
  ['open(os.path.join(folder, name), "rb").read()', 'os.path.join(name, folder)'],
  ['folder.joinpath(name).read_bytes()', 'folder.joinpath(path)'],
  ['open(f"{folder}/{name}", "rb").read()', 'f"{folder}/{path}"'],
  ['open("models/churn.joblib", "rb").read()', '"models/other.joblib"'],
  ['open("churn.joblib", "rb").read()', '"../churn.joblib"'],
  ['open("churn.joblib", "rb").read()', '".churn.joblib"'],
  ['open("models/churn.joblib", "rb").read()', '"churn.joblib"'],
  ['open(path, "rb").read()', 'Path(path).with_suffix(".pkl")'],
  ['open(Path(path).with_suffix(".pkl"), "rb").read()', 'Path(path).with_suffix(".bin")'],
  ['read(folder)', 'path', [], 'def read(name):\n    return Path(name).read_bytes()\n'],
  ['read(path)', 'path', [], 'def read(name):\n    return Path("other").read_bytes()\n'],
  ['open(acme.find(path), "rb").read()', 'acme.find(path)'],
  ['open(os.getenv("MODEL"), "rb").read()', 'os.getenv("OTHER")'],
  ['open(name["path"], "rb").read()', 'name["other"]'],
  ['open(found, "rb").read()', 'path', ['found = path if name else folder']],
  ['open(os.path.dirname(path), "rb").read()', 'os.path.dirname(folder)'],
  ['open(Path(path).with_name(name), "rb").read()', 'Path(path).with_name(folder)'],
  ['open(f"{folder}{name}", "rb").read()', 'f"{name}{folder}"'],
  [
    'open(found, "rb").read()',
    'other',
    [
      'found = path',
      'other = folder',
      'if name:',
      '    found = name',
      '    other = acme.find(name)',
      'if path:',
      '    found = "churn.joblib"',
      '    other = "churn.joblib"',
    ],
  ],
  ['open(folder.joinpaths(name), "rb").read()', 'folder.joinpaths(name)'],
  ['open(folder.without_suffix(name), "rb").read()', 'folder.without_suffix(name)'],
  [
    'open(found, "rb").read()',
    'other',
    ['found = path if name else folder', 'other = folder if name else acme.find()'],
  ],
  ['open(acme.of(path), "rb").read()', 'acme.of(path)'],
  ['read(path)', 'read(path)', [], 'def read(name):\n    return acme.read(name)\n'],
  ['read(path)', 'read(path)', [], 'def read(name):\n    return name.parent()\n'],
  ['read(path)', 'path', [], 'def read(name):\n    return read(name).read()\n'],
  [
    'read(path)',
    'path',
    [],
    'def read(name):\n    if name:\n        return name.open()\n    return open("other")\n',
  ],
]
test.each(titled(others))('a check of %s is none of %s', async (_verified, _loaded, row) => {
  expect(await told(load(row))).toEqual([
    'warning',
    'void verification: the digest that is compared is not known to be that of this file',
  ])
})
