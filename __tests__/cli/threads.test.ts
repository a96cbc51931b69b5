import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelgate, promotion, tree } from './program'

const shell = 'python promote.py\nmlflow models serve -m models:/churn/Production\n'
const loading = (i: number) =>
  `import joblib\n\ndef load${i}(path):\n    return joblib.load(path)\n\nload${i}("m${i}.pkl")\n`
const loads = Array.from({ length: 40 }, (_, i) => [`loads/l${i}.py`, loading(i)] as const)

let here: ReturnType<typeof tree>
beforeEach(() => {
  here = tree({
    'promote.py': promotion,
    'run.sh': shell,
    'broken.py': 'import joblib\n\ndef f(:\n    joblib.load(x)\n',
    'main.tf': 'resource "aws_sagemaker_endpoint" "churn" {\n  name = "churn-prod"\n}\n',
    ...Object.fromEntries(loads),
  })
})
afterEach(() => here.remove())

test('any number of threads finds the same', async () => {
  const scan = (threads: string) =>
    modelgate(['scan', '.', '--format', 'json', '--threads', threads], { cwd: here.path })
  const alone = await scan('1')
  expect(alone.code).toBe(1)
  expect(JSON.parse(alone.out).findings.length).toBeGreaterThan(40)
  for (const threads of ['2', '4']) expect(await scan(threads)).toEqual(alone)
})

test.each(['0', '65', 'many', '-1', '1.5'])('`--threads=%s` is no number of threads', async given => {
  expect(await modelgate(['scan', '.', `--threads=${given}`], { cwd: here.path })).toEqual({
    code: 2,
    out: '',
    err: `modelgate: --threads: \`${given}\` is no number of threads; write one from 1 to 64\n`,
  })
})

test('other threads read within the same limits', async () => {
  writeFileSync(
    join(here.path, 'deep.py'),
    `import joblib\n\nx = ${'['.repeat(60)}joblib.load("m.pkl")${']'.repeat(60)}\n`,
  )
  const scan = (threads: string) =>
    modelgate(['scan', '.', '--format', 'json', '--limit', 'depth=20', '--threads', threads], {
      cwd: here.path,
    })
  const alone = await scan('1')
  expect(JSON.parse(alone.out).notices).toEqual([
    expect.objectContaining({ path: 'broken.py' }),
    expect.objectContaining({ path: 'deep.py', kind: 'limit' }),
  ])
  expect(await scan('2')).toEqual(alone)
})

test.each(['x = x.a', 'x = x + 1'])(
  'values that no stack can hold (`%s`) are read by this thread',
  async line => {
    const lines = `    ${line}\n`.repeat(2000)
    for (let i = 0; i < 20; i += 1)
      writeFileSync(
        join(here.path, `deep${i}.py`),
        `import joblib\n\ndef f(x):\n${lines}    joblib.load(x)\n`,
      )
    const scan = (threads: string) =>
      modelgate(['scan', '.', '--format', 'json', '--threads', threads], { cwd: here.path })
    const alone = await scan('1')
    expect(alone.code).toBe(1)
    expect(await scan('3')).toEqual(alone)
  },
)
