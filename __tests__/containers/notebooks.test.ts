import { lineOf } from '../../src/base/lines'
import { foundIn, linesFound, linesOf, notebook, noticesIn } from './contained'

const mlflow = 'from mlflow import MlflowClient\nclient = MlflowClient()'
const promote =
  'client.transition_model_version_stage(\n    name="churn",\n    version=3,\n    stage="Production",\n)'
const promoted = (path = 'release.ipynb'): string =>
  `error ${path}: "client.transition_model_version_stage(\\n",`

test('the founding case as a notebook is reported at the lines of its file', async () => {
  const text = notebook([
    'import joblib\nfrom mlflow import MlflowClient',
    `client = MlflowClient()\n# 模型上线 — „Modell in Produktion"\n${promote}`,
    'data = joblib.load("\\u2028/data/x.joblib")\nmodel = joblib.load("/models/\\"m\\".joblib")',
  ])
  const findings = await foundIn({ 'release.ipynb': text })
  const lines = text.split('\n')
  expect(findings.map(({ name, rule }) => [lines[lineOf(text, name.start).line - 1]?.trim(), rule])).toEqual([
    ['"client.transition_model_version_stage(\\n",', 'unguarded-promotion'],
    ['"data = joblib.load(\\"\\\\u2028/data/x.joblib\\")\\n",', 'unverified-artifact-load'],
    ['"model = joblib.load(\\"/models/\\\\\\"m\\\\\\".joblib\\")"', 'unverified-artifact-load'],
  ])
  expect(findings.map(({ name }) => text.slice(name.start, name.end))).toEqual([
    'transition_model_version_stage',
    'load',
    'load',
  ])
})

test('a cell may be one text, with characters of any language spelled out', async () => {
  const source = `${mlflow}\nname = "😀"\n${promote}`
  const text = JSON.stringify({ cells: [{ cell_type: 'code', source }], metadata: {}, nbformat: 4 }).replace(
    '😀',
    '\\ud83d\\ude00',
  )
  const [finding] = await foundIn({ 'one.ipynb': text })
  expect(text.slice(finding?.name.start, finding?.name.end)).toBe('transition_model_version_stage')
})

describe('a check in an earlier cell', () => {
  const check = 'import json\nmetrics = json.load(open("metrics.json"))'
  test.each([
    [
      'that raises guards what later cells do',
      'if metrics["auc"] < 0.9:\n    raise ValueError("too weak")',
      [],
    ],
    ['that asserts proves a little', 'assert metrics["auc"] > 0.9', [promoted().replace('error', 'note')]],
    ['that only prints guards nothing', 'if metrics["auc"] < 0.9:\n    print("too weak")', [promoted()]],
    [
      'that swallows its failure guards nothing',
      'try:\n    assert metrics["auc"] > 0.9\nexcept AssertionError:\n    pass',
      [promoted()],
    ],
  ])('%s', async (_, gate, expected) => {
    expect(await linesFound({ 'release.ipynb': notebook([mlflow, check, gate, promote]) })).toEqual(expected)
  })

  test('guards nothing where it stands behind the move', async () => {
    const cells = [mlflow, check, promote, 'assert metrics["auc"] > 0.9']
    expect(await linesFound({ 'release.ipynb': notebook(cells) })).toEqual([promoted()])
  })
})

describe('commands of a notebook', () => {
  const approve =
    'aws sagemaker update-model-package --model-package-arn arn --model-approval-status Approved'
  test.each([
    ['a line for the shell', `!${approve}`, `"!${approve}"`],
    ['one whose output is kept', `out = !${approve}`, `"out = !${approve}"`],
    [
      'one with variables of Python',
      `status = "Approved"\n!${approve.replace('Approved', '{status}')}`,
      `"!${approve.replace('Approved', '{status}')}"`,
    ],
    [
      'one with a dollar sign',
      `status = "Approved"\n!${approve.replace('Approved', '$status')}`,
      `"!${approve.replace('Approved', '$status')}"`,
    ],
    [
      'one that goes on in the next line',
      `!aws sagemaker update-model-package \\\n  --model-approval-status Approved`,
      '"!aws sagemaker update-model-package \\\\\\n",',
    ],
    ['one inside of a block', `for arn in arns:\n    !${approve}`, `"    !${approve}"`],
    ['one with quotes that do not match', `!echo it's {here\n!${approve}`, `"!${approve}"`],
    ['a cell for bash', `%%bash\nset -e\n${approve}`, `"${approve}"`],
    ['a cell for a script', `%%script bash --no-raise-error\n${approve}`, `"${approve}"`],
  ])('%s', async (_, cell, line) => {
    expect(await linesFound({ 'a.ipynb': notebook([cell, 'x = 1']) })).toEqual([`error a.ipynb: ${line}`])
  })

  test.each([
    [
      'pip, help and magics',
      '%matplotlib inline\n%pip install joblib\n?print\nprint?\n%load_ext autoreload\n%autoreload 2',
    ],
    ['commands without a sign', 'pip install -q joblib==1.4\ncd models\nls -la'],
    ['a plot that hides its value', 'plot();'],
    ['time around a statement', '%time x = fit()\n%timeit -n 3 fit()\ny = %time fit()'],
    ['time around a cell', '%%time\nx = fit()'],
    ['a query that is kept', 'rows = %sql SELECT * FROM models'],
    [
      'an operator at the start of a line',
      'text = ("%s %s"\n% (1, 2))\ntext = """\n!not a command\n%nor this\n"""',
    ],
    ['a cell in another language', '%%javascript\nif (x) { console.log(`${'],
    ['a cell that is written to a file of another language', '%%writefile notes.txt\njoblib.load("m.joblib"'],
    ['a written file with holes', '%%writefile train.py\ndef f(<your code here>\n  ...'],
    ['prose for Databricks', '%md\n# A title (of'],
  ])('%s are no trouble', async (_, cell) => {
    const sources = { 'release.ipynb': notebook([mlflow, cell, promote]) }
    expect(await linesFound(sources)).toEqual([promoted()])
    expect(await noticesIn(sources)).toEqual([])
  })

  test('what time measures is run', async () => {
    const cells = [
      'import joblib',
      '%time model = joblib.load("/m.joblib")',
      '%%capture out\njoblib.load("/n.joblib")',
    ]
    expect(await linesFound({ 'a.ipynb': notebook(cells) })).toEqual([
      'warning a.ipynb: "%time model = joblib.load(\\"/m.joblib\\")"',
      'warning a.ipynb: "joblib.load(\\"/n.joblib\\")"',
    ])
  })

  test.each([
    ['a module', '%%writefile serve/score.py'],
    ['a module by the short name', '%%file score.py'],
    ['a module in a folder that a variable names', '# what serves\n%%writefile {folder}/score.py'],
    ['a module with quotes', '%%writefile "my score.py"'],
  ])('what is written to a file is read as that file: %s', async (_, first) => {
    const cells = [`${first}\nimport joblib\n\ndef init():\n    return joblib.load("/var/m.joblib")`, 'x = 1']
    expect(await linesFound({ 'a.ipynb': notebook(cells) })).toEqual([
      'warning a.ipynb: "    return joblib.load(\\"/var/m.joblib\\")"',
    ])
  })

  test('a script that is written to a file is read as one', async () => {
    const cells = [`%%writefile deploy.sh\n${approve}`]
    expect(await linesFound({ 'a.ipynb': notebook(cells) })).toEqual([`error a.ipynb: "${approve}"`])
  })

  test('what is added to a written file knows what stands in it, and a new one does not', async () => {
    const load = 'model = kept.load("/var/m.joblib")'
    const first = '%%writefile score.py\nimport joblib as kept'
    expect(await linesFound({ 'a.ipynb': notebook([first, `%%writefile -a score.py\n${load}`]) })).toEqual([
      'warning a.ipynb: "model = kept.load(\\"/var/m.joblib\\")"',
    ])
    expect(await linesFound({ 'a.ipynb': notebook([first, `%%writefile other.py\n${load}`]) })).toEqual([])
  })

  test('names of the notebook are none of the file that it writes', async () => {
    const cells = ['import joblib as kept', '%%writefile score.py\nmodel = kept.load("/var/m.joblib")']
    expect(await linesFound({ 'a.ipynb': notebook(cells) })).toEqual([])
  })

  test('a file that lies there with the same text is told once', async () => {
    const code = 'import joblib\nmodel = joblib.load("/var/m.joblib")\n'
    const written = notebook([`%%writefile score.py\n${code}`])
    expect(await linesFound({ 'lab/a.ipynb': written, 'lab/score.py': code })).toEqual([
      'warning lab/score.py: model = joblib.load("/var/m.joblib")',
    ])
    expect(await linesFound({ 'lab/a.ipynb': written, 'lab/score.py': 'x = 1\n' })).toEqual([
      'warning lab/a.ipynb: "model = joblib.load(\\"/var/m.joblib\\")\\n"',
    ])
  })

  test('a failing command does not stop a notebook, and a failing cell of bash does', async () => {
    const verify = 'cosign verify-blob --key cosign.pub --signature m.sig m.joblib'
    const load = 'import joblib\nmodel = joblib.load("m.joblib")'
    const line = 'warning a.ipynb: "model = joblib.load(\\"m.joblib\\")"'
    expect(await linesFound({ 'a.ipynb': notebook([`!${verify}`, load]) })).toEqual([line])
    expect(await linesFound({ 'a.ipynb': notebook([`%%bash --no-raise-error\n${verify}`, load]) })).toEqual([
      line,
    ])
    expect(await linesFound({ 'a.ipynb': notebook([`%%bash\n${verify}`, load]) })).toEqual([])
  })
})

describe('other files', () => {
  test('a notebook that another one runs is called there', async () => {
    const check = 'import json\nif json.load(open("m.json"))["auc"] < 0.9:\n    raise ValueError("weak")'
    const sources = {
      'gates/check.ipynb': notebook([check]),
      'release.ipynb': notebook(['%run gates/check.ipynb', mlflow, promote]),
    }
    expect(await linesFound(sources)).toEqual([])
    expect(await linesFound({ ...sources, 'gates/check.ipynb': notebook(['print("fine")']) })).toEqual([
      promoted(),
    ])
  })

  test('the names of a script that is run are known', async () => {
    const sources = {
      'clients.py': `${mlflow}\n`,
      'work/release.ipynb': notebook(['%run ../clients.py', promote]),
    }
    expect(await linesFound(sources)).toEqual([promoted('work/release.ipynb')])
  })

  test('a job that runs a notebook by papermill leads to it', async () => {
    const workflow = (approval: string): string =>
      `on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${approval}\n      - run: papermill release.ipynb out.ipynb -p stage prod\n`
    const gate = 'import json\nif json.load(open("m.json"))["auc"] < 0.9:\n    raise ValueError("weak")\n'
    const sources = { 'release.ipynb': notebook([mlflow, promote]), 'gate.py': gate }
    expect(await linesFound({ ...sources, '.github/workflows/r.yml': workflow('python gate.py') })).toEqual(
      [],
    )
    expect(await linesFound({ ...sources, '.github/workflows/r.yml': workflow('echo fine') })).toEqual([
      promoted(),
    ])
  })
})

describe('notebooks that are hard to read', () => {
  test('a cell that is no Python is left out, with a notice, and the others are read', async () => {
    const sources = { 'release.ipynb': notebook([mlflow, 'print("a"\nx = [', promote]) }
    expect(await linesFound(sources)).toEqual([promoted()])
    expect(await noticesIn(sources)).toEqual([expect.stringMatching(/^release\.ipynb:\d+ syntax$/)])
  })

  test('one of the old format is read, with a notice', async () => {
    const cells = [mlflow, promote].map(cell => ({
      cell_type: 'code',
      language: 'python',
      input: linesOf(cell),
      outputs: [],
    }))
    const old = JSON.stringify(
      { metadata: { name: '' }, nbformat: 3, worksheets: [{ cells, metadata: {} }] },
      null,
      1,
    )
    expect(await linesFound({ 'release.ipynb': old })).toEqual([promoted()])
    expect(await noticesIn({ 'release.ipynb': old })).toEqual(['release.ipynb:0 unsupported'])
  })

  test('broken JSON is read as far as it goes, with a notice', async () => {
    const whole = notebook([mlflow, promote])
    const torn = whole.slice(0, whole.lastIndexOf('"metadata": {}') - 4)
    const merged = whole.replace(' "nbformat": 4', '<<<<<<< HEAD\n "nbformat": 4')
    for (const text of [whole.slice(0, whole.lastIndexOf('"metadata": {\n')), merged]) {
      expect(await linesFound({ 'release.ipynb': text })).toEqual([promoted()])
      expect(await noticesIn({ 'release.ipynb': text })).toEqual([
        expect.stringMatching(/^release\.ipynb:\d+ syntax$/),
      ])
    }
    expect(await noticesIn({ 'release.ipynb': torn })).toHaveLength(1)
  })

  test('what is no notebook at all gets a notice', async () => {
    expect(await noticesIn({ 'a.ipynb': '{"not": "a notebook"}' })).toEqual(['a.ipynb:0 unsupported'])
    expect(await noticesIn({ 'a.ipynb': '<html></html>' })).toHaveLength(1)
    expect(await noticesIn({ 'a.ipynb': '' })).toEqual([])
  })

  test('kernels of other languages are left out without a notice', async () => {
    const kernelspec = { display_name: 'R', language: 'R', name: 'ir' }
    const sources = {
      'a.ipynb': notebook(['x <- readRDS("m.rds"', 'joblib.load("m")'], { metadata: { kernelspec } }),
    }
    expect(await linesFound(sources)).toEqual([])
    expect(await noticesIn(sources)).toEqual([])
  })

  test('deep nesting and long cells end', async () => {
    const deep = `{"cells": ${'['.repeat(200_000)}`
    expect(await noticesIn({ 'a.ipynb': deep })).toHaveLength(1)
    const long = notebook([`${mlflow}\n${'!echo "\n'.repeat(4_000)}`, 'x = "\\\n'.repeat(4_000)])
    expect(await linesFound({ 'a.ipynb': long })).toEqual([])
  })
})
