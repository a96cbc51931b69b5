import { check, parts, promote, promotionIn, within } from './parts'

const choice = (name: string): string =>
  `choose = BranchPythonOperator(task_id="choose", python_callable=lambda: "${name}" if is_good() else "keep")`
const last = 'PythonOperator(task_id="last", python_callable=promote)'
const made = (...body: readonly string[]): string =>
  within([
    check.replace('check =', 'first ='),
    `def release():\n${body.map(text => `    ${text}`).join('\n')}`,
    'release()',
  ])

const guarded: Readonly<Record<string, string>> = {
  'the function that makes it says what comes before it': made(`op = ${last}`, 'first >> op', 'return op'),
  'the function that makes it gives it what the check has made': made(
    'return PythonOperator(task_id="last", python_callable=promote, op_args=[first.output])',
  ),
  'the function that makes it makes another one too, both of them behind the check': within([
    check.replace('check =', 'first ='),
    'def step(name, function):\n    op = PythonOperator(task_id=name, python_callable=function)\n    first >> op\n    return op',
    'step("last", promote)',
    'step("end", print)',
  ]),
  'it is made first, and the check in any case': within([
    promote,
    'if Variable.get("x"):\n    print("x")',
    check,
    'check >> promote',
  ]),
  'the arrow is drawn twice, and one of those before it is enough': within([
    check,
    promote.replace(/\)$/, ', trigger_rule="one_success")'),
    'check >> promote',
    'check >> promote',
  ]),
  'the arrow is drawn, and maybe in a function too': within([
    check.replace('check =', 'first ='),
    promote.replace('promote =', 'second ='),
    'def wire():\n    if Variable.get("x"):\n        first >> second',
    'wire()',
    'first >> second',
  ]),
  'the arrow may be drawn, and in a function it is': within([
    check.replace('check =', 'first ='),
    promote.replace('promote =', 'second ='),
    'def wire():\n    first >> second',
    'wire()',
    'if Variable.get("x"):\n    first >> second',
  ]),
  'a task before the check runs a function of a library': within([
    'other = PythonOperator(task_id="other", python_callable=print)',
    check,
    promote.replace(/\)$/, ', trigger_rule="none_failed")'),
    'other >> check >> promote',
  ]),
  'it is given what a function makes of what the check has made': within([
    check,
    'PythonOperator(task_id="last", python_callable=promote, op_args=[str(check.output)])',
  ]),
  'it is made for each of several, under a condition': within([
    check,
    'if Variable.get("x"):\n    check >> PythonOperator.partial(task_id="last", python_callable=promote).expand(op_args=[["4"]])',
  ]),
  'a branch names it in a group whose function gives it back': `${parts}
@task_group
def release():
    return ${last}

with DAG("churn"):
    ${choice('release.last')}
    choose >> [release(), EmptyOperator(task_id="keep")]
`,
}
test.each(Object.entries(guarded))('it is silent where %s', async (_, python) => {
  expect(await promotionIn(python)).toBeNull()
})

const open: Readonly<Record<string, string>> = {
  'the function that makes it makes it come first': made(`op = ${last}`, 'op >> first', 'return op'),
  'a group that comes before it holds what its function makes, and not the check': `${parts}
@task_group
def others():
    EmptyOperator(task_id="keep")

with DAG("churn"):
    ${check}
    others() >> ${last}
`,
  'the function that makes it says nothing of the check': made(`return ${last}`),
}
test.each(Object.entries(open))('it is reported where %s', async (_, python) => {
  expect(await promotionIn(python)).not.toBeNull()
})
