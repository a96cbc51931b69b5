"""Customer records: where they come from and how they become features."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

NUMERIC = ["tenure_months", "monthly_charges", "support_calls"]
CATEGORICAL = ["contract", "payment_method"]
TARGET = "churned"


def synthetic_customers(rows: int, seed: int = 7) -> pd.DataFrame:
    """Customers that leave more often when they are new, call support and pay month by month."""
    rng = np.random.default_rng(seed)
    customers = pd.DataFrame(
        {
            "tenure_months": rng.integers(0, 72, rows),
            "monthly_charges": rng.uniform(18.0, 120.0, rows).round(2),
            "support_calls": rng.poisson(1.5, rows),
            "contract": rng.choice(["month-to-month", "one-year", "two-year"], rows),
            "payment_method": rng.choice(["card", "bank-transfer", "check"], rows),
        }
    )
    risk = 0.9 * customers["support_calls"] - 0.08 * customers["tenure_months"]
    risk += 2.0 * (customers["contract"] == "month-to-month")
    customers[TARGET] = (risk + rng.normal(0.0, 0.7, rows) > 0.0).astype(int)
    return customers


def load_customers(path: Path) -> pd.DataFrame:
    if not path.exists():
        return synthetic_customers(rows=4000)
    return pd.read_csv(path)


def prepare(customers: pd.DataFrame) -> dict[str, pd.DataFrame | pd.Series]:
    features = customers[NUMERIC + CATEGORICAL]
    train_x, test_x, train_y, test_y = train_test_split(
        features, customers[TARGET], test_size=0.25, random_state=7, stratify=customers[TARGET]
    )
    return {
        "train_features": train_x,
        "train_labels": train_y,
        "test_features": test_x,
        "test_labels": test_y,
    }
