import { findingsIn } from '../pipelines/scanned'

const models = `
  import os
  import pickle

  KNOWN = {"churn-small": "https://models.example.com/small", "churn-large": "https://models.example.com/large"}

  def read(path):
      with open(path, "rb") as file:
          return pickle.load(file)

  def load(name):
      BODY

  load("churn-small")
`

async function originsIn(body: string, more = ''): Promise<readonly (string | null)[]> {
  const python = `${models.replace('BODY', body.replaceAll('\n', '\n      '))}${more}`
  const found = await findingsIn({ 'churn.py': python })
  return found.map(({ message }) => /The artifact is `(.*?)`/.exec(message)?.[1] ?? null)
}

test.each([
  'if name.endswith(".pkl"):\n    return read(name)',
  'if name.endswith((".pkl", ".pickle")):\n    return read(name)',
  'if not name.endswith(".pkl"):\n    return None\nreturn read(name)',
  'if name.startswith("/"):\n    return read(name)',
  'if "/" in name:\n    return read(name)',
  'if "/" not in name:\n    raise ValueError(name)\nreturn read(name)',
  'if name in KNOWN:\n    return KNOWN[name]\nelif os.path.isfile(name):\n    return read(name)',
  'return read(name) if name.endswith(".pkl") else None',
])('what a question in front rules out is not told: %s', async body => {
  expect(await originsIn(body)).toEqual([null])
})

test.each([
  'if name.endswith("-small"):\n    return read(name)',
  'if not name.endswith(".pkl"):\n    return read(name)',
  'if name.endswith(".pkl"):\n    print(name)\nreturn read(name)',
  'if name.strip().endswith(".pkl"):\n    return read(name)',
  'if os.environ["MODEL"].endswith(".pkl"):\n    return read(name)',
  'if name in KNOWN:\n    return read(name)',
  'if name not in KNOWN.values():\n    return read(name)',
  'if name in os.listdir("."):\n    return read(name)',
  'name = name + ".pkl"\nif name.endswith(".pkl"):\n    return read(name)',
])('what it leaves is: %s', async body => {
  expect((await originsIn(body))[0]).toMatch(/^churn-small/)
})

test('of several that callers name those count that are left', async () => {
  const body = 'if name.endswith(".pkl"):\n    return read(name)'
  expect(await originsIn(body, '  load("old.pkl")\n')).toEqual(['old.pkl'])
})
