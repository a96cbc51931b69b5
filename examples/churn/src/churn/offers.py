"""The retention offer for a customer who is likely to leave."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OfferModel:
    threshold: float
    discounts: dict[str, float]

    def discount(self, contract: str, probability: float) -> float:
        return self.discounts.get(contract, 0.0) if probability >= self.threshold else 0.0


def load_model(path: Path) -> OfferModel:
    with open(path, encoding="utf-8") as handle:
        return OfferModel(**json.load(handle))
