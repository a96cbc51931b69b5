import { expectAsMarked } from '../guards/marked'

const prelude = `
  import json
  from mlflow import MlflowClient
  from zenml import pipeline, step
  from zenml.client import Client
`
const move = 'MlflowClient().set_registered_model_alias("churn", "champion", "4")'

const cases = {
  'a step that raises stops the pipeline': `
    @step
    def check() -> None:
        if json.load(open("metrics.json"))["auc"] < 0.85:
            raise RuntimeError("not good enough")

    @step
    def promote() -> None:
        ${move}

    @pipeline
    def churn():
        check()
        promote()
  `,
  'a step that only measures does not': `
    @step
    def measure() -> float:
        return json.load(open("metrics.json"))["auc"]

    @step
    def promote(auc: float) -> None:
        ${move}  # reported

    @pipeline
    def churn():
        promote(measure())
  `,
  'a step looks at what the one before it has measured': `
    @step
    def measure() -> float:
        return json.load(open("metrics.json"))["auc"]

    @step
    def promote(auc: float) -> None:
        if auc > 0.85:
            ${move}

    @pipeline
    def churn():
        promote(measure())
  `,
  'a step asks a person': `
    @step
    def ask() -> bool:
        return Client().active_stack.alerter.ask("promote?")

    @step
    def promote(approved: bool) -> None:
        if approved:
            ${move}

    @pipeline
    def churn():
        promote(ask())
  `,
  'a step asks a person, and nobody looks at the answer': `
    @step
    def ask() -> bool:
        return Client().active_stack.alerter.ask("promote?")

    @step
    def promote(approved: bool) -> None:
        ${move}  # reported

    @pipeline
    def churn():
        promote(ask())
  `,
}
test.each(Object.entries(cases))('%s', (_, python) => expectAsMarked(prelude, python))
