import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const evaluate =
  'import json, sys\nmetrics = json.load(open("metrics.json"))\nif metrics["auc"] < 0.85:\n    sys.exit(1)\n'
const promote = 'import mlflow\nmlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)\n'

/** What becomes of a promotion behind a command line that a script starts. */
async function behind(line: string, more = ', check=True'): Promise<string> {
  const release = `import subprocess\nsubprocess.run(${JSON.stringify(line)}, shell=True${more})\n${promote}`
  const found = await analyseSources({ 'evaluate.py': evaluate, 'release.py': release }, rules)
  return found.length === 0 ? 'guarded' : 'open'
}

test.each([
  ['python evaluate.py', 'guarded'],
  ['python "evaluate.py"', 'guarded'],
  ["python 'eval'uate.py", 'guarded'],
  ['python \\\n  evaluate.py', 'guarded'],
  ['python evaluate.py > log.txt 2>&1', 'guarded'],
  ['python evaluate.py # with the usual bound', 'guarded'],
  ['python evaluate.py && echo done', 'guarded'],
  ['echo first && python evaluate.py', 'guarded'],
  ['echo first; python evaluate.py', 'guarded'],
  ['echo first & python evaluate.py', 'guarded'],
  ['python evaluate.py; echo done', 'open'],
  ['python evaluate.py || true', 'open'],
  ['python evaluate.py | tee log.txt', 'open'],
  ['python evaluate.py &', 'open'],
  ['echo first && python evaluate.py &', 'open'],
  ['python evaluate.py && echo done &', 'open'],
  ['echo python evaluate.py', 'open'],
  ['# python evaluate.py', 'open'],
])('a line that has to end well, %j, leaves what stands behind it %s', async (line, is) => {
  expect(await behind(line)).toBe(is)
})

test.each(['python evaluate.py', 'python evaluate.py && echo done'])(
  'a line that may fail, %j, leaves what stands behind it open',
  async line => {
    expect(await behind(line, '')).toBe('open')
    expect(await behind(line, ', check=False')).toBe('open')
  },
)

/** `path:line rule`, and how many other places are told with it. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const findings = await analyseSources(files, rules)
  return findings.map(({ rule, span, message }) => {
    const line = span.file.text.slice(0, span.start).split('\n').length
    return `${span.file.path}:${line} ${rule}${/ So do.*/.exec(message)?.[0] ?? ''}`
  })
}

const fetch = 'from urllib.request import urlretrieve\nurlretrieve(url, "x.pkl")\n'
// At the same offsets as the download in its own file.
const load = (path: string): string => `import joblib\n${'#'.repeat(24)}\njoblib.load("${path}")\n`
const model = (name: string): string =>
  `from transformers import AutoModel\nAutoModel.from_pretrained("${name}")\n`
const once = 'unpinned-model-revision'
const notebook = (source: string): string =>
  JSON.stringify({
    cells: [{ cell_type: 'code', metadata: {}, source, outputs: [] }],
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  })

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'a download and a load of it',
    { 'a.py': fetch, 'b.py': load('x.pkl') },
    ['b.py:3 unverified-artifact-load'],
  ],
  [
    'a download and a load of another file',
    { 'a.py': fetch, 'b.py': load('y.pkl') },
    ['a.py:2 unverified-download', 'b.py:3 unverified-artifact-load'],
  ],
  [
    'a model in two places',
    { 'a.py': model('acme/churn'), 'b.py': model('acme/churn') },
    [`a.py:2 ${once} So does another place of this repository.`],
  ],
  [
    'a model in three places',
    { 'c.py': model('acme/churn'), 'a.py': model('acme/churn'), 'b.py': model('acme/churn') },
    [`a.py:2 ${once} So do 2 other places of this repository.`],
  ],
  [
    'a model in a notebook and in a program, of which the program is told',
    { 'a.ipynb': notebook(model('acme/churn')), 'b.py': model('acme/churn') },
    [`b.py:2 ${once} So does another place of this repository.`],
  ],
  [
    'a model twice in one file',
    { 'a.py': model('acme/churn') + model('acme/churn') },
    [`a.py:2 ${once} So does another place of this repository.`],
  ],
  [
    'a model, and one of two of which it is one',
    { 'a.py': model('acme/churn" if x else "acme/other'), 'b.py': model('acme/churn') },
    [`a.py:2 ${once}`, `b.py:2 ${once}`],
  ],
  [
    'a download and a load of it in a function',
    { 'a.py': `${fetch}def f():\n    import joblib\n    joblib.load("x.pkl")\n` },
    ['a.py:5 unverified-artifact-load'],
  ],
  [
    'a download and a load of it behind a check',
    {
      'a.py': `${fetch}import hashlib, joblib\nif hashlib.sha256(open("x.pkl", "rb").read()).hexdigest() != "${'0a'.repeat(32)}":\n    raise SystemExit(1)\njoblib.load("x.pkl")\n`,
    },
    [],
  ],
  ['a download', { 'a.py': fetch }, ['a.py:2 unverified-download']],
  [
    'a download and a load of a file of the same name elsewhere',
    { 'a.py': fetch, 'b.py': 'import joblib\njoblib.load("data/x.pkl")\n' },
    ['a.py:2 unverified-download', 'b.py:2 unverified-artifact-load'],
  ],
  [
    'a load that is replaced for all, and a load',
    {
      'a.py':
        'import functools, numpy as np\nnp.load = functools.partial(np.load, allow_pickle=True)\nnp.load("x.npy", allow_pickle=True)\n',
    },
    ['a.py:2 load-protection-disabled', 'a.py:3 unverified-artifact-load'],
  ],
  [
    'two models',
    { 'a.py': model('acme/churn'), 'b.py': model('acme/other') },
    [`a.py:2 ${once}`, `b.py:2 ${once}`],
  ],
])('%s', async (_, files, expected) => {
  expect(await told(files)).toEqual(expected)
})
