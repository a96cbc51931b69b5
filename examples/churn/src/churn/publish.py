"""Copies a version into the catalog that other teams read: `python -m churn.publish VERSION`."""

import argparse

import mlflow
from mlflow import MlflowClient

from churn.config import PRODUCTION_MODEL, settings


def publish(version: str) -> str:
    client = MlflowClient()
    copied = client.copy_model_version(
        src_model_uri=f"models:/{settings.model_name}/{version}",
        dst_name=PRODUCTION_MODEL,
    )
    return str(copied.version)


def main() -> None:
    mlflow.set_tracking_uri(settings.tracking_uri)
    parser = argparse.ArgumentParser(description="Publish a registered version.")
    parser.add_argument("version", help="version number in the registry")
    print(publish(parser.parse_args().version))


if __name__ == "__main__":
    main()
