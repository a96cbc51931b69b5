import { expectAsMarked } from './marked'

const prelude = `
  import json, sys
  from pathlib import Path
  import mlflow
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

/** Where a number may come from, each bound to `value`. */
const sources: Readonly<Record<string, string>> = {
  'scikit-learn': `
    from sklearn import metrics
    value = metrics.roc_auc_score(truth, guesses)`,
  'the score of a model': 'value = model.score(rows, truth)',
  'the evaluation of Keras': 'loss, value = model.evaluate(rows, truth)',
  'the evaluation of a trainer': 'value = trainer.evaluate()["eval_accuracy"]',
  'what Lightning has logged': 'value = trainer.callback_metrics["val_acc"]',
  'a run of MLflow': 'value = mlflow.get_run(run_id).data.metrics["auc"]',
  'the history of a metric': 'value = client.get_metric_history(run_id, "auc")[-1].value',
  'a search for runs': 'value = mlflow.search_runs(experiment_ids=["4"]).iloc[0]["metrics.auc"]',
  'the evaluation of MLflow': 'value = mlflow.evaluate(uri, rows, targets="churned").metrics["roc_auc"]',
  'a run of W&B': `
    import wandb
    value = wandb.Api().run("acme/churn/4").summary["val/auc"]`,
  'the summary of the run': `
    import wandb
    value = wandb.run.summary["auc"]`,
  'a file of metrics': 'value = json.loads(Path("reports/metrics.json").read_text())["auc"]',
  'the metrics of DVC': `
    import dvc.api
    value = dvc.api.metrics_show()["auc"]`,
  'the metrics of Comet': `
    import comet_ml
    value = float(comet_ml.API().get_experiment_by_key("4").get_metrics("auc")[0]["metricValue"])`,
  'what is stored beside a version': `
    from zenml.client import Client
    value = float(Client().get_model_version("churn", "5").get_artifact("evaluation_score").load())`,
  'what is looked up for a version': `
    from zenml.client import Client
    value = Client().get_model_version("churn", "5").get_artifact("auc")`,
  'what Neptune has logged': `
    import neptune
    value = neptune.init_run(with_id="CHURN-4")["eval/auc"].fetch()`,
}

describe('a number that comes from', () => {
  const cases = Object.entries(sources)

  test.each(cases)('%s decides', (_, source) =>
    expectAsMarked(prelude, gate(source, 'if value < 0.8:\n          sys.exit("too low")', '')),
  )
  test.each(cases)('%s and is only told guards nothing', (_, source) =>
    expectAsMarked(prelude, gate(source, 'print(value)', '  # reported')),
  )
  test.each(cases)('%s and cannot be too low guards nothing', (_, source) =>
    expectAsMarked(prelude, gate(source, 'if value < 0.0:\n          sys.exit("too low")', '  # reported')),
  )
})

function gate(source: string, check: string, mark: string): string {
  const lines = source.replace(/^\n/, '').replaceAll(/^ */gm, '      ')
  return `
  def promote(version, run_id, model, trainer, uri, rows, truth, guesses):
${lines}
      ${check}
      ${move}${mark}
  `
}

test.each([
  'len(Client().list_model_versions("churn"))',
  'Client().get_model_version("churn", "5").number',
  'Client().get_model_version("churn", "5").get_artifact("step")',
])('%s is a count of something, and no metric', counted =>
  expectAsMarked(
    prelude,
    gate(
      `from zenml.client import Client\nvalue = ${counted}`,
      'if value < 3:\n          sys.exit("too low")',
      '  # reported',
    ),
  ),
)

describe('a table of metrics that a version has', () => {
  const table = (check: string, mark: string): string => `
  from zenml.client import Client
  def promote(version):
      metrics = Client().get_model_version("churn", version).run_metadata
      for name, floor in {"auc": 0.8, "f1": 0.7}.items():
          if metrics[name] < floor:
              ${check}
      ${move}${mark}
  `
  const passed = (check: string, mark: string): string => `
  from zenml.client import Client
  def validate(model_version):
      metrics = model_version.run_metadata
      for name, floor in {"auc": 0.8, "f1": 0.7}.items():
          if float(metrics[name]) < floor:
              ${check}
  def promote(version):
      validate(Client().get_model_version("churn", version))
      ${move}${mark}
  `
  test('decides', () => expectAsMarked(prelude, table('sys.exit(name)', '')))
  test('and is handed to a function decides', () => expectAsMarked(prelude, passed('sys.exit(name)', '')))
  test('and is handed to one that only tells it guards nothing', () =>
    expectAsMarked(prelude, passed('print(name)', '  # reported')))
  test('and is only told guards nothing', () => expectAsMarked(prelude, table('print(name)', '  # reported')))
})
