"""Settings shared by every step; the environment overrides the locations."""

import os
from dataclasses import dataclass, field
from pathlib import Path

CHAMPION = "champion"
CHALLENGER = "challenger"
PRODUCTION_MODEL = "prod.telecom.churn"

ARTIFACTS = Path("artifacts")

# Digest of the file behind `model_url`; both change in the same pull request.
MODEL_SHA256 = "a94e5cd3b434cdb95caef5fa019c2f9e3c7ba983c7a65aa83e5d55df5d155e2d"


def model_url() -> str:
    return os.environ.get("CHURN_MODEL_URL", "https://models.example.com/churn/v2.0.0/model.joblib")


@dataclass(frozen=True)
class Settings:
    model_name: str = "telecom-churn"
    package_group: str = "telecom-churn"
    tracking_uri: str = "sqlite:///mlflow.db"
    minimum_auc: float = 0.85
    minimum_recall: float = 0.75
    minimum_f1: float = 0.75
    lock_path: Path = Path("models.lock.json")
    customers_path: Path = ARTIFACTS / "customers.csv"
    processed_data_path: Path = ARTIFACTS / "processed.joblib"
    model_path: Path = ARTIFACTS / "model.joblib"
    portable_model_path: Path = ARTIFACTS / "model.skops"
    served_model_path: Path = ARTIFACTS / "served.joblib"
    metrics_path: Path = ARTIFACTS / "metrics.json"
    champion_metrics_path: Path = ARTIFACTS / "champion-metrics.json"
    reference_path: Path = ARTIFACTS / "reference.pkl"
    encoder_path: Path = ARTIFACTS / "encoder.pt"
    projection_path: Path = ARTIFACTS / "projection.safetensors"
    offers_path: Path = ARTIFACTS / "offers.json"
    model_url: str = field(default_factory=model_url)


settings = Settings()
