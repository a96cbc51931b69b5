import { lineOf } from '../../../src/base/lines'
import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import joblib, os, pickle, shutil, sys, tempfile
from pathlib import Path
from urllib.request import urlretrieve
`

/** `LOAD` opens a file; its level, and where the artifact comes from. */
async function told(python: string): Promise<string> {
  const text = python
    .replaceAll('LOAD', 'joblib.load("m.pkl")')
    .replaceAll('GET', 'urlretrieve(url, "m.pkl")')
  const files = { 'models/churn.pkl': 'x', 'models/other.joblib': 'x' }
  const findings = await analyseSources({ ...files, 'serve.py': `${imports}${text}` }, rules)
  const loads = findings.filter(({ rule }) => rule !== 'unverified-download')
  return (
    loads
      .map(({ level, message, steps }) => {
        const first = steps.find(({ says }) => says.startsWith('The artifact'))
        const line = first ? ` from line ${lineOf(first.span.file.text, first.span.start).line - 3}` : ''
        return `${level}${/(?<=The artifact) .*?(?=\.(?: |$))/.exec(message)?.[0] ?? ''}${line}`
      })
      .join(', ') || 'silent'
  )
}

const none = 'warning is `m.pkl`, which this repository does not contain'
const network = (line: number): string => `error comes from the network from line ${line}`
const atTimes = (line: number): string =>
  `note was written by the same code, though not on every way to the load from line ${line}`

describe('what is written before the load decides', () => {
  test.each([
    ['GET\nLOAD', network(1)],
    ['LOAD\nGET', none],
    ['for name in names:\n    LOAD\n    GET', network(3)],
    ['while True:\n    if ready():\n        LOAD\n    else:\n        GET', network(5)],
    ['if ready():\n    LOAD\nelse:\n    GET', none],
    ['for name in names:\n    GET\nLOAD', network(2)],
    ['if sys.argv:\n    joblib.dump(1, "m.pkl")\nLOAD', atTimes(2)],
    ['if sys.argv:\n    joblib.dump(1, "m.pkl")\nelse:\n    GET\nLOAD', network(4)],
    ['if sys.argv:\n    joblib.dump(1, "m.pkl")\nelse:\n    joblib.dump(2, "m.pkl")\nLOAD', 'silent'],
    ['try:\n    GET\nexcept OSError:\n    raise SystemExit(1)\nLOAD', network(2)],
    ['GET\njoblib.dump(1, "m.pkl")\nLOAD', 'silent'],
    [
      'shutil.copy("models/churn.pkl", "m.pkl")\nLOAD',
      'note is `models/churn.pkl`, a file of this repository from line 1',
    ],
    [
      'shutil.copy("/mnt/churn.pkl", "m.pkl")\nLOAD',
      'warning lies outside of this repository, at `/mnt/churn.pkl` from line 1',
    ],
    ['shutil.copy(sys.argv[1], "m.pkl")\nLOAD', 'warning is named on the command line from line 1'],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

describe('what a function writes', () => {
  test.each([
    ['def save(m):\n    joblib.dump(m, "m.pkl")\nsave(1)\nLOAD', 'silent'],
    [
      'def save(m):\n    if m is None:\n        raise ValueError("x")\n    joblib.dump(m, "m.pkl")\nsave(1)\nLOAD',
      'silent',
    ],
    [
      'def save(m):\n    if m is None:\n        return\n    joblib.dump(m, "m.pkl")\nsave(1)\nLOAD',
      atTimes(4),
    ],
    ['def save(m, path):\n    joblib.dump(m, path)\nsave(1, "m.pkl")\nLOAD', 'silent'],
    ['def save(m, path):\n    joblib.dump(m, path)\nsave(1, path="m.pkl")\nLOAD', 'silent'],
    ['def save(m, path):\n    joblib.dump(m, path)\nsave(1, "n.pkl")\nLOAD', none],
    ['def save(m):\n    joblib.dump(m, "m.pkl")\nLOAD\nsave(1)', none],
    ['def save(m):\n    joblib.dump(m, "m.pkl")\nif ready():\n    save(1)\nLOAD', atTimes(2)],
    ['def get(path):\n    urlretrieve(url, path)\nget("m.pkl")\nLOAD', network(2)],
    ['def get(path):\n    urlretrieve(url, path)\nget("n.pkl")\nLOAD', none],
    ['def get():\n    GET\ndef prepare():\n    get()\nprepare()\nLOAD', network(2)],
    ['def get():\n    GET\ndef prepare():\n    if ready():\n        get()\nprepare()\nLOAD', network(2)],
    ['def save():\n    joblib.dump(1, "m.pkl")\ndef prepare():\n    save()\nprepare()\nLOAD', 'silent'],
    [
      'def save():\n    joblib.dump(1, "m.pkl")\ndef prepare():\n    if ready():\n        save()\nprepare()\nLOAD',
      atTimes(2),
    ],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

describe('what callers and neighbours have written', () => {
  const serve = 'def serve():\n    LOAD\n'
  test.each([
    [`${serve}def main():\n    GET\n    serve()`, network(4)],
    [`${serve}def main():\n    serve()\n    GET`, network(5)],
    [`${serve}def get():\n    GET`, network(4)],
    [`${serve}def main():\n    joblib.dump(1, "m.pkl")\n    serve()`, 'silent'],
    [`${serve}def main():\n    serve()\n    joblib.dump(1, "m.pkl")`, none],
    [`${serve}def main():\n    joblib.dump(1, "m.pkl")\n    serve()\ndef other():\n    serve()`, none],
    [`${serve}def save():\n    joblib.dump(1, "m.pkl")`, none],
    [
      `${serve}def main():\n    GET\n    serve()\ndef other():\n    joblib.dump(1, "m.pkl")\n    serve()`,
      network(4),
    ],
    [
      'class A:\n    def get(self):\n        urlretrieve(url, self.path)\n    def load(self):\n        joblib.load(self.path)',
      network(3),
    ],
    [
      'class A:\n    def get(self):\n        urlretrieve(url, self.other)\n    def load(self):\n        joblib.load(self.path)',
      'warning',
    ],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

describe('the same file by other names', () => {
  test.each([
    [
      'with tempfile.NamedTemporaryFile() as f:\n    urlretrieve(url, f.name)\n    joblib.load(f.name)',
      network(2),
    ],
    [
      'with tempfile.TemporaryDirectory() as d:\n    urlretrieve(url, os.path.join(d, "m.pkl"))\n    joblib.load(os.path.join(d, "m.pkl"))',
      network(2),
    ],
    [
      'with tempfile.TemporaryDirectory() as d:\n    urlretrieve(url, d + "/n.pkl")\n    joblib.load(d + "/m.pkl")',
      'warning',
    ],
    ['urlretrieve(url, "./m.pkl")\nLOAD', network(1)],
    ['urlretrieve(url, Path("m.pkl"))\nLOAD', network(1)],
    ['urlretrieve(url, "sub/m.pkl")\nLOAD', none],
    ['urlretrieve(url, os.path.join("out", "..", "m.pkl"))\nLOAD', network(1)],
    ['path = "m.pkl"\nurlretrieve(url, path)\nLOAD', network(2)],
    [
      'shutil.unpack_archive("models/churn.pkl", "out")\njoblib.load("out/m.pkl")',
      'note is `models/churn.pkl`, a file of this repository from line 1',
    ],
    [
      'urlretrieve(url, "a.zip")\nshutil.unpack_archive("a.zip", "out")\njoblib.load("out/sub/m.pkl")',
      network(1),
    ],
    [
      'urlretrieve(url, "a.zip")\nshutil.unpack_archive("a.zip", "out")\njoblib.load("other/m.pkl")',
      'warning is `other/m.pkl`, which this repository does not contain',
    ],
    [
      'joblib.dump(1, "out")\njoblib.load("out/m.pkl")',
      'warning is `out/m.pkl`, which this repository does not contain',
    ],
  ])('%j: %s', async (python, said) => {
    expect(await told(python)).toBe(said)
  })
})

const churn = 'note is `models/churn.pkl`, a file of this repository'
const open = 'warning is a file whose name is only known when the program runs'

describe('a path is spelled', () => {
  test.each([
    [
      'Path(os.getenv("DIR", "models")) / "churn.pkl"',
      'warning is named by an environment variable from line 1',
    ],
    ['Path("models", "sub", "..", "churn.pkl")', churn],
    ['"models/../models/churn.pkl"', churn],
    ['Path(__file__).parent / "../models/churn.pkl"', 'warning lies outside of this repository'],
    ['"C:\\\\m.pkl"', 'warning lies outside of this repository, at `C:\\m.pkl`'],
    ['f"models/{sys.argv[1]}"', open],
    ['"models/%s" % sys.argv[1]', open],
    ['"models/{}".format(sys.argv[1])', open],
    ['os.path.join("models", sys.argv[1])', open],
    ['Path("models/x").with_name(sys.argv[1])', open],
    ['"models/*.pkl"', open],
    ['sys.argv[1] + "/churn.pkl"', 'warning is named on the command line from line 1'],
    ['f"{sys.argv[1]}/churn.pkl"', 'warning is named on the command line from line 1'],
    ['f"/opt/{name()}.pkl"', 'warning lies outside of this repository, at `/opt/….pkl`'],
    ['f"{name()}/churn.pkl"', 'warning'],
    ['name() or "models/churn.pkl"', 'warning'],
    ['"models/churn.pkl" if name() else "https://x.example/m.pkl"', 'error comes from the network'],
    [
      'os.path.dirname("models/churn.pkl") + "/other.joblib"',
      'note is `models/other.joblib`, a file of this repository',
    ],
    [
      'os.path.basename("models/churn.pkl")',
      'warning is `churn.pkl`, which this repository does not contain',
    ],
    ['os.path.join("models", os.path.basename("/opt/churn.pkl"))', churn],
  ])('%s: %s', async (path, said) => {
    expect(await told(`joblib.load(${path})`)).toBe(said)
  })
})

test('what a function gives back on one of its ways only is what it gives back', async () => {
  const read =
    'def read(name):\n    if not name:\n        return None\n    return open("models/churn.pkl", "rb").read()\n'
  expect(await told(`${read}pickle.loads(read("x"))`)).toBe(`${churn} from line 4`)
})
