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
  'an approval that the script writes itself': `
    import sys

    from mlflow import MlflowClient

    client = MlflowClient()

    def main(version):
        client.set_model_version_tag("fraud", version, "validation_status", "approved")
        if client.get_model_version("fraud", version).tags["validation_status"] != "approved":
            sys.exit(1)
        client.set_registered_model_alias("fraud", "champion", version)  # reported as error
  `,
  'an approval that somebody else wrote': `
    import sys

    from mlflow import MlflowClient

    client = MlflowClient()

    def main(version):
        if client.get_model_version("fraud", version).tags.get("validation_status") != "approved":
            sys.exit(1)
        client.set_registered_model_alias("fraud", "champion", version)
  `,
  'a helper that two callers gate and one does not': {
    'fraud/registry.py': `
      import mlflow

      def register(uri, alias="champion"):
          version = mlflow.register_model(uri, "fraud").version
          mlflow.MlflowClient().set_registered_model_alias("fraud", alias, version)  # reported as error

      if __name__ == "__main__":
          register("runs:/1/model")
    `,
    'fraud/train.py': `
      from fraud.registry import register

      def train(uri, auc, f1):
          if auc > 0.8:
              register(uri)
          if f1 > 0.7:
              register(uri)
    `,
  },
  'a helper that every caller gates': {
    'fraud/registry.py': `
      import mlflow

      def register(uri, alias="champion"):
          version = mlflow.register_model(uri, "fraud").version
          mlflow.MlflowClient().set_registered_model_alias("fraud", alias, version)
    `,
    'fraud/train.py': `
      from fraud.registry import register

      def train(uri, auc):
          if auc > 0.8:
              register(uri)

      def retrain(uri, auc, champion_auc):
          if auc <= champion_auc:
              return
          register(uri)
    `,
  },
  'a switch of the environment, which is no evaluation': `
    import os

    from airflow.operators.python import PythonOperator, ShortCircuitOperator
    from google.cloud import aiplatform

    def may_promote():
        return os.environ.get("SAFETY_GATE", "open") == "open"

    def promote():
        registry = aiplatform.models.ModelRegistry("fraud")
        registry.add_version_aliases(["production"], "4")  # reported as error

    gate = ShortCircuitOperator(task_id="gate", python_callable=may_promote)
    move = PythonOperator(task_id="promote", python_callable=promote)
    gate >> move
  `,
  'missing metrics that pass on both sides': `
    from mlflow import MlflowClient

    client = MlflowClient()

    def main(version):
        challenger = client.get_run("a").data.metrics.get("f1", 0)
        champion = client.get_run("b").data.metrics.get("f1", 0)
        if challenger >= champion:
            client.set_registered_model_alias("fraud", "champion", version)  # reported as note
  `,
  'stages of ZenML behind four shapes of a condition': `
    from zenml import get_step_context, step
    from zenml.client import Client
    from zenml.enums import ModelStages

    @step
    def direct(f1: float):
        if f1 > 0.8:
            get_step_context().model.set_stage(ModelStages.PRODUCTION, force=True)

    @step
    def otherwise(mse: float, limit: float, stage: ModelStages = ModelStages.PRODUCTION):
        if mse > limit:
            print("too large an error")
        else:
            get_step_context().model.set_stage(stage, force=True)

    @step
    def flagged(f1: float, recall: float):
        passed = True
        if f1 < 0.8:
            passed = False
        if recall < 0.7:
            passed = False
        if passed:
            get_step_context().model.set_stage("production", force=True)

    @step
    def unasked():
        get_step_context().model.set_stage("production", force=True)  # reported as error
  `,
  'an exit before the move': `
    from mlflow import MlflowClient

    client = MlflowClient()

    def exits(version, auc):
        if auc < 0.8:
            raise SystemExit("too low")
        client.set_registered_model_alias("fraud", "champion", version)
  `,
  'a check in the caller': `
    from mlflow import MlflowClient

    def promote_candidate(version):
        MlflowClient().set_registered_model_alias("fraud", "champion", version)

    def main(version, metrics, limits):
        approved = metrics["auc"] >= limits["auc"] and metrics["psi"] < limits["psi"]
        if approved:
            promote_candidate(version)
  `,
  'a threshold inside of the called task': `
    from mlflow import MlflowClient

    def release(version, accuracy):
        if accuracy < 0.9:
            raise ValueError("too low")
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
}

const opens: Record<string, Marked> = {
  'a digest of a committed manifest, and a written list of types': `
    import hashlib
    import hmac
    import json
    from pathlib import Path

    import skops.io as sio

    TYPES = ["fraud.features.Ratio"]
    MANIFEST = json.loads((Path(__file__).parent / "manifest.json").read_text())

    def restore(path: Path):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if not hmac.compare_digest(digest, MANIFEST["sha256"]):
            raise ValueError("another file")
        return sio.load(path, trusted=TYPES)

    def release(path):
        return sio.load(path, trusted=sio.get_untrusted_types(file=path))  # reported: unsafe-load-option as warning
  `,
  'a digest that is recorded, and a materializer that tries again': `
    import hashlib
    import pickle
    from pathlib import Path

    import torch

    STATE = Path("/models/fraud.pkl")

    def describe():
        return {"sha256": hashlib.sha256(STATE.read_bytes()).hexdigest()}

    def restore():
        print(describe())
        with STATE.open("rb") as file:
            return pickle.load(file)  # reported as warning

    class Materializer:
        def load(self, path):
            try:
                return torch.load(path, weights_only=True)
            except Exception as error:
                print(error)
            return torch.load(path, weights_only=False)  # reported: unsafe-load-option as warning
  `,
  'an unpickler that falls through for everything, and one that does not': `
    import io
    import pickle

    class Renaming(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "fraud.old":
                module = "fraud.new"
            return super().find_class(module, name)

    class Listed(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "numpy" and name == "dtype":
                return super().find_class(module, name)
            raise pickle.UnpicklingError("not allowed")

    def restore(data):
        return Renaming(io.BytesIO(data)).load()  # reported as warning

    def arrays(data):
        return Listed(io.BytesIO(data)).load()
  `,
  'the bytes that are checked are the bytes that are opened': `
    import hashlib
    import io

    import joblib

    SHA256 = "0f343b0931126a20f133d67c2b018a3b5f1b0c0e4d7f8f8a0e9b5c1d2e3f4a5b"

    class TritonPythonModel:
        def initialize(self, args):
            with open(args["model_repository"] + "/fraud.joblib", "rb") as file:
                data = file.read()
            if hashlib.sha256(data).hexdigest() != SHA256:
                raise RuntimeError("another file")
            self.model = joblib.load(io.BytesIO(data))
  `,
  names: `
    import tarfile

    import torch as th
    from joblib import load as read
    from transformers import AutoModel

    import cpickle
    import joblib

    KEEP = {"filter": "data"}
    OPTIONS = {"trust_remote_code": True}

    def all_of_them(path, cache, kwargs, archive: tarfile.TarFile):
        state = th.load(path)  # reported as warning
        model = joblib.load(filename=path)  # reported as warning
        model = joblib.load(  # reported as warning
            path,
        )
        model = read(path)  # reported as warning
        model = cache(joblib.load, path)  # reported as warning
        archive.extractall("out", **KEEP)
        return AutoModel.from_pretrained("acme/encoder", **OPTIONS), state, model  # reported as error
  `,
  'options that nobody here can see': `
    import torch

    def restore(path, **kwargs):
        return torch.load(path, **kwargs)  # reported as warning
  `,
}

const notFollowed: Record<string, Marked> = {
  'the flag as the evaluation wrote it': `
    from pathlib import Path

    from mlflow import MlflowClient

    def main(folder):
        flag = int((Path(folder) / "evaluation_passed").read_text())
        if flag == 1:
            MlflowClient().transition_model_version_stage("taxi", 4, "Production")
  `,
  'a condition of a pipeline, and a threshold inside of the called task': `
    from kfp import dsl
    from mlflow import MlflowClient

    @dsl.component
    def evaluate() -> bool:
        return True

    @dsl.component
    def deploy(version: int):
        MlflowClient().set_registered_model_alias("fraud", "champion", version)

    @dsl.pipeline
    def pipeline(version: int):
        task = evaluate()
        with dsl.If(task.outputs["passed"] == True):
            deploy(version=version)

    def release(version, accuracy):
        if accuracy < 0.9:
            raise ValueError("too low")
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
  'a check of the module, before another function opens the file': `
    import hashlib
    import joblib

    PATH = "models/fraud.joblib"
    SHA256 = "0f343b0931126a20f133d67c2b018a3b5f1b0c0e4d7f8f8a0e9b5c1d2e3f4a5b"

    with open(PATH, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != SHA256:
            raise RuntimeError("another file")

    def restore():
        return joblib.load(PATH)

    model = restore()
  `,
  'a first version of ZenML that has no other to be compared with': `
    from zenml import get_step_context, step
    from zenml.client import Client
    from zenml.enums import ModelStages

    @step
    def first(f1: float):
        model = get_step_context().model
        try:
            serving = Client().get_model_version(model.name, ModelStages.PRODUCTION)
            if f1 > serving.run_metadata["f1"]:
                model.set_stage("production", force=True)
        except KeyError:
            model.set_stage("production")  # reported as error
  `,
  'a return where the model is not blessed': `
    from mlflow import MlflowClient

    def ship(version, blessing):
        if not blessing.is_blessed():
            return
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
  'a run that cancels itself': `
    from azureml.core import Run
    from mlflow import MlflowClient

    def ship(version, mse, serving_mse):
        run = Run.get_context()
        if mse >= serving_mse:
            run.parent.cancel()
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
}

describe.each(Object.entries({ moves, opens }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})

// Each of them fails on the day on which it is followed, and moves up to the others.
describe('not followed yet', () => {
  test.failing.each(Object.entries(notFollowed))('%s', (_, python) => expectAsMarked('', python))
})
