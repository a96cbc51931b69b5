import { expectAsMarked, type Marked } from '../guards/marked'

const requests: Record<string, Marked> = {
  'the alias of a registered model': `
    import requests

    def promote(host, name, version, token):
        requests.post(  # reported as error
            f"{host}/api/2.0/mlflow/registered-models/alias",
            json={"name": name, "alias": "prod", "version": version},
            headers={"Authorization": f"Bearer {token}"},
        )
  `,
  'a stage, through a session and a helper that makes the address': `
    import os

    import requests

    BASE = os.environ["MLFLOW_URL"] + "/api/2.0/mlflow"

    class Client:
        def __init__(self):
            self.session = requests.Session()

        def url(self, path):
            return f"{BASE}/{path}"

        def promote(self, version):
            body = {"name": "fraud", "version": version}
            body["stage"] = "Production"
            self.session.post(self.url("model-versions/transition-stage"), json=body)  # reported as error
  `,
  'httpx, and the body as text': `
    import json

    import httpx

    def promote(host, version):
        payload = json.dumps({"name": "fraud", "version": version, "alias": "champion"})
        with httpx.Client(base_url=host) as http:
            http.post("/api/2.0/mlflow/registered-models/alias", content=payload)  # reported as error
  `,
  'any method of requests': `
    import requests

    def promote(host, version):
        requests.request(  # reported as error
            "POST", host + "/api/2.0/mlflow/model-versions/transition-stage",
            json=dict(name="fraud", version=version, stage="Production"),
        )
  `,
  'the stages of Databricks, and its approvals': `
    import requests

    def approve(host, version):
        body = {"name": "fraud", "version": version, "stage": "Production", "archive_existing_versions": True}
        requests.post(f"https://{host}/api/2.0/mlflow/databricks/model-versions/transition-stage", json=body)  # reported as error
        requests.post(f"https://{host}/api/2.0/mlflow/transition-requests/approve", json=body)  # reported as error
        requests.post(f"https://{host}/api/2.0/mlflow/transition-requests/create", json=body)
  `,
  'an alias that stands in the address': `
    import requests

    def promote(host, model, version):
        path = f"{host}/api/2.1/unity-catalog/models/{model}/aliases"
        requests.put(f"{path}/champion", json={"version_num": version})  # reported as error
        requests.put(f"{path}/challenger", json={"version_num": version})
        requests.delete(f"{path}/champion")
  `,
  'a gate in front of it': `
    import requests

    def promote(host, version, metrics):
        if metrics["auc"] < 0.85:
            raise ValueError("too low")
        requests.post(f"{host}/api/2.0/mlflow/registered-models/alias", json={"alias": "prod", "version": version})
  `,
  'other values, and other addresses': `
    import requests

    def tell(host, hook, version, payload):
        requests.post(f"{host}/api/2.0/mlflow/registered-models/alias", json={"alias": "challenger"})
        requests.post(f"{host}/api/2.0/mlflow/model-versions/transition-stage", json={"stage": "Staging"})
        requests.post(f"{host}/api/2.0/mlflow/runs/search", json={"filter": "stage = 'Production'"})
        requests.post(hook, json={"text": "moved to Production", "stage": "Production", "alias": "prod"})
        requests.post(hook, json=payload)
        requests.get(f"{host}/api/2.0/mlflow/registered-models/alias", params={"alias": "prod"})
  `,
}

const commands: Record<string, Marked> = {
  'a Git tag that assigns the stage': `
    import subprocess

    def assign(version):
        subprocess.run(["gto", "assign", "fraud", "--version", version, "--stage", "prod"], check=True)  # reported as error
        subprocess.check_call(["gto", "assign", "fraud", "--stage", "staging"])
        subprocess.run(["gto", "show", "fraud"])
  `,
  'the same from a list that is made before': `
    from subprocess import check_call

    STAGE = "production"
    command = ["gto", "assign", "fraud", "--stage", STAGE]
    check_call(command)  # reported as error
  `,
  'by the library': `
    from gto.api import assign

    assign(".", "fraud", version="v1.2.0", stage="prod")  # reported as error
    assign(".", "fraud", version="v1.2.0", stage="dev")
  `,
  'the clouds, by their command lines': `
    import subprocess

    ENDPOINT = "fraud-prod"

    def release(arn, config):
        subprocess.run(["aws", "sagemaker", "update-model-package", "--model-package-arn", arn,  # reported as error
                        "--model-approval-status", "Approved"], check=True)
        subprocess.check_output(["aws", "sagemaker", "list-model-packages", "--model-approval-status", "Approved"])
        subprocess.run(["aws", "sagemaker", "update-endpoint", "--endpoint-name", ENDPOINT,  # reported as error
                        "--endpoint-config-name", config])
        subprocess.run(["az", "ml", "online-endpoint", "update", "--name", "fraud", "--traffic", "green=100"])  # reported as error
        subprocess.run(["az", "ml", "online-endpoint", "update", "--name", "fraud", "--traffic", "blue=90 green=10"])
        subprocess.run(["databricks", "bundle", "deploy", "-t", "prod"])  # reported as error
        subprocess.run(["databricks", "bundle", "deploy", "-t", "dev"])
        subprocess.run(["databricks", "bundle", "validate", "-t", "prod"])
  `,
  'a command that is only shown': `
    print("To approve: aws sagemaker update-model-package --model-approval-status Approved")
    HELP = "gto assign fraud --stage prod"
    print(["gto", "assign", "fraud", "--stage", "prod"])
  `,
}

describe.each(Object.entries({ requests, commands }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
