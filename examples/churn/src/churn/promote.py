"""Moves the champion alias that batch scoring reads: `python -m churn.promote VERSION`."""

import argparse
import logging

import mlflow
from mlflow import MlflowClient

from churn.config import CHAMPION, settings
from churn.evaluate import read_metrics

logger = logging.getLogger(__name__)


def make_champion(version: str, threshold: float) -> None:
    accuracy = read_metrics(settings.metrics_path)["accuracy"]
    if accuracy < threshold:
        logger.warning("accuracy %.3f of version %s is below %.3f", accuracy, version, threshold)
    client = MlflowClient()
    client.set_registered_model_alias(settings.model_name, CHAMPION, version)
    logger.info("version %s is the champion", version)


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    mlflow.set_tracking_uri(settings.tracking_uri)
    parser = argparse.ArgumentParser(description="Make a registered version the champion.")
    parser.add_argument("version", help="version number in the registry")
    make_champion(parser.parse_args().version, settings.minimum_accuracy)


if __name__ == "__main__":
    main()
