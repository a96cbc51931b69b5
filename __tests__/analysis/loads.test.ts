import { expectAsMarked, type Marked } from '../guards/marked'

const remote: Record<string, Marked> = {
  'bytes of a response, in memory': `
    from io import BytesIO

    import joblib as jl
    import requests

    URL = "https://models.example.com/fraud.joblib"
    model = jl.load(BytesIO(requests.get(URL, timeout=10).content))  # reported: unverified-artifact-load as error
  `,
  'bytes of a response, through a helper and a file': `
    import pickle
    import tempfile

    import requests

    def fetch(url):
        response = requests.get(url)
        response.raise_for_status()
        return response.content

    def restore(url):
        return pickle.loads(fetch(url))  # reported as error
  `,
  'a download in every version': `
    import torch

    def weights(url):
        return torch.hub.load_state_dict_from_url(url, progress=False)  # reported as error
  `,
  'weights by the older name': `
    from torch.utils.model_zoo import load_url

    state = load_url("https://models.example.com/fraud-1a2b3c4d.pth")  # reported as error
  `,
  'a model by its run, when a service starts': `
    import os

    import mlflow
    from fastapi import FastAPI

    app = FastAPI()
    models = {}

    @app.on_event("startup")
    def warm_up():
        run_id = os.environ["RUN_ID"]
        models["fraud"] = mlflow.pyfunc.load_model(f"runs:/{run_id}/model")  # reported as warning
  `,
  'a fixed version of a model': `
    import mlflow

    VERSION = 12

    def churn():
        return mlflow.pyfunc.load_model(f"models:/churn/{VERSION}")  # reported as note
  `,
  'a version that the environment may change': `
    import os

    import mlflow

    VERSION = int(os.getenv("VERSION")) if os.getenv("VERSION") else 12
    OTHER = os.getenv("OTHER_VERSION", "3")

    def first():
        return mlflow.pyfunc.load_model(f"models:/churn/{VERSION}")  # reported as warning

    def second():
        return mlflow.pyfunc.load_model("models:/churn/" + OTHER)  # reported as warning
  `,
}

const options: Record<string, Marked> = {
  'a pickle module, whatever the version': {
    'requirements.txt': 'torch==2.7.1\n',
    'fraud/restore.py': `
      import dill
      import torch

      def restore(path):
          return torch.load(path, pickle_module=dill)  # reported: unverified-artifact-load as warning
    `,
  },
  'a second attempt without protection': `
    import pickle

    import torch

    def restore(path):
        try:
            return torch.load(path, weights_only=True)
        except (RuntimeError, pickle.UnpicklingError):
            return torch.load(path, weights_only=False)  # reported: unsafe-load-option as warning
  `,
  'a loop over both': `
    import torch as th

    def restore(path):
        for strict in (True, False):
            try:
                return th.load(path, weights_only=strict)  # reported: unsafe-load-option as warning
            except Exception:
                continue
  `,
  'the fourth argument': `
    from tensorflow.keras.models import load_model

    model = load_model("fraud.h5", None, True, False)  # reported: unsafe-load-option as warning
  `,
  'an option that a keyword dictionary carries': `
    import keras

    OPTIONS = {"compile": False}
    OPTIONS["safe_mode"] = False
    model = keras.saving.load_model("fraud.keras", **OPTIONS)  # reported: unsafe-load-option as warning
  `,
  'a type list that the file itself gives': `
    import skops.io as sio
    from skops.io import get_untrusted_types, load

    def restore(path):
        model = load(path, trusted=get_untrusted_types(file=path))  # reported as warning
        types = sio.get_untrusted_types(file=path)
        print(types)
        return sio.load(path, trusted=types), model  # reported as warning
  `,
  'a type list that is written down, or looked at': `
    import skops.io as sio

    TRUSTED = ["fraud.features.Ratio"]

    def restore(path):
        return sio.load(path, trusted=TRUSTED), sio.load(path, trusted=["numpy.float64"]), sio.load(path)
  `,
  'a loader that is replaced by one without protection': `
    import functools

    import numpy as np

    np.load = functools.partial(np.load, allow_pickle=True)  # reported as warning
    labels = np.load("labels.npy")
  `,
  'the same by a lambda, kept for later': `
    import numpy

    original = numpy.load
    numpy.load = lambda *a, **k: original(*a, allow_pickle=True, **k)  # reported as warning
    labels = numpy.load("labels.npy")
    numpy.load = original
  `,
  'every load of the process without protection, by a partial and by a function': `
    import functools

    import torch

    torch.load = functools.partial(torch.load, weights_only=False)  # reported: load-protection-disabled as warning

    original = torch.load

    def patched(*args, **kwargs):
        kwargs["weights_only"] = False
        return original(*args, **kwargs)  # reported: unsafe-load-option as warning

    torch.load = patched
  `,
  'a check that is replaced by nothing': `
    import transformers.utils.import_utils
    from transformers import modeling_utils

    transformers.utils.import_utils.check_torch_load_is_safe = lambda: None  # reported: load-protection-disabled as warning
    modeling_utils.check_torch_load_is_safe = lambda *a: None  # reported: load-protection-disabled as warning
  `,
  'an environment that switches the protection off': `
    import os

    os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"  # reported: load-protection-disabled as warning
    os.environ.setdefault("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")  # reported: load-protection-disabled as warning
    os.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"
  `,
  'foreign code, by an option whose value stands elsewhere': {
    'chat/settings.py': `
      TRUST = True
    `,
    'chat/model.py': `
      from transformers import AutoModelForCausalLM as Causal

      from chat import settings

      def build(name):
          return Causal.from_pretrained(name, trust_remote_code=settings.TRUST)  # reported: remote-code-load as error
    `,
  },
  'foreign code, by a setting that nobody here knows': `
    import yaml
    from transformers import AutoModel

    def build(path):
        cfg = yaml.safe_load(open(path))
        return AutoModel.from_pretrained(cfg["name"], trust_remote_code=cfg["trust"])  # reported as note
  `,
}

const checks: Record<string, Marked> = {
  'a digest that is only written down': `
    import hashlib, logging, pickle

    def restore(path):
        data = open(path, "rb").read()
        digest = hashlib.sha256(data).hexdigest()
        logging.info("digest %s", digest)
        return pickle.loads(data)  # reported as warning
  `,
  'a digest that is compared when it is too late': `
    import hashlib
    from pathlib import Path

    import joblib

    EXPECTED = "0f343b0931126a20f133d67c2b018a3b5f1b0c0e4d7f8f8a0e9b5c1d2e3f4a5b"

    def restore(path):
        model = joblib.load(path)  # reported as warning
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError("another file")
        return model
  `,
  'a digest that nobody asks for': `
    import hashlib
    from pathlib import Path

    import joblib

    def digest(path):
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()

    def restore(path, expected=None):
        if expected:
            assert digest(path) == expected
        return joblib.load(path)  # reported as warning

    model = restore("fraud.joblib")
  `,
  'a digest from beside the file': `
    import hashlib
    import pickle

    import requests

    URL = "https://models.example.com/fraud.pkl"

    def restore():
        data = requests.get(URL).content
        expected = requests.get(URL + ".sha256").text.split()[0]
        if hashlib.sha256(data).hexdigest() != expected:
            raise ValueError("broken download")
        return pickle.loads(data)  # reported as error
  `,
  'an unpickler that lets every builtin through': `
    import pickle

    class Careful(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "builtins":
                return super().find_class(module, name)
            raise pickle.UnpicklingError(f"{module}.{name}")

    def restore(path):
        with open(path, "rb") as file:
            return Careful(file).load()  # reported as warning
  `,
}

describe.each(Object.entries({ remote, options, checks }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
