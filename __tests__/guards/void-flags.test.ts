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

const flags: Readonly<Record<string, Reasoned>> = {
  'with one, after it was read from a file': [
    `
    def main(path, version):
        with open(path) as file:
            deploy_flag = int(file.read())
        deploy_flag = 1
        if deploy_flag == 1:
            ${move}  # reported
    `,
    ['void evaluation: `deploy_flag` is overwritten with `1` before it is tested'],
  ],
  'with one, after it was read and logged': [
    `
    def main(path, version):
        with open(path, "rb") as file:
            deploy_flag = int(file.read())
        mlflow.log_metric("deploy flag", int(deploy_flag))
        deploy_flag = 1
        if deploy_flag == 1:
            ${move}  # reported
        else:
            print("not promoted")
    `,
    ['void evaluation: `deploy_flag` is overwritten with `1` before it is tested'],
  ],
  'with a word, after it was decided': [
    `
    def promote(version, decide):
        decision = decide(version)
        decision = "promote"
        if decision != "promote":
            return
        ${move}  # reported
    `,
    ['void evaluation: `decision` is overwritten with `promote` before it is tested'],
  ],
  'with True, after a comparison': [
    `
    def promote(version, auc):
        deploy = auc > 0.8
        deploy = True
        if deploy:
            ${move}  # reported
    `,
    [
      'void evaluation: `deploy` is overwritten with `True` before it is tested',
      'void evaluation: `auc` is compared with a bound, and no test asks for the outcome',
    ],
  ],
  'with True, in a script': [
    `
    version = "3"
    passed = json.load(open("evaluation.json"))["passed"]
    passed = True
    if passed:
        ${move}  # reported
    `,
    ['void evaluation: `passed` is overwritten with `True` before it is tested'],
  ],
  'with True, after a person was asked': [
    `
    def promote(version):
        sure = typer.confirm("promote?")
        sure = True
        if not sure:
            return
        ${move}  # reported
    `,
    [
      'void approval: `sure` is overwritten with `True` before it is tested',
      'void approval: `typer.confirm` asks a person, and nobody looks at the answer',
    ],
  ],
}

const approvals: Readonly<Record<string, Reasoned>> = {
  'a person is asked, and the answer is dropped': [
    `
    def promote(version):
        click.confirm("promote?")
        ${move}  # reported
    `,
    ['void approval: `click.confirm` asks a person, and nobody looks at the answer'],
  ],
  'a person is asked, and the answer is printed': [
    `
    def promote(version):
        sure = typer.confirm("promote?")
        print(sure)
        ${move}  # reported
    `,
    ['void approval: `typer.confirm` asks a person, and nobody looks at the answer'],
  ],
  'a person is asked to press a key': [
    `
    def promote(version):
        input("press enter to promote")
        ${move}  # reported
    `,
    ['void approval: a person is asked, and nobody looks at the answer'],
  ],
  'a switch leaves the question out': [
    `
    def promote(version, force):
        if not force and input("promote? ") != "yes":
            sys.exit(1)
        ${move}  # reported
    `,
    ['void approval: a person is asked, but it is skipped where `force` is set'],
  ],
  'the abort is swallowed': [
    `
    def promote(version):
        try:
            click.confirm("promote?", abort=True)
        except click.Abort:
            print("promoted all the same")
        ${move}  # reported
    `,
    [
      'void approval: `click.confirm` asks a person, and stops when the answer is no, and the exception that it raises is swallowed',
    ],
  ],
  'the same code writes the tag': [
    `
    def promote(version):
        client.set_model_version_tag("churn", version, "approved", "true")
        if client.get_model_version("churn", version).tags.get("approved") != "true":
            raise ValueError("not approved")
        ${move}  # reported
    `,
    ['void approval: `approved` is written by this repository itself, which approves its own work'],
  ],
  'the same code writes the tag into the object': [
    `
    def promote(version, candidate):
        candidate.tags["approved_by"] = "release-bot"
        if "approved_by" in candidate.tags:
            ${move}  # reported
    `,
    ['void approval: `approved_by` is written by this repository itself, which approves its own work'],
  ],
  'the same code writes the file': [
    `
    def promote(version):
        open("APPROVED", "w").write("yes")
        if os.path.exists("APPROVED"):
            ${move}  # reported
    `,
    [
      'void approval: `os.path.exists("APPROVED")` asks whether a file is there; whoever writes it opens the way',
    ],
  ],
  'what is there is the model': [
    `
    def promote(version, model_path):
        if not os.path.exists(model_path):
            return
        ${move}  # reported
    `,
    [
      'void evaluation: `os.path.exists(model_path)` asks whether the file is there, not how good the model is',
    ],
  ],
  'what is there are its metrics': [
    `
    def promote(version, folder):
        if os.path.isfile(f"{folder}/metrics.json"):
            ${move}  # reported
    `,
    [
      'void evaluation: `os.path.isfile(f"{folder}/metrics.json")` asks whether the file is there, not how good the model is',
    ],
  ],
  'what is there says that the model is approved': [
    `
    def promote(version, model_name):
        if os.path.exists(f"approved/{model_name}.txt"):
            ${move}  # reported
    `,
    [
      'void approval: `os.path.exists(f"approved/{model_name}.txt")` asks whether a file is there; whoever writes it opens the way',
    ],
  ],
}

describe('a flag that is overwritten', () => {
  test.each(Object.entries(flags))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

describe('an approval that nobody gives', () => {
  test.each(Object.entries(approvals))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
