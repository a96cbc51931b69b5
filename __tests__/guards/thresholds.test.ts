import { expectAsMarked } from './marked'

const prelude = `
  import json, logging, os, sys
  import mlflow
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const noMetrics = [
  'os.path.exists("model.pkl")',
  'version is not None',
  'len(versions) > 0',
  'int(version) > 3',
  'status == "READY"',
  'args.promote',
  'os.environ["DEPLOY"] == "true"',
  'os.getenv("ENV") == "prod"',
  'os.environ["GITHUB_REF"] == "refs/heads/main"',
  'not dry_run',
  'epoch > 10',
  'os.path.exists("APPROVED")',
]

test.each(noMetrics)('says nothing of how good a model is: %s', condition =>
  expectAsMarked(
    prelude,
    `
    def promote(version, versions, status, args, dry_run, epoch):
        if ${condition}:
            ${move}  # reported
    `,
  ),
)

const bounds = {
  'a threshold of zero lets everything pass': `
    def promote(version, auc):
        if auc > 0:
            ${move}  # reported
  `,
  'a negative threshold lets everything pass': `
    def promote(version, auc):
        threshold = -1
        if auc >= threshold:
            ${move}  # reported
  `,
  'a constant compared with a constant cannot fail': `
    AUC = 0.9

    def promote(version):
        if AUC < 0.8:
            raise ValueError("too low")
        ${move}  # reported
  `,
  'a metric that is only there': `
    def promote(version, auc):
        if auc is not None:
            ${move}  # reported
  `,
  'warned and went on': `
    def promote(version, metrics):
        if metrics["auc"] < 0.8:
            logging.warning("too low")
        ${move}  # reported
  `,
  'only logged': `
    def promote(version, metrics):
        mlflow.log_metric("auc", metrics["auc"])
        ${move}  # reported
  `,
}

const followed = {
  'a threshold of zero stops nothing': `
    def promote(version, auc):
        if auc < 0.0:
            raise ValueError("too low")
        ${move}  # reported
  `,
  'a threshold of zero in a constant stops nothing': `
    MINIMUM_AUC = 0.0

    def promote(version, auc):
        if auc < MINIMUM_AUC:
            raise ValueError("too low")
        ${move}  # reported
  `,
  'a missing metric that counts as good passes': `
    def promote(version, metrics):
        if metrics.get("auc", 1.0) < 0.8:
            raise ValueError("too low")
        ${move}  # reported
  `,
  'a missing error that counts as zero passes': `
    def promote(version, metrics):
        if metrics.get("rmse", 0) > 3.0:
            raise ValueError("too high")
        ${move}  # reported
  `,
  'a missing metric that counts as bad does not': `
    def promote(version, metrics):
        if metrics.get("auc", 0.0) < 0.8:
            raise ValueError("too low")
        ${move}
  `,
  'a metric that an exception sets to a passing value': `
    def promote(version, evaluate):
        try:
            auc = evaluate()
        except Exception:
            auc = 1.0
        if auc < 0.8:
            raise ValueError("too low")
        ${move}  # reported
  `,
  'a metric that an exception sets to a failing value': `
    def promote(version, evaluate):
        try:
            auc = evaluate()
        except Exception:
            auc = 0.0
        if auc < 0.8:
            raise ValueError("too low")
        ${move}
  `,
  'a metric that is compared with itself': `
    def promote(version, auc):
        if auc >= auc:
            ${move}  # reported
  `,
}

test.each(Object.entries(bounds))('%s', (_, python) => expectAsMarked(prelude, python))

// Each of them fails on the day on which it is followed, and moves up to the others.
describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
