"""The model registry as the rest of the code sees it."""

import mlflow
from mlflow import MlflowClient
from mlflow.entities.model_registry import ModelVersion


class ModelRegistry:
    def __init__(self, tracking_uri: str, model_name: str) -> None:
        mlflow.set_tracking_uri(tracking_uri)
        self.client = MlflowClient()
        self.model_name = model_name

    def serving_versions(self) -> list[ModelVersion]:
        return self.client.get_latest_versions(self.model_name, stages=["Production"])

    def promote(self, version: str) -> None:
        """Makes `version` the one that serves customers and archives the one before it."""
        self.client.transition_model_version_stage(
            name=self.model_name,
            version=version,
            archive_existing_versions=True,
            stage="Production",
        )


def retire(client: MlflowClient, model_name: str, version: str) -> None:
    client.transition_model_version_stage(name=model_name, version=version, stage="Archived")
