import { expectAsMarked } from './marked'
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

const canary: Readonly<Record<string, Reasoned>> = {
  'ten per cent, a pause, all of it': [
    `
    import boto3
    sagemaker = boto3.client("sagemaker")

    def roll_out(name):
        sagemaker.update_endpoint(EndpointName="churn-prod", EndpointConfigName=name + "-10")  # reported
        time.sleep(600)
        sagemaker.update_endpoint(EndpointName="churn-prod", EndpointConfigName=name)  # reported
    `,
    ['void canary: `time.sleep` waits between two steps, and looks at nothing'],
  ],
  'a pause by itself is no step': [
    `
    def promote(version):
        time.sleep(600)
        ${move}  # reported
    `,
    [],
  ],
}

describe('a step that nobody watches', () => {
  test.each(Object.entries(canary))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

const steps = {
  'a canary with alarms': `
    import boto3

    boto3.client("sagemaker").update_endpoint(
        EndpointName="churn-prod",
        EndpointConfigName="churn-2",
        DeploymentConfig={
            "BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": {"Type": "CANARY", "WaitIntervalInSeconds": 600}},
            "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "churn-errors"}]},
        },
    )
  `,
  'all of it at once': `
    import boto3

    boto3.client("sagemaker").update_endpoint(  # reported
        EndpointName="churn-prod",
        EndpointConfigName="churn-2",
        DeploymentConfig={"BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": {"Type": "ALL_AT_ONCE"}}},
    )
  `,
  'a part of the traffic': `
    from azure.ai.ml.entities import ManagedOnlineEndpoint
    from azure.ai.ml import MLClient

    def shift(ml: MLClient):
        ml.online_endpoints.begin_create_or_update(
            ManagedOnlineEndpoint(name="churn", traffic={"blue": 90, "green": 10})
        )
  `,
  'all of the traffic': `
    from azure.ai.ml.entities import ManagedOnlineEndpoint
    from azure.ai.ml import MLClient

    def shift(ml: MLClient):
        ml.online_endpoints.begin_create_or_update(  # reported
            ManagedOnlineEndpoint(name="churn", traffic={"blue": 0, "green": 100})
        )
  `,
  'a part of the traffic, then all of it where the errors of the canary are few': `
    import boto3
    sagemaker = boto3.client("sagemaker")

    def roll_out(name, error_rate):
        if error_rate("churn-prod") > 0.01:
            raise RuntimeError("the canary fails")
        sagemaker.update_endpoint(EndpointName="churn-prod", EndpointConfigName=name)
  `,
  'a part of the predictions': `
    from google.cloud import aiplatform

    def deploy(model: aiplatform.Model, endpoint: aiplatform.Endpoint):
        endpoint.deploy(model, traffic_percentage=10)
  `,
  'all of the predictions': `
    from google.cloud import aiplatform

    def deploy(model: aiplatform.Model, endpoint: aiplatform.Endpoint):
        endpoint.deploy(model, traffic_percentage=100)  # reported
  `,
}

describe('traffic', () => {
  test.each(Object.entries(steps))('%s', (_, python) => expectAsMarked(prelude, python))
})
