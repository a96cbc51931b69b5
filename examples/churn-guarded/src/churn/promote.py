"""Makes the challenger the champion when it is the better model: `python -m churn.promote`."""

import logging

import mlflow
from mlflow import MlflowClient
from mlflow.entities.model_registry import ModelVersion

from churn.config import CHALLENGER, CHAMPION, settings

logger = logging.getLogger(__name__)


def f1_of(client: MlflowClient, version: ModelVersion) -> float:
    return client.get_run(version.run_id).data.metrics["f1"]


def promote_challenger(client: MlflowClient) -> bool:
    challenger = client.get_model_version_by_alias(settings.model_name, CHALLENGER)
    champion = client.get_model_version_by_alias(settings.model_name, CHAMPION)
    challenger_f1 = f1_of(client, challenger)
    champion_f1 = f1_of(client, champion)
    if challenger_f1 < settings.minimum_f1 or challenger_f1 <= champion_f1:
        logger.info("challenger f1 %.3f, champion f1 %.3f: no change", challenger_f1, champion_f1)
        return False
    client.set_registered_model_alias(settings.model_name, CHAMPION, challenger.version)
    return True


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    mlflow.set_tracking_uri(settings.tracking_uri)
    promote_challenger(MlflowClient())


if __name__ == "__main__":
    main()
