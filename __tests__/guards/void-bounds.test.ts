import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import json, logging, os, sys, time
  import contextlib
  import click, typer
  import mlflow
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const bounds: Readonly<Record<string, Reasoned>> = {
  zero: [
    `
    def promote(version, auc):
        if auc > 0:
            ${move}  # reported
    `,
    ['void evaluation: the comparison of `auc` cannot fail: its bound is 0'],
  ],
  'below zero, in a constant': [
    `
    MINIMUM_AUC = -1

    def promote(version, auc):
        if auc < MINIMUM_AUC:
            raise ValueError("too low")
        ${move}  # reported
    `,
    ['void evaluation: the comparison of `auc` cannot fail: its bound is -1'],
  ],
  'an empty table that is gone through': [
    `
    THRESHOLDS = {}

    def promote(version, metrics):
        for name, minimum in THRESHOLDS.items():
            if metrics[name] < minimum:
                raise ValueError(name)
        ${move}  # reported
    `,
    ['void evaluation: the table of thresholds for `metrics[name]` is empty'],
  ],
  'an empty table in which one is looked up': [
    `
    THRESHOLDS = {}

    def promote(version, auc):
        if auc < THRESHOLDS.get("auc", 0.0):
            raise ValueError("too low")
        ${move}  # reported
    `,
    ['void evaluation: the table of thresholds for `auc` is empty'],
  ],
  'no thresholds for the validation of MLflow': [
    `
    def promote(version, result):
        mlflow.validate_evaluation_results({}, result)
        ${move}  # reported
    `,
    [
      'void evaluation: `mlflow.validate_evaluation_results` is given no thresholds, so that nothing can miss one',
    ],
  ],
  'a constant against a constant': [
    `
    AUC = 0.9

    def promote(version):
        if AUC < 0.8:
            raise ValueError("too low")
        ${move}  # reported
    `,
    ['void evaluation: `AUC` is a constant, and so is what it is compared with'],
  ],
  'a metric against itself': [
    `
    def promote(version, auc):
        if auc >= auc:
            ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with itself'],
  ],
  'only whether there is a metric': [
    `
    def promote(version, auc):
        if auc is not None:
            ${move}  # reported
    `,
    ['void evaluation: `auc is not None` asks whether there is one, not how good it is'],
  ],
  'only whether there is a version': [
    `
    def promote(version, versions):
        if len(versions) > 0:
            ${move}  # reported
    `,
    ['void evaluation: `len(versions) > 0` asks whether there is one, not how good it is'],
  ],
}

const missing: Readonly<Record<string, Reasoned>> = {
  'the default of a metric passes': [
    `
    def promote(version, metrics):
        if metrics.get("f1", 1.0) < 0.8:
            raise ValueError("too low")
        ${move}  # reported
    `,
    ['void evaluation: where `f1` is missing, its default 1 passes'],
  ],
  'the default of an error passes': [
    `
    def promote(version, metrics):
        if metrics.get("rmse", 0) > 3.0:
            raise ValueError("too high")
        ${move}  # reported
    `,
    ['void evaluation: where `rmse` is missing, its default 0 passes'],
  ],
  'the defaults of both sides are equal': [
    `
    def promote(version, challenger, champion):
        if challenger.get("f1", 0) >= champion.get("f1", 0):
            ${move}  # reported as note
    `,
    ['medium evaluation: `f1` is compared with another one, and where both are missing, 0 >= 0 passes'],
  ],
  'a champion that cannot be read counts as the worst': [
    `
    def promote(version, f1):
        try:
            champion_f1 = client.get_run("1").data.metrics["f1"]
        except Exception:
            champion_f1 = -1
        if f1 >= champion_f1:
            ${move}  # reported as note
    `,
    [
      'medium evaluation: `f1` is compared with `champion_f1`, which is -1 where it is missing, so that anything passes',
    ],
  ],
  'a champion that cannot be read counts as infinitely bad': [
    `
    def promote(version, f1):
        try:
            champion_f1 = client.get_run("1").data.metrics["f1"]
        except Exception:
            champion_f1 = float("-inf")
        if f1 > champion_f1:
            ${move}  # reported as note
    `,
    [
      'medium evaluation: `f1` is compared with `champion_f1`, which is -inf where it is missing, so that anything passes',
    ],
  ],
  'an error of the champion that cannot be read counts as infinite': [
    `
    import math

    def promote(version, rmse):
        try:
            champion_rmse = client.get_run("1").data.metrics["rmse"]
        except Exception:
            champion_rmse = math.inf
        if rmse < champion_rmse:
            ${move}  # reported as note
    `,
    [
      'medium evaluation: `rmse` is compared with `champion_rmse`, which is inf where it is missing, so that anything passes',
    ],
  ],
  'an exception raises the flag': [
    `
    def promote(version, evaluate):
        try:
            ok = evaluate()["auc"] > 0.8
        except Exception:
            ok = True
        if ok:
            ${move}  # reported
    `,
    ['void evaluation: `ok` is set to `True` where an exception is raised'],
  ],
  'the environment raises the flag': [
    `
    def promote(version, auc):
        ok = auc > 0.8
        if os.environ.get("FORCE"):
            ok = True
        if ok:
            ${move}  # reported
    `,
    ['void evaluation: `ok` is set to `True` on a way that checks nothing'],
  ],
}

describe('a threshold that cannot fail', () => {
  test.each(Object.entries(bounds))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

describe('a value that is missing passes', () => {
  test.each(Object.entries(missing))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
