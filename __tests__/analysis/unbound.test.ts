import { readRules } from '../../src/rules/read'
import { analyseSources } from '../support/analyse'

const rules = readRules(['rules'])

const load = 'def load(path):\n    return joblib.load(path)\n'

test.each([
  [
    'a function that nobody calls',
    `import joblib\n\n${load}`,
    'The artifact comes in through the parameter `path`, which nothing in this repository sets.',
  ],
  [
    'a function that is handed to somebody who calls it',
    `import funcy\nimport joblib\n\n${load}\nread = funcy.partial(load)\n`,
    'The artifact comes in through the parameter `path` of a function that is handed on.',
  ],
])('%s', async (_, python, says) => {
  const [finding] = await analyseSources({ 'churn.py': python }, rules)
  expect([finding?.level, finding?.message]).toEqual(['warning', expect.stringContaining(says)])
})
