"""Measures a trained model on the holdout set; fails when it is not good enough to serve."""

import json
import sys
from pathlib import Path

import pandas as pd
from sklearn.metrics import accuracy_score, f1_score, recall_score, roc_auc_score
from sklearn.pipeline import Pipeline

from churn.artifacts import load_verified, read_lock
from churn.config import settings


def measure(model: Pipeline, features: pd.DataFrame, labels: pd.Series) -> dict[str, float]:
    scores = model.predict_proba(features)[:, 1]
    predicted = scores >= 0.5
    return {
        "accuracy": float(accuracy_score(labels, predicted)),
        "recall": float(recall_score(labels, predicted)),
        "f1": float(f1_score(labels, predicted)),
        "roc_auc": float(roc_auc_score(labels, scores)),
    }


def evaluate(processed_data_path: Path, model_path: Path) -> dict[str, float]:
    lock = read_lock(settings.lock_path)
    data = load_verified(processed_data_path, lock["processed-data"]["sha256"])
    model = load_verified(model_path, lock["model"]["sha256"])
    return measure(model, data["test_features"], data["test_labels"])


def write_metrics(metrics: dict[str, float], path: Path) -> None:
    with open(path, "w", encoding="utf-8") as handle:
        json.dump(metrics, handle, indent=2, sort_keys=True)


def read_metrics(path: Path) -> dict[str, float]:
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)


def main() -> None:
    metrics = evaluate(settings.processed_data_path, settings.model_path)
    write_metrics(metrics, settings.metrics_path)
    print(json.dumps(metrics))
    if metrics["roc_auc"] < settings.minimum_auc:
        sys.exit(f"roc_auc {metrics['roc_auc']:.3f} is below {settings.minimum_auc}")


if __name__ == "__main__":
    main()
