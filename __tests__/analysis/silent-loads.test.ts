import { expectAsMarked, type Marked } from '../guards/marked'

const verified: Record<string, Marked> = {
  'a helper that compares the digest of what it unpickles': `
    import hashlib
    import hmac
    import pickle
    from pathlib import Path

    SHA = "0f343b0931126a20f133d67c2b018a3b5f1b0c0e4d7f8f8a0e9b5c1d2e3f4a5b"

    def load_verified(path: Path, sha: str):
        data = path.read_bytes()
        if not hmac.compare_digest(hashlib.sha256(data).hexdigest(), sha):
            raise ValueError("another file")
        return pickle.loads(data)

    model = load_verified(Path("fraud.pkl"), SHA)
  `,
  'a digest of a lock file': `
    import hashlib
    import json
    from pathlib import Path

    import joblib

    LOCK = json.loads(Path("models.lock.json").read_text())

    def verify(path):
        if hashlib.sha256(path.read_bytes()).hexdigest() != LOCK[path.name]["sha256"]:
            raise RuntimeError(f"{path} is not the file that was released")

    def restore(path: Path):
        verify(path)
        return joblib.load(path)
  `,
  'an unpickler that takes listed names only': `
    import pickle

    ALLOWED = {("collections", "OrderedDict"), ("fraud.features", "Ratio")}

    class Listed(pickle.Unpickler):
        def find_class(self, m, n):
            if (m, n) in ALLOWED:
                return super().find_class(m, n)
            raise pickle.UnpicklingError(f"{m}.{n}")

    def restore(file):
        return Listed(file).load()
  `,
  'a loader that checks on its own': `
    import fickling

    def restore(file):
        return fickling.load(file)
  `,
  'a download with its digest': `
    import joblib
    import pooch

    def download():
        path = pooch.retrieve(
            "https://models.example.com/fraud.joblib",
            known_hash="sha256:0f343b0931126a20f133d67c2b018a3b5f1b0c0e4d7f8f8a0e9b5c1d2e3f4a5b",
        )
        return joblib.load(path)
  `,
}

const written: Record<string, Marked> = {
  'a round trip': `
    import copy
    import io
    import pickle

    import joblib
    import torch

    def trip(model, tmp):
        joblib.dump(model, tmp)
        again = joblib.load(tmp)
        twin = pickle.loads(pickle.dumps(model))
        buffer = io.BytesIO()
        torch.save(model.state_dict(), buffer)
        buffer.seek(0)
        return again, twin, torch.load(buffer)
  `,
  'a copy by pickle, in two lines': `
    import cloudpickle

    def clone(model):
        data = cloudpickle.dumps(model)
        return cloudpickle.loads(data)
  `,
  'a file in a temporary folder': `
    import os
    import tempfile

    import joblib

    def size(model):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "model.joblib")
            joblib.dump(model, path)
            return joblib.load(path)
  `,
}

const safe: Record<string, Marked> = {
  'only tensors, only numbers, only plain values': `
    import numpy as np
    import torch
    import yaml
    from yaml import CSafeLoader

    def read(path, file):
        state = torch.load(path, weights_only=True)
        table = np.load(path)
        config = yaml.load(file, Loader=yaml.SafeLoader)
        return state, table, config, yaml.load(file, CSafeLoader), yaml.safe_load(file)
  `,
  'the default of a version that a lock file pins': {
    'uv.lock': `
      version = 1

      [[package]]
      name = "torch"
      version = "2.10.0"
    `,
    'fraud/restore.py': `
      import torch

      def restore(path):
          return torch.load(path)
    `,
  },
  'formats that hold only data': `
    import lightgbm as lgb
    import onnxruntime as ort
    import xgboost as xgb
    from catboost import CatBoostClassifier
    from safetensors.torch import load_file

    def read(path):
        booster = xgb.Booster()
        booster.load_model("fraud.json")
        forest = xgb.XGBClassifier()
        forest.load_model("fraud.ubj")
        trees = lgb.Booster(model_file="fraud.txt")
        cats = CatBoostClassifier().load_model("fraud.cbm")
        return load_file(path), ort.InferenceSession("fraud.onnx"), booster, trees, cats, forest
  `,
  'a local folder, and a pinned revision': `
    from pathlib import Path

    from transformers import AutoModel, AutoTokenizer

    HERE = Path(__file__).parent
    COMMIT = "4a1c9b0e6f2d83a75c1b90e4d2f68a37b5c0d1e9"
    model = AutoModel.from_pretrained("./encoder")
    model = AutoModel.from_pretrained(HERE / "encoder")
    model = AutoModel.from_pretrained("acme/encoder", revision=COMMIT)
    words = AutoTokenizer.from_pretrained("acme/encoder", revision=COMMIT, trust_remote_code=False)
  `,
  'other verbs of the same name': `
    import importlib.resources
    import json

    import pygame
    import spacy
    import toml
    from django.template import Library

    from fraud import config

    def load_learner(path):
        with open(path) as file:
            return json.load(file)

    def load_model(path):
        return json.loads(importlib.resources.files("fraud").joinpath(path).read_text())

    def start(tokenizer, path):
        load_learner(path)
        load_model(path)
        tokenizer.load(path)
        config.load(path)
        toml.load(path)
        pygame.image.load(path)
        nlp = spacy.blank("en")
        nlp.load_vocab(path)
        return Library().load(path)
  `,
}

describe.each(Object.entries({ verified, written, safe }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
