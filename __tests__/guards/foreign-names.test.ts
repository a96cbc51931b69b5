import { expectAsMarked } from './marked'

const prelude = `
  import joblib, mlflow, pandas
  from mlflow import MlflowClient
  from states import Status
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const cases = {
  'what a table of a library has is not known, so the way behind the check is taken': `
    def measured(frame):
        if "segment" not in frame.columns:
            raise ValueError("no segments")
        return frame

    def compare(path):
        measured(pandas.read_parquet(path))
        return mlflow.xgboost.load_model("models:/churn@champion")  # reported
  `,
  'nor is it where the table is asked on the spot': `
    def compare(path, version):
        frame = pandas.read_csv(path)
        if "segment" not in frame.columns:
            raise ValueError("no segments")
        ${move}  # reported
  `,
  'what a constant of a library stands for is not known': `
    def promote(version):
        if "done" != Status.DONE:
            raise ValueError("not done")
        ${move}  # reported
  `,
  'nor whether it is one of several': `
    def state(job):
        return "done" if job else "open"

    def promote(version, job):
        if state(job) not in (Status.DONE, Status.CLOSED):
            raise ValueError("not done")
        ${move}  # reported
  `,
  'a list that is asked for a constant of a library may have it': `
    def promote(version):
        if Status.DONE not in ["done", "closed"]:
            raise ValueError("not done")
        ${move}  # reported
  `,
  'what two texts say is known': `
    def promote(version):
        if "done" != "open":
            raise ValueError("not done")
        ${move}
  `,
}

test.each(Object.entries(cases))('%s', (_, python) => expectAsMarked(prelude, python))
