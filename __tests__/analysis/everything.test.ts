import { defaultConfiguration } from '../../src/policy/settings'
import { formats } from '../../src/reporters'
import { builtinRules } from '../../src/rules/builtin'
import type { Example } from '../../src/rules/schema'
import { scan } from '../../src/scan'
import { sourcesOf } from '../rules/expectation'
import { builtin } from '../support/builtin'
import { temporaryTree } from '../support/tree'

const rules = builtinRules()

// Words of the catalogue that mean nothing, among which the files of an example have to be found.
const noise = {
  'noise/__init__.py': '',
  'noise/settings.py': 'import json\n\n\ndef load(path):\n    return json.load(open(path))\n',
  'noise/frames.py':
    'import numpy as np\n\n\nclass Frame:\n    def copy(self):\n        """As `pickle.load` would."""\n        return self.update(np.zeros(3))\n',
  'noise/site.py':
    'import platform\nimport shutil\n\n\ndef where(shelf):\n    shutil.rmtree("a")\n    shelf.move("b")\n    return platform.system()\n',
}

describe('what is found is the same whether or not files are chosen first', () => {
  test.each(['examples/churn', 'examples/churn-guarded'])('%s', async root => {
    const [chosen, all] = [await reportOn(root, false), await reportOn(root, true)]
    expect(chosen.text).toBe(all.text)
    expect(chosen.findings + chosen.guarded).toBeGreaterThan(0)
  })

  test.each(['examples/churn', 'examples/churn-guarded'])('and whatever is held of %s', async root => {
    const all = await reportOn(root, false)
    for (const mostHeld of [0, 3_000]) {
      const { text, parsed } = await reportOn(root, false, mostHeld)
      expect(text).toBe(all.text)
      expect(parsed).toBe(all.parsed)
    }
  })

  test('the examples of the catalogue among files that only sound like it', async () => {
    const different: string[] = []
    let fewer = 0
    for (const example of examples()) {
      const { chosen, all } = await both({ ...noise, ...sourcesOf(example) })
      if (chosen.text !== all.text) different.push(example.title)
      if (chosen.parsed < all.parsed) fewer += 1
    }
    expect(different).toEqual([])
    expect(fewer).toBeGreaterThan(100)
  }, 600_000)
})

function examples(): Example[] {
  const { rules: own, catalogs } = builtin
  return [...own, ...catalogs].flatMap(({ examples }) => [
    ...(examples?.bad ?? []),
    ...(examples?.good ?? []),
  ])
}

interface Outcome {
  readonly text: string
  readonly parsed: number
  readonly findings: number
  readonly guarded: number
}

async function both(
  sources: Readonly<Record<string, string>>,
): Promise<{ readonly chosen: Outcome; readonly all: Outcome }> {
  const tree = temporaryTree()
  try {
    tree.write(sources)
    return { chosen: await reportOn(tree.root, false), all: await reportOn(tree.root, true) }
  } finally {
    tree.remove()
  }
}

// How many files were parsed is the one thing that may differ, with what those could not be read.
async function reportOn(root: string, everything: boolean, mostHeld?: number): Promise<Outcome> {
  const configuration = { ...defaultConfiguration, failOn: 'never' as const }
  const held = mostHeld === undefined ? {} : { mostHeld }
  const options = { root, paths: [], rules, configuration, version: '0', base: null, everything, ...held }
  const report = await scan(options)
  const { files, findings, guarded } = report
  const text = formats.json({ ...report, notices: [], files: { ...files, parsed: 0 } })
  return { text, parsed: files.parsed, findings: findings.length, guarded: guarded.length }
}
