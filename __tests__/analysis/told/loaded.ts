import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import functools, joblib, keras, os, torch
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor()
`

/** `level rule: what it does`, of each finding. */
async function told(
  python: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const findings = await analyseSources({ ...files, 'serve.py': imports + python }, rules)
  return findings.map(
    ({ level, message }) => `${level} ${/^`[\w.]+` (.*?)(?:,|$)/.exec(message)?.[1] ?? message}`,
  )
}

const old = 'loads a model in the old HDF5 format'
const strange = 'loads a model in a format that cannot be told; old formats can hold functions'
const rebuilds = 'rebuilds Python functions from the model (`safe_mode=False`)'
const unpickles = 'unpickles a file'
const before = 'unpickles a file with versions before 2.6'

test.each<readonly [python: string, says: readonly string[]]>([
  ['keras.models.load_model("m.h5")', [`warning ${old}`]],
  ['keras.models.load_model("M.H5")', [`warning ${old}`]],
  ['keras.models.load_model(f"{name}.h5")', [`warning ${old}`]],
  ['keras.models.load_model("m.keras")', []],
  ['keras.models.load_model(f"{name}.keras")', []],
  ['keras.models.load_model(f"{name}.bin")', [`note ${strange}`]],
  ['keras.models.load_model(f"{name}5")', [`note ${strange}`]],
  ['keras.models.load_model(name)', [`note ${strange}`]],
  ['keras.models.load_model("m.keras", safe_mode=False)', [`warning ${rebuilds}`]],
  ['keras.models.load_model("m.keras", safe_mode=flag)', [`note ${rebuilds}`]],
  ['keras.models.load_model("m.keras", **options)', [`note ${rebuilds}`]],
  ['keras.models.load_model("m.keras", safe_mode=True)', []],
  ['torch.load("m.pt")', [`warning ${before}`]],
  ['torch.load("m.pt", weights_only=True)', []],
  [
    'torch.load("m.pt", weights_only=flag)',
    ['warning unpickles whatever the file holds where `weights_only` is not true'],
  ],
  [
    'torch.load("m.pt", weights_only=os.getenv("SAFE", True))',
    ['warning unpickles whatever the file holds where `weights_only` is not true'],
  ],
  [
    'torch.load("m.pt", weights_only=True if flag else False)',
    ['warning unpickles whatever the file holds (`weights_only=False`)'],
  ],
  [
    'torch.load("m.pt", "cpu", dill)',
    ['warning unpickles a file with a module of its own (`pickle_module`)'],
  ],
  ['torch.load("m.pt", "cpu")', [`warning ${before}`]],
])('%s: %j', async (python, says) => {
  expect(await told(python)).toEqual(says)
})

test.each<readonly [python: string, says: readonly string[]]>([
  ['pool.submit(joblib.load, "m.pkl")', [`warning ${unpickles}`]],
  ['pool.map(joblib.load, ["m.pkl"])', [`warning ${unpickles}`]],
  ['read = functools.partial(joblib.load, "m.pkl")', [`warning ${unpickles}`]],
  ['read = functools.partial(joblib.load, "m.pkl")\nread()', [`warning ${unpickles}`]],
  ['functools.partial(joblib.load)("m.pkl")', [`warning ${unpickles}`]],
  ['functools.partial(torch.load, weights_only=True)("m.pt")', []],
  ['functools.partial(torch.load, "m.pt")(weights_only=True)', []],
  ['functools.lru_cache(joblib.load)("m.pkl")', [`warning ${unpickles}`]],
  ['print(joblib.load)', []],
  ['isinstance(reader, joblib.load)', []],
  ['readers = {"pkl": joblib.load}', []],
  ['read = joblib.load\nread("m.pkl")', [`warning ${unpickles}`]],
  [
    'try:\n    from acme import read as load\nexcept ImportError:\n    from joblib import load\nload("m.pkl")',
    [`warning ${unpickles}`],
  ],
  [
    'try:\n    from joblib import load\nexcept ImportError:\n    load = None\nload("m.pkl")',
    [`warning ${unpickles}`],
  ],
  ['try:\n    from acme import load\nexcept ImportError:\n    load = None\nload("m.pkl")', []],
])('handed over or imported: %j: %j', async (python, says) => {
  expect(await told(python)).toEqual(says)
})

test.each([
  ['torch.load("m.pt", weights_only=False)', 'torch==2.7.1', null],
  ['torch.load("m.pt")', 'torch==2.5.1', '`requirements.txt` says `torch==2.5.1` in line 1.'],
  ['torch.load("m.pt")', 'torch==2.7.1', '`requirements.txt` says `torch==2.7.1` in line 1.'],
  [
    'torch.load("m.pt", weights_only=True)',
    'torch==2.5.1',
    '`requirements.txt` says `torch==2.5.1` in line 1.',
  ],
  ['torch.load("m.pt", pickle_module=dill)', 'torch==2.7.1', null],
  ['joblib.load("m.pkl")', 'joblib==1.4', null],
])('the version that decided is told, and no other: %s with %s', async (python, requirement, said) => {
  const files = { 'requirements.txt': `${requirement}\n`, 'serve.py': imports + python }
  const [found, ...others] = await analyseSources(files, rules)
  expect(others).toEqual([])
  expect(/`requirements\.txt` says .*? in line \d+\./.exec(found?.message ?? '')?.[0] ?? null).toBe(said)
})

test.each([
  ['return tarfile.data_filter(member, path)', []],
  ['return tarfile.data_filter(member, path) if member.isfile() else None', []],
  ['return None if member.islnk() else tarfile.tar_filter(member, path)', []],
  ['return tarfile.data_filter(member, path) if member.isfile() else member', ['warning']],
  ['return member if member.isfile() else None', ['warning']],
  ['return acme.data_filter(member, path)', ['warning']],
  ['if member.isdev():\n        return None\n    return tarfile.data_filter(member, path)', []],
  ['if member.isdev():\n        return ~member\n    return tarfile.data_filter(member, path)', ['warning']],
  ['return keep_data(member, path)', []],
  ['return either_data(member, path)', ['warning']],
  ['return tarfile.data_filter(member, path) if member.isfile() else (yield)', ['warning']],
  ['return tarfile.data_filter(member, path) if member.isfile() else not member', ['warning']],
])('an archive that is unpacked by a filter that says `%s`: %j', async (line, levels) => {
  const names =
    'from tarfile import data_filter as keep_data\ntry:\n    from tarfile import data_filter as either_data\nexcept ImportError:\n    from acme import data_filter as either_data\n'
  const python = `import acme, tarfile\n${names}def keep(member, path):\n    ${line}\nwith tarfile.open("m.tar") as archive:\n    archive.extractall("out", filter=keep)\n`
  const findings = await analyseSources({ 'unpack.py': python }, rules)
  expect(findings.map(({ level }) => level)).toEqual(levels)
})
