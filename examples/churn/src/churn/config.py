"""Settings shared by every step; the environment overrides the locations."""

import os
from dataclasses import dataclass, field
from pathlib import Path

CHAMPION = "champion"
CHALLENGER = "challenger"
PRODUCTION_MODEL = "prod.telecom.churn"

ARTIFACTS = Path("artifacts")


def model_url() -> str:
    return os.environ.get("CHURN_MODEL_URL", "https://models.example.com/churn/latest/model.joblib")


@dataclass(frozen=True)
class Settings:
    model_name: str = "telecom-churn"
    package_group: str = "telecom-churn"
    tracking_uri: str = "sqlite:///mlflow.db"
    minimum_accuracy: float = 0.8
    customers_path: Path = ARTIFACTS / "customers.csv"
    processed_data_path: Path = ARTIFACTS / "processed.joblib"
    model_path: Path = ARTIFACTS / "model.joblib"
    metrics_path: Path = ARTIFACTS / "metrics.json"
    reference_path: Path = ARTIFACTS / "reference.npy"
    encoder_path: Path = ARTIFACTS / "encoder.pt"
    projection_path: Path = ARTIFACTS / "projection.safetensors"
    offers_path: Path = ARTIFACTS / "offers.json"
    model_url: str = field(default_factory=model_url)


settings = Settings()
