import { linesFound, noticesIn } from './contained'

const cells = (...parts: string[]): string =>
  `# Databricks notebook source\n${parts.join('\n\n# COMMAND ----------\n\n')}\n`
const magic = (text: string): string =>
  text
    .split('\n')
    .map(line => `# MAGIC ${line}`.trimEnd())
    .join('\n')
const mlflow = 'from mlflow import MlflowClient\nclient = MlflowClient()'
const promote = 'client.set_registered_model_alias("churn", "champion", 3)'
const gate = 'import json\nif json.load(open("m.json"))["auc"] < 0.9:\n    raise ValueError("weak")'

test('cells are one script in order; prose, queries and other languages are not scanned', async () => {
  const source = cells(
    magic('%md\n# Release\n`client.set_registered_model_alias("churn", "champion", 1)`'),
    magic("%sql\nSELECT it's FROM models"),
    magic('%pip install mlflow==2.9 # (pinned'),
    mlflow,
    `# a comment first\n${magic('%scala\nval x = (')}`,
    promote,
  )
  expect(await linesFound({ 'release.py': source })).toEqual([`error release.py: ${promote}`])
  expect(await noticesIn({ 'release.py': source })).toEqual([])
})

test('a check in an earlier cell guards, and one behind the move does not', async () => {
  expect(await linesFound({ 'release.py': cells(mlflow, gate, promote) })).toEqual([])
  expect(await linesFound({ 'release.py': cells(mlflow, promote, gate) })).toEqual([
    `error release.py: ${promote}`,
  ])
})

test('a cell of the shell stops nothing unless it asks for it', async () => {
  const verify = 'cosign verify-blob --key cosign.pub --signature m.sig m.joblib'
  const load = 'import joblib\nmodel = joblib.load("m.joblib")'
  const found = ['warning a.py: model = joblib.load("m.joblib")']
  expect(await linesFound({ 'a.py': cells(magic(`%sh\n${verify}`), load) })).toEqual(found)
  expect(await linesFound({ 'a.py': cells(magic(`%sh -e\n${verify}`), load) })).toEqual([])
  const approve = 'aws sagemaker update-model-package --model-approval-status Approved'
  expect(await linesFound({ 'a.py': cells(magic(`%sh\ncd x\n${approve}`)) })).toEqual([
    `error a.py: # MAGIC ${approve}`,
  ])
})

describe('other notebooks', () => {
  const setup = cells(mlflow)
  test('one that is run by a command shares its names', async () => {
    const sources = { 'work/setup.py': setup, 'work/release.py': cells(magic('%run ./setup'), promote) }
    expect(await linesFound(sources)).toEqual([`error work/release.py: ${promote}`])
  })

  test('one that is run by a call stops its caller where it fails', async () => {
    const release = cells(mlflow, 'result = dbutils.notebook.run("./check", 600, {"env": "prod"})', promote)
    expect(await linesFound({ 'check.py': cells(gate), 'release.py': release })).toEqual([])
    expect(await linesFound({ 'check.py': cells('print(1)'), 'release.py': release })).toEqual([
      `error release.py: ${promote}`,
    ])
    const left = cells('dbutils.notebook.exit("skipped")', gate)
    expect(await linesFound({ 'check.py': left, 'release.py': release })).toEqual([
      `error release.py: ${promote}`,
    ])
  })

  test('what ends a notebook guards what stands behind it', async () => {
    const ends = gate.replace('raise ValueError("weak")', 'dbutils.notebook.exit("weak")')
    expect(await linesFound({ 'release.py': cells(mlflow, ends, promote) })).toEqual([])
  })
})

describe('widgets', () => {
  const move = 'client.transition_model_version_stage("churn", 3, dbutils.widgets.get("stage"))'
  test.each([
    ['a text', 'dbutils.widgets.text("stage", "Production", "Stage")', 'error'],
    [
      'a choice',
      'dbutils.widgets.dropdown(name="stage", defaultValue="Production", choices=["Staging", "Production"])',
      'error',
    ],
  ])('the default of %s is read', async (_, widget, level) => {
    expect(await linesFound({ 'release.py': cells(mlflow, widget, move) })).toEqual([
      `${level} release.py: ${move}`,
    ])
    const staging = widget.replace('"Production"', '"Staging"')
    expect(await linesFound({ 'release.py': cells(mlflow, staging, move) })).not.toContain(
      `error release.py: ${move}`,
    )
  })

  test('what another notebook gives is read', async () => {
    const sources = {
      'release.py': cells(mlflow, 'dbutils.widgets.text("stage", "Staging")', move),
      'main.py': cells('dbutils.notebook.run("release", 60, {"stage": "Production"})'),
    }
    expect(await linesFound(sources)).toEqual([`error release.py: ${move}`])
  })
})

test('percent cells of an editor are plain Python', async () => {
  const source = `# %%\n# %matplotlib inline\n${mlflow}\n# %% [markdown]\n# client.set_registered_model_alias("a", "champion", 1)\n# %%\n# !aws s3 cp x y\n${promote}\n`
  expect(await linesFound({ 'release.py': source })).toEqual([`error release.py: ${promote}`])
  expect(await noticesIn({ 'release.py': source })).toEqual([])
})
