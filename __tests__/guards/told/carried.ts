import { told } from '../reasons'

/** A load somewhere in functions that hand a verified file on; \`CHECK(path)\` raises where it is another one. */
function python(functions: string): string {
  const check =
    '$1if hashlib.sha256(Path($2).read_bytes()).hexdigest() != EXPECTED:\n$1    raise ValueError()'
  return `
import functools, hashlib, os
from pathlib import Path
import acme, joblib
EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

${functions.trim().replaceAll(/^( *)CHECK\((.*)\)/gm, check)}
`
}

const verify = 'def verify(path):\n    CHECK(path)\n\n'
const joined = 'def verify(folder, name="churn.joblib"):\n    CHECK(os.path.join(folder, name))\n\n'
const part = 'def verify(artifact):\n    CHECK(artifact.path)\n\n'
const made = `
class Artifact:
    def __init__(self, path):
        self.path = path
        CHECK(self.path)

    def verify(self):
        pass

`
const method = `
class Artifact:
    def __init__(self, path):
        self.path = path

    def verify(self):
        CHECK(self.path)

`
const helper = 'def read(path):\n    return joblib.load(path)\n\n'
const around =
  'def verified(function):\n    def wrapper(path):\n        CHECK(path)\n        return function(path)\n    return wrapper\n\n'
const aroundMethod =
  'def verified(function):\n    def wrapper(self, path):\n        CHECK(path)\n        return function(self, path)\n    return wrapper\n\n'
const object = 'def read(artifact):\n    return joblib.load(artifact.path)\n\n'

test.each([
  `${verify}def load(path):\n    verify(path)\n    return joblib.load(path)`,
  `${verify}def load(path):\n    verify(path=path)\n    return joblib.load(str(path))`,
  `${verify}def load(one):\n    verify(one.path)\n    return joblib.load(one.path)`,
  `${verify}def load(folder):\n    verify(folder / "churn.joblib")\n    return joblib.load(folder / "churn.joblib")`,
  `${verify}def outer(path):\n    verify(path)\n\ndef load(path):\n    outer(path)\n    return joblib.load(path)`,
  'def verify(a, b, c, d, e, f, g, h, i, j, path):\n    CHECK(path)\n\ndef load(path):\n    verify(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, path)\n    return joblib.load(path)',
  `${joined}def load(folder, name):\n    verify(folder, name)\n    return joblib.load(os.path.join(folder, name))`,
  `${joined}def load(folder):\n    verify(folder)\n    return joblib.load(os.path.join(folder, "churn.joblib"))`,
  `${part}def load(one):\n    verify(one)\n    return joblib.load(one.path)`,
  `${made}def load(path):\n    one = Artifact(path)\n    return joblib.load(one.path)`,
  `${method}def load(path):\n    one = Artifact(path)\n    one.verify()\n    return joblib.load(one.path)`,
  'def verified(path):\n    CHECK(path)\n    return path\n\ndef load(path):\n    return joblib.load(verified(path))',
  'def found():\n    path = acme.find()\n    CHECK(path)\n    return path\n\ndef load():\n    return joblib.load(found())',
  `${helper}def load(path):\n    CHECK(path)\n    return read(path)`,
  `${helper}def load(one):\n    CHECK(one.path)\n    return read(one.path)`,
  `${object}def load(one):\n    CHECK(one.path)\n    return read(one)`,
  `${helper}def load(path):\n    CHECK(path)\n    return read(path=Path(path))`,
  `${helper}def load(path):\n    CHECK(path)\n    acme.run(functools.partial(read, path))`,
  `${helper}def load(path):\n    CHECK(path)\n    functools.partial(read, path)()`,
  `${around}@verified\ndef load(path):\n    return joblib.load(path)`,
  `${around}class Store:\n    @staticmethod\n    @verified\n    def load(path):\n        return joblib.load(path)`,
  `${aroundMethod}class Store:\n    @verified\n    def load(self, path):\n        return joblib.load(path)`,
  'MODEL = "churn.joblib"\n\ndef read(path=MODEL):\n    return joblib.load(path)\n\ndef load():\n    CHECK("churn.joblib")\n    return read()',
])('what was verified of the file goes with it: %s', async functions => {
  expect(await told(python(functions))).toEqual([])
})

test.each([
  `${verify}def load(path, other):\n    verify(other)\n    return joblib.load(path)`,
  `${verify}def load(path):\n    acme.verify(path)\n    return joblib.load(path)`,
  `${verify}def load(path):\n    return joblib.load(path)`,
  `${joined}def load(folder, name):\n    verify(name, folder)\n    return joblib.load(os.path.join(folder, name))`,
  `${joined}def load(folder, name):\n    verify(folder)\n    return joblib.load(os.path.join(folder, name))`,
  `${part}def load(one, two):\n    verify(one)\n    return joblib.load(two.path)`,
  `${part}def load(one):\n    verify(one)\n    return joblib.load(one.other)`,
  `${made}def load(path, other):\n    one = Artifact(path)\n    return joblib.load(other.path)`,
  `${method}def load(path):\n    one = Artifact(path)\n    return joblib.load(one.path)`,
  `${method}def load(path, two):\n    one = Artifact(path)\n    one.verify()\n    return joblib.load(two.path)`,
  'def verified(path):\n    CHECK(path)\n    return path + ".old"\n\ndef load(path):\n    return joblib.load(verified(path))',
  'def found():\n    path = acme.find()\n    CHECK(acme.find())\n    return path\n\ndef load():\n    return joblib.load(found())',
  `${helper}def load(path, other):\n    CHECK(path)\n    acme.run(functools.partial(read, other))`,
  `${around}@verified\ndef load(other, path="churn.joblib"):\n    return joblib.load(path)`,
  `${aroundMethod}class Store:\n    @verified\n    def load(self, other):\n        return joblib.load(self)`,
  `${helper}def load(path, other):\n    CHECK(other)\n    return read(path)`,
  `${object}def load(one, two):\n    CHECK(two.path)\n    return read(one)`,
  `${object}def load(one):\n    CHECK(one.other)\n    return read(one)`,
  `${helper}def load(path):\n    CHECK(path)\n    return read(path)\n\ndef main(path):\n    return read(path)`,
])('what was verified of another one does not: %s', async functions => {
  expect((await told(python(functions)))[0]).toBe('warning')
})
