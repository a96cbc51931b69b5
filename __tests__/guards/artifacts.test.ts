import { expectAsMarked } from './marked'

const prelude = `
  import hashlib, hmac, io, json, os, pickle
  from pathlib import Path
  import joblib
  import requests
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

const helpers = {
  'a helper that raises': `
    def verify(path, expected):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)

    def load(path):
        verify(path, EXPECTED)
        return joblib.load(path)
  `,
  'a helper that answers': `
    def is_released(path, expected):
        return hashlib.sha256(Path(path).read_bytes()).hexdigest() == expected

    def load(path):
        if not is_released(path, EXPECTED):
            raise ValueError(path)
        return joblib.load(path)
  `,
  'a helper that answers nobody': `
    def is_released(path, expected):
        return hashlib.sha256(Path(path).read_bytes()).hexdigest() == expected

    def load(path):
        is_released(path, EXPECTED)
        return joblib.load(path)  # reported
  `,
  'a helper that makes the digest': `
    def sha256_of(path):
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            for chunk in iter(lambda: file.read(65536), b""):
                digest.update(chunk)
        return digest.hexdigest()

    def load(path):
        if sha256_of(path) != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)
  `,
  'a helper that verified another file': `
    def verify(path, expected):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)

    def load(path, config):
        verify(config, EXPECTED)
        return joblib.load(path)  # reported
  `,
  'a caller that verified': `
    def load(path):
        return joblib.load(path)

    def main(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        return load(path)
  `,
  'a caller that verified another file': `
    def load(path):
        return joblib.load(path)  # reported

    def main(path, config):
        if hashlib.sha256(Path(config).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(config)
        return load(path)
  `,
  'a helper whose expectation is none by default, and nobody gives one': `
    def verify(path, expected=None):
        if expected and hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)

    def load(path):
        verify(path)
        return joblib.load(path)  # reported
  `,
}

const artifacts = {
  'the bytes that were verified are loaded': `
    def load(path):
        data = Path(path).read_bytes()
        if hashlib.sha256(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(io.BytesIO(data))
  `,
  'the bytes that were verified are loaded directly': `
    def load(path):
        data = Path(path).read_bytes()
        if hashlib.sha256(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)
  `,
  'a path in other words is the same file': `
    def load(path):
        if hashlib.sha256(open(str(path), "rb").read()).hexdigest() != EXPECTED:
            raise ValueError(path)
        with Path(path).open("rb") as file:
            return pickle.load(file)
  `,
  'a joined path is the same file': `
    def load(folder):
        path = Path(folder) / "churn.joblib"
        if hashlib.sha256(path.read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(Path(folder) / "churn.joblib")
  `,
  'os.path.join is the same file': `
    def load(folder):
        if hashlib.sha256(open(os.path.join(folder, "churn.joblib"), "rb").read()).hexdigest() != EXPECTED:
            raise ValueError(folder)
        return joblib.load(os.path.join(folder, "churn.joblib"))
  `,
  'another file in the folder is not': `
    def load(folder):
        if hashlib.sha256((Path(folder) / "config.json").read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(folder)
        return joblib.load(Path(folder) / "churn.joblib")  # reported
  `,
  'another file in the folder is not, whatever was imported before a loop': `
    for name in os.listdir("models"):
        if hashlib.sha256(Path("models", "config.json").read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(name)
        model = joblib.load(Path("models", "churn.joblib"))  # reported

    for name in os.listdir("models"):
        if hashlib.sha256(Path("models", "churn.joblib").read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(name)
        model = joblib.load(Path("models", "churn.joblib"))

    for name in os.listdir("models"):
        if hashlib.sha256(bytes("models", "utf-8")).hexdigest() != EXPECTED:
            raise ValueError(name)
        model = joblib.load("models")  # reported
  `,
  'another variable is not': `
    def load(path, other):
        if hashlib.sha256(Path(other).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(other)
        return joblib.load(path)  # reported
  `,
  'a variable that was bound anew is not': `
    def load(path, other):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        path = other
        return joblib.load(path)  # reported
  `,
  'the same bytes of a download are': `
    def load(url):
        data = requests.get(url).content
        if hashlib.sha256(data).hexdigest() != EXPECTED:
            raise ValueError(url)
        return pickle.loads(data)
  `,
  'a second download is not': `
    def load(url):
        if hashlib.sha256(requests.get(url).content).hexdigest() != EXPECTED:
            raise ValueError(url)
        return pickle.loads(requests.get(url).content)  # reported
  `,
  'the digest of an address is not that of the file': `
    def load(url):
        if hashlib.sha256(url.encode()).hexdigest() != EXPECTED:
            raise ValueError(url)
        return pickle.loads(requests.get(url).content)  # reported
  `,
}

const returned = {
  'a helper that returns what it verified': `
    def verified(path, expected):
        data = Path(path).read_bytes()
        if hashlib.sha256(data).hexdigest() != expected:
            raise ValueError(path)
        return data

    def load(path):
        return pickle.loads(verified(path, EXPECTED))
  `,
  'one that returns the path that it wrote out itself': `
    def fetch(url):
        path = "churn.joblib"
        if not os.path.exists(path):
            Path(path).write_bytes(requests.get(url).content)
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            os.remove(path)
            raise ValueError(path)
        return path

    def load(url):
        return joblib.load(fetch(url))

    def load_opened():
        with open(fetch("https://models.example.com/churn.joblib"), "rb") as file:
            return pickle.load(file)
  `,
  'one that returns another path that it wrote out': `
    def fetch():
        if hashlib.sha256(Path("churn.joblib").read_bytes()).hexdigest() != EXPECTED:
            raise ValueError("churn")
        return "spare.joblib"

    def load():
        return joblib.load(fetch())  # reported
  `,
  'one that returns another path now and then': `
    def verified(path, spare):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        if spare:
            return "spare.joblib"
        return path

    def load(path, spare):
        return joblib.load(verified(path, spare))  # reported
  `,
  'one that returns nothing where the file is another': `
    def fetch():
        path = "churn.joblib"
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED:
            return path
        return None

    def load():
        path = fetch()
        if path is None:
            raise ValueError("churn")
        return joblib.load(path)
  `,
}

describe.each(Object.entries({ helpers, artifacts, returned }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})
