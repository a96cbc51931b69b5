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

const switches: Readonly<Record<string, Reasoned>> = {
  'a dry run': [
    `
    def promote(version, dry_run=False):
        if dry_run:
            return
        ${move}  # reported
    `,
    [
      'weak approval: `dry_run` is a switch for dry runs; it says whether to act, not whether the model is good',
    ],
  ],
  'an option for a dry run': [
    `
    def promote(version, args):
        if not args.dry_run:
            ${move}  # reported
    `,
    [
      'weak approval: `args.dry_run` is a switch for dry runs; it says whether to act, not whether the model is good',
    ],
  ],
  'the branch': [
    `
    def promote(version):
        if os.environ["GITHUB_REF"] == "refs/heads/main":
            ${move}  # reported
    `,
    [
      'weak approval: `os.environ["GITHUB_REF"] == "refs/heads/main"` names the branch; it says when to promote, not whether the model is good',
    ],
  ],
  'the branch, in a constant': [
    `
    BRANCH = os.getenv("CI_COMMIT_BRANCH", "main")

    def promote(version):
        if BRANCH != "main":
            return
        ${move}  # reported
    `,
    [
      'weak approval: `BRANCH != "main"` names the branch; it says when to promote, not whether the model is good',
    ],
  ],
  'the branch and another that nobody wrote down says nothing of a choice': [
    `
    def promote(version, branch, wanted):
        if branch == wanted:
            ${move}  # reported
    `,
    [],
  ],
  'a variable of the environment': [
    `
    def promote(version):
        if os.getenv("DEPLOY") == "true":
            ${move}  # reported
    `,
    [
      'weak approval: `os.getenv("DEPLOY") == "true"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  'the environment, in a constant': [
    `
    ENVIRONMENT = os.getenv("ENVIRONMENT", "dev")

    def promote(version):
        if ENVIRONMENT != "prod":
            return
        ${move}  # reported
    `,
    [
      'weak approval: `ENVIRONMENT != "prod"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  'an option of the command line': [
    `
    def promote(version, args):
        if args.promote:
            ${move}  # reported
    `,
    ['weak approval: `args.promote` is a switch that whoever starts the run sets; nobody looks at the model'],
  ],
  'a setting': [
    `
    def promote(version, settings):
        if settings["auto_promote"]:
            ${move}  # reported
    `,
    [
      'weak approval: `settings["auto_promote"]` is a switch that whoever starts the run sets; nobody looks at the model',
    ],
  ],
  'a switch of the caller': [
    `
    def promote(version):
        ${move}  # reported

    def main(version, deploy):
        if deploy:
            promote(version)
    `,
    ['weak approval: `deploy` is a switch that whoever starts the run sets; nobody looks at the model'],
  ],
  'the guard of a script': [
    `
    version = "3"
    if __name__ == "__main__":
        ${move}  # reported
    `,
    ['weak approval: `__name__ == "__main__"` says only that the file is run as a script'],
  ],
  'a function behind the guard of a script says nothing of it': [
    `
    def promote():
        client.set_registered_model_alias("churn", "champion", "3")  # reported

    if __name__ == "__main__":
        promote()
    `,
    [],
  ],
  'the state of a version': [
    `
    def promote(version):
        while client.get_model_version("churn", version).status != "READY":
            time.sleep(1)
        ${move}  # reported
    `,
    [
      'void evaluation: `client.get_model_version("churn", version).status != "READY"` says that it is there and ready, not that it is good',
    ],
  ],
}

const assertions: Readonly<Record<string, Reasoned>> = {
  'Python can be told to leave it out': [
    `
    def promote(version, auc):
        assert auc > 0.8
        ${move}  # reported as note
    `,
    ['medium evaluation: `auc` is compared with a bound, by an `assert`, which `python -O` removes'],
  ],
  'one about something else takes nothing away': [
    `
    def promote(version, auc):
        if auc < 0.8:
            raise ValueError("too low")
        assert version is not None
        ${move}
    `,
    [],
  ],
}

describe('a switch is weak', () => {
  test.each(Object.entries(switches))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

describe('an assertion is medium', () => {
  test.each(Object.entries(assertions))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
