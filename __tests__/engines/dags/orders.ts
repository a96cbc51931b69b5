import { check, keep, notify, parts, promote, promotionIn, within } from './parts'

const choice = (name: string): string =>
  `choose = BranchPythonOperator(task_id="choose", python_callable=lambda: "${name}" if is_good() else "keep")`
const refusal = (name: string): string =>
  choice('keep').replace('"keep" if is_good() else "keep"', `"keep" if is_good() else "${name}"`)
const late = promote.replace(/\)$/, ', trigger_rule="one_success")')
const moving = promote.replace('"promote"', '"last"')
const group = (name: string, ...lines: readonly string[]): string =>
  `with TaskGroup(${name}) as group:\n${lines.map(text => `    ${text}`).join('\n')}`

const inFunction = (pipeline: string): string => `${parts}
checked = DAG("checked")
careless = DAG("careless", default_args={"trigger_rule": "all_done"})

def fill():
    first = PythonOperator(task_id="check", python_callable=check, dag=${pipeline})
    first >> PythonOperator(task_id="promote", python_callable=promote, dag=${pipeline})

fill()
`

const guarded: Readonly<Record<string, string>> = {
  'a list is joined to one task': within([check, notify, promote, 'chain([check, notify], promote)']),
  'a task is joined to a list': within([check, notify, promote, 'chain(check, [notify, promote])']),
  'two lists are joined whole': within([
    check,
    notify,
    keep,
    promote,
    'chain_linear(notify, [check, keep], [EmptyOperator(task_id="end"), promote])',
  ]),
  'two lists are given by name': within([
    check,
    notify,
    promote,
    'cross_downstream(to_tasks=[promote], from_tasks=[check, notify])',
  ]),
  'several come after one': within([check, notify, promote, 'check.set_downstream([notify, promote])']),
  'both are made under one condition': within([
    `if Variable.get("x"):\n    ${check}\n    ${promote}\n    check >> promote`,
  ]),
  'only the later one is made under a condition': within([
    check,
    `if Variable.get("x"):\n    ${promote}\n    check >> promote`,
  ]),
  'the later one is made under two conditions, one of which is that of the check': within([
    `if Variable.get("x"):\n    ${check}\n    if Variable.get("y"):\n        ${promote}\n        check >> promote`,
  ]),
  'they are entries of a dictionary': within([
    'made = {"a": PythonOperator(task_id="a", python_callable=check), "b": PythonOperator(task_id="b", python_callable=promote)}',
    'made["a"] >> made["b"]',
  ]),
  'it is an item of a list': within([check, notify, promote, 'both = [notify, check]', 'both[1] >> promote']),
  'a function makes the check': `${parts}
def checking():
    return PythonOperator(task_id="check", python_callable=check)

with DAG("churn"):
    ${promote}
    checking() >> promote
`,
  'a function calls a function that makes the check': `${parts}
def inner(name, function):
    return PythonOperator(task_id=name, python_callable=function)

def outer(name, function):
    return inner(name, function)

with DAG("churn"):
    first = outer("check", check)
    first >> outer("promote", promote)
`,
  'it is given what the check has made': within([
    check,
    'PythonOperator(task_id="promote", python_callable=promote, op_args=[check.output])',
  ]),
  'it is given what the check has made in a text': within([
    check,
    'PythonOperator(task_id="promote", python_callable=promote, op_args=[f"{check.output}"])',
  ]),
  'the check is the end of its group': within([
    group('"checks"', notify, check, 'notify >> check'),
    promote,
    'group >> promote',
  ]),
  'the check is the beginning of its group': within([
    group('"checks"', notify, check, 'check >> notify'),
    promote,
    'group >> promote',
  ]),
  'the check stands beside another one in its group': within([
    group('"checks"', notify, check),
    promote,
    'group >> promote',
  ]),
  'a function puts them in order': within([
    check.replace('check =', 'first ='),
    promote.replace('promote =', 'last ='),
    'def wire():\n    first >> last',
    'wire()',
  ]),
  'it is given what is made for each of several, and by the check': within([
    'made = [EmptyOperator(task_id=name) for name in Variable.get("x")]',
    check,
    'PythonOperator(task_id="promote", python_callable=promote, op_args=[check.output, [one.output for one in made]])',
  ]),
  'it stands beside another one in its group, and waits for something else too': within([
    check,
    keep,
    group('"release"', notify, promote),
    'keep >> promote',
    'check >> group',
  ]),
  'the check stands beside another one in its group, and comes before something else too': within([
    group('"checks"', notify, check),
    keep,
    promote,
    'check >> keep',
    'group >> promote',
  ]),
  'they are made in a function for a pipeline': inFunction('checked'),
  'it is the end of its group': within([
    check,
    group('"release"', notify, promote, 'notify >> promote'),
    'check >> group',
  ]),
  'it is the beginning of its group': within([
    check,
    group('"release"', notify, promote, 'promote >> notify'),
    'check >> group',
  ]),
  'it stands beside another one in its group': within([
    check,
    group('"release"', notify, promote),
    'check >> group',
  ]),
  'a branch names the group and the task': within([
    choice('release.promote'),
    group('"release"', promote),
    keep,
    'choose >> [promote, keep]',
  ]),
  'a branch names the group by a parameter': within([
    choice('release'),
    group('group_id="release"', promote.replace('"promote"', '"last"')),
    keep,
    'choose >> [promote, keep]',
  ]),
  'a branch names a task in a group that a function makes': `${parts}
@task_group
def release():
    PythonOperator(task_id="last", python_callable=promote)

with DAG("churn"):
    ${choice('release.last')}
    choose >> [release(), EmptyOperator(task_id="keep")]
`,
  'an operator of the repository stands for another one': `${parts}
class Checked(PythonOperator):
    pass

with DAG("churn"):
    first = Checked(task_id="check", python_callable=check)
    first >> PythonOperator(task_id="promote", python_callable=promote)
`,
  'an operator has its method from a class of the repository': `${parts}
class Base(BaseOperator):
    def execute(self, context):
        promote()

class Release(Base):
    pass

with DAG("churn"):
    ${check}
    check >> Release(task_id="promote")
`,
  'it is made for each of several': within([
    check,
    'check >> PythonOperator.partial(task_id="promote", python_callable=promote).expand(op_args=[["4"], ["5"]])',
  ]),
  'the arrow is given a name': within([
    check,
    notify,
    promote,
    'first = check >> notify',
    'first >> promote',
  ]),
  'one of those before it is enough, and only the end of a group is before it': within([
    group('"checks"', notify, check, 'notify >> check'),
    late,
    'group >> promote',
  ]),
  'one of those before it is enough, and its group begins with another one': within([
    check,
    group('"release"', notify, late, 'notify >> promote'),
    'check >> group',
  ]),
}
test.each(Object.entries(guarded))('it is silent where %s', async (_, python) => {
  expect(await promotionIn(python)).toBeNull()
})

const open: Readonly<Record<string, string>> = {
  'they are made in a function for a pipeline in which all goes on': inFunction('careless'),
  'it is given what is made for each of several, of which there may be none': within([
    'made = [PythonOperator(task_id=f"check{name}", python_callable=check) for name in Variable.get("x")]',
    'PythonOperator(task_id="promote", python_callable=promote, op_args=[one.output for one in made])',
  ]),
  'its settings are not known': within([
    check,
    'settings = Variable.get("settings")',
    promote.replace(/\)$/, ', **settings)'),
    'check >> promote',
  ]),
  'the chain leads the other way': within([check, notify, promote, 'chain(promote, notify, check)']),
  'lists are joined one by one, and the check to another one': within([
    check,
    notify,
    keep,
    promote,
    'chain(notify, [check, keep], [EmptyOperator(task_id="end"), promote])',
  ]),
  'lists are joined the other way': within([
    check,
    notify,
    promote,
    'cross_downstream([promote], [check, notify])',
  ]),
  'it is made before the check, under the condition of which the check is': within([
    `if Variable.get("x"):\n    ${check}\nelse:\n    check = EmptyOperator(task_id="none")`,
    promote,
    'check >> promote',
  ]),
  'one list is missing': within([check, promote, 'cross_downstream([check])']),
  'it is said to come before the check': within([check, promote, 'check.set_upstream(promote)']),
  'it is another item of the list': within([
    check,
    notify,
    promote,
    'both = [notify, check]',
    'both[0] >> promote',
  ]),
  'it is in a group that comes before the check': within([
    group('"release"', promote),
    check,
    'group >> check',
  ]),
  'only another one of its group waits': within([
    check,
    group('"release"', notify, promote),
    'check >> notify',
  ]),
  'nothing is in the group that waits': within([check, group('"none"', 'pass'), promote, 'check >> group']),
  'a number is shifted': within([check, promote, '1 << 4', 'check.count >> 2']),
  'one of those before it is enough, and two are ends of a group': within([
    group('"checks"', notify, check),
    late,
    'group >> promote',
  ]),
  'a branch names its group where the model is bad': within([
    refusal('release'),
    group('"release"', moving),
    keep,
    'choose >> [group, keep]',
  ]),
  'a branch names its group and itself where the model is bad': within([
    refusal('release.last'),
    group('"release"', moving),
    keep,
    'choose >> [promote, keep]',
  ]),
  'a branch names it in the group of a function where the model is bad': `${parts}
@task_group
def release():
    ${moving}

with DAG("churn"):
    ${refusal('release.last')}
    choose >> [release(), EmptyOperator(task_id="keep")]
`,
}
test.each(Object.entries(open))('it is reported where %s', async (_, python) => {
  expect(await promotionIn(python)).not.toBeNull()
})
