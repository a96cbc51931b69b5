import { told } from '../reasons'

/** A load that a condition holds back. */
function load(condition: string, before = '', loaded = 'joblib.load(path)'): string {
  return `
import fnmatch, mimetypes, os, pickle, zipfile, zlib
from pathlib import Path
import acme, joblib, sklearn

def load(path, other, kind, version, data=None):
    ${before}
    if ${condition}:
        raise ValueError(path)
    return ${loaded}
`
}

const there = 'asks whether the file is there, not what is in it'
const large = 'asks how large or how old the file is, not what is in it'
const called = 'asks what the file is called, not what is in it'
const begins = 'asks how it begins, not what the file does when it is opened'
const versioned = 'compares a version, which whoever replaces the file keeps'
const checksum = 'is a checksum against accidents, which anybody can bring about'

test.each([
  ['os.path.exists(os.path.dirname(path))', there],
  ['os.access(path, os.R_OK)', there],
  ['Path(path).exists() or other', there, '`Path(path).exists()`'],
  ['os.stat(path).st_mtime < 3', large],
  ['len(open(path, "rb").read()) > 200', large],
  ['Path(path).name != "churn.joblib"', called],
  ['Path(path).stem != other', called],
  ['Path(path).suffix not in (".joblib", ".pkl")', called],
  ['fnmatch.fnmatch(path, "*.pkl")', called],
  ['mimetypes.guess_type(path)[0] != "x"', called],
  ['zipfile.is_zipfile(path)', begins],
  ['path[-3:] != "pkl"', begins],
  ['acme.version(path) != version', versioned],
  ['sklearn.__version__ != version', versioned],
  ['version != "3"', versioned],
  ['kind["version"] != 3', versioned],
  ['zlib.crc32(open(path, "rb").read()) != 3', checksum],
])('%s %s', async (condition, says, shown = `\`${condition}\``) => {
  expect(await told(load(condition))).toEqual(['warning', `void verification: ${shown} ${says}`])
})

test.each([
  ['len(data) > 3', 'data = open(path, "rb").read()', 'pickle.loads(data)', large],
  ['len(rows) > 3', 'rows = open(path, "rb").read()', 'pickle.loads(rows)', large],
  ['len(kind.payload) > 3', '', 'pickle.loads(kind.payload)', large],
  ['len(kind.read()) > 3', '', 'pickle.loads(kind.read())', large],
  ['data[:2] != b"PK"', 'data = open(path, "rb").read()', 'pickle.loads(data)', begins],
  ['os.path.exists(path)', '', 'joblib.load(os.path.join(path, "churn.joblib"))', there],
  ['os.path.exists(other)', '', 'joblib.load(os.path.join(path, other))', there],
  [
    'os.path.exists(os.path.join(path, "churn.joblib"))',
    '',
    'joblib.load(os.path.join(path, "churn.joblib"))',
    there,
  ],
])('%s behind "%s" and before %s', async (condition, before, loaded, says) => {
  expect(await told(load(condition, before, loaded))).toEqual([
    'warning',
    `void verification: \`${condition}\` ${says}`,
  ])
})

test.each([
  ['os.path.exists(other)'],
  ['os.path.exists(path + ".lock")'],
  ['os.path.exists(os.path.join(path, "done"))'],
  ['(Path(path) / "done").exists()'],
  ['os.path.exists(f"{path}.done")'],
  ['len(path) > 200'],
  ['len(data) > 3'],
  ['path.split(".")[-1] != "joblib"'],
  ['path[0] != "/"'],
  ['other[:2] != "x"'],
  ['acme.ask({"x": Path(path).suffix})'],
  ['acme.len(data) > 3', 'data = open(path, "rb").read()', 'pickle.loads(data)'],
  ['acme.meta({"version": 3})'],
  ['kind.query(version=3).first()'],
  ['kind.find(version).empty'],
  ['path == other'],
  ['path in acme.known'],
  ['isinstance(path, Path)'],
  ['os.path.getsize(path) > 10 and other'],
  ['__name__ == "__main__"'],
  ['acme.size'],
  ['data[2] != 3', 'data = open(path, "rb").read()', 'pickle.loads(data)'],
  ['not data', 'data = open(path, "rb").read()', 'pickle.loads(data)'],
])(
  'nobody takes it for a check of the file: %s',
  async (condition, before = '', loaded = 'joblib.load(path)') => {
    expect(await told(load(condition, before, loaded))).toEqual(['warning'])
  },
)

function looked(body: string): string {
  return `
import acme, joblib
def load(path, kind):
    model = joblib.load(path)
${body.replaceAll(/^/gm, '    ')}
    return model
`
}

const out = 'looks at what came out of the file, whose code has run by then'
test.each([
  ['if not isinstance(model, kind):\n    raise TypeError()', 'isinstance(model, kind)'],
  ['if not isinstance(model, kind):\n    return None', 'isinstance(model, kind)'],
  ['if not isinstance(model, kind):\n    return False', 'isinstance(model, kind)'],
  ['if not isinstance(model, kind):\n    exit(1)', 'isinstance(model, kind)'],
  ['if type(model) is not kind:\n    raise TypeError()', 'type(model) is not kind'],
  ['if not callable(model.predict):\n    raise TypeError()', 'callable(model.predict)'],
  ['if getattr(model, "ok", None) is None:\n    raise TypeError()', 'getattr(model, "ok", None) is None'],
  ['assert hasattr(model, "predict")', 'hasattr(model, "predict")'],
])('what came out is looked at: %s', async (body, shown) => {
  expect(await told(looked(body))).toEqual(['warning', `void verification: \`${shown}\` ${out}`])
})

test.each([
  'if not isinstance(model, kind):\n    print(1)',
  'if not isinstance(model, kind):\n    return kind',
  'if isinstance(kind, str):\n    raise TypeError()',
  'if model.version != 3:\n    raise TypeError()',
])('nobody takes it for a check of what came out: %s', async body => {
  expect(await told(looked(body))).toEqual(['warning'])
})

test.each([
  ['name == other', 'name', []],
  ['kind.name != other', 'kind.name', ['`kind.name != other`', called]],
  ['name.endswith(".pkl")', 'name', ['`name.endswith(".pkl")`', called]],
])('what the file itself is called says nothing, and %s asks of %s', async (condition, loaded, says) => {
  const python = `import joblib\ndef load(name, other, kind):\n    if ${condition}:\n        raise ValueError(name)\n    return joblib.load(${loaded})\n`
  const reasons = says.length === 0 ? [] : [`void verification: ${says.join(' ')}`]
  expect(await told(python)).toEqual(['warning', ...reasons])
})

test.each([
  ['pickle.loads(requests.get(url, verify=False).content)', true],
  ['pickle.loads(requests.get(url, verify=True).content)', false],
  ['pickle.loads(requests.get(url, verify=other).content)', false],
  ['pickle.loads(requests.get(url, stream=False).content)', false],
])('from whom it comes: %s', async (loaded, isOpen) => {
  const python = `import pickle, requests\ndef load(url, other):\n    return ${loaded}\n`
  const says = 'takes the file from any server that answers in the place of the right one'
  const [, ...reasons] = await told(python)
  expect(reasons).toEqual(isOpen ? [`void verification: \`verify=False\` ${says}`] : [])
})
