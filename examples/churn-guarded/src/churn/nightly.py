"""Re-evaluates the challenger every night: `python -m churn.nightly`."""

import logging

import mlflow
from mlflow import MlflowClient

from churn.config import CHALLENGER, CHAMPION, settings
from churn.evaluate import evaluate

logger = logging.getLogger(__name__)


def promote_candidate(client: MlflowClient, version: str) -> None:
    client.set_registered_model_alias(settings.model_name, CHAMPION, version)
    logger.info("version %s is the champion", version)


def review_challenger(client: MlflowClient) -> None:
    candidate = client.get_model_version_by_alias(settings.model_name, CHALLENGER)
    metrics = evaluate(settings.processed_data_path, settings.model_path)
    if metrics["recall"] >= settings.minimum_recall:
        promote_candidate(client, candidate.version)
    else:
        logger.error("recall %.3f: the champion stays", metrics["recall"])


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    mlflow.set_tracking_uri(settings.tracking_uri)
    review_challenger(MlflowClient())


if __name__ == "__main__":
    main()
