"""Releases a registered version: `python -m churn.release VERSION`."""

import argparse
import logging

import mlflow

from churn.config import settings
from churn.evaluate import evaluate
from churn.registry import ModelRegistry

logger = logging.getLogger(__name__)


def release(version: str) -> None:
    registry = ModelRegistry(settings.tracking_uri, settings.model_name)
    metrics = evaluate(settings.processed_data_path, settings.model_path)
    with mlflow.start_run(run_name=f"release-{version}"):
        mlflow.log_metrics(metrics)
    logger.info("holdout metrics of version %s: %s", version, metrics)
    registry.promote(version)


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    parser = argparse.ArgumentParser(description="Release a registered churn model.")
    parser.add_argument("version", help="version number in the registry")
    release(parser.parse_args().version)


if __name__ == "__main__":
    main()
