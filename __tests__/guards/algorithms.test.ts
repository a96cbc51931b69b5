import { expectAsMarked } from './marked'

const prelude = `
  import hashlib, io, json, os, pickle, sys, warnings, zipfile
  from pathlib import Path
  import joblib
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

function compared(digest: string, verdict = ''): string {
  return `
    def load(path):
        data = Path(path).read_bytes()
        if ${digest} != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)${verdict}
  `
}

const algorithms = {
  'SHA-384': compared('hashlib.sha384(data).hexdigest()'),
  'SHA-512, by its name': compared('hashlib.new("sha512", data).hexdigest()'),
  'SHA-3': compared('hashlib.sha3_256(data).hexdigest()'),
  BLAKE2: compared('hashlib.blake2b(data).hexdigest()'),
  'SHA-1 can be fooled': compared('hashlib.sha1(data).hexdigest()', '  # reported as note'),
  'MD5 can be fooled, by its name too': compared(
    'hashlib.new("md5", data).hexdigest()',
    '  # reported as note',
  ),
  'MD5 for no security at all': compared(
    'hashlib.md5(data, usedforsecurity=False).hexdigest()',
    '  # reported as note',
  ),
}

const libraries = {
  'BLAKE2 of a length, fed and finished': `
    def load(path):
        data = Path(path).read_bytes()
        digest = hashlib.blake2b(digest_size=32)
        digest.update(data)
        if digest.hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)
  `,
  'a key, by another library': `
    from Crypto.Hash import HMAC, SHA256

    def load(path, key):
        data = Path(path).read_bytes()
        if HMAC.new(key, data, SHA256).hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)
  `,
  'SHA-1 under its older name, by another library, can be fooled': `
    from Crypto.Hash import SHA

    def load(path):
        data = Path(path).read_bytes()
        if SHA.new(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)  # reported as note
  `,
  'BLAKE3, by its library': `
    import blake3

    def load(path):
        data = Path(path).read_bytes()
        if blake3.blake3(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)
  `,
  'SHA-256, by another library': `
    from Crypto.Hash import SHA256

    def load(path):
        data = Path(path).read_bytes()
        if SHA256.new(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)
  `,
  'MD5, by another library, can be fooled': `
    from Cryptodome.Hash import MD5

    def load(path):
        data = Path(path).read_bytes()
        if MD5.new(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)  # reported as note
  `,
  'SHA-256, fed and finished': `
    from cryptography.hazmat.primitives import hashes

    def load(path):
        data = Path(path).read_bytes()
        digest = hashes.Hash(hashes.SHA256())
        digest.update(data)
        if digest.finalize() != bytes.fromhex(EXPECTED):
            raise ValueError(path)
        return pickle.loads(data)
  `,
  'SHA-256, finished and never fed': `
    from cryptography.hazmat.primitives import hashes

    def load(path):
        digest = hashes.Hash(hashes.SHA256())
        if digest.finalize() != bytes.fromhex(EXPECTED):
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'SHA-1, fed and finished, can be fooled': `
    from cryptography.hazmat.primitives import hashes

    def load(path):
        data = Path(path).read_bytes()
        digest = hashes.Hash(hashes.SHA1())
        digest.update(data)
        if digest.finalize() != bytes.fromhex(EXPECTED):
            raise ValueError(path)
        return pickle.loads(data)  # reported as note
  `,
  'a key, and an algorithm that can be fooled': `
    import hmac

    def load(path, key):
        data = Path(path).read_bytes()
        if not hmac.compare_digest(hmac.new(key, data, hashlib.md5).hexdigest(), EXPECTED):
            raise ValueError(path)
        return pickle.loads(data)  # reported as note
  `,
  'xxHash is no digest': `
    import xxhash

    def load(path):
        data = Path(path).read_bytes()
        if xxhash.xxh64(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)  # reported
  `,
  'a checksum of a store is no digest': `
    import boto3

    def load(path):
        tag = boto3.client("s3").head_object(Bucket="models", Key=path)["ETag"]
        if tag != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
}

const expectations = {
  'kept by the environment': `
    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != os.environ["CHURN_SHA256"]:
            raise ValueError(path)
        return joblib.load(path)
  `,
  'kept in a dictionary': `
    RELEASED = {"churn.joblib": EXPECTED}

    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != RELEASED[path]:
            raise ValueError(path)
        return joblib.load(path)
  `,
  'empty by default, and nobody gives one': `
    def load(path, expected=""):
        if expected and hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
}

const noGuards = {
  'only where assertions are on': `
    def load(path):
        if __debug__:
            assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED
        return joblib.load(path)  # reported
  `,
  'a test run on what came out of it': `
    def load(path, rows):
        model = joblib.load(path)  # reported
        if len(model.predict(rows)) != len(rows):
            raise ValueError(path)
        return model
  `,
  'warnings that are off, and comments for other tools': `
    def load(path):
        warnings.filterwarnings("ignore")
        return joblib.load(path)  # nosec  # noqa: S301  # reported
  `,
  'a version that has to be the same': `
    from autogluon.tabular import TabularPredictor

    def load(path):
        return TabularPredictor.load(path, require_version_match=True)  # reported
  `,
  'a password of the archive': `
    def load(path, password):
        with zipfile.ZipFile(path) as archive:
            archive.extractall("models", pwd=password)
        return joblib.load("models/churn.joblib")  # reported
  `,
  'a process of its own': `
    from concurrent.futures import ProcessPoolExecutor

    def load(path):
        with ProcessPoolExecutor() as executor:
            return executor.submit(joblib.load, path).result()  # reported
  `,
  'permission to read it': `
    def load(path):
        if not os.access(path, os.R_OK) or os.path.getmtime(path) < 1700000000:
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
  'what the file is like by its type': `
    import mimetypes

    def load(path):
        if mimetypes.guess_type(path)[0] != "application/octet-stream":
            raise ValueError(path)
        return joblib.load(path)  # reported
  `,
}

const restrictions = {
  'a list of pairs restricts the unpickler of dill': `
    import dill

    class Restricted(dill.Unpickler):
        def find_class(self, module, name):
            if (module, name) not in {("numpy", "ndarray")}:
                raise pickle.UnpicklingError(name)
            return super().find_class(module, name)

    def load(file):
        return Restricted(file).load()
  `,
  'and the one in C': `
    import _pickle

    class Restricted(_pickle.Unpickler):
        def find_class(self, module, name):
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()
  `,
  'a list of whole modules does not restrict': `
    MODULES = {"builtins", "torch", "numpy"}

    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if module in MODULES:
                return super().find_class(module, name)
            raise pickle.UnpicklingError(name)

    def load(file):
        return Restricted(file).load()  # reported
  `,
  'a class of its own in place of what is not known does not restrict': `
    class Stand:
        pass

    class Restricted(pickle.Unpickler):
        def find_class(self, module, name):
            if module in ("torch", "builtins"):
                return super().find_class(module, name)
            return Stand

    def load(file):
        return Restricted(file).load()  # reported
  `,
}

const cases = { algorithms, libraries, expectations, 'no guards': noGuards, restrictions }

describe.each(Object.entries(cases))('%s', (_, table) => {
  test.each(Object.entries(table))('%s', (_title, python) => expectAsMarked(prelude, python))
})
