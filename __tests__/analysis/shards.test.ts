import { examine, judgeCalls } from '../../src/analysis/check'
import { conclude } from '../../src/analysis/examined'
import { readSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'

const load = (path: string): string => `import joblib\njoblib.load("${path}")\n`
const promote = 'import mlflow\nmlflow.MlflowClient().set_registered_model_alias("churn", "champion", 4)\n'
const read = 'import json\nauc = json.load(open("metrics.json"))["auc"]\n'
const gate = `${read}if auc < 0.9:\n    raise SystemExit(1)\n`
const model = 'from transformers import AutoModel\nAutoModel.from_pretrained("acme/churn")\n'

const files: Readonly<Record<string, string>> = {
  'a.py': load('/mnt/a.pkl').repeat(4),
  'b.py': promote,
  'c.py': gate + promote,
  'c2.py': `${read}assert auc > 0.9\n${promote}`,
  'd.py': model,
  'e.py': model,
  'f.py': 'from urllib.request import urlretrieve\nurlretrieve("https://x.example/f.pkl", "f.pkl")\n',
  'g.py': load('f.pkl'),
  'h/train.yml': 'alias: [',
  '.github/workflows/cd.yml':
    'on: push\njobs: {a: {steps: [{run: python b.py}, {run: python c2.py}, {run: python c.py}]}}\n',
}

/** How many calls each of so many runs judges. */
async function counts(of: number): Promise<number[]> {
  const program = await readSources(files)
  const runs = Array.from({ length: of }, (_, at) => judgeCalls(program, rules, { number: at + 1, of }))
  return runs.map(({ found, guarded }) => found.length + guarded.length)
}

test.each([2, 3, 5, 20])('%i runs that share the calls come to what one comes to', async of => {
  const program = await readSources(files)
  const parts = Array.from({ length: of }, (_, at) => judgeCalls(program, rules, { number: at + 1, of }))
  const whole = examine(program, rules)
  expect(conclude(parts)).toEqual(whole)
  expect(conclude([...parts].reverse())).toEqual(whole)
  expect(whole.findings.length).toBeGreaterThan(5)
})

test('each of them judges about as many, and every call is judged once', async () => {
  const [all] = await counts(1)
  expect(await counts(2)).toEqual([5, 6])
  expect(await counts(5)).toEqual([4, 0, 3, 2, 2])
  for (const runs of [2, 3, 5, 20])
    expect((await counts(runs)).reduce((sum, count) => sum + count, 0)).toBe(all)
})

test('a map shows promotions and what leads to them, and no loads', async () => {
  const { map } = examine(await readSources(files), rules)
  expect(map.nodes.map(({ kind, label, status }) => [kind, label, status ?? ''].join(' ').trim())).toEqual([
    'pipeline .github/workflows/cd.yml',
    'trigger on every push',
    'job a',
    'script b.py',
    'promotion MlflowClient.set_registered_model_alias open',
    'script c.py',
    'gate evaluation',
    'promotion MlflowClient.set_registered_model_alias guarded',
    'script c2.py',
    'gate evaluation',
    'promotion MlflowClient.set_registered_model_alias declared',
  ])
})
