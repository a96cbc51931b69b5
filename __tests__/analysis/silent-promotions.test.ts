import { expectAsMarked, type Marked } from '../guards/marked'

const targets: Record<string, Marked> = {
  'stages that serve nobody': `
    from mlflow import MlflowClient as Registry

    ARCHIVE = "Archived"
    r = Registry()
    r.transition_model_version_stage("fraud", 4, "Staging")
    r.transition_model_version_stage("fraud", 3, stage=ARCHIVE)
    r.transition_model_version_stage("fraud", 2, stage="None")
    r.set_registered_model_alias("fraud", "challenger", 4)
    r.set_registered_model_alias("fraud", "prod-candidate", 4)
    r.copy_model_version("models:/fraud@challenger", "dev.ml.fraud")
  `,
  'what may only be a move to production, in a test': {
    'tests/test_registry.py': `
      from mlflow import MlflowClient

      def test_moves(stage):
          MlflowClient().transition_model_version_stage("fraud", 4, stage)
    `,
  },
  'a stage that every caller gives': {
    'fraud/registry.py': `
      from mlflow import MlflowClient

      def move(version, stage):
          MlflowClient().transition_model_version_stage("fraud", version, stage)
    `,
    'fraud/nightly.py': `
      from fraud.registry import move

      def retire(version):
          move(version, "Archived")

      def propose(version):
          move(version, stage="Staging")
    `,
  },
  'a filter, and looking up': `
    import boto3
    from mlflow import MlflowClient

    def newest(group):
        sm = boto3.client("sagemaker")
        packages = sm.list_model_packages(ModelPackageGroupName=group, ModelApprovalStatus="Approved", MaxResults=1)
        pages = sm.get_paginator("list_model_packages").paginate(ModelApprovalStatus="Approved")
        client = MlflowClient()
        serving = client.get_model_version_by_alias(group, "champion")
        return packages, pages, serving, client.get_latest_versions(group, stages=["Production"])
  `,
  'a package that waits for a person': `
    from sagemaker.model import Model
    from sagemaker.workflow.parameters import ParameterString

    class Registration:
        status = ParameterString(name="ModelApprovalStatus", default_value="PendingManualApproval")

        def step(self, model: Model):
            return model.register(content_types=["text/csv"], approval_status=self.status)

    def register(model: Model):
        model.register(content_types=["text/csv"], approval_status="PendingManualApproval")
  `,
  'the word production in a key, and words that only look like it': `
    import itertools

    import boto3
    import numpy as np
    from mlflow import MlflowClient
    from sagemaker.session import production_variant

    sm = boto3.client("sagemaker")
    variant = {"VariantName": "AllTraffic", "ModelName": "fraud", "InitialInstanceCount": 1}
    sm.create_endpoint_config(EndpointConfigName="fraud-4", ProductionVariants=[variant])
    product = "product-recommender"
    prod = np.prod([2, 3])
    pairs = list(itertools.product([1], [2]))
    client = MlflowClient()
    client.set_registered_model_alias("reproduce", "product", 4)
    client.set_registered_model_alias(product, "challenger", prod)
    client.copy_model_version("models:/production/3", "reproduction")
    sm.update_endpoint(EndpointName=product, EndpointConfigName="fraud-4")
  `,
  'requests in place of moves': `
    from databricks.sdk import WorkspaceClient
    from huggingface_hub import HfApi

    WorkspaceClient().model_registry.create_transition_request("fraud", "4", "Production", False)
    HfApi().upload_folder(folder_path="fraud", repo_id="acme/fraud-prod", create_pr=True)
  `,
}

const gates: Record<string, Marked> = {
  'an early exit by a threshold of the configuration': `
    from mlflow import MlflowClient

    def ship(version, metrics, cfg):
        if metrics["auc"] < cfg.min_auc:
            raise ValueError("below the floor")
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
  'a helper whose verdict is that it has collected no reasons': `
    import sys

    from mlflow import MlflowClient

    def validate(candidate, champion):
        reasons = []
        if candidate["auc"] <= champion["auc"]:
            reasons.append("no better")
        return not reasons, reasons

    def main(version, candidate, champion):
        ok, reasons = validate(candidate, champion)
        if not ok:
            print(reasons)
            sys.exit(1)
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
  'a helper that gives its verdict and the reason, in another file': {
    'fraud/gate.py': `
      def passes(candidate, champion):
          if candidate["auc"] < 0.8:
              return False, "too low"
          if candidate["auc"] <= champion["auc"]:
              return False, "no better"
          return True, "better"
    `,
    'fraud/release.py': `
      from mlflow import MlflowClient
      from fraud.gate import passes

      def main(version, candidate, champion):
          good, why = passes(candidate, champion)
          if not good:
              raise SystemExit(why)
          MlflowClient().transition_model_version_stage("fraud", version, "Production")
    `,
  },
  'a person who is asked': `
    import click
    import typer
    from mlflow import MlflowClient

    def ship(version):
        typer.confirm("Promote?", abort=True)
        MlflowClient().set_registered_model_alias("fraud", "champion", version)

    def release(version):
        if not click.confirm(f"Move {version}?"):
            return
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
  'a person who types the name of the model': `
    from mlflow import MlflowClient

    NAME = "fraud"

    def ship(version):
        typed = input(f"Type {NAME} to promote: ")
        if typed.strip() != NAME:
            raise SystemExit("not confirmed")
        MlflowClient().set_registered_model_alias(NAME, "champion", version)
  `,
  'a step that only runs under a condition of the pipeline': `
    from google_cloud_pipeline_components.v1.endpoint import ModelDeployOp
    from kfp import dsl

    @dsl.pipeline(name="fraud")
    def pipeline(endpoint: str):
        evaluation = evaluate_op()
        with dsl.If(evaluation.outputs["auc"] > 0.9):
            ModelDeployOp(model=evaluation.outputs["model"], endpoint=endpoint, traffic_split={"0": 100})

    @dsl.component
    def evaluate_op() -> float:
        return 0.0
  `,
  'a move back to the version that served before': `
    from mlflow import MlflowClient

    client = MlflowClient()

    def rollback(name, previous_version):
        client.set_registered_model_alias(name, "champion", previous_version)

    class Release:
        def revert_champion(self, previous):
            client.transition_model_version_stage("fraud", previous.version, "Production")
  `,
}

const others: Record<string, Marked> = {
  'a move back, however its function is called, and whatever else stands in that file': {
    'fraud/release.py': `
      from mlflow import MlflowClient

      client = MlflowClient()

      def task_rollback_release(previous):
          client.set_registered_model_alias("fraud", "champion", previous)

      def _auto_rollback(previous):
          client.set_registered_model_alias("fraud", "champion", previous)

      def champion_rollback(previous):
          client.set_registered_model_alias("fraud", "champion", previous)

      def promote_with_rollback(version):
          client.set_registered_model_alias("fraud", "champion", version)  # reported

      def champion_rollback_disabled(version):
          client.set_registered_model_alias("fraud", "champion", version)  # reported
    `,
    'scripts/rollback-champion.py': `
      import sys

      from mlflow import MlflowClient

      def main():
          MlflowClient().set_registered_model_alias("fraud", "champion", sys.argv[1])

      main()
    `,
    'scripts/release_without_rollback.py': `
      import sys

      from mlflow import MlflowClient

      MlflowClient().set_registered_model_alias("fraud", "champion", sys.argv[1])  # reported
    `,
  },
  'a client that only pretends': {
    'fraud/fakes.py': `
      class FakeClient:
          def __init__(self):
              self.moves = []

          def set_registered_model_alias(self, name, alias, version):
              self.moves.append((name, alias, version))
    `,
    'fraud/demo.py': `
      from unittest.mock import MagicMock, create_autospec

      from mlflow import MlflowClient

      from fraud.fakes import FakeClient

      def demo():
          fake = FakeClient()
          fake.set_registered_model_alias("fraud", "champion", 4)
          mock = MagicMock()
          mock.transition_model_version_stage("fraud", 4, "Production")
          spec = create_autospec(MlflowClient)
          spec.set_registered_model_alias("fraud", "champion", 4)
    `,
  },
  'what only a test makes an object with': {
    'fraud/release.py': `
      from dataclasses import dataclass

      import joblib
      from mlflow import MlflowClient

      @dataclass
      class Release:
          stage: str
          path: str

      def release(version, plan: Release):
          MlflowClient().transition_model_version_stage("fraud", version, plan.stage)  # reported as note
          return joblib.load(plan.path)  # reported as warning
    `,
    'tests/test_release.py': `
      from fraud.release import Release, release

      def test_release():
          release("4", Release(stage="Production", path="/tmp/one.joblib"))
    `,
  },
  'a test, which is a note at most': {
    'tests/test_release.py': `
      import mlflow
      from mlflow import MlflowClient

      def test_alias(monkeypatch, Fake):
          monkeypatch.setattr(mlflow, "MlflowClient", Fake)
          MlflowClient().set_registered_model_alias("fraud", "champion", 4)  # reported as note
    `,
  },
  'commands that are printed, described or offered': `
    """Approve with client.transition_model_version_stage(name, version, "Production")."""
    import argparse

    parser = argparse.ArgumentParser(epilog="aws sagemaker update-model-package --model-approval-status Approved")
    parser.add_argument("--stage", help='client.transition_model_version_stage(name, version, "Production")')
    print("To approve: aws sagemaker update-model-package --model-approval-status Approved")
  `,
  'stages of other worlds': `
    from mlflow import log_metric

    class Lesson:
        def set_stage(self, stage):
            self.stage = stage

        def deploy(self, endpoint_name):
            return endpoint_name

        def promote(self, to):
            self.set_stage(to)

        def publish(self):
            log_metric("published", 1)

    class Pipeline:
        def __init__(self, app):
            self.app = app

        def run(self, actor):
            Lesson().set_stage("production")
            Lesson().deploy(endpoint_name="prod")
            self.app.set_stage("Production")
            actor.promote("production")
            actor.link("production")
            actor.publish()
            actor.update_endpoint("prod")
  `,
  'a fraction of the traffic': `
    from azure.ai.ml import MLClient

    def widen(client: MLClient, share):
        endpoint = client.online_endpoints.get("fraud")
        endpoint.traffic = {"blue": 90, "green": 10}
        client.online_endpoints.begin_create_or_update(endpoint)
  `,
  'KServe with a canary': `
    from kserve import KServeClient, V1beta1InferenceService, V1beta1InferenceServiceSpec, V1beta1PredictorSpec

    predictor = V1beta1PredictorSpec(canary_traffic_percent=10)
    service = V1beta1InferenceService(spec=V1beta1InferenceServiceSpec(predictor=predictor))
    KServeClient().patch("fraud-prod", service)
  `,
}

describe.each(Object.entries({ targets, gates, others }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
