"""Compares the customers of today with those the model was trained on."""

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from churn.data import NUMERIC


@dataclass(frozen=True)
class ReferenceProfile:
    mean: dict[str, float]
    std: dict[str, float]


ALLOWED_GLOBALS = {("churn.drift", "ReferenceProfile")}


class ProfileUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in ALLOWED_GLOBALS:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a reference profile")
        return super().find_class(module, name)


def save_reference(features: pd.DataFrame, path: Path) -> None:
    profile = ReferenceProfile(features[NUMERIC].mean().to_dict(), features[NUMERIC].std().to_dict())
    with open(path, "wb") as handle:
        pickle.dump(profile, handle)


def load_reference(path: Path) -> ReferenceProfile:
    with open(path, "rb") as handle:
        return ProfileUnpickler(handle).load()


def drifted_columns(features: pd.DataFrame, path: Path, limit: float = 0.5) -> list[str]:
    """Columns whose mean has moved by more than `limit` standard deviations."""
    reference = load_reference(path)
    shift = {
        column: abs(features[column].mean() - reference.mean[column]) / reference.std[column]
        for column in NUMERIC
    }
    return sorted(column for column, moved in shift.items() if moved > limit)
