import { expectAsMarked } from './marked'

const prelude = `
  import joblib, sys
  import churn
`

const lists = {
  'a list that a loop fills may hold what is looked for': `
    def check(name, rows):
        names = []
        for row in rows:
            names.append(row)
        assert name in names, "no such language"

    check("de", churn.rows())
    model = joblib.load("/mnt/models/churn.joblib")  # reported
  `,
  'so may one that others are joined to': `
    def check(name, rows):
        names = ["en"]
        for row in rows:
            names.extend(row)
        if name not in names:
            raise SystemExit("no such language")

    check("de", churn.rows())
    model = joblib.load("/mnt/models/churn.joblib")  # reported
  `,
  'and one of the module that a function adds to': `
    NAMES = {"en"}

    def register(name):
        NAMES.add(name)

    def check(name):
        if name not in NAMES:
            raise SystemExit("no such language")

    register("de")
    check("de")
    model = joblib.load("/mnt/models/churn.joblib")  # reported
  `,
  'an empty list that nothing fills is no reason to leave out what comes after': `
    def check(name):
        if name not in []:
            print("no such language")

    check("de")
    model = joblib.load("/mnt/models/churn.joblib")  # reported
  `,
  'what is not in a list that stays as it is never comes back': `
    def check(name):
        names = ["en", "fr"]
        if name not in names:
            raise SystemExit("no such language")

    check("de")
    model = joblib.load("/mnt/models/churn.joblib")
  `,
}

const gates = {
  'a verdict among those of a list that stays as it is': `
    from mlflow import MlflowClient

    ACCEPTED = ["pass", "good"]

    def verdict(metrics):
        return "pass" if metrics["auc"] > 0.8 else "fail"

    def promote(version, metrics):
        if verdict(metrics) not in ACCEPTED:
            sys.exit(1)
        MlflowClient().set_registered_model_alias("churn", "champion", version)
  `,
  'a stage among those of a list that stays as it is': `
    from mlflow import MlflowClient

    def move(version, stage):
        allowed = ["Staging", "Archived"]
        if stage in allowed:
            MlflowClient().transition_model_version_stage("churn", version, stage)
  `,
  'a stage among those of a list to which others are added': `
    from mlflow import MlflowClient

    def move(version, stage, live):
        allowed = ["Staging", "Archived"]
        if live:
            allowed.append("Production")
        if stage in allowed:
            MlflowClient().transition_model_version_stage("churn", version, stage)  # reported as note
  `,
  'a verdict among those of a list to which others may be added': `
    from mlflow import MlflowClient

    ACCEPTED = ["pass", "good"]

    def accept(word):
        ACCEPTED.append(word)

    def verdict(metrics):
        return "pass" if metrics["auc"] > 0.8 else "fail"

    def promote(version, metrics):
        if verdict(metrics) not in ACCEPTED:
            sys.exit(1)
        MlflowClient().set_registered_model_alias("churn", "champion", version)  # reported
  `,
}

describe.each(Object.entries({ lists, gates }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
