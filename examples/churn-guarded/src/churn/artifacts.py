"""Stored artifacts and the digests that `models.lock.json` records for them."""

import hashlib
import hmac
import io
import json
from pathlib import Path
from typing import Any

import joblib


class ArtifactMismatch(RuntimeError):
    """The file is not the one that was reviewed."""


def read_lock(path: Path) -> dict[str, dict[str, str]]:
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)


def load_verified(path: Path, expected: str) -> Any:
    payload = path.read_bytes()
    actual = hashlib.sha256(payload).hexdigest()
    if not hmac.compare_digest(actual, expected):
        raise ArtifactMismatch(f"{path} has sha256 {actual}, the lock file says {expected}")
    return joblib.load(io.BytesIO(payload))
