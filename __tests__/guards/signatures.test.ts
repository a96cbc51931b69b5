import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import pickle
  from pathlib import Path
  import gnupg
  import joblib
  from cryptography.exceptions import InvalidSignature
  from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
  from model_signing import verifying
  from picklescan.scanner import scan_file_path
  from sigstore.verify import Verifier, policy
  KEY = Ed25519PublicKey.from_public_bytes(Path("release.pub").read_bytes())
`

const signed: Readonly<Record<string, Reasoned>> = {
  'by an identity': [
    `
    def load(path, signature):
        verifying.Config().use_sigstore_verifier(identity="a", oidc_issuer="b").verify(path, signature)
        return joblib.load(path)
    `,
    [],
  ],
  'by an identity, after the load': [
    `
    def load(path, signature):
        model = joblib.load(path)  # reported
        verifying.Config().use_sigstore_verifier(identity="a", oidc_issuer="b").verify(path, signature)
        return model
    `,
    [
      'void verification: `verifier.verify` raises when the model is not what was signed, but only after the call',
    ],
  ],
  'by anybody': [
    `
    def load(path, bundle):
        data = Path(path).read_bytes()
        Verifier.production().verify_artifact(data, bundle, policy.UnsafeNoOp())
        return pickle.loads(data)  # reported
    `,
    [
      'void verification: `production.verify_artifact` accepts a signature of anybody, by the policy `UnsafeNoOp`',
    ],
  ],
  'by a key': [
    `
    def load(path, signature):
        data = Path(path).read_bytes()
        KEY.verify(signature, data)
        return pickle.loads(data)
    `,
    [],
  ],
  'by a key, and the failure is printed': [
    `
    def load(path, signature):
        data = Path(path).read_bytes()
        try:
            KEY.verify(signature, data)
        except InvalidSignature as error:
            print(error)
        return pickle.loads(data)  # reported
    `,
    [
      'void verification: `from_public_bytes.verify` raises when the signature does not fit, and the exception that it raises is swallowed',
    ],
  ],
  'by a key, but the bytes are read again from elsewhere': [
    `
    def load(path, other, signature):
        KEY.verify(signature, Path(path).read_bytes())
        return pickle.loads(Path(other).read_bytes())  # reported
    `,
    [],
  ],
  'by GnuPG, and somebody asks': [
    `
    def load(path):
        verified = gnupg.GPG().verify_file(open(path + ".asc", "rb"), path)
        if not verified.valid:
            raise ValueError(path)
        return joblib.load(path)
    `,
    [],
  ],
  'by GnuPG, and nobody asks': [
    `
    def load(path):
        gnupg.GPG().verify_file(open(path + ".asc", "rb"), path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `GPG.verify_file` tells whether the signature is valid, and nobody looks at the answer',
    ],
  ],
}

const scanned: Readonly<Record<string, Reasoned>> = {
  'and stopped by what was found': [
    `
    def load(path):
        if scan_file_path(path).issues_count > 0:
            raise ValueError(path)
        return joblib.load(path)  # reported as note
    `,
    ['medium verification: `scan_file_path.issues_count` counts what a pickle should not call'],
  ],
  'and stopped by nothing but the opposite': [
    `
    def load(path):
        if scan_file_path(path).issues_count == 0:
            raise ValueError(path)
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `scan_file_path.issues_count` counts what a pickle should not call, and the call stands on the side where it failed',
    ],
  ],
  'and warned of what was found': [
    `
    def load(path):
        if scan_file_path(path).issues_count:
            print("found something")
        return joblib.load(path)  # reported
    `,
    [
      'void verification: `scan_file_path.issues_count` counts what a pickle should not call, and the failing side only says so and goes on',
    ],
  ],
}

describe('signed', () => {
  test.each(Object.entries(signed))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

describe('scanned', () => {
  test.each(Object.entries(scanned))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
