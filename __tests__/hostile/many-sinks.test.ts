import { chosenOf, filesOf } from '../support/choice'
import { count, rows, within } from '../support/effort'

const digest = 'a'.repeat(64)

// Others may have the processor in the meantime.
jest.setTimeout(120_000)

// Each of the sinks once went through all of them.
test.each([
  [
    'values of the field that they open',
    {
      'a.py': `import pickle\n\n\nclass Store:\n    def go(self):\n        self.x = "a"\n${rows(20_000, () => '        self.x = self.x + "b"\n')}${rows(100, () => '        pickle.load(open(self.x, "rb"))\n')}`,
    },
    100,
  ],
  [
    'assertions',
    {
      'a.py': `from mlflow import MlflowClient\nclient = MlflowClient()\n\n\ndef go(v, acc):\n${rows(4_000, at => `    assert acc > 0.${at}\n`)}${rows(150, () => '    client.transition_model_version_stage("m", v, stage="Production")\n')}`,
    },
    150,
  ],
  [
    'commands of a script',
    {
      'a.sh': `${rows(6_000, () => 'cp a b\n')}${rows(250, () => 'aws s3 cp model.pkl s3://prod/m.pkl\n')}`,
    },
    250,
  ],
  [
    'checks of a script that hold nothing back',
    {
      'a.sh': rows(
        1_000,
        at => `echo "${digest}  model${at}.pkl" | sha256sum -c -\naws s3 cp model${at}.pkl s3://prod/\n`,
      ),
    },
    1_000,
  ],
])('sinks among very many %s', async (_, sources, findings) => {
  expect(await count(sources)).toBe(findings)
})

test('very many variables that one block gives values to are chosen', async () => {
  const tasks = rows(
    4_500,
    at => `    t${at} = PythonOperator(task_id="t${at}", python_callable=go)\n    t${at - 1} >> t${at}\n`,
  )
  const text = `from airflow import DAG\nfrom airflow.operators.python import PythonOperator\nimport joblib\n\n\ndef go():\n    joblib.load("a")\n\n\nwith DAG("d") as dag:\n${tasks}`
  expect(await within(() => chosenOf(filesOf({ 'a.py': text })))).toHaveLength(1)
})

// Each of them takes all names of two others.
function ring(files: number): Readonly<Record<string, string>> {
  const text = (at: number): string =>
    `import joblib\nfrom .m${(at + 1) % files} import *\nfrom .m${(at * 7 + 3) % files} import *\n\n\ndef f${at}(p):\n    return joblib.load(f${(at + 1) % files}(p))\n`
  return Object.fromEntries(Array.from({ length: files }, (_, at) => [`pkg/m${at}.py`, text(at)]))
}

test('very many files that take all names of two others are chosen', async () => {
  expect(await within(() => chosenOf(filesOf(ring(2_200))))).toHaveLength(2_200)
})

test('very many files that take all names of two others are judged', async () => {
  expect(await count(ring(3_500))).toBe(3_500)
})
