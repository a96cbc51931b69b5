import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

const network = 'error The artifact comes from the network.'

/** The level of the only finding, and what its message says of the artifact. */
async function originOf(python: string): Promise<string> {
  const [finding, ...others] = await analyseSources({ 'churn.py': withoutMargin(python) }, rules)
  expect(others).toEqual([])
  const says = /The artifact .*?\.(?= |$)/.exec(finding?.message ?? '')?.[0] ?? ''
  return `${finding?.level} ${says}`
}

const fetched = (folder: string, path: string, more = ''): string => `
  import os

  import joblib
  from torchvision.datasets.utils import download_url

  KNOWN = {"churn.joblib", "lapse.joblib"}

  def load(name, root="else"):
      path = ${path}
      if not os.path.isfile(path):
          download_url("https://models.example.com/" + name, ${folder})
      return joblib.load(path)
  ${more}
`

const both = `
  if __name__ == "__main__":
      for known in KNOWN:
          load(known)
`

describe('a folder that is filled from the network holds files that are not named here', () => {
  test.each([
    ['"models"', 'f"models/{name}"'],
    ['"models"', 'os.path.join("models", name)'],
    ['"models"', '"models/" + name + ".joblib"'],
    ['"models"', 'f"models/{root}/{name}"'],
    ['"models/churn"', 'f"models/churn/v{root}/{name}"'],
    [
      'os.path.join(os.path.dirname(__file__), "models")',
      'os.path.join(os.path.dirname(__file__), "models", name)',
    ],
  ])('%s: %s', async (folder, path) => {
    expect(await originOf(fetched(folder, path))).toBe(network)
  })

  test('and of two files that may be opened both', async () => {
    expect(await originOf(fetched('"models"', 'f"models/{name}"', both))).toBe(network)
  })
})

describe('another folder that is filled from there does not', () => {
  test.each([
    ['"models"', 'f"model{name}"'],
    ['"models"', 'f"models-{name}"'],
    ['"models/churn"', 'f"models/{name}"'],
    ['"models"', 'f"{root}/models/{name}"'],
    ['"models"', 'os.path.join(os.path.dirname(__file__), "models", name)'],
    ['os.path.join(os.path.dirname(__file__), "models")', 'f"models/{name}"'],
  ])('%s: %s', async (folder, path) => {
    expect(await originOf(fetched(folder, path))).not.toBe(network)
  })

  test('nor do both of two files lie there', async () => {
    const path = '"lapse.joblib" if root else f"models/{name}"'
    expect(await originOf(fetched('"models/old"', path, both))).not.toBe(network)
  })
})
