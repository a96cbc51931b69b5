import io

import joblib
import torch

from churn.data import prepare, synthetic_customers
from churn.embeddings import UsageEncoder
from churn.train import build_pipeline


def test_a_stored_pipeline_scores_like_the_original(tmp_path):
    data = prepare(synthetic_customers(rows=400))
    model = build_pipeline().fit(data["train_features"], data["train_labels"])
    path = tmp_path / "model.joblib"
    joblib.dump(model, path)
    restored = joblib.load(path)
    before = model.predict_proba(data["test_features"])
    assert (restored.predict_proba(data["test_features"]) == before).all()


def test_a_stored_encoder_keeps_its_weights():
    encoder = UsageEncoder()
    buffer = io.BytesIO()
    torch.save(encoder.state_dict(), buffer)
    buffer.seek(0)
    restored = torch.load(buffer, weights_only=True)
    assert all(torch.equal(weight, restored[name]) for name, weight in encoder.state_dict().items())
