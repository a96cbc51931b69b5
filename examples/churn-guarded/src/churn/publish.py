"""Copies a version into the catalog that other teams read: `python -m churn.publish VERSION`."""

import argparse
import logging
import sys

import mlflow
from mlflow import MlflowClient

from churn.config import PRODUCTION_MODEL, settings
from churn.evaluate import read_metrics

logger = logging.getLogger(__name__)


def validate(candidate: dict[str, float], champion: dict[str, float]) -> tuple[bool, list[str]]:
    """Whether `candidate` may replace `champion`, and if not, why."""
    if candidate["accuracy"] < 0.8:
        return False, [f"accuracy {candidate['accuracy']:.3f} is below 0.8"]
    if candidate["recall"] < champion["recall"]:
        return False, [f"recall fell from {champion['recall']:.3f} to {candidate['recall']:.3f}"]
    return True, []


def publish(version: str) -> str:
    candidate = read_metrics(settings.metrics_path)
    champion = read_metrics(settings.champion_metrics_path)
    ok, reasons = validate(candidate, champion)
    if not ok:
        logger.error("version %s stays where it is: %s", version, "; ".join(reasons))
        sys.exit(1)
    client = MlflowClient()
    copied = client.copy_model_version(
        src_model_uri=f"models:/{settings.model_name}/{version}",
        dst_name=PRODUCTION_MODEL,
    )
    return str(copied.version)


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    mlflow.set_tracking_uri(settings.tracking_uri)
    parser = argparse.ArgumentParser(description="Publish a registered version.")
    parser.add_argument("version", help="version number in the registry")
    print(publish(parser.parse_args().version))


if __name__ == "__main__":
    main()
