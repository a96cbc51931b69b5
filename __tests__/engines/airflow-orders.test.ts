import { evaluateScript, findingsIn, promoteScript } from '../pipelines/scanned'

const head = `from datetime import datetime

from airflow import DAG
from airflow.models.baseoperator import chain, cross_downstream
from airflow.operators.bash import BashOperator
from airflow.operators.empty import EmptyOperator

with DAG("release", start_date=datetime(2026, 1, 1)) as dag:
    start = EmptyOperator(task_id="start")
    evaluate = BashOperator(task_id="evaluate", bash_command="python evaluate.py")
    promote = BashOperator(task_id="promote", bash_command="python promote.py")
    end = EmptyOperator(task_id="end")
`

/** Whether the promotion waits for the check, where these lines order the tasks. */
async function waits(lines: string): Promise<boolean> {
  const body = lines.split('\n').map(line => `    ${line}\n`)
  const found = await findingsIn({
    'dags/release.py': head + body.join(''),
    'evaluate.py': evaluateScript,
    'promote.py': promoteScript,
  })
  return found.length === 0
}

describe('an order of tasks holds wherever it is written', () => {
  test.each([
    '[start >> evaluate, evaluate >> promote]',
    '[task >> promote for task in [start, evaluate]]',
    '[evaluate >> task for task in (promote, end)]',
    'for task in [start, evaluate]:\n    task >> promote',
    'for task in [start, evaluate]:\n    start >> end\n    promote.set_upstream(task)',
    'evaluate >>= promote',
    'last = start\nlast >>= evaluate\nlast >>= promote',
    'promote <<= evaluate',
    'print(start >> evaluate >> promote)',
    'orders = {"first": evaluate >> promote}',
    'start >> (evaluate >> promote)\nstart >> evaluate',
    'chain(start, evaluate, promote)',
    'chain(*[start, evaluate, promote])',
    'cross_downstream([start, evaluate], [promote, end])',
  ])('%j', async lines => {
    expect(await waits(lines)).toBe(true)
  })
})

describe('an order that does not hold in every run is none', () => {
  test.each([
    '[promote >> evaluate]',
    '[task >> end for task in [start, evaluate]]',
    'for task in [start, evaluate]:\n    if task is start:\n        task >> promote',
    'for task in []:\n    evaluate >> promote',
    'for task in globals().get("tasks"):\n    evaluate >> promote',
    '[task >> promote for task in [start, evaluate] if task is start]',
    'start >> (promote >> evaluate)',
    'print(promote >> end)',
  ])('%j', async lines => {
    expect(await waits(lines)).toBe(false)
  })
})
