import { expectAsMarked } from './marked'
import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import argparse, hashlib, io, json, os, pickle, subprocess, urllib.request
  from pathlib import Path
  import joblib
  from mlflow import MlflowClient
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

  def sha(path):
      return hashlib.sha256(Path(path).read_bytes()).hexdigest()
`

const integrity = `
    def calculate(path, size=1024 * 1024):
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            while chunk := file.read(size):
                digest.update(chunk)
        return digest.hexdigest()

    def fits(path, expected, **options):
        return expected == calculate(path, **options)

    def is_whole(path, expected=None):
        if not os.path.isfile(path):
            return False
        if expected is None:
            return True
        return fits(path, expected)
`

const optional = {
  'an expectation that may be left out, and is given': `
    ${integrity}
    def load(path):
        if not is_whole(path, EXPECTED):
            raise RuntimeError(path)
        return joblib.load(path)
  `,
  'an expectation that is left out': `
    ${integrity}
    def load(path):
        if not is_whole(path):
            raise RuntimeError(path)
        return joblib.load(path)  # reported
  `,
  'an expectation that may be none': `
    ${integrity}
    def load(path, expected):
        if not is_whole(path, expected):
            raise RuntimeError(path)
        return joblib.load(path)  # reported
  `,
  'an expectation that is empty': `
    ${integrity}
    def load(path):
        if not is_whole(path, ""):
            raise RuntimeError(path)
        return joblib.load(path)  # reported
  `,
  'an expectation that is looked for, and given': `
    def verify(path, expected=None):
        if expected and sha(path) != expected:
            raise ValueError(path)

    def load(path):
        verify(path, EXPECTED)
        return joblib.load(path)
  `,
  'an expectation that may be an empty text': `
    def verify(path, expected=None):
        if expected and sha(path) != expected:
            raise ValueError(path)

    def load(path):
        verify(path, f"{os.environ['EXPECTED']}")
        return joblib.load(path)  # reported
  `,
  'a function that many call with other expectations, each of them given': `
    def verify(path, a=None, b=None, c=None, d=None):
        if a and b and c and d:
            print(path)
        if sha(path) != EXPECTED:
            raise ValueError(path)

    def load(path):
        verify("other", "1")
        verify("other", None, "1")
        verify("other", None, None, "1")
        verify("other", None, None, None, "1")
        verify("other", "1", "1")
        verify("other", "1", None, "1")
        verify("other", "1", None, None, "1")
        verify("other", None, "1", "1")
        verify(path, None, "1", None, "1")
        return joblib.load(path)
  `,
  'an expectation that is skipped where one is given': `
    def verify(path, expected=None):
        if not expected:
            if sha(path) != EXPECTED:
                raise ValueError(path)

    def load(path):
        verify(path, EXPECTED)
        return joblib.load(path)  # reported
  `,
}

const objects = {
  'an object that verifies what it was made with': `
    class Release:
        def __init__(self, path, expected):
            self.path = Path(path)
            self.expected = expected

        def is_whole(self):
            return sha(self.path) == self.expected

    def load(path):
        if not Release(path, EXPECTED).is_whole():
            raise ValueError(path)
        return joblib.load(path)
  `,
  'an object that verifies what it was made with, and nobody looks': `
    class Release:
        def __init__(self, path, expected):
            self.path = Path(path)
            self.expected = expected

        def is_whole(self):
            return sha(self.path) == self.expected

    def load(path):
        Release(path, EXPECTED).is_whole()
        return joblib.load(path)  # reported
  `,
  'an object that verifies another file': `
    class Release:
        def __init__(self, path, expected):
            self.path = Path(path)
            self.expected = expected

        def verify(self):
            if sha(self.path) != self.expected:
                raise ValueError(self.path)

    def load(path, other):
        Release(other, EXPECTED).verify()
        return joblib.load(path)  # reported
  `,
  'an object whose file may be another one by then': `
    class Release:
        def __init__(self, path, expected):
            self.path = Path(path)
            self.expected = expected

        def move(self, path):
            self.path = path

        def verify(self):
            if sha(self.path) != self.expected:
                raise ValueError(self.path)

    def load(path, other):
        release = Release(path, EXPECTED)
        release.move(other)
        release.verify()
        return joblib.load(path)  # reported
  `,
  'an object whose base has moved it to another file': `
    class Base:
        def move(self, path):
            self.path = path

    class Release(Base):
        def __init__(self, path, expected):
            self.path = Path(path)
            self.expected = expected

        def verify(self):
            if sha(self.path) != self.expected:
                raise ValueError(self.path)

    def load(path, other):
        release = Release(path, EXPECTED)
        release.move(other)
        release.verify()
        return joblib.load(path)  # reported
  `,
  'an object that loads what was verified before': `
    class Scorer:
        def __init__(self, path):
            self.path = Path(path)

        def load(self):
            return joblib.load(self.path)

    def main(path):
        if sha(path) != EXPECTED:
            raise ValueError(path)
        return Scorer(path).load()
  `,
  'an object that loads another file': `
    class Scorer:
        def __init__(self, path):
            self.path = Path(path)

        def load(self):
            return joblib.load(self.path)  # reported

    def main(path, other):
        if sha(path) != EXPECTED:
            raise ValueError(path)
        return Scorer(other).load()
  `,
  'an object that is given another file behind the check': `
    class Scorer:
        def __init__(self, path):
            self.path = Path(path)

        def load(self):
            return joblib.load(self.path)  # reported

    def main(path, other):
        if sha(path) != EXPECTED:
            raise ValueError(path)
        scorer = Scorer(path)
        scorer.path = other
        return scorer.load()
  `,
  'an entry of a table that a caller has verified': `
    def load(config):
        return joblib.load(config["path"])

    def main(config):
        if sha(config["path"]) != EXPECTED:
            raise ValueError()
        return load(config)
  `,
  'another entry of it': `
    def load(config):
        return joblib.load(config["path"])  # reported

    def main(config):
        if sha(config["spare"]) != EXPECTED:
            raise ValueError()
        return load(config)
  `,
  'a digest that was taken before another file had the name': `
    class Scorer:
        def load(self, other):
            whole = sha(self.path) == EXPECTED
            self.path = other
            if not whole:
                raise ValueError()
            return joblib.load(self.path)  # reported
  `,
  'a digest that was taken before another field was stored': `
    class Scorer:
        def load(self, other):
            whole = sha(self.path) == EXPECTED
            self.name = other
            if not whole:
                raise ValueError()
            return joblib.load(self.path)
  `,
}

const readers = {
  'a buffer that is filled again and again': `
    def load(path):
        digest = hashlib.sha256()
        view = memoryview(bytearray(128 * 1024))
        with open(path, "rb", buffering=0) as file:
            for count in iter(lambda: file.readinto(view), 0):
                digest.update(view[:count])
        if digest.hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)
  `,
  'a buffer that is filled from another file': `
    def load(path, other):
        digest = hashlib.sha256()
        view = memoryview(bytearray(128 * 1024))
        with open(other, "rb", buffering=0) as file:
            for count in iter(lambda: file.readinto(view), 0):
                digest.update(view[:count])
        if digest.hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'the first bytes, once': `
    def load(path):
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            digest.update(file.read(1024))
        if digest.hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported as note
  `,
  'the first bytes, and what follows': `
    def load(path):
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            digest.update(file.read(1024))
            digest.update(file.read())
        if digest.hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)
  `,
  'sums whose signature was verified': `
    def load(path, url, sums):
        urllib.request.urlretrieve(url + ".sha256", sums)
        subprocess.run(["gpg", "--verify", sums + ".asc", sums], check=True)
        if sha(path) != Path(sums).read_text().strip():
            raise ValueError(path)
        return joblib.load(path)
  `,
  'a list of digests that are written down': `
    RELEASED = {EXPECTED, "0" * 64}

    def load(path):
        if sha(path) not in RELEASED:
            raise ValueError(path)
        return joblib.load(path)
  `,
}

const useless: Readonly<Record<string, Reasoned>> = {
  'sums that were fetched under another name': [
    `
    def load(path, url, sums):
        urllib.request.urlretrieve(url + ".sha256", sums)
        if sha(path) != Path(sums).read_text().strip():
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['weak verification: its digest is compared with one that comes over the network without a signature'],
  ],
  'a list of digests that has its own in it': [
    `
    def load(path):
        released = [sha(path), EXPECTED]
        if sha(path) not in released:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['void verification: the digest is compared with that of the same file'],
  ],
  'a list of the digests of what lies there': [
    `
    def load(path):
        released = {sha(one) for one in Path("models").glob("*.pkl")}
        if sha(path) not in released:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['weak verification: its digest is compared with one that is made of files that nobody has checked'],
  ],
  'a metric that is no number where it is missing': [
    `
    def promote(metrics, version):
        f1 = float(metrics.get("f1", float("nan")))
        if f1 < 0.8:
            raise ValueError(f1)
        MlflowClient().set_registered_model_alias("churn", "champion", version)  # reported
    `,
    ['void evaluation: where `f1` is missing, it is NaN, which no comparison stops'],
  ],
}

const numbers = {
  'a metric that is no number where it is missing, and has to be more': `
    def promote(metrics, version):
        f1 = float(metrics.get("f1", float("nan")))
        if f1 >= 0.8:
            MlflowClient().set_registered_model_alias("churn", "champion", version)
  `,
}

describe.each(Object.entries({ optional, objects, readers, numbers }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})

describe('useless', () => {
  test.each(Object.entries(useless))('%s', (_title, reasoned) => expectReasons(prelude, reasoned))
})
