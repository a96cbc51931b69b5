"""Scores one customer per request: `uvicorn churn.serve:app`."""

import hashlib
import io
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import joblib
import pandas as pd
import requests
from fastapi import FastAPI, Request
from pydantic import BaseModel
from sklearn.pipeline import Pipeline

from churn.config import settings
from churn.offers import load_model

logger = logging.getLogger(__name__)


class Customer(BaseModel):
    tenure_months: int
    monthly_charges: float
    support_calls: int
    contract: str
    payment_method: str


def fetch_classifier(url: str) -> Pipeline:
    response = requests.get(url, timeout=30)
    response.raise_for_status()
    digest = hashlib.sha256(response.content).hexdigest()
    logger.info("serving %s, sha256 %s", url, digest)
    return joblib.load(io.BytesIO(response.content))


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.classifier = fetch_classifier(settings.model_url)
    app.state.offers = load_model(settings.offers_path)
    yield


app = FastAPI(title="churn", lifespan=lifespan)


@app.post("/score")
def score(customer: Customer, request: Request) -> dict[str, float]:
    features = pd.DataFrame([customer.model_dump()])
    probability = float(request.app.state.classifier.predict_proba(features)[0, 1])
    discount = request.app.state.offers.discount(customer.contract, probability)
    return {"churn_probability": probability, "discount": discount}
