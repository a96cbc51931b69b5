import { examine } from '../../src/analysis/check'
import { selectFiles } from '../../src/analysis/select'
import { builtinRules } from '../../src/rules/builtin'
import { readSources } from '../support/analyse'

type Sources = Readonly<Record<string, string>>

const rules = builtinRules()
const array = 'import numpy as np\n\n\ndef read(path, *args, **options):\n    return '
const document = 'import yaml\n\n\ndef read(path, loader):\n    return '

describe('a call that is given none of what makes it a sink', () => {
  test.each<[string, string]>([
    ['without the option', `${array}np.load(path)\n`],
    ['with another option', `${array}np.load(path, mmap_mode="r")\n`],
    ['with the option at its harmless value', `${array}np.load(path, allow_pickle=False)\n`],
    ['with the option at its harmless value by its place', `${array}np.load(path, None, False)\n`],
    ['with fewer than it takes by their place', `${array}np.load(path, "r")\n`],
    ['with commas in its arguments', `${array}np.load(where(path, {"a": [1, 2]}, ",)"), "r")\n`],
    ['over several lines', `${array}np.load(\n        where(path),\n        "r",\n    )\n`],
    ['with a comma behind the last', `${array}np.load(path, "r",)\n`],
    ['with quotes and commas in a text over lines', `${array}np.load("""a", b, True""", "r")\n`],
    ['a document without a loader', `${document}yaml.load(path)\n`],
    [
      'an address that names no model',
      'import requests\n\nS = ".zip"\nrequests.get("https://a.example/v.json")\n',
    ],
    [
      'a method that takes nothing',
      'import pickle\n\nU = pickle.Unpickler\n\n\ndef read(hub, name):\n    return hub.load(name)\n',
    ],
    [
      'something that is taken from the name',
      'import joblib\n\n\ndef read(app):\n    app.load.reset(joblib)\n',
    ],
    ['a name that gets a value', 'import joblib\n\n\ndef read(app):\n    app.load = joblib\n'],
    ['an array with a young version', `${array}np.load(path)\n`],
  ])('%s is not read', async (_, text) => {
    const sources = { 'main.py': text, 'requirements.txt': 'numpy>=1.10,!=1.16.0\npyyaml==6.0.1\n' }
    expect(chosen(sources)).toEqual([])
    expect(await found(sources)).toEqual([])
  })
})

describe('a call that may be given what makes it a sink', () => {
  test.each<[string, string]>([
    ['by its name', `${array}np.load(path, allow_pickle=True)\n`],
    ['by its place', `${array}np.load(path, None, True)\n`],
    ['behind a list in brackets', `${array}np.load(where(path, (1, 2)), None, True)\n`],
    ['behind a text with a bracket', `${array}np.load("a(b", None, True)\n`],
    ['behind a text that goes over lines', `${array}np.load("""a\n)""", None, True)\n`],
    ['behind a quote that is escaped', `${array}np.load("a\\")", None, True)\n`],
    ['by what a variable holds', `${array}np.load(path, allow_pickle=options["pickled"])\n`],
    ['by options that are handed on', `${array}np.load(path, **options)\n`],
    ['by arguments that are handed on', `${array}np.load(*args)\n`],
    ['behind a line that goes on', `${array}np.load(path, \\\n        allow_pickle=True)\n`],
    ['behind a text with quotes of its own', `${array}np.load(f"{", ".join(args)}", None, True)\n`],
    ['behind a comment', `${array}np.load(\n        path,  # ) it is\n        allow_pickle=True,\n    )\n`],
    [
      'as a function that is handed over',
      'import functools\nimport numpy as np\n\nread = functools.partial(np.load, allow_pickle=True)\nread("a.npy")\n',
    ],
    ['with a loader', `${document}yaml.load(path, Loader=loader)\n`],
    ['with a loader by its place', `${document}yaml.load(path, yaml.Loader)\n`],
    ['an address that names a model', 'import requests\n\nrequests.get("https://a.example/churn.pkl")\n'],
    [
      'an address that is put together',
      'import requests\n\nrequests.get(f"https://a.example/{name}" + ".pkl")\n',
    ],
    [
      'a method that is given nothing',
      'import pickle\n\n\ndef read(file):\n    return pickle.Unpickler(file).load()\n',
    ],
    [
      'a method that is not called yet',
      'import pickle\n\n\ndef read(file):\n    back = pickle.Unpickler(file).load\n    return back()\n',
    ],
  ])('%s is read', (_, text) => {
    expect(chosen({ 'main.py': text })).toEqual(['main.py'])
  })
})

describe('a call that is a sink where a version is old', () => {
  const load = `${array}np.load(path)\n`

  test.each<[string, string, string]>([
    ['a requirement', 'requirements.txt', 'numpy==1.15.4\n'],
    ['a requirement in other letters', 'requirements.txt', 'NumPy == 1.15.4\n'],
    ['an upper bound', 'requirements.txt', 'numpy>=1.10,<1.16\n'],
    ['a whole line of versions', 'requirements.txt', 'numpy==1.*,<1.16\n'],
    ['a lock file', 'poetry.lock', '[[package]]\nname = "numpy"\nversion = "1.15.4"\n'],
    [
      'a lock file with digests',
      'Pipfile.lock',
      `{"default": {"numpy": {"hashes": [${'"sha256:0", '.repeat(40)}"sha256:1"], "version": "==1.15.4"}}}`,
    ],
    ['an environment of conda', 'environment.yml', 'dependencies:\n  - numpy=1.15\n'],
    ['a table', 'pyproject.toml', '[tool.poetry.dependencies]\nnumpy = {version = "~1.15"}\n'],
    ['a table of its own', 'pyproject.toml', '[tool.poetry.dependencies.numpy]\nversion = "1.15.4"\n'],
    ['an image', 'Dockerfile', 'FROM python\nARG V=1.15.4\nRUN pip install numpy==${V}\n'],
    ['a setup', 'setup.py', 'from setuptools import setup\n\nsetup(install_requires=["numpy<1.16"])\n'],
  ])('is read where %s says so', (_, path, text) => {
    expect(chosen({ 'main.py': load, [path]: text })).toContain('main.py')
  })

  test.each<[string, string, string]>([
    [
      'a table with another key first',
      'pyproject.toml',
      '[tool.poetry.dependencies.numpy]\nsource = "own"\nversion = "1.15.4"\n',
    ],
    [
      'a list of tables',
      'pyproject.toml',
      '[tool.poetry.dependencies]\nnumpy = [\n  {version = "1.15.4"},\n]\n',
    ],
    [
      'a lock file whose keys are in their order',
      'poetry.lock',
      '[[package]]\ncategory = "main"\nname = "numpy"\noptional = false\npython-versions = ">=3"\nversion = "1.15.4"\n',
    ],
    ['a whole number', 'pyproject.toml', '[tool.poetry.dependencies]\nnumpy = "1"\n'],
    ['a whole number behind a space', 'environment.yml', 'dependencies:\n  - numpy 0.*\n'],
    ['a line that goes on', 'requirements.txt', 'numpy \\\n  ==1.15.4\n'],
  ])('is read as if everything were where %s says so', async (_, path, text) => {
    const sources = { 'main.py': load, [path]: text }
    expect(await found(sources)).toEqual(['vulnerable-loader-version'])
    expect(chosen(sources)).toEqual(['main.py'])
  })

  test('is read where it installs that itself', () => {
    const install = 'import subprocess\n\nsubprocess.run(["pip", "install", "numpy==1.15.4"])\n'
    expect(chosen({ 'main.py': install + load, 'other.py': load })).toEqual(['main.py'])
  })

  test.each<[string, string]>([
    ['a younger one', 'numpy==1.26.4\n'],
    ['a lower bound', 'numpy>=1.10\n'],
    ['none', 'numpy\n'],
    ['that of another package', 'numpy-stl==1.1\nnumpy\nscipy==1.1\n'],
    ['a remark', 'numpy>=2  # numpy 1 and 2 differ\n'],
  ])('is not read where all that is said is %s', async (_, text) => {
    const sources = { 'main.py': load, 'requirements.txt': text }
    expect(chosen(sources)).toEqual([])
    expect(await found(sources)).toEqual([])
  })
})

test.each<[string, string, string]>([
  ['calls of which none is pinned', 'np.load(p)\n', 'numpy>=2\n'],
  ['texts that never end', 'np.load(\\""" ', ''],
  ['brackets that never close', 'np.load( ', ''],
])('%s are chosen quickly', (_, piece, requirements) => {
  const text = `import numpy as np\n${piece.repeat(40_000)}`
  const started = performance.now()
  chosen({ 'main.py': text, 'requirements.txt': requirements })
  expect(performance.now() - started).toBeLessThan(8000)
})

function chosen(sources: Sources): string[] {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  return selectFiles(files, rules).flatMap(({ path }) => (/(main|other)\.py$/.test(path) ? [path] : []))
}

async function found(sources: Sources): Promise<string[]> {
  const { findings, guarded } = examine(await readSources(sources), rules)
  return [...findings, ...guarded].map(({ rule }) => rule)
}
