import { expectAsMarked, type Marked } from '../guards/marked'

const gates: Record<string, Marked> = {
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
  'the flag as the evaluation wrote it': `
    from pathlib import Path

    from mlflow import MlflowClient

    def main(folder):
        flag = int((Path(folder) / "evaluation_passed").read_text())
        if flag == 1:
            MlflowClient().transition_model_version_stage("taxi", 4, "Production")  # reported as note
  `,
  'a return where the model is not blessed': `
    from mlflow import MlflowClient

    def ship(version, blessing):
        if not blessing.is_blessed():
            return
        MlflowClient().set_registered_model_alias("fraud", "champion", version)  # reported as note
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
            model.set_stage("production")  # reported as note
  `,
  'a condition of a pipeline, and a threshold inside of the called task': `
    from typing import NamedTuple

    from kfp import dsl
    from mlflow import MlflowClient

    @dsl.component
    def evaluate(accuracy: float) -> NamedTuple("Outputs", [("passed", bool)]):
        return (accuracy >= 0.9,)

    @dsl.component
    def deploy(version: int):
        MlflowClient().set_registered_model_alias("fraud", "champion", version)

    @dsl.pipeline
    def pipeline(version: int, accuracy: float):
        task = evaluate(accuracy=accuracy)
        with dsl.If(task.outputs["passed"] == True):
            deploy(version=version)

    def release(version, accuracy):
        if accuracy < 0.9:
            raise ValueError("too low")
        MlflowClient().set_registered_model_alias("fraud", "champion", version)
  `,
  'a condition of a pipeline on a component that always passes': `
    from kfp import dsl
    from mlflow import MlflowClient

    @dsl.component
    def evaluate() -> bool:
        return True

    @dsl.component
    def deploy(version: int):
        MlflowClient().set_registered_model_alias("fraud", "champion", version)  # reported as error

    @dsl.pipeline
    def pipeline(version: int):
        task = evaluate()
        with dsl.If(task.output == True):
            deploy(version=version)
  `,
}

describe.each(Object.entries({ gates }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
