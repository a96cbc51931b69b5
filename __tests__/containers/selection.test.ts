import { check } from '../../src/analysis/check'
import { selectFiles } from '../../src/analysis/select'
import { needsOf, pythonIn } from '../../src/frontends'
import { readSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { notebook, type Sources } from './contained'

const mlflow = 'from mlflow import MlflowClient\nclient = MlflowClient()'
const fence = (code: string): string => `\`\`\`python\n${code}\n\`\`\`\n`
const moves = `${mlflow}\n\n\ndef move(stage):\n    client.transition_model_version_stage("churn", 3, stage)\n`

/** Repositories in which code that matters stands in containers. */
const repositories: Record<string, Sources> = {
  'a fragment that names no library': {
    'docs/release.md':
      '# Release\n\nThe registry of MLflow moves the alias:\n\n```python\nclient.set_registered_model_alias(name="churn", alias="champion", version=3)\n```\n',
  },
  'a notebook that calls a module': {
    'moves.py': moves,
    'release.ipynb': notebook(['import moves', 'moves.move("Production")']),
  },
  'a notebook of one text, whose lines end inside of it': {
    'a.ipynb': JSON.stringify({
      cells: [
        { cell_type: 'code', source: 'from joblib import load\nload("/m.joblib")\nload(\n"/n.joblib")' },
      ],
    }),
  },
  'a notebook that takes its stage from a module': {
    'stages.py': 'STAGE = "Production"\n',
    'a.ipynb': notebook([
      mlflow,
      'from stages import STAGE',
      'client.transition_model_version_stage("m", 3, STAGE)',
    ]),
  },
  'a notebook with a command': {
    'a.ipynb': notebook(['!aws sagemaker update-model-package --model-approval-status Approved']),
  },
  'a notebook with a cell for the shell': {
    'a.ipynb': notebook(['%%bash\naws sagemaker update-model-package --model-approval-status Approved']),
  },
  'a notebook of Databricks that runs another one': {
    'setup.py': `# Databricks notebook source\n${mlflow}\n`,
    'a.py':
      '# Databricks notebook source\n# MAGIC %run ./setup\n\n# COMMAND ----------\n\nclient.set_registered_model_alias("m", "champion", 3)\n',
  },
  documents: {
    'README.md': fence('import joblib\njoblib.load("/m.joblib")'),
    'RUNBOOK.md': '```bash\naws sagemaker update-model-package --model-approval-status Approved\n```\n',
    'a.qmd': '```{python}\nimport joblib\njoblib.load("/m.joblib")\n```\n',
    'a.rst': '>>> import joblib\n>>> joblib.load("/m.joblib")\n',
  },
  templates: {
    'a.py.tmpl': `${mlflow}\n{{ if .x }}\nclient.set_registered_model_alias("m", "champion", 3)\n{{ end }}\n`,
  },
}

// Files with code and words in which nothing matters.
const noise: Sources = {
  'noise/plot.ipynb': notebook(['import json\njson.load(open("a.json"))']),
  'noise/README.md': `We load a model, joblib is best.\n\n${fence('print("load a model")')}`,
  'noise/prose.md': 'Call `joblib.load(path)` on it.\n',
}

describe('choosing files changes no finding in containers', () => {
  test.each(Object.entries(repositories))('%s', async (_, sources) => {
    const all = { ...sources, ...noise }
    const chosen = choose(all)
    expect(chosen).toEqual(Object.keys(sources).sort())
    const whole = await found(all)
    expect(whole).not.toEqual([])
    expect(await found(Object.fromEntries(chosen.map(path => [path, all[path] ?? ''])))).toEqual(whole)
  })
})

test('a notebook that others start is chosen for the check that it may hold', async () => {
  const gate = notebook([
    'import json',
    'if json.load(open("m.json"))["auc"] < 0.8:\n    raise ValueError("low")',
  ])
  const promote = notebook([
    '%run ./gate.ipynb',
    mlflow,
    'client.set_registered_model_alias("m", "champion", 3)',
  ])
  const files = Object.entries({ 'gate.ipynb': gate, 'other.ipynb': gate, 'promote.ipynb': promote }).map(
    ([path, text]) => ({ path, text }),
  )
  const chosen = selectFiles(files, rules, { pythonIn: file => pythonIn(file, () => undefined) })
  expect(chosen.map(({ path }) => path)).toEqual(['gate.ipynb', 'promote.ipynb'])
})

test('a workflow of Argo by itself is chosen for what it holds, and one with templates always', () => {
  const workflow = (kind: string, more = ''): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nspec: {templates: [{name: a, container: {args: [echo]}}]}\n${more}`
  const lone = workflow('Workflow')
  expect(
    choose({
      'lone.yaml': lone,
      'quoted.yaml': workflow('"Workflow"'),
      'both.yaml': `${lone}---\n${workflow('WorkflowTemplate')}`,
      'other.yaml': `${lone}---\n${workflow('ConfigMap')}`,
      'refers.yaml': workflow('Workflow', '# templateRef\n'),
      'starts.yaml': workflow('Workflow', '# python promote.py\n'),
      'template.yaml': workflow('WorkflowTemplate'),
    }),
  ).toEqual(['both.yaml', 'other.yaml', 'refers.yaml', 'starts.yaml', 'template.yaml'])
})

test('what cells have put out chooses no notebook', () => {
  expect(choose({ 'a.ipynb': notebook(['print(1)']) })).toEqual([])
})

test('the grammar of the shell is asked for where a container holds shell', () => {
  const needs = (path: string, text: string): boolean => needsOf([{ path, text }]).shell
  expect(needs('a.ipynb', notebook(['print(1)']))).toBe(false)
  expect(needs('a.ipynb', notebook(['%%bash\nls']))).toBe(true)
  expect(needs('a.py', '# Databricks notebook source\n# MAGIC %sh\n# MAGIC ls\n')).toBe(true)
  expect(needs('a.md', '```python\nx\n```\n')).toBe(false)
  expect(needs('a.md', '```console\n$ ls\n```\n')).toBe(true)
})

function choose(sources: Sources): string[] {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  const byPath = new Map(files.map(file => [file.path, file]))
  const chosen = selectFiles(files, rules, {
    pythonIn: file => pythonIn(file, path => byPath.get(path)),
  })
  return chosen.map(({ path }) => path).sort()
}

async function found(sources: Sources): Promise<string[]> {
  const findings = check(await readSources(sources), rules)
  return findings.map(({ rule, level, name }) => `${level} ${rule} ${name.file.path}:${name.start}`)
}
