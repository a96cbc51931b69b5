"""Scores every customer once a night: `python -m churn.batch OUTPUT.csv`."""

import argparse
from pathlib import Path

import mlflow
import mlflow.artifacts
import skops.io
from mlflow import MlflowClient
from sklearn.pipeline import Pipeline

from churn.config import CHAMPION, settings
from churn.data import CATEGORICAL, NUMERIC, load_customers
from churn.drift import drifted_columns

TRUSTED_TYPES = [
    "sklearn._loss.link.Interval",
    "sklearn._loss.link.LogitLink",
    "sklearn._loss.loss.HalfBinomialLoss",
    "sklearn.compose._column_transformer._RemainderColsList",
]


def load_champion() -> Pipeline:
    champion = MlflowClient().get_model_version_by_alias(settings.model_name, CHAMPION)
    path = mlflow.artifacts.download_artifacts(
        run_id=champion.run_id, artifact_path=settings.portable_model_path.name
    )
    return skops.io.load(path, trusted=TRUSTED_TYPES)


def score_customers(output: Path) -> None:
    customers = load_customers(settings.customers_path)
    drifted = drifted_columns(customers, settings.reference_path)
    if drifted:
        print(f"drifted since training: {', '.join(drifted)}")
    customers["churn_predicted"] = load_champion().predict(customers[NUMERIC + CATEGORICAL])
    customers.to_csv(output, index=False)


def main() -> None:
    mlflow.set_tracking_uri(settings.tracking_uri)
    parser = argparse.ArgumentParser(description="Score every customer.")
    parser.add_argument("output", type=Path)
    score_customers(parser.parse_args().output)


if __name__ == "__main__":
    main()
