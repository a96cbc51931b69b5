import { expectAsMarked } from './marked'

const prelude = `
  import joblib, torch
  from mlflow import MlflowClient
`

const cases = {
  'what a function gives itself does not say what it is given first': `
    def load(path, weights=True):
        if path.endswith(".teacher"):
            load(path[:-8], weights=False)
        if weights:
            return joblib.load(path)  # reported
  `,
  'nor does that of a method': `
    class Encoder:
        def load(self, path, weights=True):
            if path.endswith(".teacher"):
                self.load(path[:-8], weights=False)
            if weights:
                return joblib.load(path)  # reported
  `,
  'somebody else who gives the same does': `
    def load(path, weights=True):
        if path.endswith(".teacher"):
            load(path[:-8], weights=False)
        if weights:
            return joblib.load(path)

    load("encoder.joblib", weights=False)
  `,
  'somebody else who leaves it out does not': `
    def load(path, weights=True):
        if path.endswith(".teacher"):
            load(path[:-8], weights=False)
        if weights:
            return joblib.load(path)  # reported

    load("encoder.joblib")
  `,
  'what it gives itself and nothing has by default may be anything': `
    def load(path, weights):
        if path.endswith(".teacher"):
            load(path[:-8], False)
        if weights:
            return joblib.load(path)  # reported
  `,
  'a default that is harmless does not bind whoever calls it first, as without the call inside': `
    def load(path, safe=True):
        if path.endswith(".teacher"):
            load(path[:-8], safe=True)
        return torch.load(path, weights_only=safe)  # reported

    def alone(path, safe=True):
        return torch.load(path, weights_only=safe)  # reported
  `,
  'a default that the first call may have is among the values': `
    def load(path, safe=False):
        if path.endswith(".teacher"):
            load(path[:-8], safe=True)
        return torch.load(path, weights_only=safe)  # reported
  `,
  'so is a default stage': `
    def promote(version, stage="Production"):
        if version == "1":
            promote("0", stage="Archived")
        MlflowClient().transition_model_version_stage("churn", version, stage)  # reported
  `,
}

test.each(Object.entries(cases))('%s', async (_, python) => {
  await expectAsMarked(prelude, python)
})
