"""Measures a trained model on the holdout set."""

import json
from pathlib import Path

import joblib
from sklearn.metrics import accuracy_score, f1_score, recall_score, roc_auc_score

from churn.config import settings


def evaluate(processed_data_path: Path, model_path: Path) -> dict[str, float]:
    data = joblib.load(processed_data_path)
    model = joblib.load(model_path)
    labels = data["test_labels"]
    scores = model.predict_proba(data["test_features"])[:, 1]
    predicted = scores >= 0.5
    return {
        "accuracy": float(accuracy_score(labels, predicted)),
        "recall": float(recall_score(labels, predicted)),
        "f1": float(f1_score(labels, predicted)),
        "roc_auc": float(roc_auc_score(labels, scores)),
    }


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


if __name__ == "__main__":
    main()
