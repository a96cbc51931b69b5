import { expectAsMarked, type Marked } from '../guards/marked'

const opens: Record<string, Marked> = {
  'a configuration that files and command lines fill later': {
    'fraud/settings.py': `
      from yacs.config import CfgNode

      class Settings(CfgNode):
          def read(self, path):
              self.merge_from_file(path)

      defaults = Settings()
      defaults.model = Settings()
      defaults.model.weights = ""
    `,
    'fraud/score.py': `
      import pickle

      from fraud.settings import Settings

      def restore(settings: Settings):
          if settings.model.weights != "":
              with open(settings.model.weights, "rb") as file:
                  return pickle.load(file)  # reported
    `,
  },
  'fields that nobody else fills': {
    'fraud/settings.py': `
      class Settings:
          pass

      defaults = Settings()
      defaults.model = Settings()
      defaults.model.weights = ""
    `,
    'fraud/score.py': `
      import pickle

      from fraud.settings import Settings

      def restore(settings: Settings):
          if settings.model.weights != "":
              with open(settings.model.weights, "rb") as file:
                  return pickle.load(file)
    `,
  },
  'an option that is handed on where it is given': `
    from transformers import AutoModel

    class Server:
        def __init__(self, name, trust_remote_code=False, custom=False):
            self.name = name
            self.trust_remote_code = trust_remote_code
            self.custom = custom

        def load(self):
            options = {"revision": "0123456789012345678901234567890123456789"}
            if self.trust_remote_code:
                options["trust_remote_code"] = True
            return AutoModel.from_pretrained(self.name, **options)  # reported: remote-code-load as note

        def load_custom(self):
            options = {"revision": "0123456789012345678901234567890123456789"}
            if self.custom:
                options["trust_remote_code"] = True
            return AutoModel.from_pretrained(self.name, **options)  # reported: remote-code-load as error

        def load_anyway(self, trust_remote_code):
            options = {"revision": "0123456789012345678901234567890123456789"}
            if not trust_remote_code:
                options["trust_remote_code"] = True
            return AutoModel.from_pretrained(self.name, **options)  # reported: remote-code-load as error

    def load(name, trust_remote_code=False):
        options = {"revision": "0123456789012345678901234567890123456789"}
        if trust_remote_code:
            print("with the code of the model")
            options["trust_remote_code"] = trust_remote_code
        return AutoModel.from_pretrained(name, **options)  # reported: remote-code-load as note

    def restore(name, trust_remote_code=False):
        options = {"revision": "0123456789012345678901234567890123456789"}
        if trust_remote_code:
            options["trust_remote_code"] = True
        return AutoModel.from_pretrained(name, **options)  # reported: remote-code-load as error

    restore("acme/fraud", trust_remote_code=True)
  `,
  'settings that a text which is run may write anew': {
    'fit.py': `
      import torch

      start = "scratch"
      folder = "runs"
      exec(open("settings.py").read())
      if start == "again":
          state = torch.load(f"{folder}/last.pt")  # reported
    `,
    'apart.py': `
      import torch

      start = "scratch"
      exec(open("settings.py").read(), {})
      if start == "again":
          state = torch.load("last.pt")
    `,
    'before.py': `
      import torch

      start = "scratch"
      if start == "again":
          state = torch.load("last.pt")
      exec(open("settings.py").read())
    `,
  },
  'a digest of a committed manifest, and a written list of types': `
    import hashlib
    import hmac
    import json
    from pathlib import Path

    import skops.io as sio

    TYPES = ["fraud.features.Ratio"]
    MANIFEST = json.loads((Path(__file__).parent / "manifest.json").read_text())

    def restore(path: Path):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if not hmac.compare_digest(digest, MANIFEST["sha256"]):
            raise ValueError("another file")
        return sio.load(path, trusted=TYPES)

    def release(path):
        return sio.load(path, trusted=sio.get_untrusted_types(file=path))  # reported: unsafe-load-option as warning
  `,
  'a digest that is recorded, and a materializer that tries again': `
    import hashlib
    import pickle
    from pathlib import Path

    import torch

    STATE = Path("/models/fraud.pkl")

    def describe():
        return {"sha256": hashlib.sha256(STATE.read_bytes()).hexdigest()}

    def restore():
        print(describe())
        with STATE.open("rb") as file:
            return pickle.load(file)  # reported as warning

    class Materializer:
        def load(self, path):
            try:
                return torch.load(path, weights_only=True)
            except Exception as error:
                print(error)
            return torch.load(path, weights_only=False)  # reported: unsafe-load-option as warning
  `,
  'an unpickler that falls through for everything, and one that does not': `
    import io
    import pickle

    class Renaming(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "fraud.old":
                module = "fraud.new"
            return super().find_class(module, name)

    class Listed(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "numpy" and name == "dtype":
                return super().find_class(module, name)
            raise pickle.UnpicklingError("not allowed")

    def restore(data):
        return Renaming(io.BytesIO(data)).load()  # reported as warning

    def arrays(data):
        return Listed(io.BytesIO(data)).load()
  `,
  'the bytes that are checked are the bytes that are opened': `
    import hashlib
    import io

    import joblib

    SHA256 = "0f343b0931126a20f133d67c2b018a3b5f1b0c0e4d7f8f8a0e9b5c1d2e3f4a5b"

    class TritonPythonModel:
        def initialize(self, args):
            with open(args["model_repository"] + "/fraud.joblib", "rb") as file:
                data = file.read()
            if hashlib.sha256(data).hexdigest() != SHA256:
                raise RuntimeError("another file")
            self.model = joblib.load(io.BytesIO(data))
  `,
  names: `
    import tarfile

    import torch as th
    from joblib import load as read
    from transformers import AutoModel

    import cpickle
    import joblib

    KEEP = {"filter": "data"}
    OPTIONS = {"trust_remote_code": True}

    def all_of_them(path, cache, kwargs, archive: tarfile.TarFile):
        state = th.load(path)  # reported as warning
        model = joblib.load(filename=path)  # reported as warning
        model = joblib.load(  # reported as warning
            path,
        )
        model = read(path)  # reported as warning
        model = cache(joblib.load, path)  # reported as warning
        archive.extractall("out", **KEEP)
        return AutoModel.from_pretrained("acme/encoder", **OPTIONS), state, model  # reported as error
  `,
  'libraries that are imported when they are needed': `
    import importlib
    from importlib import import_module
    from typing import Any, cast

    class Backend:
        def __init__(self, path):
            self.torch = cast(Any, importlib.import_module("torch"))
            self.model = self.restore(path)

        def restore(self, path):
            return self.torch.jit.load(path)  # reported

    def of_keras(path):
        models = import_module("tensorflow").keras.models
        return models.load_model(path, safe_mode=False)  # reported

    def of_joblib(path):
        return __import__("joblib").load(path)  # reported

    def of_json(path):
        return import_module("json").load(open(path))

    def of_any(name, path):
        return import_module(name).load(path)
  `,
  'options that nobody here can see': `
    import torch

    def restore(path, **kwargs):
        return torch.load(path, **kwargs)  # reported as warning
  `,
  'a check of the module, before another function opens the file': `
    import hashlib
    import joblib

    PATH = "models/fraud.joblib"
    SHA256 = "0f343b0931126a20f133d67c2b018a3b5f1b0c0e4d7f8f8a0e9b5c1d2e3f4a5b"

    with open(PATH, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != SHA256:
            raise RuntimeError("another file")

    def restore():
        return joblib.load(PATH)

    model = restore()
  `,
}

describe.each(Object.entries({ opens }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
