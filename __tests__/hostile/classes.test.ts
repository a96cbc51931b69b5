import { examine } from '../../src/analysis/check'
import { builtin } from '../policy/configured'
import { readSources } from '../support/analyse'

const numbers = (most: number): number[] => Array.from({ length: most }, (_, at) => at)

const examined = async (sources: Readonly<Record<string, string>>) =>
  examine(await readSources(sources), builtin)

const chain = (most: number): string =>
  `import joblib\n\n\nclass C0:\n    def load(self, path):\n        return joblib.load(path)\n${numbers(most)
    .map(at => `class C${at + 1}(C${at}):\n    def m${at}(self, path):\n        return self.load(path)\n`)
    .join('')}C${most}().load("a")\n`

test('a hundred classes that inherit from one another are followed to the last, and nothing is said of it', async () => {
  const { findings, notices } = await examined({ 'a.py': chain(100) })
  expect(findings).toHaveLength(1)
  expect(notices).toEqual([])
})

test('of a thousand that do it is said that those furthest up are not known', async () => {
  const { findings, notices } = await examined({ 'a.py': chain(1_000) })
  expect(findings).toHaveLength(1)
  expect(notices).toEqual([
    {
      path: 'a.py',
      line: 0,
      kind: 'limit',
      message:
        'A class inherits from more than 200 others by way of one another; what those furthest up have is not known.',
    },
  ])
})

test('that is said of the file on disk, where a cell of a notebook writes the classes', async () => {
  const cell = { cell_type: 'code', source: `%%writefile serve.py\n${chain(300)}`, metadata: {}, outputs: [] }
  const notebook = JSON.stringify({
    nbformat: 4,
    metadata: { language_info: { name: 'python' } },
    cells: [cell],
  })
  const { notices } = await examined({ 'a.ipynb': notebook })
  expect(notices.map(({ path }) => path)).toEqual(['a.ipynb'])
})

test('classes that inherit from one another on very many ways come to an end', async () => {
  const diamonds = numbers(400).map(
    at =>
      `class A${at + 1}(A${at}, B${at}):\n    def g(self, path):\n        return self.load(path)\nclass B${at + 1}(A${at}, B${at}):\n    def load(self, path):\n        return super().load(path)\n`,
  )
  const { findings } = await examined({
    'a.py': `import joblib\n\n\nclass A0:\n    def load(self, path):\n        return joblib.load(path)\nclass B0(A0):\n    pass\n${diamonds.join('')}A400().load("a")\n`,
  })
  expect(findings).toHaveLength(1)
})

test('a class that inherits from what its own objects have is none of its bases', async () => {
  const { findings } = await examined({
    'a.py': `import joblib\n\n\nclass A(A().x):\n    def __init__(self):\n        self.x = self.y\n        self.y = A\n\n    def load(self, path):\n        joblib.load(self.x)\n\n\nA().load(1)\n`,
  })
  expect(findings).toHaveLength(1)
})
