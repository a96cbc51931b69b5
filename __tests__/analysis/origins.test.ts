import { lineOf } from '../../src/base/lines'
import type { Finding } from '../../src/program'
import { expectAsMarked } from '../guards/marked'
import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

type Sources = Readonly<Record<string, string>>

async function findingsIn(sources: Sources): Promise<readonly Finding[]> {
  const texts = Object.entries(sources).map(([path, text]) => [path, withoutMargin(text)])
  return analyseSources(Object.fromEntries(texts), rules)
}

/** Expects one finding: its level, a part of its message, and its steps as `path:line says`. */
async function expectOrigin(
  sources: Sources,
  level: string,
  says: string,
  steps: readonly string[] = [],
): Promise<void> {
  const [finding, ...others] = await findingsIn(sources)
  expect(others).toEqual([])
  expect(finding?.message).toContain(says)
  expect([finding?.level, ...(finding?.steps ?? []).map(stepText)]).toEqual([level, ...steps])
}

function stepText({ span, says }: Finding['steps'][number]): string {
  return `${span.file.path}:${lineOf(span.file.text, span.start).line} ${says}`
}

describe('a file that an answer from the network names is no file from there', () => {
  const asked = `
    import os
    import pickle

    import requests

    best = sorted(requests.get("http://localhost:8080/trials").json(), key=len)[0]
    with open(os.path.join(best["folder"], "churn.pkl"), "rb") as file:
        model = pickle.load(file)
  `
  test('a folder in the answer of a service', async () => {
    await expectOrigin(
      { 'churn.py': asked },
      'warning',
      'The artifact is named in what comes from the network.',
      [
        'churn.py:6 The artifact is named in what comes from the network',
        'churn.py:8 `pickle.load` opens it',
      ],
    )
  })

  test.each([
    ['bytes in the answer', 'model = pickle.loads(base64.b64decode(requests.get(URL).json()["model"]))'],
    [
      'bytes in the answer, in memory',
      'model = pickle.load(io.BytesIO(base64.b64decode(requests.get(URL).json()["model"])))',
    ],
    ['a text in the answer', 'model = yaml.unsafe_load(requests.get(URL).json()["model"])'],
    [
      'bytes in the answer, by way of a file',
      'Path("churn.pkl").write_bytes(base64.b64decode(requests.get(URL).json()["model"]))\nmodel = joblib.load("churn.pkl")',
    ],
    [
      'an address in the answer',
      'model = pickle.loads(requests.get(requests.get(URL).json()["at"]).content)',
    ],
  ])('%s: an error', async (_, python) => {
    const imports =
      'import base64\nimport io\nimport pickle\nfrom pathlib import Path\n\nimport joblib\nimport requests\nimport yaml\n'
    await expectFirst(`${imports}\nURL = "https://models.example.com/churn"\n${python}\n`)
  })

  async function expectFirst(python: string): Promise<void> {
    const [finding] = await findingsIn({ 'churn.py': python })
    expect([finding?.level, finding?.message]).toEqual([
      'error',
      expect.stringContaining('The artifact comes from the network.'),
    ])
  }
})

describe('what comes from outside is an error', () => {
  test('bytes that a helper of another file brings from the network', async () => {
    const fetch = `
      import requests

      def fetch(url):
          response = requests.get(url)
          return response.content
    `
    const serve = `
      import pickle
      from fetch import fetch

      model = pickle.loads(fetch("https://models.example.com/churn.pkl"))
    `
    await expectOrigin(
      { 'fetch.py': fetch, 'serve.py': serve },
      'error',
      'The artifact comes from the network.',
      [
        'fetch.py:4 The artifact comes from the network',
        'fetch.py:5 `fetch` returns it',
        'serve.py:4 `pickle.loads` opens it',
      ],
    )
  })

  test('a download that goes to a file a piece at a time', async () => {
    const python = `
      import joblib
      import requests

      def load(url, path):
          with requests.get(url, stream=True) as response:
              with open(path, "wb") as file:
                  for chunk in response.iter_content(8192):
                      file.write(chunk)
          return joblib.load(path)
    `
    await expectOrigin({ 'churn.py': python }, 'error', 'The artifact comes from the network.', [
      'churn.py:5 The artifact comes from the network',
      'churn.py:8 It is written to a file here',
      'churn.py:9 `joblib.load` opens it',
    ])
  })

  test('a download that another method of the object keeps in a file', async () => {
    const python = `
      import urllib.request
      import joblib

      class Store:
          def __init__(self, folder):
              self.path = folder + "/churn.joblib"

          def download(self, url):
              urllib.request.urlretrieve(url, self.path)

          def load(self):
              return joblib.load(self.path)
    `
    await expectOrigin({ 'churn.py': python }, 'error', 'The artifact comes from the network.', [
      'churn.py:9 The artifact comes from the network',
      'churn.py:12 `joblib.load` opens it',
    ])
  })

  test('a download where the file is missing, whatever else may lie there', async () => {
    const python = `
      import os
      import joblib
      import wget

      def download():
          wget.download("https://models.example.com/churn.joblib", "models/churn.joblib")

      if not os.path.exists("models/churn.joblib"):
          download()
      model = joblib.load("models/churn.joblib")
    `
    await expectOrigin({ 'churn.py': python, 'models/churn.joblib': '' }, 'error', 'comes from the network', [
      'churn.py:6 The artifact comes from the network',
      'churn.py:10 `joblib.load` opens it',
    ])
  })

  test('an archive from the network, by what is unpacked from it', async () => {
    const python = `
      import tarfile
      import joblib
      import wget

      wget.download("https://models.example.com/churn.tar", "churn.tar")
      with tarfile.open("churn.tar") as tar:
          tar.extractall("unpacked", filter="data")
      model = joblib.load("unpacked/churn.joblib")
    `
    await expectOrigin({ 'churn.py': python }, 'error', 'comes from the network', [
      'churn.py:5 The artifact comes from the network',
      'churn.py:7 It is written to a file here',
      'churn.py:8 `joblib.load` opens it',
    ])
  })

  test('a hub at a revision that may change, kept in an object and handed on', async () => {
    const python = `
      import torch
      from huggingface_hub import hf_hub_download

      class Serving:
          def __init__(self):
              self.weights = hf_hub_download("acme/churn", "churn.pt", revision="main")

          def start(self):
              return load(self.weights)

      def load(path):
          return torch.load(path)
    `
    await expectOrigin(
      { 'churn.py': python },
      'error',
      'comes from a model hub at a revision that may change',
      [
        'churn.py:6 The artifact comes from a model hub at a revision that may change',
        'churn.py:6 It is kept as `weights`',
        'churn.py:9 `load` takes it as `path`',
        'churn.py:12 `torch.load` opens it',
      ],
    )
  })

  test('an upload, by the type of a parameter, handed to a module of its own', async () => {
    const restore = `
      import io
      import pickle

      def restore(data):
          return pickle.loads(io.BytesIO(data).read())
    `
    const app = `
      from fastapi import FastAPI, UploadFile
      from restore import restore

      app = FastAPI()

      @app.post("/models")
      async def upload(file: UploadFile):
          return restore(await file.read())
    `
    await expectOrigin(
      { 'restore.py': restore, 'app.py': app },
      'error',
      'The artifact comes with a request.',
      [
        'app.py:7 The artifact comes with a request',
        'app.py:8 `restore` takes it as `data`',
        'restore.py:5 `pickle.loads` opens it',
      ],
    )
  })

  test('an upload that Flask keeps in a file', async () => {
    const python = `
      import joblib
      from flask import request

      def upload():
          file = request.files["model"]
          file.save("/srv/models/churn.joblib")
          return joblib.load("/srv/models/churn.joblib")
    `
    await expectOrigin({ 'churn.py': python }, 'error', 'The artifact comes with a request.', [
      'churn.py:6 The artifact comes with a request',
      'churn.py:7 `joblib.load` opens it',
    ])
  })

  test('a file of this repository that a request chooses', async () => {
    const python = `
      from pathlib import Path
      import joblib
      from flask import Flask

      app = Flask(__name__)

      @app.route("/predict/<name>")
      def predict(name):
          return joblib.load(Path("models") / f"{name}.joblib")
    `
    await expectOrigin({ 'churn.py': python, 'models/churn.joblib': '' }, 'error', 'comes with a request', [
      'churn.py:8 The artifact comes with a request',
      'churn.py:9 `joblib.load` opens it',
    ])
  })

  test('an upload to Streamlit, to Gradio and to Django', async () => {
    const upload = {
      'streamlit.py': `
        import pickle
        import streamlit as st

        file = st.file_uploader("Model")
        model = pickle.load(file)  # reported as error
      `,
      'gradio_app.py': `
        import gradio as gr
        import joblib

        def predict(file):
            return joblib.load(file.name)  # reported as error

        demo = gr.Interface(fn=predict, inputs="file", outputs="text")
      `,
      'views.py': `
        import pickle

        def upload(request):
            return pickle.load(request.FILES["model"])  # reported as error
      `,
    }
    await expectAsMarked('', upload)
  })

  test('the command line of a service, and of no script', async () => {
    const service = `
      import argparse
      import joblib
      import uvicorn
      from fastapi import FastAPI

      parser = argparse.ArgumentParser()
      parser.add_argument("--model")
      args = parser.parse_args()
      model = joblib.load(args.model)
      uvicorn.run(FastAPI())
    `
    const script = service.replace('uvicorn.run(FastAPI())', 'print(model)')
    await expectOrigin({ 'churn.py': service }, 'error', 'is named on the command line of a service.', [
      'churn.py:8 The artifact is named on the command line of a service',
      'churn.py:9 `joblib.load` opens it',
    ])
    await expectOrigin({ 'churn.py': script }, 'warning', 'is named on the command line.', [
      'churn.py:8 The artifact is named on the command line',
      'churn.py:9 `joblib.load` opens it',
    ])
  })

  test.each(rules.catalogs.flatMap(catalog => catalog.services))('%s makes a service', async name => {
    const imported = name.slice(0, name.lastIndexOf('.'))
    const python = `import sys\nimport joblib\nimport ${imported}\n${name}()\nmodel = joblib.load(sys.argv[1])\n`
    expect((await findingsIn({ 'churn.py': python })).map(finding => finding.level)).toEqual(['error'])
  })
})

describe('what others may have written is a warning', () => {
  test('an environment variable, through a module of settings', async () => {
    const settings = `
      import os

      MODEL_PATH = os.environ.get("MODEL_PATH", "models/churn.joblib")
    `
    const serve = `
      import joblib
      from settings import MODEL_PATH

      model = joblib.load(MODEL_PATH)
    `
    const sources = { 'settings.py': settings, 'serve.py': serve, 'models/churn.joblib': '' }
    await expectOrigin(sources, 'warning', 'The artifact is named by an environment variable.', [
      'settings.py:3 The artifact is named by an environment variable',
      'serve.py:4 `joblib.load` opens it',
    ])
  })

  test('a registry, through a folder and the name of a file in it', async () => {
    const python = `
      import os
      import pickle
      import wandb

      def load(run):
          folder = wandb.Api().artifact("acme/churn/model:production").download()
          with open(os.path.join(folder, "model.pkl"), "rb") as file:
              return pickle.load(file)
    `
    await expectOrigin({ 'churn.py': python }, 'warning', 'The artifact comes from a model registry.', [
      'churn.py:6 The artifact comes from a model registry',
      'churn.py:8 `pickle.load` opens it',
    ])
  })

  test('a registry, by its address', async () => {
    const python = `
      import mlflow

      def load(name):
          return mlflow.pyfunc.load_model(f"models:/{name}@champion")
    `
    await expectOrigin({ 'churn.py': python }, 'warning', 'The artifact comes from a model registry.')
  })

  test('a bucket, through a temporary file', async () => {
    const python = `
      import tempfile
      import boto3
      import joblib

      def load(bucket, key):
          with tempfile.NamedTemporaryFile() as file:
              boto3.client("s3").download_fileobj(bucket, key, file)
              file.seek(0)
              return joblib.load(file.name)
    `
    await expectOrigin({ 'churn.py': python }, 'warning', 'The artifact comes from a bucket.', [
      'churn.py:7 The artifact comes from a bucket',
      'churn.py:9 `joblib.load` opens it',
    ])
  })

  test('a bucket, by what a function writes to the path that it is given', async () => {
    const python = `
      import tempfile
      from pathlib import Path
      import boto3
      import joblib

      s3 = boto3.client("s3")

      def fetch(key, target):
          s3.download_file("acme", key, target)

      def load(key):
          with tempfile.TemporaryDirectory() as folder:
              path = Path(folder) / "model.joblib"
              fetch(key, path)
              return joblib.load(path)
    `
    await expectOrigin({ 'churn.py': python }, 'warning', 'The artifact comes from a bucket.', [
      'churn.py:9 The artifact comes from a bucket',
      'churn.py:15 `joblib.load` opens it',
    ])
  })

  test('a bucket, by its address', async () => {
    const python = `
      import pandas as pd

      rows = pd.read_pickle("abfss://models@acme/churn.pkl")
    `
    await expectOrigin({ 'churn.py': python }, 'error', 'The artifact comes from a bucket.')
  })

  test('an absolute path, through a constant and a function', async () => {
    const python = `
      import os
      import joblib

      ROOT = "/opt/ml/model"

      def path_of(name):
          return os.path.join(ROOT, name)

      model = joblib.load(path_of("churn.joblib"))
    `
    await expectOrigin({ 'churn.py': python }, 'warning', 'lies outside of this repository', [
      'churn.py:7 The artifact lies outside of this repository, at `/opt/ml/model/churn.joblib`',
      'churn.py:9 `joblib.load` opens it',
    ])
  })

  test.each(['os.path.join("/opt/ml/", "model", "churn.joblib")', 'Path("/") / "opt/ml/model/churn.joblib"'])(
    'the path %s is told as people write it',
    async path => {
      const python = `
        import os
        from pathlib import Path
        import joblib

        model = joblib.load(${path})
      `
      await expectOrigin({ 'churn.py': python }, 'warning', 'at `/opt/ml/model/churn.joblib`', [])
    },
  )

  test('a relative path that no file of the repository has', async () => {
    const python = `
      import joblib

      model = joblib.load("models/churn.joblib")
    `
    const says = 'The artifact is `models/churn.joblib`, which this repository does not contain.'
    await expectOrigin({ 'churn.py': python, 'models/lapse.joblib': '' }, 'warning', says)
  })

  test.each(['${MODEL_PATH}', '{{ model_path }}', 'models/<your-model>.joblib', '{path}/churn.joblib'])(
    'a path that somebody fills in before the program runs: %s',
    async path => {
      const python = `
        import joblib

        model = joblib.load("${path}")
      `
      const says = 'The artifact is a file whose name is only known when the program runs.'
      await expectOrigin({ 'churn.py': python }, 'warning', says)
    },
  )

  test('a parameter that nobody here binds', async () => {
    const python = `
      import joblib

      def load(path):
          return joblib.load(path)
    `
    const says = 'comes in through the parameter `path`, which nothing in this repository sets'
    await expectOrigin({ 'churn.py': python }, 'warning', `The artifact ${says}.`, [
      `churn.py:3 The artifact ${says}`,
      'churn.py:4 `joblib.load` opens it',
    ])
  })
})

test('a method that stands without its class is given its object, which is no artifact', async () => {
  const python = `
    import joblib

    def load(self):
        return joblib.load(self.path)
  `
  const [found] = await analyseSources({ 'churn.py': withoutMargin(python) }, rules)
  expect(found?.message).toMatch(/nothing verified it first\.$/)
})

describe('what lies in the repository is a note', () => {
  const tracked = { 'src/models/churn.joblib': '' }
  const says = 'The artifact is `src/models/churn.joblib`, a file of this repository.'
  const paths: Record<string, string> = {
    'beside the code': `
      import joblib

      model = joblib.load("models/churn.joblib")
    `,
    'from the top of the repository': `
      import joblib

      with open("./src/models/churn.joblib", "rb") as file:
          model = joblib.load(file)
    `,
    'by the place of the code': `
      from pathlib import Path
      import joblib

      model = joblib.load(Path(__file__).resolve().parent / "models" / "churn.joblib")
    `,
    'by the place of the code, as older code has it': `
      import os
      import joblib

      HERE = os.path.dirname(os.path.abspath(__file__))
      PATH = os.path.join(HERE, "..", "src", "models", "churn.joblib")

      def load():
          return joblib.load(PATH)
    `,
    'by the parents of the code': `
      from pathlib import Path
      import joblib

      ROOT = Path(__file__).parents[1]
      model = joblib.load(ROOT.joinpath("src/models").joinpath("churn.pkl").with_suffix(".joblib"))
    `,
  }

  test.each(Object.entries(paths))('%s', async (_, python) => {
    await expectOrigin({ 'src/churn.py': python, ...tracked }, 'note', says)
  })

  test('through the only caller, with the place where it is named', async () => {
    const python = `
      import joblib

      def load(path, mode="r"):
          return joblib.load(path, mmap_mode=mode)

      model = load("models/churn.joblib")
    `
    await expectOrigin({ 'src/churn.py': python, ...tracked }, 'note', says, [
      'src/churn.py:6 The artifact is `src/models/churn.joblib`, a file of this repository',
      'src/churn.py:4 `joblib.load` opens it',
    ])
  })

  test('unless another caller gives another path, or one that cannot be told', async () => {
    const python = (other: string) => `
      import json
      import joblib

      def load(path):
          return joblib.load(path)

      first = load("src/models/churn.joblib")
      second = load(${other})
    `
    const other = 'is `models/lapse.joblib`, which this repository does not contain'
    await expectOrigin(
      { 'churn.py': python('"models/lapse.joblib"'), ...tracked },
      'warning',
      `The artifact ${other}.`,
      [`churn.py:8 The artifact ${other}`, 'churn.py:5 `joblib.load` opens it'],
    )
    const [unknown] = await findingsIn({
      'churn.py': python('json.load(open("c.json"))["path"]'),
      ...tracked,
    })
    expect([unknown?.level, unknown?.message]).toEqual([
      'warning',
      expect.not.stringContaining('The artifact'),
    ])
  })

  test('unless the function is handed on as well, so that others call it with what they have', async () => {
    const python = `
      import joblib
      from concurrent.futures import ThreadPoolExecutor

      def load(path):
          return joblib.load(path)  # reported as warning

      def start(paths):
          first = load("src/models/churn.joblib")
          with ThreadPoolExecutor() as pool:
              return first, list(pool.map(load, paths))
    `
    await expectAsMarked('', { 'churn.py': python, ...tracked })
  })

  test('not where the file is only like it, or lies in a folder of which some is known', async () => {
    const python = `
      import joblib
      import torch
      from pathlib import Path

      def load(name):
          model = joblib.load(Path(__file__).parent / "churn.joblib")  # reported as warning
          model = joblib.load("models")  # reported as warning
          model = joblib.load(f"models/{name}.joblib")  # reported as warning
          return joblib.load("../models/churn.joblib")  # reported as warning
    `
    await expectAsMarked('', { 'a/b/churn.py': python, ...tracked })
  })

  test('a hub at a pinned commit', async () => {
    const python = `
      import torch
      from huggingface_hub import HfApi

      COMMIT = "4a1c9b0e6f2d83a75c1b90e4d2f68a37b5c0d1e9"
      state = torch.load(HfApi().hf_hub_download("acme/churn", "churn.pt", revision=COMMIT))
    `
    await expectOrigin(
      { 'churn.py': python },
      'note',
      'The artifact comes from a model hub at a pinned commit.',
      [
        'churn.py:5 The artifact comes from a model hub at a pinned commit',
        'churn.py:5 `torch.load` opens it',
      ],
    )
  })
})

describe('what the same code has written', () => {
  const prelude = `
    import io, os, pickle
    from pathlib import Path
    import joblib, torch
    import requests
  `
  test.each(
    Object.entries({
      'is silent where it was written on every way': `
        def trip(model, path):
            if path.endswith(".gz"):
                joblib.dump(model, path, compress=3)
            else:
                joblib.dump(model, path)
            joblib.dump(model, path)
            return joblib.load(path)
      `,
      'is a note where it was written on some ways': `
        def best(model, epochs):
            for epoch in epochs:
                if epoch.better:
                    torch.save(model, "best.pt")
            return torch.load("best.pt")  # reported as note
      `,
      'does not hide what lies there on the other way': `
        def cached(build, path):
            if not os.path.exists(path):
                model = build()
                joblib.dump(model, path)
            else:
                model = joblib.load(path)  # reported as warning
            return model
      `,
      'is nothing where it is bound to nothing': `
        def spread(step, rows):
            packed = None
            if callable(step):
                packed = pickle.dumps(step)

            def each(row):
                return pickle.loads(packed)(row) if packed else row

            return [each(row) for row in rows]

        def fetched(url, rows):
            packed = None
            if url:
                packed = requests.get(url).content

            def each(row):
                return pickle.loads(packed)(row) if packed else row  # reported as error

            return [each(row) for row in rows]
      `,
      'is still there where an archive is unpacked beside it': `
        from urllib.request import urlretrieve
        import shutil

        def restore():
            urlretrieve("https://models.example.com/churn.pkl", "models/churn.pkl")
            shutil.unpack_archive("classes.zip", "models")
            return joblib.load("models/churn.pkl")  # reported as error
      `,
      'is no other file': `
        def trip(model, path, other):
            joblib.dump(model, path)
            return joblib.load(other)  # reported as warning
      `,
      'may be written by a function that was called before': `
        PATH = Path("models") / "churn.joblib"

        def train(model):
            joblib.dump(model, PATH)

        def main(model):
            train(model)
            return joblib.load("models/churn.joblib")
      `,
      'may be written by a function that was called before, or not': `
        def train(model, save):
            if save:
                joblib.dump(model, "models/churn.joblib")

        def main(model):
            train(model, False)
            return joblib.load("models/churn.joblib")  # reported as note
      `,
      'may be written by the only caller': `
        def load(path):
            return joblib.load(path)

        def main(model, path):
            joblib.dump(model, path)
            return load(path)
      `,
      'is not known where one caller has written nothing': `
        def load(path):
            return joblib.load(path)  # reported as warning

        def main(model, path):
            joblib.dump(model, path)
            return load(path)

        def other(path):
            return load(path)
      `,
      'is not known where the function that reads it is handed on as well': `
        from threading import Thread

        def load():
            return joblib.load("churn.joblib")  # reported as warning

        def main(model):
            joblib.dump(model, "churn.joblib")
            return load()

        def serve():
            Thread(target=load).start()
      `,
      'is not known where requests ask for it as well': `
        from flask import Flask

        app = Flask(__name__)

        @app.route("/predict")
        def predict():
            return joblib.load("churn.joblib")  # reported as warning

        def main(model):
            joblib.dump(model, "churn.joblib")
            return predict()
      `,
      'is no longer there after a download': `
        def trip(model, url):
            joblib.dump(model, "churn.joblib")
            Path("churn.joblib").write_bytes(requests.get(url).content)
            return joblib.load("churn.joblib")  # reported as error
      `,
      'takes the place of a download': `
        def trip(model, url):
            Path("churn.joblib").write_bytes(requests.get(url).content)
            joblib.dump(model, "churn.joblib")
            return joblib.load("churn.joblib")
      `,
      'comes after the load': `
        def trip(model):
            old = joblib.load("churn.joblib")  # reported as warning
            joblib.dump(model, "churn.joblib")
            return old
      `,
      'is the next thing in a loop': `
        def trip(models):
            for model in models:
                joblib.dump(model, "churn.joblib")
                yield joblib.load("churn.joblib")
      `,
      'does not hide an option that switches protection off': `
        def trip(model, path):
            torch.save(model, path)
            return torch.load(path, weights_only=False)  # reported: unsafe-load-option as warning
      `,
    }),
  )('%s', (_, python) => expectAsMarked(prelude, python))
})

describe('an option that switches protection off', () => {
  test('weighs at least as a warning in a file of the repository, and nothing in a test', async () => {
    const python = `
      import keras
      import numpy as np
      import torch

      rows = np.load("rows.npy", allow_pickle=True)  # reported as LEVEL
      state = torch.load("churn.pt", weights_only=False)  # reported as LEVEL
      model = keras.models.load_model("churn.keras", safe_mode=False)  # reported as LEVEL
    `
    const files = { 'rows.npy': '', 'churn.pt': '', 'churn.keras': '' }
    await expectAsMarked('', { 'churn.py': python.replaceAll('LEVEL', 'warning'), ...files })
    await expectAsMarked('', { 'tests/test_churn.py': python.replaceAll('LEVEL', 'note'), ...files })
  })

  test('weighs as an error where the file comes from outside', async () => {
    const python = `
      import torch
      from huggingface_hub import hf_hub_download

      state = torch.load(hf_hub_download("acme/churn", "churn.pt"), weights_only=False)
    `
    await expectOrigin(
      { 'churn.py': python },
      'error',
      'comes from a model hub at a revision that may change',
      [
        'churn.py:4 The artifact comes from a model hub at a revision that may change',
        'churn.py:4 `torch.load` opens it',
      ],
    )
  })
})

test('of two ways the worst counts, and the message tells of it alone', async () => {
  const python = `
    import joblib
    import requests
    from pathlib import Path

    def load(url):
        if url:
            path = Path("downloaded.joblib")
            path.write_bytes(requests.get(url).content)
        else:
            path = Path("churn.joblib")
        return joblib.load(path)
  `
  await expectOrigin(
    { 'churn.py': python, 'churn.joblib': '' },
    'error',
    'The artifact comes from the network.',
    [
      'churn.py:8 The artifact comes from the network',
      'churn.py:8 It is written to a file here',
      'churn.py:11 `joblib.load` opens it',
    ],
  )
})

test('severity follows the level', async () => {
  const python = `
    import joblib
    import requests
    import io

    def load(url, path):
        first = joblib.load(io.BytesIO(requests.get(url).content))
        second = joblib.load(path)
        return first, second, joblib.load("churn.joblib")
  `
  const findings = await findingsIn({ 'churn.py': python, 'churn.joblib': '' })
  expect(findings.map(f => [f.level, f.securitySeverity])).toEqual([
    ['error', 8.3],
    ['warning', 6.8],
    ['note', 3.9],
  ])
})

test('what is packed keeps its own name: a check of one file is none of another', async () => {
  const python = `
    import gzip
    import hashlib
    import pickle

    EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

    def load(path, other):
        with gzip.open(path, "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != EXPECTED:
                raise ValueError(path)
        with gzip.open(other, "rb") as file:
            return pickle.loads(file.read())  # reported as warning
  `
  await expectAsMarked('', python)
})

test('a file that is written at very many places hides nothing', async () => {
  const writes = Array.from(
    { length: 60 },
    (_, n) => `    if flags[${n}]:\n        joblib.dump(model, "churn.joblib")\n`,
  )
  const python = (before: string) =>
    `import joblib\nimport wget\n\ndef trip(model, flags, url):\n${before}${writes.join('')}    return joblib.load("churn.joblib")\n`
  const levels = async (before: string) =>
    (await findingsIn({ 'churn.py': python(before) })).map(finding => finding.level)
  expect(await levels('    wget.download(url, "churn.joblib")\n')).toEqual(['warning'])
  expect(await levels('')).toEqual(['warning'])
})

test('functions that call themselves, and values that lead back to themselves, come to an end', async () => {
  const python = `
    import joblib

    def load(path, depth):
        for part in path:
            path = path + part
        if depth:
            return load(path, depth - 1)
        return joblib.load(path)  # reported as warning
  `
  await expectAsMarked('', python)
})

const states = {
  'the state that a class has made of itself is unpickled with it': `
    import cloudpickle
    import pickle

    class Portable:
        def __getstate__(self):
            return {"model": cloudpickle.dumps(self.model)}

        def __setstate__(self, state):
            self.model = cloudpickle.loads(state["model"])

    class Whole:
        def __getstate__(self):
            return pickle.dumps(self.model)

        def __setstate__(self, state):
            self.model = pickle.loads(state)
  `,
  'a file that the state only names is another matter': `
    import pickle

    class Lazy:
        def __getstate__(self):
            return {"path": self.path}

        def __setstate__(self, state):
            with open(state["path"], "rb") as file:
                self.model = pickle.load(file)  # reported
  `,
  'so is what a method is given that pickle does not call': `
    import pickle

    class Client:
        def __getstate__(self):
            return {}

        def set_state(self, state):
            self.model = pickle.loads(state)  # reported
  `,
  'a class that makes no state of itself is given one by others': `
    import pickle

    class Client:
        def __setstate__(self, state):
            self.model = pickle.loads(state)  # reported
  `,
}

describe('what pickle hands to an object', () => {
  test.each(Object.entries(states))('%s', (_, marked) => expectAsMarked('', marked))
})

const codecs = {
  'both ends are parameters with the library as their default': `
    import pickle

    def is_portable(value, loads=pickle.loads, dumps=pickle.dumps):
        try:
            loads(dumps(value))
        except Exception:
            return False
        return True
  `,
  'in a loop': `
    import pickle

    def first_portable(values, loads=pickle.loads, dumps=pickle.dumps):
        for value in values:
            try:
                loads(dumps(value))
            except Exception:
                pass
            else:
                return value
  `,
  'a caller brings bytes of its own': `
    import pickle

    def is_portable(value, loads=pickle.loads, dumps=pickle.dumps):
        return loads(dumps(value))  # reported

    def restore(blob):
        return is_portable(blob, dumps=bytes)
  `,
}

describe('a codec that is handed over', () => {
  test.each(Object.entries(codecs))('%s', (_, marked) => expectAsMarked('', marked))
})

test('a path that only a test gives an object is told of no other code', async () => {
  const messages = await findingsIn({
    'churn/plan.py':
      'from dataclasses import dataclass\nimport joblib\n\n@dataclass\nclass Plan:\n    path: str\n\ndef load(plan: Plan):\n    return joblib.load(plan.path)\n',
    'tests/test_plan.py':
      'from churn.plan import Plan, load\n\ndef test_load():\n    load(Plan(path="/tmp/one.joblib"))\n',
  })
  expect(messages.map(({ message }) => message)).toEqual([
    '`joblib.load` unpickles a file, which runs any code in it, and nothing verified it first.',
  ])
})

test('a part of a name that is none by default is one that nobody knows', async () => {
  const python = `
    from pathlib import Path
    import joblib

    def named(name=None):
        return f"churn_{name}.joblib"

    def load(name=None):
        return joblib.load(Path("/models") / named(name))
  `
  await expectOrigin(
    { 'churn.py': python },
    'warning',
    'The artifact lies outside of this repository, at `/models/churn_….joblib`.',
  )
})

test('of a path that is too long for a message the name of the file is shown', async () => {
  const folder = '/mnt/volumes/everybody/team-churn/experiments/2024-05-01/artifacts-of-the-last-run'
  await expectOrigin(
    { 'score.py': `import joblib\n\nmodel = joblib.load("${folder}/churn.joblib")\n` },
    'warning',
    'at `/mnt/volumes/everybody/team-churn/exper…1/artifacts-of-the-last-run/churn.joblib`.',
  )
})

describe('an object that a function makes anew is made of what this call gives', () => {
  const addresses = `
    from dataclasses import dataclass

    @dataclass(frozen=True)
    class Address:
        bucket: str
        key: str

    def parse(uri):
        bucket, _, key = uri.removeprefix("s3://").partition("/")
        return Address(bucket=bucket, key=key)
  `
  const served = `
    from flask import Flask, request

    from addresses import parse

    app = Flask(__name__)

    @app.post("/images")
    def images():
        return parse(request.args["image"]).key
  `
  const loading = (address: string): string => `
    import joblib
    from flask import request

    from addresses import parse

    address = parse(${address})
    model = joblib.load(f"/mnt/models/{address.key}")
  `
  test('what another call gives does not count', async () => {
    const sources = { 'addresses.py': addresses, 'images.py': served }
    await expectOrigin(
      { ...sources, 'load.py': loading('"s3://models/churn.joblib"') },
      'warning',
      'The artifact lies outside of this repository',
    )
  })

  test('what this call gives does', async () => {
    const sources = { 'addresses.py': addresses, 'images.py': served }
    await expectOrigin(
      { ...sources, 'load.py': loading('request.args["model"]') },
      'error',
      'The artifact comes with a request.',
      ['load.py:6 The artifact comes with a request', 'load.py:7 `joblib.load` opens it'],
    )
  })

  test.each([
    ['a tuple', 'return bucket, key', '_, key = parse(ADDRESS)'],
    [
      'a tuple on two ways',
      'if not key:\n            return bucket, "churn.joblib"\n        return bucket, key',
      '_, key = parse(ADDRESS)',
    ],
    ['a table', 'return {"bucket": bucket, "key": key}', 'key = parse(ADDRESS)["key"]'],
  ])('so are the parts of %s', async (_title, made, taken) => {
    const parts = addresses.replace('return Address(bucket=bucket, key=key)', made)
    const images = served.replace('.key', made.includes('{') ? '["key"]' : '[1]')
    const load = (address: string): Sources => ({
      'addresses.py': parts,
      'images.py': images,
      'load.py': loading('')
        .replace(/address = .*/, taken.replace('ADDRESS', address))
        .replace('address.key', 'key'),
    })
    await expectOrigin(load('"s3://models/churn.joblib"'), 'warning', 'lies outside of this repository')
    const [found] = await findingsIn(load('request.args["model"]'))
    expect([found?.level, found?.message]).toEqual(['error', expect.stringContaining('comes with a request')])
  })

  test('parts that were kept may be those of another call', async () => {
    const keeping = addresses.replace(
      'return Address(bucket=bucket, key=key)',
      'kept["one"] = (bucket, key)\n        return kept["one"]',
    )
    const sources = {
      'addresses.py': keeping.replace('def parse', 'kept = {}\n\n    def parse'),
      'images.py': served.replace('.key', '[1]'),
      'load.py': loading('"s3://models/churn.joblib"').replace('{address.key}', '{address[1]}'),
    }
    const [found] = await findingsIn(sources)
    expect(found?.message).not.toContain('lies outside of this repository, at `/mnt/models/churn.joblib`')
  })

  test('an object that was kept may be that of another call', async () => {
    const keeping = addresses
      .replace('def parse', 'kept = []\n\n    def parse')
      .replace(
        'return Address(',
        'kept.append(Address(bucket="", key=""))\n        return kept[0] if kept else Address(',
      )
    await expectOrigin(
      { 'addresses.py': keeping, 'images.py': served, 'load.py': loading('"s3://models/churn.joblib"') },
      'error',
      'The artifact comes with a request.',
      ['images.py:9 The artifact comes with a request', 'load.py:7 `joblib.load` opens it'],
    )
  })
})

describe('a file that is called like a test', () => {
  const named = 'import torch\n\ndef restore(path):\n    return torch.load(path)\n'
  const uses =
    'import argparse\n\nfrom churn.test_audio import restore\n\nparser = argparse.ArgumentParser()\nparser.add_argument("--path")\nmodel = restore(parser.parse_args().path)\n'
  const levels = async (sources: Sources): Promise<readonly string[]> =>
    (await findingsIn({ 'churn/__init__.py': '', ...sources })).map(({ level }) => level)

  test('is none where the program calls what is in it', async () => {
    expect(await levels({ 'churn/test_audio.py': named, 'score.py': uses })).toEqual(['warning'])
  })

  test('is one where other tests do', async () => {
    expect(await levels({ 'churn/test_audio.py': named, 'tests/test_score.py': uses })).toEqual(['note'])
  })

  test('is one where a pipeline starts it', async () => {
    const workflow =
      'on: push\njobs:\n  test:\n    steps:\n      - run: python -m pytest churn/test_audio.py && python churn/test_audio.py\n'
    const started = `${named}\nrestore("churn.pt")\n`
    expect(await levels({ 'churn/test_audio.py': started, '.github/workflows/ci.yml': workflow })).toEqual([
      'note',
    ])
  })
})
