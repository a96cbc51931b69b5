"""Scores every customer once a night: `python -m churn.batch OUTPUT.csv`."""

import argparse
from pathlib import Path

import mlflow
import mlflow.pyfunc

from churn.config import CHAMPION, settings
from churn.data import CATEGORICAL, NUMERIC, load_customers
from churn.drift import drifted_columns


def score_customers(output: Path) -> None:
    customers = load_customers(settings.customers_path)
    drifted = drifted_columns(customers, settings.reference_path)
    if drifted:
        print(f"drifted since training: {', '.join(drifted)}")
    model = mlflow.pyfunc.load_model(f"models:/{settings.model_name}@{CHAMPION}")
    customers["churn_predicted"] = model.predict(customers[NUMERIC + CATEGORICAL])
    customers.to_csv(output, index=False)


def main() -> None:
    mlflow.set_tracking_uri(settings.tracking_uri)
    parser = argparse.ArgumentParser(description="Score every customer.")
    parser.add_argument("output", type=Path)
    score_customers(parser.parse_args().output)


if __name__ == "__main__":
    main()
