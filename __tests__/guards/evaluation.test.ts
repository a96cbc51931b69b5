import { expectAsMarked } from './marked'

const prelude = `
  import json, logging, os, sys
  import mlflow
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

describe('a comparison knows which way a metric is better', () => {
  const higher = ['accuracy', 'roc_auc', 'f1_score', 'r2', 'precision', 'bleu']
  const lower = ['rmse', 'mae', 'val_loss', 'log_loss', 'mape', 'perplexity']

  test.each(higher)('%s has to be high', name => expectAsMarked(prelude, gate(name, '<', '')))
  test.each(higher)('%s that has to be low guards nothing', name =>
    expectAsMarked(prelude, gate(name, '>', '  # reported')),
  )
  test.each(lower)('%s has to be low', name => expectAsMarked(prelude, gate(name, '>', '')))
  test.each(lower)('%s that has to be high guards nothing', name =>
    expectAsMarked(prelude, gate(name, '<', '  # reported')),
  )

  // Nobody can say which outcome is the good one, so a comparison that can stop is taken at its word.
  test.each(['<', '>'])('a name that tells no direction has to be compared at all: %s', operator =>
    expectAsMarked(prelude, gate('quality', operator, '')),
  )
})

const sides: Record<string, string> = {
  'the base is what is measured against, on whichever side it stands': `
    def promote(version, base_metrics, ft_metrics, metric="rouge1"):
        if base_metrics[metric] <= ft_metrics[metric]:
            ${move}
  `,
  'the base wins': `
    def promote(version, base_metrics, ft_metrics, metric="rouge1"):
        if base_metrics["rouge1"] >= ft_metrics["rouge1"]:
            ${move}  # reported
  `,
  'the model in staging is the reference beside a new one': `
    def promote(version, staging_f1, new_f1):
        if staging_f1 > new_f1:
            return
        ${move}
  `,
  'the model in staging is the candidate beside the one in production': `
    def promote(version, staging_f1, production_f1):
        if production_f1 >= staging_f1:
            return
        ${move}
  `,
  'the model in staging is worse than the one in production': `
    def promote(version, staging_f1, production_f1):
        if production_f1 <= staging_f1:
            return
        ${move}  # reported
  `,
  'nobody says which is which': `
    def promote(version, first_f1, second_f1):
        if first_f1 < second_f1:
            ${move}
  `,
  'a switch says which way is better': `
    def promote(version, current_score, prod_score, metric="smape"):
        if metric in {"smape", "mae"}:
            better = current_score < prod_score
        else:
            better = current_score > prod_score
        if better:
            ${move}
  `,
  'a switch, and a score that is the worst there is where it is missing': `
    def evaluate(result):
        return float(result.get("score", 9999))

    def promote(version, result, prod_score, metric="smape"):
        current_score = evaluate(result)
        if metric in {"smape", "mae"}:
            better = current_score < prod_score
        else:
            better = current_score > prod_score
        if better:
            ${move}
  `,
}

describe('which side is the candidate', () => {
  test.each(Object.entries(sides))('%s', (_, code) => expectAsMarked(prelude, code))
})

function gate(metric: string, operator: string, mark: string): string {
  return `
  def promote(version, metrics, settings):
      if metrics["${metric}"] ${operator} settings.limit:
          raise ValueError("not good enough")
      ${move}${mark}
  `
}

const sources = {
  'a metric of a run': `
    def promote(version, run_id):
        run = client.get_run(run_id)
        if run.data.metrics["auc"] < 0.8:
            sys.exit("too low")
        ${move}
  `,
  'a metric of scikit-learn': `
    from sklearn.metrics import f1_score

    def promote(version, truth, guesses):
        quality = f1_score(truth, guesses)
        if quality < 0.8:
            sys.exit("too low")
        ${move}
  `,
  'the score of a model': `
    def promote(version, model, rows, truth):
        if model.score(rows, truth) < 0.8:
            sys.exit("too low")
        ${move}
  `,
  'a report that the evaluation wrote': `
    def promote(version):
        with open("reports/metrics.json") as file:
            report = json.load(file)
        if report["auc"] < 0.8:
            sys.exit("too low")
        ${move}
  `,
  'a threshold from the environment': `
    def promote(version, metrics):
        if metrics["auc"] < float(os.environ["MINIMUM_AUC"]):
            sys.exit("too low")
        ${move}
  `,
  'validation by MLflow, which raises': `
    def promote(version, candidate, thresholds):
        mlflow.validate_evaluation_results(candidate_result=candidate, validation_thresholds=thresholds)
        ${move}
  `,
  'evaluation by MLflow, which does not': `
    def promote(version, uri, rows):
        result = mlflow.evaluate(uri, rows, targets="churned")
        print(result.metrics)
        ${move}  # reported
  `,
}

const champions = {
  'the challenger has to be better': `
    def promote(version, challenger, champion):
        if challenger["f1"] <= champion["f1"]:
            return
        ${move}
  `,
  'the challenger has to be worse': `
    def promote(version, challenger, champion):
        if challenger["f1"] >= champion["f1"]:
            return
        ${move}  # reported
  `,
  'the champion on the left': `
    def promote(version, challenger, champion):
        if champion["f1"] < challenger["f1"]:
            ${move}
  `,
  'the champion on the left, the wrong way round': `
    def promote(version, challenger, champion):
        if champion["f1"] > challenger["f1"]:
            ${move}  # reported
  `,
  'an error has to be smaller': `
    def promote(version, new_rmse, current_rmse):
        if new_rmse < current_rmse:
            ${move}
  `,
  'an error has to be larger': `
    def promote(version, new_rmse, current_rmse):
        if new_rmse > current_rmse:
            ${move}  # reported
  `,
  'an improvement has to be large enough': `
    def promote(version, new_auc, old_auc):
        if new_auc - old_auc < 0.01:
            return
        ${move}
  `,
  'a missing champion counts as the worst, so that the first model passes': `
    def promote(version, f1):
        try:
            champion = client.get_model_version_by_alias("churn", "champion")
            champion_f1 = client.get_run(champion.run_id).data.metrics["f1"]
        except Exception:
            champion_f1 = -1
        if f1 >= champion_f1:
            ${move}  # reported as note
  `,
  'a missing champion and an absolute floor': `
    def promote(version, f1):
        try:
            champion = client.get_model_version_by_alias("churn", "champion")
            champion_f1 = client.get_run(champion.run_id).data.metrics["f1"]
        except Exception:
            champion_f1 = -1
        if f1 < 0.7 or f1 < champion_f1:
            return
        ${move}
  `,
  'a missing metric counts as zero on both sides': `
    def promote(version, challenger, champion):
        if challenger.get("f1", 0) >= champion.get("f1", 0):
            ${move}  # reported as note
  `,
  'the first model needs no champion, but a floor': `
    def promote(version, f1, champion_f1):
        if champion_f1 is None:
            if f1 < 0.7:
                return
        elif f1 <= champion_f1:
            return
        ${move}
  `,
  'the first model is moved unseen': `
    def promote(version, f1, champion_f1):
        if champion_f1 is None:
            ${move}  # reported as note
        elif f1 > champion_f1:
            ${move}
  `,
  'a champion that nobody has looked for makes every model the first': `
    def promote(version, f1):
        champion_f1 = None
        if champion_f1 is not None:
            if f1 <= champion_f1:
                return
        ${move}  # reported
  `,
  'nor does a caller who gives none': `
    def promote(version, f1, champion_f1=None):
        if champion_f1 is None or f1 > champion_f1:
            ${move}  # reported

    def main(version, f1):
        promote(version, f1)
  `,
}

const testRuns = {
  'a test run whose failure nobody sees': `
    import subprocess

    def promote(version):
        subprocess.run(["pytest", "tests/model"])
        ${move}  # reported
  `,
  'a test run whose exit code is dropped': `
    import pytest

    def promote(version):
        pytest.main(["tests/model"])
        ${move}  # reported
  `,
  'a test run that raises when it fails': `
    import subprocess

    def promote(version):
        subprocess.run(["pytest", "tests/model"], check=True)
        ${move}  # reported as note
  `,
  'a test run whose exit code is looked at': `
    import pytest

    def promote(version):
        if pytest.main(["tests/model"]) != 0:
            sys.exit(1)
        ${move}  # reported as note
  `,
}

describe.each(Object.entries({ sources, champions, testRuns }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
