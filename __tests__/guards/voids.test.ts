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

const passed: Readonly<Record<string, Reasoned>> = {
  'its exception is swallowed where it is raised': [
    `
    def promote(version, auc):
        try:
            if auc < 0.8:
                raise ValueError("too low")
        except Exception:
            pass
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and the exception that it raises is swallowed'],
  ],
  'its exception is logged by the caller': [
    `
    def check(auc):
        if auc < 0.8:
            raise ValueError("too low")

    def promote(version, auc):
        try:
            check(auc)
        except ValueError as error:
            logging.warning(error)
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and the exception that it raises is swallowed'],
  ],
  'its exception is suppressed': [
    `
    def check(auc):
        if auc < 0.8:
            raise ValueError("too low")

    def promote(version, auc):
        with contextlib.suppress(ValueError):
            check(auc)
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and the exception that it raises is swallowed'],
  ],
  'it warns and goes on': [
    `
    def promote(version, auc):
        if auc < 0.8:
            logging.warning("too low")
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and the failing side only says so and goes on'],
  ],
  'both of its outcomes lead to the move': [
    `
    def promote(version, auc):
        if auc < 0.8:
            label = "low"
        else:
            label = "fine"
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and both outcomes lead to the call'],
  ],
  'one of its outcomes sets the flag that decides, and it is skipped for the first model': [
    `
    def promote(version, auc, champion_auc):
        better = True
        if champion_auc is None:
            print("the first one")
        else:
            if auc >= champion_auc:
                print("better")
            else:
                print("worse")
                better = False
        if better:
            ${move}  # reported as note
    `,
    [
      'medium evaluation: no model serves yet with which it could be compared',
      'void evaluation: `auc` is compared with `champion_auc`, but it is skipped where `champion_auc is None` holds',
    ],
  ],
  'a flag that both of its outcomes leave alone': [
    `
    def promote(version, auc, ready):
        move = True
        if not ready:
            move = False
        if auc < 0.8:
            label = "low"
        else:
            label = "fine"
        if move:
            ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and both outcomes lead to the call'],
  ],
  'what is compared has a name of its own, and is another metric': [
    `
    def promote(version, metrics, champion, kind):
        if metrics["val/mAP50(B)"] < champion[kind + "auc"]:
            label = "low"
        ${move}  # reported
    `,
    [
      'void evaluation: `metrics["val/mAP50(B)"]` is compared with another metric, and both outcomes lead to the call',
    ],
  ],
  'the move stands on the failing side': [
    `
    def promote(version, auc):
        if auc < 0.8:
            ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed'],
  ],
  'it comes after the move': [
    `
    def promote(version, auc):
        ${move}  # reported
        if auc < 0.8:
            raise ValueError("too low")
    `,
    ['void evaluation: `auc` is compared with a bound, but only after the call'],
  ],
  'it comes after the move, in a helper': [
    `
    def check(auc):
        if auc < 0.8:
            raise ValueError("too low")

    def promote(version, auc):
        ${move}  # reported
        check(auc)
    `,
    ['void evaluation: `auc` is compared with a bound, but only after the call'],
  ],
  'it comes in the finally of the move': [
    `
    def promote(version, auc):
        try:
            ${move}  # reported
        finally:
            if auc < 0.8:
                raise ValueError("too low")
    `,
    ['void evaluation: `auc` is compared with a bound, but only after the call'],
  ],
  'a switch skips it': [
    `
    def promote(version, auc, skip_validation):
        if not skip_validation:
            if auc < 0.8:
                raise ValueError("too low")
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, but it is skipped where `skip_validation` is set'],
  ],
  'a switch overrules it': [
    `
    def promote(version, auc, force):
        if auc < 0.8 and not force:
            raise ValueError("too low")
        ${move}  # reported
    `,
    [
      'void evaluation: `auc` is compared with a bound, but not where `force` is set',
      'weak approval: `force` is a switch that whoever starts the run sets; nobody looks at the model',
    ],
  ],
  'the environment skips it': [
    `
    def promote(version, auc):
        if os.environ["STAGE"] == "prod" and auc < 0.8:
            raise ValueError("too low")
        ${move}  # reported
    `,
    [
      'void evaluation: `auc` is compared with a bound, but it is skipped where `os.environ["STAGE"] == "prod"` does not hold',
    ],
  ],
  'one caller of two goes without it': [
    `
    def move(version):
        ${move}  # reported

    def checked(version, auc):
        if auc > 0.8:
            move(version)

    def unchecked(version):
        move(version)
    `,
    [],
  ],
}

const answers: Readonly<Record<string, Reasoned>> = {
  'the answer of a helper is dropped': [
    `
    def validate(auc):
        return auc > 0.8

    def promote(version, auc):
        validate(auc)
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and nobody looks at the answer'],
  ],
  'the answer of a helper is printed': [
    `
    def validate(auc):
        return auc > 0.8

    def promote(version, auc):
        ok = validate(auc)
        print(ok)
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and nobody looks at the answer'],
  ],
  'a comparison is bound to a name and printed': [
    `
    def promote(version, auc):
        better = auc > 0.8
        print(better)
        ${move}  # reported
    `,
    ['void evaluation: `auc` is compared with a bound, and no test asks for the outcome'],
  ],
  'a score is computed and printed': [
    `
    def promote(version, model, features, labels):
        score = model.score(features, labels)
        print(score)
        ${move}  # reported
    `,
    ['void evaluation: `model.score` measures the model, and nothing is decided by the result'],
  ],
  'a metric is logged': [
    `
    from sklearn.metrics import f1_score

    def promote(version, labels, predictions):
        mlflow.log_metric("f1", f1_score(labels, predictions))
        ${move}  # reported
    `,
    ['void evaluation: `f1_score` measures the model, and nothing is decided by the result'],
  ],
  'an evaluation is run and dropped': [
    `
    def promote(version, model, data):
        mlflow.evaluate(model, data, targets="churned")
        ${move}  # reported
    `,
    ['void evaluation: `mlflow.evaluate` measures the model, and nothing is decided by the result'],
  ],
}

describe('an evaluation that the control flow passes by', () => {
  test.each(Object.entries(passed))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

describe('an evaluation whose outcome nobody uses', () => {
  test.each(Object.entries(answers))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
