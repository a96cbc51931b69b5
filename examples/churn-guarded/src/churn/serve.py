"""Scores one customer per request: `uvicorn churn.serve:app`."""

import hashlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import joblib
import pandas as pd
import requests
from fastapi import FastAPI, Request
from pydantic import BaseModel
from sklearn.pipeline import Pipeline

from churn.artifacts import ArtifactMismatch
from churn.config import MODEL_SHA256, settings
from churn.offers import load_model

logger = logging.getLogger(__name__)

CHUNK_BYTES = 1024 * 1024


class Customer(BaseModel):
    tenure_months: int
    monthly_charges: float
    support_calls: int
    contract: str
    payment_method: str


def download(url: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with requests.get(url, stream=True, timeout=30) as response, open(path, "wb") as handle:
        response.raise_for_status()
        for chunk in response.iter_content(CHUNK_BYTES):
            handle.write(chunk)


def fetch_classifier(url: str, path: Path) -> Pipeline:
    download(url, path)
    digest = hashlib.sha256()
    with open(path, "rb") as handle:
        while chunk := handle.read(CHUNK_BYTES):
            digest.update(chunk)
    if digest.hexdigest() != MODEL_SHA256:
        raise ArtifactMismatch(f"{url} is not the model of this release")
    logger.info("serving %s", url)
    return joblib.load(path)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.classifier = fetch_classifier(settings.model_url, settings.served_model_path)
    app.state.offers = load_model(settings.offers_path)
    yield


app = FastAPI(title="churn", lifespan=lifespan)


@app.post("/score")
def score(customer: Customer, request: Request) -> dict[str, float]:
    features = pd.DataFrame([customer.model_dump()])
    probability = float(request.app.state.classifier.predict_proba(features)[0, 1])
    discount = request.app.state.offers.discount(customer.contract, probability)
    return {"churn_probability": probability, "discount": discount}
