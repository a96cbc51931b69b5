import pickle
from pathlib import Path

import pytest

from churn.artifacts import ArtifactMismatch, load_verified
from churn.drift import load_reference
from churn.publish import validate

NUMBERS = pickle.dumps([1, 2, 3], protocol=2)
NUMBERS_SHA256 = "d71660d77103c64bc15cee60d156c20329db04ca0037dc50406b58f48d88e371"
CHAMPION_METRICS = {"accuracy": 0.88, "recall": 0.80}


def test_an_artifact_with_the_recorded_digest_is_loaded(tmp_path):
    path = tmp_path / "data.pkl"
    path.write_bytes(NUMBERS)
    assert load_verified(path, NUMBERS_SHA256) == [1, 2, 3]


def test_an_artifact_with_another_digest_is_refused(tmp_path):
    path = tmp_path / "data.pkl"
    path.write_bytes(NUMBERS)
    with pytest.raises(ArtifactMismatch):
        load_verified(path, "0" * 64)


def test_a_profile_that_names_another_class_is_refused(tmp_path):
    path = tmp_path / "reference.pkl"
    path.write_bytes(pickle.dumps(Path("anything")))
    with pytest.raises(pickle.UnpicklingError):
        load_reference(path)


@pytest.mark.parametrize(
    "candidate", [{"accuracy": 0.79, "recall": 0.90}, {"accuracy": 0.90, "recall": 0.79}]
)
def test_a_worse_candidate_is_refused_with_a_reason(candidate):
    ok, reasons = validate(candidate, CHAMPION_METRICS)
    assert not ok
    assert len(reasons) == 1


def test_a_better_candidate_passes():
    assert validate({"accuracy": 0.90, "recall": 0.81}, CHAMPION_METRICS) == (True, [])
