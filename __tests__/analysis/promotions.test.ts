import { expectAsMarked, type Marked } from '../guards/marked'

const spelling: Record<string, Marked> = {
  'an aliased client and a positional stage': `
    from mlflow import MlflowClient as MC

    c = MC()
    c.transition_model_version_stage("churn", 4, "Production")  # reported: unguarded-promotion as error
  `,
  'a client of an aliased module, in upper case': `
    import mlflow.tracking as tracking

    def ship(version):
        tracking.MlflowClient().transition_model_version_stage(  # reported: unguarded-promotion as error
            "fraud", version, "PRODUCTION", True
        )
  `,
  'a client that a function hands out': `
    from mlflow.tracking.client import MlflowClient

    def registry():
        return MlflowClient(tracking_uri="http://tracking")

    def ship(version):
        registry().set_registered_model_alias("fraud", "Champion", version)  # reported as error
  `,
  'a method that a literal name picks': `
    from mlflow import MlflowClient

    ALIAS = "champion"
    client = MlflowClient()

    def ship(version):
        getattr(client, "set_registered_model_alias")("fraud", ALIAS, version)  # reported as error
  `,
  'a partial that fixes the alias': `
    from functools import partial

    from mlflow import MlflowClient

    client = MlflowClient()
    promote = partial(client.set_registered_model_alias, alias="champion")

    def main(version):
        promote(name="fraud", version=version)  # reported as error
  `,
  'a partial in an object': `
    import functools

    import mlflow

    class Releaser:
        def __init__(self, name):
            self.name = name
            client = mlflow.MlflowClient()
            self.shift = functools.partial(  # the object carries it further than names are followed
                client.transition_model_version_stage, self.name, stage="Production"  # reported as error
            )

        def release(self, version):
            self.shift(version=version)
  `,
  'a partial that fixes nothing dangerous': `
    from functools import partial

    from mlflow import MlflowClient

    promote = partial(MlflowClient().set_registered_model_alias, alias="challenger")
    promote(name="fraud", version=4)
  `,
}

const paths: Record<string, Marked> = {
  'a warning that lets both outcomes through': `
    import logging

    from mlflow import MlflowClient

    def ship(version, f1):
        if f1 < 0.8:
            logging.warning("below the threshold")
        MlflowClient().set_registered_model_alias("fraud", "champion", version)  # reported as error
  `,
  'a printed verdict that nothing acts on': `
    import mlflow

    def ship(version, metrics):
        good = metrics["auc"] > 0.9
        print("gate passed" if good else "gate failed")
        mlflow.MlflowClient().transition_model_version_stage("fraud", version, "Production")  # reported as error
  `,
  'a gate that opens when the champion is missing': `
    from mlflow import MlflowClient

    client = MlflowClient()

    def ship(version, f1):
        try:
            incumbent = client.get_model_version_by_alias("fraud", "champion")
            champion_f1 = client.get_run(incumbent.run_id).data.metrics["f1"]
        except Exception:
            champion_f1 = -1
        if f1 >= champion_f1:
            client.set_registered_model_alias("fraud", "champion", version)  # reported as note
  `,
  'a main guard, which is no guard': `
    from sagemaker.estimator import Estimator

    def main(data):
        estimator = Estimator("image", "role", 1, "ml.m5.xlarge")
        estimator.fit(data)
        estimator.deploy(1, "ml.m5.xlarge", endpoint_name="fraud-prod")  # reported as error

    if __name__ == "__main__":
        main("s3://fraud/train")
  `,
  'a wrapper in another module, reported where it moves': {
    'fraud/registry.py': `
      from mlflow import MlflowClient

      def promote(version, alias="champion"):
          MlflowClient().set_registered_model_alias("fraud", alias, version)  # reported as error
    `,
    'fraud/nightly.py': `
      from fraud import registry

      def run():
          registry.promote(12)
    `,
  },
  'a wrapper that is given the stage by its callers': {
    'fraud/registry.py': `
      from mlflow import MlflowClient

      class Registry:
          def __init__(self):
              self.client = MlflowClient()

          def move(self, version, stage):
              self.client.transition_model_version_stage("fraud", version, stage)  # reported as error
    `,
    'fraud/nightly.py': `
      from fraud.registry import Registry

      Registry().move(12, "Staging")
      Registry().move(12, "Production")
    `,
  },
  'a pipeline that approves its own request': `
    from databricks.sdk import WorkspaceClient

    w = WorkspaceClient()
    w.model_registry.create_transition_request("fraud", "4", "Production", False)
    w.model_registry.approve_transition_request("fraud", "4", "Production", True)  # reported as error
  `,
  'a package that is approved from the start': `
    import boto3

    def register(group, image, session=boto3.Session()):
        sm = session.client("sagemaker")
        sm.create_model_package(  # reported as error
            ModelPackageGroupName=group,
            ModelApprovalStatus="Approved",
        )
  `,
  'a gate that opens when the champion is missing, whose metric is a tag of its version': `
    from mlflow import MlflowClient

    client = MlflowClient()

    def ship(version, f1):
        try:
            incumbent = client.get_model_version_by_alias("fraud", "champion")
            champion_f1 = float(incumbent.tags["f1"])
        except Exception:
            champion_f1 = -1
        if f1 >= champion_f1:
            client.set_registered_model_alias("fraud", "champion", version)  # reported as note
  `,
  'a method that a constant names': `
    import mlflow

    METHOD = "transition_model_version_stage"

    def ship(client: mlflow.MlflowClient, version):
        move = getattr(client, METHOD)
        move("fraud", version, stage="Production")  # reported as error
  `,
}

describe.each(Object.entries({ spelling, paths }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
