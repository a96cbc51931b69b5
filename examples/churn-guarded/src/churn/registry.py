"""The model registry as the rest of the code sees it."""

import mlflow
from mlflow import MlflowClient
from mlflow.entities.model_registry import ModelVersion


class PromotionRefused(RuntimeError):
    """The version is not good enough to serve customers."""


class ModelRegistry:
    def __init__(self, tracking_uri: str, model_name: str, minimum_auc: float) -> None:
        mlflow.set_tracking_uri(tracking_uri)
        self.client = MlflowClient()
        self.model_name = model_name
        self.minimum_auc = minimum_auc

    def serving_versions(self) -> list[ModelVersion]:
        return self.client.get_latest_versions(self.model_name, stages=["Production"])

    def promote(self, version: str) -> None:
        """Makes `version` the one that serves customers and archives the one before it."""
        candidate = self.client.get_model_version(self.model_name, version)
        metrics = self.client.get_run(candidate.run_id).data.metrics
        if metrics["roc_auc"] < self.minimum_auc:
            raise PromotionRefused(f"version {version} has roc_auc {metrics['roc_auc']:.3f}")
        self.client.transition_model_version_stage(
            name=self.model_name,
            version=version,
            archive_existing_versions=True,
            stage="Production",
        )


def retire(client: MlflowClient, model_name: str, version: str) -> None:
    client.transition_model_version_stage(name=model_name, version=version, stage="Archived")
