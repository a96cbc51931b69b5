"""Opens a reviewed version to every region: `python -m churn.rollout VERSION`."""

import argparse

import mlflow
from mlflow import MlflowClient

from churn.config import settings


def roll_out(client: MlflowClient, version: str) -> None:
    """The release board sets the tag in the registry after its review."""
    candidate = client.get_model_version(settings.model_name, version)
    if candidate.tags.get("release_approval") != "approved":
        raise PermissionError(f"version {version} has not been approved by the release board")
    client.set_registered_model_alias(settings.model_name, "production", version)


def main() -> None:
    mlflow.set_tracking_uri(settings.tracking_uri)
    parser = argparse.ArgumentParser(description="Roll out an approved version.")
    parser.add_argument("version", help="version number in the registry")
    roll_out(MlflowClient(), parser.parse_args().version)


if __name__ == "__main__":
    main()
