"""Trains the churn classifier and registers it as the challenger."""

import joblib
import mlflow
import mlflow.sklearn
import skops.io
from mlflow import MlflowClient
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from churn.config import CHALLENGER, settings
from churn.data import CATEGORICAL, NUMERIC, load_customers, prepare
from churn.drift import save_reference
from churn.evaluate import measure


def build_pipeline() -> Pipeline:
    columns = ColumnTransformer(
        [
            ("numeric", StandardScaler(), NUMERIC),
            ("categorical", OneHotEncoder(handle_unknown="ignore"), CATEGORICAL),
        ]
    )
    return Pipeline([("columns", columns), ("classifier", GradientBoostingClassifier(random_state=7))])


def register(model: Pipeline, metrics: dict[str, float]) -> str:
    """Stores the model in the registry, where it waits in Staging."""
    with mlflow.start_run():
        mlflow.log_params(model.named_steps["classifier"].get_params())
        mlflow.log_metrics(metrics)
        mlflow.log_artifact(str(settings.portable_model_path))
        info = mlflow.sklearn.log_model(
            model, artifact_path="model", registered_model_name=settings.model_name
        )
    client = MlflowClient()
    version = str(info.registered_model_version)
    client.transition_model_version_stage(settings.model_name, version, "Staging")
    client.set_registered_model_alias(settings.model_name, CHALLENGER, version)
    return version


def main() -> None:
    mlflow.set_tracking_uri(settings.tracking_uri)
    data = prepare(load_customers(settings.customers_path))
    model = build_pipeline().fit(data["train_features"], data["train_labels"])
    settings.model_path.parent.mkdir(parents=True, exist_ok=True)
    joblib.dump(data, settings.processed_data_path)
    joblib.dump(model, settings.model_path)
    skops.io.dump(model, settings.portable_model_path)
    save_reference(data["train_features"], settings.reference_path)
    print(register(model, measure(model, data["test_features"], data["test_labels"])))


if __name__ == "__main__":
    main()
