import { check, keep, notify, parts, promote, promotionIn, within } from './parts'

const late = (rule: string): string => promote.replace(/\)$/, `, trigger_rule=${rule})`)
const after = 'check >> promote'
const decorated = (settings: string, call: string): string => `${parts}
@task(${settings})
def release():
    promote()

with DAG("churn"):
    check = PythonOperator(task_id="check", python_callable=check)
    check >> ${call}
`
const joined = (body: string): string =>
  `${parts}\ndef join(first, second):\n    ${body}\n\n${within([check, promote, 'join(check, promote)']).slice(parts.length)}`
const ignored = (says: string, task = 'check'): string =>
  `evaluation void: \`${task}\` is needed, and this job goes on whatever came of it (${says})`
const rule = (name: string, task = 'check'): string => ignored(`\`trigger_rule="${name}"\``, task)
const unknown = ignored('its `trigger_rule` is not known')
const unsure = ignored('the order of the two does not hold in every run')
const soft = check.replace(/\)$/, ', soft_fail=True)')
const good = (more: string): string =>
  `good = ShortCircuitOperator(task_id="good", python_callable=is_good, ${more})`

const cases: Readonly<Record<string, readonly [python: string, guards: string | null]>> = {
  'a rule is a name of the enumeration': [
    within([check, late('TriggerRule.ALL_DONE'), after]),
    rule('all_done'),
  ],
  'a rule comes from a call': [within([check, late('Variable.get("rule")'), after]), unknown],
  'a rule is one of two': [
    within([check, 'rule = "all_success" if Variable.get("x") else "all_done"', late('rule'), after]),
    unknown,
  ],
  'a good rule may be another one': [
    within([check, 'rule = "all_success" if Variable.get("x") else Variable.get("y")', late('rule'), after]),
    unknown,
  ],
  'a decorator names the rule': [decorated('trigger_rule="all_done"', 'release()'), rule('all_done')],
  'a decorator names the rule that holds anyway': [
    decorated('trigger_rule="all_success"', 'release()'),
    null,
  ],
  'the call names another rule than the decorator': [
    decorated('trigger_rule="all_done"', 'release.override(trigger_rule="all_success")()'),
    null,
  ],
  'the call names the rule': [decorated('', 'release.override(trigger_rule="all_done")()'), rule('all_done')],
  'a chain of calls names the rule': [
    decorated('', 'release.partial().override(trigger_rule="always").expand(version=["4"])'),
    rule('always'),
  ],
  'what is made for each item names the rule before': [
    within([
      check,
      'check >> PythonOperator.partial(task_id="p", python_callable=promote, trigger_rule="all_done").expand(op_args=[["4"]])',
    ]),
    rule('all_done'),
  ],
  'the defaults of the pipeline are a variable': [
    `${parts}\nargs = {"trigger_rule": "all_done"}\n${within([check, promote, after], '"churn", default_args=args').slice(parts.length)}`,
    rule('all_done'),
  ],
  'the defaults of a function that is a pipeline': [
    `${parts}\n@dag(default_args={"trigger_rule": "all_done"})\ndef churn():\n    first = PythonOperator(task_id="check", python_callable=check)\n    first >> PythonOperator(task_id="promote", python_callable=promote)\n\nchurn()\n`,
    rule('all_done'),
  ],
  'a task has a rule of its own': [
    within([check, late('"all_success"'), after], '"churn", default_args={"trigger_rule": "all_done"}'),
    null,
  ],
  'the defaults say something else': [
    within([check, promote, after], '"churn", default_args={"retries": 3}'),
    null,
  ],
  'another pipeline has these defaults': [
    `${within([notify], '"other", default_args={"trigger_rule": "all_done"}')}\n${within([check, promote, after]).slice(parts.length)}`,
    null,
  ],
  'the task before it may skip itself': [within([soft, late('"none_failed"'), after]), rule('none_failed')],
  'one before that may skip itself': [
    within([check, notify.replace(/\)$/, ', soft_fail=True)'), late('"none_failed"'), `notify >> ${after}`]),
    rule('none_failed'),
  ],
  'one far before that may skip itself': [
    within([
      check,
      notify,
      keep.replace(/\)$/, ', soft_fail=True)'),
      late('"none_failed"'),
      `keep >> notify >> ${after}`,
    ]),
    rule('none_failed'),
  ],
  'an exception that skips is only imported': [within([check, late('"none_failed"'), after]), null],
  'a function under a decorator skips itself': [
    `${parts}
@task(task_id="check")
def score():
    if not is_good():
        raise AirflowSkipException("not good enough")

with DAG("churn"):
    ${late('"none_failed"')}
    score() >> promote
`,
    rule('none_failed'),
  ],
  'a short circuit is told to hold back all of them': [
    within([
      good('ignore_downstream_trigger_rules=True'),
      notify,
      late('"none_failed"'),
      'good >> notify >> promote',
    ]),
    null,
  ],
  'a short circuit may hold back only the next': [
    within([
      good('ignore_downstream_trigger_rules=Variable.get("all")'),
      notify,
      late('"none_failed"'),
      'good >> notify >> promote',
    ]),
    rule('none_failed', 'notify'),
  ],
  'the next one is held back in any case': [
    within([good('ignore_downstream_trigger_rules=False'), late('"none_failed"'), 'good >> promote']),
    null,
  ],
  'the only one before it succeeds, or all of them end': [
    within([check, late('"all_done_min_one_success"'), after]),
    null,
  ],
  'the order is written down twice, once under a condition': [
    within([check, promote, `if Variable.get("x"):\n    ${after}`, after]),
    null,
  ],
  'the order is written down twice, at last under a condition': [
    within([check, promote, after, `if Variable.get("x"):\n    ${after}`]),
    null,
  ],
  'a function orders what it is given': [joined('first >> second'), null],
  'a function may order what it is given': [joined('if Variable.get("x"):\n        first >> second'), unsure],
  'a function may end before': [
    `${parts}\ndef build():\n    ${check.replace('check =', 'first =')}\n    ${promote.replace('promote =', 'second =')}\n    if Variable.get("x"):\n        return\n    first >> second\n\nbuild()\n`,
    unsure,
  ],
  'a function that fails before makes no pipeline': [
    `${parts}\ndef build():\n    ${check.replace('check =', 'first =')}\n    ${promote.replace('promote =', 'second =')}\n    if Variable.get("x"):\n        raise ValueError("no")\n    first >> second\n\nbuild()\n`,
    null,
  ],
  'a function that says more and fails before makes no pipeline': [
    `${parts}\ndef build():\n    ${check.replace('check =', 'first =')}\n    ${promote.replace('promote =', 'second =')}\n    if Variable.get("x"):\n        print("x")\n        print("y")\n        raise ValueError("no")\n    first >> second\n\nbuild()\n`,
    null,
  ],
  'which of a list comes before is not known': [
    within([check, notify, promote, 'both = [notify, check]', 'both[int(Variable.get("n"))] >> promote']),
    unsure,
  ],
  'one of two comes before': [
    within([check, notify, promote, 'first = check if Variable.get("x") else notify', 'first >> promote']),
    unsure,
  ],
  'a function gives one of two': [
    `${parts}
def checking(some):
    if some:
        return EmptyOperator(task_id="none")
    return PythonOperator(task_id="check", python_callable=check)

with DAG("churn"):
    ${promote}
    checking(1) >> promote
`,
    unsure,
  ],
}
test.each(Object.entries(cases))('%s', async (_, [python, guards]) => {
  expect((await promotionIn(python))?.guards ?? null).toEqual(guards && [guards])
})
