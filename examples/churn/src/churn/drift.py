"""Compares the customers of today with those the model was trained on."""

from pathlib import Path

import numpy as np
import pandas as pd

from churn.data import NUMERIC


def save_reference(features: pd.DataFrame, path: Path) -> None:
    profile = {"mean": features[NUMERIC].mean().to_dict(), "std": features[NUMERIC].std().to_dict()}
    np.save(path, np.array(profile, dtype=object), allow_pickle=True)


def load_reference(path: Path) -> dict[str, dict[str, float]]:
    return np.load(path, allow_pickle=True).item()


def drifted_columns(features: pd.DataFrame, path: Path, limit: float = 0.5) -> list[str]:
    """Columns whose mean has moved by more than `limit` standard deviations."""
    reference = load_reference(path)
    shift = {
        column: abs(features[column].mean() - reference["mean"][column]) / reference["std"][column]
        for column in NUMERIC
    }
    return sorted(column for column, moved in shift.items() if moved > limit)
