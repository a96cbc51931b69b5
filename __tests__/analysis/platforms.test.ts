import { expectAsMarked, type Marked } from '../guards/marked'

const azure: Record<string, Marked> = {
  'traffic that is assigned after the evaluation, whose result is dropped': `
    from azure.ai.ml import MLClient
    from azure.identity import DefaultAzureCredential

    def release(model, evaluate):
        client = MLClient(DefaultAzureCredential(), "s", "g", "w")
        endpoint = client.online_endpoints.get("fraud")
        metrics = evaluate(model)
        endpoint.traffic = {"green": 100}
        client.online_endpoints.begin_create_or_update(endpoint)  # reported as error
  `,
  'all traffic after a part of it, with nothing in between': `
    from azure.ai.ml import MLClient
    from azure.ai.ml.entities import ManagedOnlineEndpoint

    class Rollout:
        def __init__(self, client: MLClient):
            self.ml = client

        def run(self, deployment):
            ep = ManagedOnlineEndpoint(name="fraud", auth_mode="key")
            self.ml.begin_create_or_update(ep).result()
            ep.traffic = {deployment: 10, "blue": 90}
            self.ml.online_endpoints.begin_create_or_update(ep).result()
            ep.traffic = {deployment: 100}
            self.ml.online_endpoints.begin_create_or_update(ep).result()  # reported as error
  `,
  'traffic that is set under a key': `
    from azure.ai.ml import MLClient

    def swap(client: MLClient):
        endpoint = client.online_endpoints.get(name="fraud")
        endpoint.traffic["green"] = 100
        endpoint.traffic["blue"] = 0
        client.online_endpoints.begin_create_or_update(endpoint)  # reported as error
  `,
  'by the client that takes every entity': `
    from azure.ai.ml import MLClient
    from azure.ai.ml.entities import KubernetesOnlineEndpoint

    def swap(credential):
        client = MLClient.from_config(credential=credential)
        endpoint = KubernetesOnlineEndpoint(name="fraud", traffic={"green": 100})
        client.begin_create_or_update(endpoint)  # reported as error
  `,
  'a part of the traffic, a mirror, and this machine': `
    from azure.ai.ml import MLClient
    from azure.ai.ml.entities import ManagedOnlineEndpoint

    def canary(client: MLClient):
        endpoint = client.online_endpoints.get("fraud")
        endpoint.traffic = {"blue": 90, "green": 10}
        client.online_endpoints.begin_create_or_update(endpoint)
        endpoint.mirror_traffic = {"green": 10}
        client.online_endpoints.begin_create_or_update(endpoint)
        fresh = ManagedOnlineEndpoint(name="fraud")
        client.online_endpoints.begin_create_or_update(fresh)
        trial = ManagedOnlineEndpoint(name="fraud")
        trial.traffic = {"green": 100}
        client.online_endpoints.begin_create_or_update(trial, local=True)
  `,
}

const vertex: Record<string, Marked> = {
  'no endpoint at all: a new one that gets all traffic': `
    from google.cloud import aiplatform

    def release(uri):
        model = aiplatform.Model.upload(display_name="fraud", artifact_uri=uri)
        model.deploy(machine_type="n1-standard-4")  # reported as warning
  `,
  'the same, for what a training job gives back': `
    from google.cloud import aiplatform as vertex

    job = vertex.CustomContainerTrainingJob(display_name="fraud", container_uri="image")
    fraud = job.run(replica_count=1)
    fraud.deploy(machine_type="n1-standard-4", min_replica_count=1)  # reported as warning
  `,
  'all traffic to an endpoint that is looked up': `
    from google.cloud.aiplatform import Endpoint, Model

    ENDPOINTS = Endpoint.list(filter="display_name=fraud")

    def swap(name):
        target = ENDPOINTS[0]
        Model(model_name=name).deploy(target, traffic_split={"0": 100})  # reported as error
  `,
  'the split of an endpoint is replaced': `
    from google.cloud import aiplatform

    endpoint = aiplatform.Endpoint("projects/1/locations/eu/endpoints/2")
    endpoint.update(traffic_split={"4711": 100})  # reported as error
    endpoint.update(traffic_split={"4711": 90, "4712": 10})
    endpoint.update(display_name="fraud")
  `,
  'a part of the traffic': `
    from google.cloud import aiplatform

    PERCENT = 5
    endpoint = aiplatform.Endpoint("2")
    aiplatform.Model("1").deploy(endpoint=endpoint, traffic_percentage=PERCENT)
    endpoint.deploy(aiplatform.Model("1"), traffic_split={"0": 20, "4711": 80})
  `,
}

const sagemaker: Record<string, Marked> = {
  'training and a production endpoint in one breath': `
    from sagemaker.pytorch import PyTorch

    NAME = "fraud-prod"

    def run(data, role):
        pytorch = PyTorch("train.py", role=role)
        pytorch.fit({"train": data})
        predictor = pytorch.deploy(
            initial_instance_count=1, instance_type="ml.m5.xlarge", endpoint_name=NAME  # the name decides
        )
        return predictor
  `.replace('predictor = pytorch.deploy(', 'predictor = pytorch.deploy(  # reported as error'),
  'a name of the endpoint that is made of parts': `
    import sagemaker

    ENVIRONMENT = "prod"

    def release(uri, role):
        model = sagemaker.Model(image_uri=uri, role=role)
        model.deploy(2, "ml.m5.xlarge", endpoint_name=f"fraud-{ENVIRONMENT}")  # reported as error
        model.deploy(2, "ml.m5.xlarge", endpoint_name=f"fraud-{ENVIRONMENT}-test")
        model.deploy(2, "local", endpoint_name=f"fraud-{ENVIRONMENT}")
  `,
  'an update of a production endpoint at once, and in steps': `
    import boto3

    def swap(config):
        sm = boto3.client("sagemaker", region_name="eu-west-1")
        sm.update_endpoint(EndpointName="fraud-production", EndpointConfigName=config)  # reported as error
        sm.update_endpoint(
            EndpointName="fraud-production",
            EndpointConfigName=config,
            DeploymentConfig={
                "BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": {"Type": "CANARY"}},
                "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "errors"}]},
            },
        )
  `,
  'an approval whose status stands in a dictionary': `
    import boto3

    status = {"ModelApprovalStatus": "Approved"}
    status["ModelPackageArn"] = "arn"
    boto3.client("sagemaker").update_model_package(**status)  # reported as error
  `,
  'a status that is a parameter of the pipeline': `
    from sagemaker.sklearn.model import SKLearnModel
    from sagemaker.workflow.parameters import ParameterString

    pending = ParameterString("ModelApprovalStatus", default_value="PendingManualApproval")
    open_gate = ParameterString("ModelApprovalStatus", default_value="Approved")
    model = SKLearnModel("s3://fraud", role="r", entry_point="serve.py")
    model.register(content_types=["text/csv"], approval_status=pending)
    model.register(content_types=["text/csv"], approval_status="Approved")  # reported as error
    model.register(content_types=["text/csv"], approval_status=open_gate)  # reported as error
  `,
}

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

describe.each(Object.entries({ azure, vertex, sagemaker, requests, commands }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
