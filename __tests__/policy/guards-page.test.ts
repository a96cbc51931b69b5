import { readFileSync } from 'node:fs'
import { found, promised } from '../rules/expectation'
import { analyseSources } from '../support/analyse'
import { builtin } from './configured'

interface Block {
  readonly heading: string
  readonly language: string
  readonly text: string
}

const examples = blocksOf('docs/guards.md').filter(
  ({ heading, language }) => heading !== 'Your own words' && /^(python|yaml|sh)$/.test(language),
)
const python = examples.filter(({ language }) => language === 'python')
const workflows = examples.filter(({ text }) => /^(on|jobs):/.test(text))
const scripts = examples.filter(({ language }) => language === 'sh')

const evaluate = `import json
import sys

metrics = json.load(open("metrics.json"))
if metrics["auc"] < 0.8:
    sys.exit(1)
`
const prelude = `import argparse
import builtins
import hashlib
import io
import joblib
import logging
import pickle
import sys
from pathlib import Path
from mlflow import MlflowClient

client = MlflowClient()
ALLOWED = {("sklearn.linear_model", "LogisticRegression")}
EXPECTED = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

def check(auc):
    if auc < 0.8:
        raise ValueError("too low")

`

describe('every example of the page on guards is right', () => {
  test('there are as many as these tests run', () => {
    expect([python.length, workflows.length, scripts.length]).toEqual([32, 6, 4])
  })

  test.each(python.map(({ heading, text }, i) => [`${i} ${heading}`, text]))(
    'Python, %s',
    async (_, text) => {
      expect(await told({ python: prelude + standing(text) })).toEqual(
        promised({ title: '', python: prelude + standing(text) }, '*'),
      )
    },
  )

  test.each(workflows.map(({ heading, text }, i) => [`${i} ${heading}`, text]))(
    'workflow, %s',
    async (_, text) => {
      const workflow = text.startsWith('on:') ? text : `on: push\n${text}`
      expect(await told({ workflow })).toEqual(promised({ title: '', workflow }, '*'))
    },
  )

  test.each(scripts.map(({ heading, text }, i) => [`${i} ${heading}`, text]))(
    'script, %s',
    async (_, shell) => {
      expect(await told({ shell })).toEqual(promised({ title: '', shell }, '*'))
    },
  )
})

async function told(code: { python?: string; workflow?: string; shell?: string }): Promise<string[]> {
  const sources = {
    ...(code.python === undefined ? {} : { 'churn.py': code.python }),
    ...(code.workflow === undefined ? {} : { '.github/workflows/release.yml': code.workflow }),
    ...(code.shell === undefined ? {} : { 'release.sh': code.shell }),
    ...(code.python === undefined ? { 'evaluate.py': evaluate } : {}),
  }
  const promises = promised({ title: '', ...code }, '*')
  return found(await analyseSources(sources, builtin), promises)
}

// What is no definition stands in a function that is given what it names.
function standing(text: string): string {
  if (/^(import|from|@|THRESHOLDS|MINIMUM|def promote\()/m.test(text)) return text
  const body = text.replace(/^(?=.)/gm, '    ')
  return `def example(version, auc, f1, metrics, force, settings, path, folder, file):\n${body}`
}

function blocksOf(page: string): Block[] {
  const found: Block[] = []
  let heading = ''
  let section = ''
  for (const [, title, language = '', text = ''] of readFileSync(page, 'utf8').matchAll(
    /^(#{2,3} .*)$|^```(\w+)\n([\s\S]*?)^```$/gm,
  )) {
    if (title) {
      if (title.startsWith('## ')) section = title.slice(3)
      heading = title.replace(/^#+ /, '')
    } else found.push({ heading: section === 'Your own words' ? section : heading, language, text })
  }
  return found
}
