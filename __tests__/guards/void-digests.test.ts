import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import hashlib, hmac, io, json, logging, os, pickle, zlib
  from pathlib import Path
  import fickling, joblib, requests, sklearn, urllib.request
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

const digests: Readonly<Record<string, Reasoned>> = {
  logged: [
    `
    def load(path):
        data = Path(path).read_bytes()
        logging.info(hashlib.sha256(data).hexdigest())
        return pickle.loads(data)  # reported
    `,
    ['void verification: the digest is computed and never compared'],
  ],
  'handed on with the model': [
    `
    def load(path):
        data = Path(path).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        return pickle.loads(data), digest  # reported
    `,
    ['void verification: the digest is computed and handed on, and never compared here'],
  ],
  'taken apart before it is compared': [
    `
    def load(path):
        data = Path(path).read_bytes()
        if hashlib.sha256(data).hexdigest().partition("0") != EXPECTED:
            raise ValueError(path)
        return pickle.loads(data)  # reported
    `,
    [],
  ],
  'compared after the load': [
    `
    def load(path):
        data = Path(path).read_bytes()
        model = pickle.loads(data)  # reported
        if hashlib.sha256(data).hexdigest() != EXPECTED:
            raise ValueError(path)
        return model
    `,
    ['void verification: its digest is compared, but only after the call'],
  ],
  'compared, and the mismatch only logged': [
    `
    def load(path):
        data = Path(path).read_bytes()
        if hashlib.sha256(data).hexdigest() != EXPECTED:
            logging.warning("not the released file")
        return pickle.loads(data)  # reported
    `,
    ['void verification: its digest is compared, and the failing side only says so and goes on'],
  ],
  'compared, and the exception swallowed': [
    `
    def load(path):
        try:
            if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
                raise ValueError(path)
        except ValueError:
            pass
        return joblib.load(path)  # reported
    `,
    ['void verification: its digest is compared, and the exception that it raises is swallowed'],
  ],
  'compared only where something is expected': [
    `
    def load(path, expected=None):
        data = Path(path).read_bytes()
        if expected and hashlib.sha256(data).hexdigest() != expected:
            raise ValueError(path)
        return pickle.loads(data)  # reported
    `,
    ['void verification: its digest is compared, but it is skipped where `expected` is not set'],
  ],
  'compared only where something is expected, one level further in': [
    `
    def load(path, expected=None):
        if expected is not None:
            if hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
                raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: its digest is compared, but it is skipped where `expected is not None` does not hold',
    ],
  ],
  'compared in constant time, and the answer dropped': [
    `
    def load(path):
        hmac.compare_digest(hashlib.sha256(Path(path).read_bytes()).hexdigest(), EXPECTED)
        return joblib.load(path)  # reported
    `,
    ['void verification: its digest is compared, and nobody looks at the answer'],
  ],
}

const compared: Readonly<Record<string, Reasoned>> = {
  'with that of the same file': [
    `
    def sha(path):
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()

    def load(path):
        if sha(path) != sha(path):
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['void verification: the digest is compared with that of the same file'],
  ],
  'with nothing': [
    `
    EXPECTED_SHA = None

    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED_SHA:
            return joblib.load(path)  # reported
    `,
    ['void verification: the digest is compared with nothing: what is expected is empty'],
  ],
  'with a sidecar from the network': [
    `
    def load(url, path):
        expected = requests.get(url + ".sha256").text
        urllib.request.urlretrieve(url, path)
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['weak verification: its digest is compared with one that comes over the network without a signature'],
  ],
  'with a sidecar that lies beside it': [
    `
    def load(path):
        expected = Path(path + ".sha256").read_text().strip()
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['weak verification: its digest is compared with one that lies beside the file'],
  ],
  'with a sidecar that lies beside it under another suffix': [
    `
    def load(path: Path):
        if hashlib.sha256(path.read_bytes()).hexdigest() != path.with_suffix(".sha256").read_text():
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['weak verification: its digest is compared with one that lies beside the file'],
  ],
  'with a sidecar that a caller reads': [
    `
    def verify(path, expected):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != expected:
            raise ValueError(path)

    def load(path):
        verify(path, open(path + ".sha256").read())
        return joblib.load(path)  # reported
    `,
    ['weak verification: its digest is compared with one that lies beside the file'],
  ],
  'with one that is fetched from the same bucket': [
    `
    import boto3
    s3 = boto3.client("s3")

    def load(bucket, key):
        data = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        expected = s3.get_object(Bucket=bucket, Key=key + ".sha256")["Body"].read().decode()
        if hashlib.sha256(data).hexdigest() != expected:
            raise ValueError(key)
        return pickle.loads(data)  # reported
    `,
    ['weak verification: its digest is compared with one that is fetched from the same place'],
  ],
  'with one that stands in the same file': [
    `
    def load(path):
        blob = Path(path).read_bytes()
        if hashlib.sha256(blob[32:]).digest() != blob[:32]:
            raise ValueError(path)
        return pickle.loads(blob[32:])  # reported
    `,
    ['void verification: the digest is compared with one that stands in the same file'],
  ],
  'with a key out of the same file': [
    `
    def load(path):
        blob = Path(path).read_bytes()
        if not hmac.compare_digest(hmac.new(blob[:32], blob[64:], hashlib.sha256).digest(), blob[32:64]):
            raise ValueError(path)
        return pickle.loads(blob[64:])  # reported
    `,
    ['void verification: the key of the digest comes out of the same file'],
  ],
  'of the name': [
    `
    def load(path):
        if hashlib.sha256(path.encode()).hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['void verification: the digest is that of the name, not of what is in the file'],
  ],
  'of nothing': [
    `
    def load(path):
        if hashlib.sha256().hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['void verification: nothing was fed into the digest'],
  ],
  'of another file': [
    `
    def load(path, other):
        if hashlib.sha256(Path(other).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(other)
        return joblib.load(path)  # reported
    `,
    ['void verification: the digest that is compared is not known to be that of this file'],
  ],
  'by its first characters': [
    `
    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest()[:8] != EXPECTED[:8]:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['weak verification: only a part of the digest is compared'],
  ],
  'by how it begins': [
    `
    def load(path):
        if not hashlib.sha256(Path(path).read_bytes()).hexdigest().startswith("9f86d081"):
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    ['weak verification: only a part of the digest is compared'],
  ],
  'of its first bytes': [
    `
    def load(path):
        with open(path, "rb") as file:
            if hashlib.sha256(file.read(1024)).hexdigest() != EXPECTED:
                raise ValueError(path)
        return joblib.load(path)  # reported as note
    `,
    ['medium verification: the digest of its first bytes is compared'],
  ],
  'of the first bytes of what was read': [
    `
    def load(path):
        if hashlib.sha256(Path(path).read_bytes()[:1024]).hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported as note
    `,
    ['medium verification: the digest of its first bytes is compared'],
  ],
  'by MD5': [
    `
    def load(path):
        if hashlib.md5(Path(path).read_bytes()).hexdigest() != "9e107d9d372bb6826bd81d3542a419d6":
            raise ValueError(path)
        return joblib.load(path)  # reported as note
    `,
    ['medium verification: its digest is compared, by MD5, which can be fooled'],
  ],
  'by a copy of what was fed, which is not followed and not taken for empty': [
    `
    def load(path):
        digest = hashlib.sha256()
        digest.update(Path(path).read_bytes())
        if digest.copy().hexdigest() != EXPECTED:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    [],
  ],
  'by an assertion': [
    `
    def load(path):
        assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED
        return joblib.load(path)  # reported as note
    `,
    ['medium verification: its digest is compared, by an `assert`, which `python -O` removes'],
  ],
}

describe('a digest that is not compared', () => {
  test.each(Object.entries(digests))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

describe('a digest that is compared with nothing worth it', () => {
  test.each(Object.entries(compared))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
