import { expectAsMarked } from './marked'

const prelude = `
  import hashlib, hmac, io, json, os, pickle
  from pathlib import Path
  import joblib
  import requests
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

const shapes = {
  'a digest that differs stops the load': `
    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError("not the released file")
        return joblib.load(path)
  `,
  'a digest that is equal stops the load': `
    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED:
            raise ValueError("not the released file")
        return joblib.load(path)  # reported
  `,
  'compared in constant time': `
    def load(path):
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        if not hmac.compare_digest(digest, EXPECTED):
            raise ValueError("not the released file")
        return joblib.load(path)
  `,
  'compared in constant time and dropped': `
    def load(path):
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        hmac.compare_digest(digest, EXPECTED)
        return joblib.load(path)  # reported
  `,
  'made chunk by chunk, in a while loop': `
    def load(path):
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            while chunk := file.read(65536):
                digest.update(chunk)
        if digest.hexdigest() != EXPECTED:
            raise ValueError("not the released file")
        return joblib.load(path)
  `,
  'made chunk by chunk, with an iterator': `
    def load(path):
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            for chunk in iter(lambda: file.read(65536), b""):
                digest.update(chunk)
        if digest.hexdigest() != EXPECTED:
            raise ValueError("not the released file")
        return joblib.load(path)
  `,
  'made chunk by chunk and only printed': `
    def load(path):
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            for chunk in iter(lambda: file.read(65536), b""):
                digest.update(chunk)
        print(digest.hexdigest())
        return joblib.load(path)  # reported
  `,
  'made by file_digest': `
    def load(path):
        with open(path, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != EXPECTED:
            raise ValueError("not the released file")
        return joblib.load(path)
  `,
  'made by new': `
    def load(path):
        digest = hashlib.new("sha256", Path(path).read_bytes())
        if digest.hexdigest() != EXPECTED:
            raise ValueError("not the released file")
        return joblib.load(path)
  `,
  'looked up in a list': `
    RELEASED = {EXPECTED, "0" * 64}

    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() not in RELEASED:
            raise ValueError("not a released file")
        return joblib.load(path)
  `,
  'looked up in a lock file': `
    LOCK = json.loads(Path("models.lock.json").read_text())

    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != LOCK[path]:
            raise ValueError("not the released file")
        return joblib.load(path)
  `,
  'looked up in the wrong way': `
    RELEASED = {EXPECTED}

    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() in RELEASED:
            raise ValueError("a released file")
        return joblib.load(path)  # reported
  `,
  'asserted, which an option of Python removes': `
    def load(path):
        assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED
        return joblib.load(path)  # reported as note
  `,
  'made by an algorithm that can be fooled': `
    def load(path):
        if hashlib.md5(Path(path).read_bytes()).hexdigest() != "9e107d9d372bb6826bd81d3542a419d6":
            raise ValueError("not the released file")
        return joblib.load(path)  # reported as note
  `,
  'a checksum is no digest': `
    import zlib

    def load(path):
        if zlib.crc32(Path(path).read_bytes()) != 907060870:
            raise ValueError("not the released file")
        return joblib.load(path)  # reported
  `,
  'a mismatch that only warns': `
    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            print("not the released file")
        return joblib.load(path)  # reported
  `,
}

const useless = {
  'compared behind the load': `
    def load(path):
        model = joblib.load(path)  # reported
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        return model
  `,
  'computed and logged': `
    def load(path):
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        print(digest)
        return joblib.load(path)  # reported
  `,
  'computed and used as a key': `
    CACHE = {}

    def load(path):
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        if digest not in CACHE:
            CACHE[digest] = joblib.load(path)  # reported
        return CACHE[digest]
  `,
  'compared with itself': `
    def load(path):
        before = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != before:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'compared with nothing': `
    def load(path, expected=None):
        if expected is not None and hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'compared by its first characters': `
    def load(path):
        if not hashlib.sha256(Path(path).read_bytes()).hexdigest().startswith(EXPECTED[:8]):
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'a digest of nothing': `
    def load(path):
        if hashlib.sha256().hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'a mismatch that is swallowed': `
    def load(path):
        try:
            if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
                raise ValueError(path)
        except ValueError as error:
            print(error)
        return joblib.load(path)  # reported
  `,
  'the file is there': `
    def load(path):
        if not os.path.exists(path):
            raise FileNotFoundError(path)
        return joblib.load(path)  # reported
  `,
  'the file has the right size': `
    def load(path):
        if os.stat(path).st_size != 10240:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'the file has the right name': `
    def load(path):
        if not path.endswith(".joblib"):
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'the object is looked at behind the load': `
    def load(path):
        model = joblib.load(path)  # reported
        if not hasattr(model, "predict"):
            raise TypeError(path)
        return model
  `,
  'a metric is no verification': `
    def load(path, auc):
        if auc < 0.8:
            raise ValueError("too low")
        return joblib.load(path)  # reported
  `,
}

const followed = {
  'made with a key': `
    def load(path, key):
        data = Path(path).read_bytes()
        if not hmac.compare_digest(hmac.new(key, data, hashlib.sha256).hexdigest(), EXPECTED):
            raise ValueError("not the released file")
        return pickle.loads(data)
  `,
  'made with a key from the digest of the file, and compared with what lies beside it': `
    def digest_of(path):
        digest = hashlib.sha256()
        with path.open("rb") as file:
            for chunk in iter(lambda: file.read(65536), b""):
                digest.update(chunk)
        return digest.digest()

    def verify(path):
        path = Path(path)
        expected = path.with_name(path.name + ".sig").read_text().strip()
        actual = hmac.new(os.environ["KEY"].encode(), digest_of(path), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, actual):
            raise ValueError(path)

    def load(path):
        verify(path)
        return joblib.load(path)
  `,
  'made with a key that lies beside it': `
    def load(path):
        path = Path(path)
        key = path.with_suffix(".key").read_bytes()
        expected = path.with_suffix(".sig").read_text()
        actual = hmac.new(key, path.read_bytes(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, actual):
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'of the digest of another file': `
    def load(path):
        other = hashlib.sha256(Path("README.md").read_bytes()).digest()
        actual = hmac.new(os.environ["KEY"].encode(), other, hashlib.sha256).hexdigest()
        if actual != Path(path).with_suffix(".sig").read_text():
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'compared with a file that was fetched from beside it': `
    URL = "https://models.example.com/churn.pkl"

    def load():
        data = requests.get(URL).content
        expected = requests.get(URL + ".sha256").text
        if hashlib.sha256(data).hexdigest() != expected:
            raise ValueError(URL)
        return pickle.loads(data)  # reported
  `,
}

describe.each(Object.entries({ shapes, useless }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})

// Each of them fails on the day on which it is followed, and moves up to the others.
describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
