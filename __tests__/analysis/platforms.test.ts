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
  'a field of a field that is set': `
    from azure.ai.ml import MLClient

    def switch(credential, name):
        client = MLClient(credential, "s", "g", "w")
        endpoint = client.batch_endpoints.get("fraud")
        client.batch_endpoints.begin_create_or_update(endpoint)
        endpoint.defaults.deployment_name = name
        client.batch_endpoints.begin_create_or_update(endpoint)  # reported as warning
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
  'a field of a request that is set beside what it was made with': `
    from google.cloud import aiplatform_v1

    def update(client: aiplatform_v1.EndpointServiceClient):
        everything = aiplatform_v1.Endpoint(name="1", traffic_split={"4712": 100})
        request = aiplatform_v1.UpdateEndpointRequest(endpoint=everything)
        request.endpoint.display_name = "fraud"
        client.update_endpoint(request)  # reported as error
        other = aiplatform_v1.UpdateEndpointRequest(endpoint=everything)
        other.endpoint.traffic_split = {"4711": 90, "4712": 10}
        client.update_endpoint(other)
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

describe.each(Object.entries({ azure, vertex, sagemaker }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
