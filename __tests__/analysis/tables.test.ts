import { expectAsMarked, type Marked } from '../guards/marked'

const loaders: Record<string, Marked> = {
  'a loader that is chosen from a table': `
    import pickle

    import joblib

    LOADERS = {"pickle": pickle.load, "joblib": joblib.load}

    def restore(kind, path):
        with open(path, "rb") as file:
            return LOADERS[kind](file)  # reported
  `,
  'one under a key that opens data only': `
    import json
    import pickle

    LOADERS = {"pickle": pickle.load, "json": json.load}

    def restore(path):
        with open(path) as file:
            return LOADERS["json"](file)
  `,
  'a function of the repository that is chosen from a table': `
    import pickle

    def from_pickle(path):
        with open(path, "rb") as file:
            return pickle.load(file)  # reported

    LOADERS = {"pickle": from_pickle}

    def restore(kind):
        return LOADERS[kind]("/mnt/models/churn.pkl")
  `,
}

const clients: Record<string, Marked> = {
  'clients that a function gives back in a table': `
    import boto3

    def clients():
        session = boto3.Session(region_name="eu-west-1")
        return {"models": session.client("sagemaker"), "files": session.client("s3")}

    def release(given):
        models = given["models"]
        models.update_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-4")  # reported

    release(clients())
  `,
  'a client of another kind under the same table': `
    import boto3

    def clients():
        return {"models": boto3.client("sagemaker"), "tables": boto3.client("timestream-write")}

    def release(given):
        given["tables"].update_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-4")

    release(clients())
  `,
  'clients in a table of the module': `
    import boto3

    CLIENTS = {"models": boto3.client("sagemaker")}

    def release():
        CLIENTS["models"].update_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-4")  # reported
  `,
  'clients in a table of an object': `
    import boto3

    class Release:
        def __init__(self):
            self.clients = {"models": boto3.client("sagemaker")}

        def run(self):
            self.clients["models"].update_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-4")  # reported
  `,
  'a table that holds itself': `
    import boto3

    CLIENTS = {}
    CLIENTS = {"models": CLIENTS["models"], "own": CLIENTS}

    def release(given=CLIENTS["own"]):
        given["own"]["models"].update_endpoint(EndpointName="churn-prod", EndpointConfigName="churn-4")
  `,
}

describe.each(Object.entries({ loaders, clients }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
