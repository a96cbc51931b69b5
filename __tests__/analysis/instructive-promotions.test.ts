import { expectAsMarked, type Marked } from '../guards/marked'

const moves: Record<string, Marked> = {
  'two calls of one name, of which one archives and one promotes': `
    from mlflow.tracking import MlflowClient

    def promote():
        client = MlflowClient()
        newest = client.get_latest_versions("spam", stages=["Staging"])[0].version
        for serving in client.get_latest_versions("spam", stages=["Production"]):
            client.transition_model_version_stage(
                name="spam",
                version=serving.version,
                stage="Archived",
            )
        client.transition_model_version_stage(  # reported as error
            name="spam",
            version=newest,
            stage="Production",
        )
  `,
  'a flag of the evaluation that is read and then overwritten': `
    import mlflow
    from pathlib import Path

    def main(args):
        flag = int((Path(args.evaluation) / "deploy").read_text())
        flag = 1
        if flag == 1:
            mlflow.MlflowClient().set_registered_model_alias("taxi", "production", 4)  # reported as error
  `,
  'the same with a flag of another name, and an early return': `
    import json

    from mlflow import MlflowClient

    def main(folder):
        with open(f"{folder}/result.json") as file:
            accepted = json.load(file)["accepted"]
        accepted = True
        if not accepted:
            return
        MlflowClient().transition_model_version_stage("taxi", 4, "Production")  # reported as error
  `,
  'a machine that turns a waiting package into an approved one': `
    import boto3

    sagemaker = boto3.client("sagemaker")

    def handler(event, context):
        commit = event["detail"]["commit"]
        for package in sagemaker.list_model_packages(ModelPackageGroupName="fraud")["ModelPackageSummaryList"]:
            arn = package["ModelPackageArn"]
            if package["ModelApprovalStatus"] != "Rejected":
                sagemaker.update_model_package(ModelPackageArn=arn, ModelApprovalStatus="Approved")  # reported as error
  `,
  'a status in a dictionary that is splatted some lines later': `
    import boto3

    sm = boto3.Session().client("sagemaker")
    newest = sm.list_model_packages(ModelPackageGroupName="fraud")["ModelPackageSummaryList"][0]
    update = {
        "ModelPackageArn": newest["ModelPackageArn"],
        "ModelApprovalStatus": "Approved",
    }
    print(update)
    answer = sm.update_model_package(**update)  # reported as error
  `,
  'a parameter that waits, and a step that does not use it': `
    from sagemaker.workflow.parameters import ParameterString
    from sagemaker.workflow.step_collections import RegisterModel

    status = ParameterString(name="ModelApprovalStatus", default_value="PendingManualApproval")
    step = RegisterModel(  # reported as error
        name="Register",
        estimator=None,
        content_types=["text/csv"],
        response_types=["text/csv"],
        approval_status="Approved",
    )
    parameters = [status]
  `,
  'an evaluation that is shown and never compared': `
    # Databricks notebook source
    import mlflow
    from mlflow import MlflowClient

    # COMMAND ----------
    results = mlflow.evaluate("models:/main.ml.taxi/7", data=rows, targets="fare")
    display(results.metrics)

    # COMMAND ----------
    client = MlflowClient()
    client.set_registered_model_alias(name="main.ml.taxi", alias="Production", version=7)  # reported as error
    client.set_registered_model_alias("main.ml.taxi", "Champion", 1)  # reported as error
  `,
}

describe.each(Object.entries({ moves }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
