import { expectAsMarked } from './marked'

const prelude = `
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const matched: Readonly<Record<string, string>> = {
  'a text in brackets is the text': `
    def promote(version, run):
        match run.data.tags["validation_status"]:
            case ("approved"):
                ${move}
  `,
  'several answers at once': `
    def promote(version, run, champion):
        match run.data.metrics["auc"] > 0.9, run.data.metrics["f1"] > 0.8:
            case True, True:
                ${move}
  `,
  'one answer of several': `
    def promote(version, run, champion):
        match run.data.metrics["auc"] > 0.9, run.data.metrics["f1"] > 0.8:
            case False, False:
                ${move}  # reported
  `,
  'an answer, whatever the other one is': `
    def promote(version, run, who):
        match (run.data.tags["validation_status"], who):
            case ("approved", name):
                print(name)
                ${move}
  `,
  'any answer, whatever the other one is': `
    def promote(version, run, who):
        match (run.data.tags["validation_status"], who):
            case ("approved", _) | (_, "ci"):
                ${move}  # reported
  `,
  'whatever the answers are': `
    def promote(version, run, who):
        match (run.data.tags["validation_status"], who):
            case (status, who):
                ${move}  # reported
  `,
  'the first of many': `
    def promote(version, run, who):
        match (run.data.metrics["auc"] > 0.9, who):
            case (True, *_):
                ${move}  # reported
  `,
  'another text in brackets is another one': `
    def promote(version, run):
        match run.data.tags["validation_status"]:
            case ("rejected"):
                ${move}  # reported
  `,
}

test.each(Object.entries(matched))('%s', (_, python) => expectAsMarked(prelude, python))
