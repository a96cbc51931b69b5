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

describe('an address is the name of no file', () => {
  const fetching = `
    import os
    import pickle
    from pathlib import Path
    from urllib.parse import urlparse

    BASE = "https://models.example.com/"
    MODELS = {"small": "https://models.example.com/small.pkl", "large": "https://models.example.com/large.pkl"}

    def is_url(text):
        return urlparse(text).scheme in ("http", "https")

    def is_remote(text):
        return text.startswith("http://") or text.startswith("https://")

    def is_address(text):
        return bool(urlparse(text).scheme) and "://" in text

    def is_local(text):
        return not is_url(text)

    def is_old(text):
        return text.endswith(".old")

    def read(path):
        with open(path, "rb") as file:
            return pickle.load(file)

    def load(name):
        BODY

    load(GIVEN)
  `

  async function levels(given: string, body: string): Promise<readonly string[]> {
    const python = fetching.replace('GIVEN', given).replace('BODY', body.replaceAll('\n', '\n        '))
    const found = await findingsIn({ 'churn.py': python })
    return found.map(({ finding }) => finding.split(' ')[0] ?? '')
  }

  const addresses = [
    '"https://models.example.com/small.pkl"',
    'f"{BASE}{os.environ[\'NAME\']}.pkl"',
    'MODELS[os.environ["NAME"]]',
  ]

  test.each([
    'if os.path.isfile(name):\n    return read(name)',
    'if os.path.exists(name):\n    return read(name)',
    'if not os.path.exists(name):\n    raise FileNotFoundError(name)\nreturn read(name)',
    'if Path(name).is_file():\n    return read(name)',
    'path = Path(name)\nif path.exists():\n    return read(name)',
    'if urlparse(name).scheme != "https":\n    return read(name)',
    'if is_url(name):\n    return None\nelif os.path.isfile(name):\n    return read(name)',
    'if is_url(name):\n    return None\nreturn read(name)',
    'if is_remote(name):\n    return None\nreturn read(name)',
    'if is_address(name):\n    return None\nreturn read(name)',
    'if is_local(name):\n    return read(name)',
  ])('%s', async body => {
    for (const given of addresses) expect([given, await levels(given, body)]).toEqual([given, ['warning']])
  })

  test.each([
    'return read(name)',
    'if os.path.isfile("churn.pkl"):\n    return read(name)',
    'if os.path.isfile(name):\n    print(name)\nreturn read(name)',
    'if not os.path.isfile(name):\n    return read(name)',
    'if not is_old(name):\n    return read(name)',
    'if is_url("churn.pkl"):\n    return None\nreturn read(name)',
    'if is_url(name):\n    return read(name)',
    'if urlparse(name).netloc == "models.example.com":\n    return read(name)',
    'name = name.removeprefix(BASE)\nif os.path.isfile(name):\n    return read(name)',
  ])('and one that may be opened is told: %s', async body => {
    expect(await levels('"https://models.example.com/small.pkl"', body)).toEqual(['error'])
  })

  test.each(['"file:///srv/churn.pkl"', 'os.environ["NAME"] + "https://models.example.com/"'])(
    '%s may be one',
    async given => {
      const body = 'if os.path.isfile(name):\n    return read(name)'
      const told = await levels(given, body)
      expect(told).toEqual(await levels(given, 'return read(name)'))
    },
  )

  test('of several callers each is asked', async () => {
    const body = 'if os.path.isfile(name):\n    return read(name)'
    expect(await levels('"https://models.example.com/small.pkl")\n    load("churn.pkl"', body)).toEqual([
      'warning',
    ])
  })

  test('functions that ask one another very often come to an end', async () => {
    const asking = (name: string, inner: string): string =>
      `def ${name}(text):\n        return ${Array.from({ length: 300 }, () => `${inner}(text)`).join(' or ')}\n\n    `
    const many = `${asking('a', 'b')}${asking('b', 'c')}${asking('c', 'is_old')}def read(path):`
    const python = fetching
      .replace('def read(path):', many)
      .replace('GIVEN', '"https://models.example.com/small.pkl"')
    const found = await findingsIn({
      'churn.py': python.replace('BODY', 'return read(name) if a(name) else None'),
    })
    expect(found.map(({ finding }) => finding.split(' ')[0])).toEqual(['error'])
  })
})
