import { expectAsMarked } from '../guards/marked'

const prelude = `
  import json
  from mlflow import MlflowClient
  from prefect import flow, pause_flow_run, suspend_flow_run, task
  from prefect.input import RunInput

  @task
  def check():
      if json.load(open("metrics.json"))["auc"] < 0.85:
          raise ValueError("not good enough")

  class Approval(RunInput):
      approve: bool
`
const move = 'MlflowClient().set_registered_model_alias("churn", "champion", "4")'

const cases = {
  'a task that raises stops the flow': `
    @task
    def promote():
        ${move}

    @flow
    def churn():
        check()
        promote()
  `,
  'a task whose state is given back does not': `
    @task
    def promote():
        ${move}  # reported

    @flow
    def churn():
        check(return_state=True)
        promote()
  `,
  'a task that is only submitted does not': `
    @task
    def promote():
        ${move}  # reported

    @flow
    def churn():
        check.submit()
        promote()
  `,
  'a pause waits for a person': `
    @flow
    def churn():
        pause_flow_run(timeout=600)
        ${move}
  `,
  'an answer that nobody looks at is noted': `
    @flow
    def churn():
        pause_flow_run(wait_for_input=Approval)
        ${move}  # reported as note
  `,
  'an answer that is a yes': `
    @flow
    def churn():
        answer = pause_flow_run(wait_for_input=bool)
        if answer:
            ${move}
  `,
  'an answer in which a field is a yes': `
    @flow
    def churn():
        answer = suspend_flow_run(wait_for_input=Approval)
        if not answer.approve:
            return
        ${move}
  `,
}
test.each(Object.entries(cases))('%s', (_, python) => expectAsMarked(prelude, python))
