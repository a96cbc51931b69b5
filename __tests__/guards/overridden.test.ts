import { analyseSources } from '../support/analyse'
import { expectAsMarked } from './marked'
import { rules } from './reasons'

const prelude = `
  import hashlib, os, sys
  from pathlib import Path
  import joblib, numpy, torch
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

const cases = {
  'a field of the class that decides, and a subclass that says otherwise': `
    class Base:
        safe = True
        def load(self):
            return torch.load("c.pt", weights_only=self.safe)  # reported

    class Sub(Base):
        safe = False

    Sub().load()
  `,
  'a subclass that says nothing of it': `
    class Base:
        safe = True
        def load(self):
            return torch.load("c.pt", weights_only=self.safe)

    class Sub(Base):
        other = False
  `,
  'a subclass that stores it': `
    class Base:
        pickled = False
        def load(self):
            return numpy.load("c.npy", allow_pickle=self.pickled)  # reported

    class Sub(Base):
        def __init__(self):
            self.pickled = True
  `,
  'a subclass that stores it behind what its base has stored': `
    class Base:
        def __init__(self):
            self.pickled = False
        def load(self):
            return numpy.load("c.npy", allow_pickle=self.pickled)  # reported

    class Sub(Base):
        def __init__(self):
            super().__init__()
            self.pickled = True
  `,
  'a subclass in another file': {
    'base.py': `
    class Base:
        pickled = False
        def load(self):
            return numpy.load("c.npy", allow_pickle=self.pickled)  # reported
    `,
    'sub.py': `
    from base import Base
    class Sub(Base):
        pickled = True
    `,
  },
  'a subclass of a subclass': `
    class Base:
        pickled = False
        def load(self):
            return numpy.load("c.npy", allow_pickle=self.pickled)  # reported

    class Mid(Base):
        pass

    class Sub(Mid):
        pickled = True
  `,
  'an object that is surely of the base': `
    class Base:
        pickled = False

    class Sub(Base):
        pickled = True

    def load():
        base = Base()
        return numpy.load("c.npy", allow_pickle=base.pickled)
  `,
  'a property that a subclass overrides': `
    class Base:
        @property
        def pickled(self):
            return False
        def load(self):
            return numpy.load("c.npy", allow_pickle=self.pickled)  # reported as note

    class Sub(Base):
        @property
        def pickled(self):
            return True
  `,
  'a method that a subclass overrides': `
    class Base:
        def pickled(self):
            return False
        def load(self):
            return numpy.load("c.npy", allow_pickle=self.pickled())  # reported

    class Sub(Base):
        def pickled(self):
            return True
  `,
}
describe('what an object may say that may be of a subclass', () => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})

const gate = (below: string, made = 'Base()'): string => `
from mlflow import MlflowClient
client = MlflowClient()

class Base:
    least = 0.8
    def __init__(self, auc):
        self.passed = auc > 0.8

    def promote(self, auc, version):
        if auc > self.least:
            client.set_registered_model_alias("churn", "champion", version)

class Sub(Base):
${below.replaceAll(/^/gm, '    ')}

def promote(report: Base, version):
    if report.passed:
        client.set_registered_model_alias("churn", "champion", version)

def main(auc, version):
    ${made}.promote(auc, version)
    promote(${made}, version)
    promote(Base(auc), version)
`

test.each<[string, string, string, number]>([
  ['that says nothing', 'pass', 'Sub(auc)', 0],
  ['that wants more', 'least = 0.9', 'Sub(auc)', 0],
  ['that wants nothing', 'least = float("-inf")', 'Sub(auc)', 1],
  ['that has always passed', 'def __init__(self, auc):\n    self.passed = True', 'Sub(auc)', 1],
])('a gate that is asked of an object of a subclass %s', async (_, below, made, count) => {
  expect(await analyseSources({ 'churn.py': gate(below, made) }, rules)).toHaveLength(count)
})

test('the artifact of a subclass is another file', async () => {
  const python = `
import joblib

class Base:
    path = "models/churn.pkl"

    def load(self):
        return joblib.load(self.path)
`
  const levels = async (below: string): Promise<readonly string[]> => {
    const files = { 'churn.py': python + below, 'models/churn.pkl': 'x' }
    return (await analyseSources(files, rules)).map(({ level }) => level)
  }
  expect(await levels('')).toEqual(['note'])
  expect(await levels('class Sub(Base):\n    path = "/srv/churn.pkl"\n')).toEqual(['warning'])
  expect(await levels('class Sub(Base):\n    def __init__(self, url):\n        self.path = url\n')).toEqual([
    'warning',
  ])
})
