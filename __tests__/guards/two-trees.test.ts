import { check } from '../../src/analysis/check'
import { readGrammar } from '../../src/files/grammars'
import { openFrontends, type Readings, readProgram } from '../../src/frontends'
import type { SourceFile } from '../../src/program'
import { builtinRules } from '../../src/rules/builtin'

const rules = builtinRules()

const file = `import hashlib

import joblib
from steps import renew

if hashlib.sha256(open("model.pkl", "rb").read()).hexdigest() != "9f86d081884c7d659a2feaa0c55ad015":
    raise ValueError("another model")
renew("model.pkl")
joblib.load("model.pkl")
`

const field = `import hashlib

import joblib
from steps import renew


class Registry:
    def __init__(self, path):
        self.path = path

    def open(self):
        if hashlib.sha256(open(self.path, "rb").read()).hexdigest() != "9f86d081884c7d659a2feaa0c55ad015":
            raise ValueError("another model")
        renew(self)
        return joblib.load(self.path)
`

const made = `import joblib
from tools import Release

Release("model.pkl", "other.pkl").verify()
joblib.load("model.pkl")
`

const release = (kept: string): string => `import hashlib


class Release:
    def __init__(self, path, other):
        self.path = ${kept}

    def verify(self):
        if hashlib.sha256(open(self.path, "rb").read()).hexdigest() != "9f86d081884c7d659a2feaa0c55ad015":
            raise ValueError("another model")
`

// What is the same in two trees is read once, and what it calls may be another function in each of them.
test.each<[string, string, string, string]>([
  [
    'a file that is written again',
    file,
    'import shutil\n\n\ndef refresh(path):\n    shutil.copy("other.pkl", path)\n',
    'import shutil\n\n\ndef refresh(path):\n    shutil.copy(path, "other.pkl")\n',
  ],
  [
    'a field that is stored anew',
    field,
    'def refresh(registry):\n    registry.path = "other.pkl"\n',
    'def refresh(registry):\n    registry.name = "other.pkl"\n',
  ],
  ['what an object keeps', made, release('other'), release('path')],
])('%s: each tree is judged by what is in it', async (_, main, bad, good) => {
  for (const tools of [
    [bad, good],
    [good, bad],
  ])
    expect(await reported(main, tools)).toEqual(tools.map(text => text === bad))
})

async function reported(main: string, tools: readonly string[]): Promise<boolean[]> {
  const frontends = await openFrontends(readGrammar, { shell: false, documents: false, terraform: false })
  const readings: Readings = new Map()
  const same: SourceFile[] = [
    { path: 'main.py', text: main },
    {
      path: 'steps.py',
      text: 'from tools import refresh\n\n\ndef renew(what):\n    refresh(what)\n',
    },
  ]
  return tools.map(text => {
    const program = readProgram(frontends, [...same, { path: 'tools.py', text }], { readings })
    return check(program, rules).some(({ rule }) => rule === 'unverified-artifact-load')
  })
}
