import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import hashlib, hmac, io, json, logging, os, pickle, zlib
  from pathlib import Path
  import fickling, joblib, requests, sklearn, urllib.request
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

const questions: Readonly<Record<string, Reasoned>> = {
  'whether it is there': [
    `
    def load(path):
        if os.path.exists(path):
            return joblib.load(path)  # reported
    `,
    ['void verification: `os.path.exists(path)` asks whether the file is there, not what is in it'],
  ],
  'whether it is a file': [
    `
    def load(path):
        path = Path(path)
        if not path.is_file():
            raise FileNotFoundError(path)
        return joblib.load(path)  # reported
    `,
    ['void verification: `path.is_file()` asks whether the file is there, not what is in it'],
  ],
  'whether its folder is there': [
    `
    def load(folder: Path):
        if not folder.is_dir():
            raise FileNotFoundError(folder)
        return joblib.load(folder / "churn.joblib")  # reported
    `,
    ['void verification: `folder.is_dir()` asks whether the file is there, not what is in it'],
  ],
  'how large it is': [
    `
    def load(path):
        if os.path.getsize(path) != 1024:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `os.path.getsize(path) != 1024` asks how large or how old the file is, not what is in it',
    ],
  ],
  'how long its bytes are': [
    `
    def load(path):
        data = Path(path).read_bytes()
        if len(data) < 1024:
            raise ValueError(path)
        return pickle.loads(data)  # reported
    `,
    ['void verification: `len(data) < 1024` asks how large or how old the file is, not what is in it'],
  ],
  'how long an answer is': [
    `
    def load(url):
        response = requests.get(url)
        if len(response.content) < 1024:
            raise ValueError(url)
        return pickle.loads(response.content)  # reported
    `,
    [
      'void verification: `len(response.content) < 1024` asks how large or how old the file is, not what is in it',
    ],
  ],
  'how many arguments there are, which nobody takes for a check': [
    `
    import sys

    def main():
        if len(sys.argv) != 2:
            raise SystemExit("usage: load FILE")
        return joblib.load(sys.argv[1])  # reported
    `,
    [],
  ],
  'how many files there are, which is none either': [
    `
    def load(paths):
        if len(paths) < 2:
            raise ValueError(paths)
        return [joblib.load(path) for path in paths]  # reported
    `,
    [],
  ],
  'a switch beside the path, which is none either': [
    `
    RUNS = [
        {"name": "plain", "path": "/srv/plain.joblib", "average": False},
        {"name": "mean", "path": "/srv/mean.joblib", "average": True},
    ]

    def main():
        for run in RUNS:
            if run["average"]:
                joblib.load(run["path"])  # reported
    `,
    [],
  ],
  'whether the answer is to this question, whatever the question was about': [
    `
    def ask(name):
        return requests.post("https://jobs.example.com", json={"name": name}).json()

    def load(name, token):
        answer = ask(name)
        if answer["id"] != token:
            raise ValueError(token)
        return pickle.loads(answer["result"])  # reported
    `,
    [],
  ],
  'whether it is empty': [
    `
    def load(path):
        if os.stat(path).st_size == 0:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `os.stat(path).st_size == 0` asks how large or how old the file is, not what is in it',
    ],
  ],
  'how its name ends': [
    `
    def load(path):
        if not path.endswith(".joblib"):
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['void verification: `path.endswith(".joblib")` asks what the file is called, not what is in it'],
  ],
  'what its suffix is': [
    `
    def load(path):
        if Path(path).suffix != ".joblib":
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['void verification: `Path(path).suffix != ".joblib"` asks what the file is called, not what is in it'],
  ],
  'how it begins': [
    `
    def load(path):
        data = Path(path).read_bytes()
        if data[:2] != b"PK":
            raise ValueError(path)
        return pickle.loads(data)  # reported
    `,
    ['void verification: `data[:2] != b"PK"` asks how it begins, not what the file does when it is opened'],
  ],
  'where it comes from': [
    `
    def load(url):
        if not url.startswith("https://"):
            raise ValueError(url)
        return pickle.loads(requests.get(url).content)  # reported
    `,
    [
      'void verification: `url.startswith("https://")` asks how it begins, not what the file does when it is opened',
    ],
  ],
  'nobody asks even the server who it is': [
    `
    def load(url):
        return pickle.loads(requests.get(url, verify=False).content)  # reported
    `,
    [
      'void verification: `verify=False` takes the file from any server that answers in the place of the right one',
    ],
  ],
  'a checksum against accidents': [
    `
    def load(path):
        data = Path(path).read_bytes()
        if zlib.crc32(data) != 907060870:
            raise ValueError(path)
        return pickle.loads(data)  # reported
    `,
    [
      'void verification: `zlib.crc32(data) != 907060870` is a checksum against accidents, which anybody can bring about',
    ],
  ],
  'the version of a library': [
    `
    def load(path):
        if sklearn.__version__ != "1.6.0":
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `sklearn.__version__ != "1.6.0"` compares a version, which whoever replaces the file keeps',
    ],
  ],
  'a version that only chooses what follows': [
    `
    def load(path, version):
        if version == "v2":
            print(path)
            return joblib.load(path)  # reported
        return None if version == "v1" else open(path).read()

    def load_either(version, path):
        if version in ("v1", "v2"):
            path = "first.joblib"
        elif version == "v3":
            path = "third.joblib"
            print(version)
        return joblib.load(path)  # reported
    `,
    [],
  ],
  'the version that a library says': [
    `
    from packaging import version

    def load(path):
        if version.parse(sklearn.__version__) < version.parse("1.6.0"):
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `version.parse(sklearn.__version__) < version.parse("1.6.0")` compares a version, which whoever replaces the file keeps',
    ],
  ],
  'nothing, of a row that was looked up by a version': [
    `
    def load(session, row, version):
        found = session.query(row).filter(row.version == version).first()
        if not found:
            raise KeyError(version)
        if found.status != "active":
            raise ValueError(version)
        return joblib.load(found.path)  # reported
    `,
    [],
  ],
  'the type of what came out of it': [
    `
    def load(path, kind):
        model = joblib.load(path)  # reported
        if not isinstance(model, kind):
            raise TypeError(path)
        return model
    `,
    [
      'void verification: `isinstance(model, kind)` looks at what came out of the file, whose code has run by then',
    ],
  ],
  'the methods of what came out of it': [
    `
    def load(path):
        model = joblib.load(path)  # reported
        if not hasattr(model, "predict"):
            raise TypeError(path)
        return model
    `,
    [
      'void verification: `hasattr(model, "predict")` looks at what came out of the file, whose code has run by then',
    ],
  ],
  'what it has, which only chooses what follows': [
    `
    def load(path):
        model = joblib.load(path)  # reported
        if hasattr(model, "use_cache"):
            model.use_cache = False
        return model
    `,
    [],
  ],
  'a scan whose answer is dropped': [
    `
    def load(path):
        fickling.is_likely_safe(path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `fickling.is_likely_safe` scans the file for calls that a pickle should not make, and nobody looks at the answer',
    ],
  ],
}

const unpicklers: Readonly<Record<string, Reasoned>> = {
  'every name passes': [
    `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()  # reported
    `,
    ['void verification: `Restricted.find_class` lets every name through'],
  ],
  'every name is logged and passes': [
    `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            logging.warning("%s.%s", module, name)
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()  # reported
    `,
    ['void verification: `Restricted.find_class` lets every name through'],
  ],
  'every name of a module passes': [
    `
    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if module == "builtins":
                return super().find_class(module, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()  # reported
    `,
    [
      'void verification: `Restricted.find_class` asks for the module only, and lets every name in it through',
    ],
  ],
}

describe('a question that is not about what is in the file', () => {
  test.each(Object.entries(questions))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

describe('an unpickler that restricts nothing', () => {
  test.each(Object.entries(unpicklers))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
