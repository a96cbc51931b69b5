import { found, promised } from '../rules/expectation'
import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

/** Expects findings on the lines of these files that end in `# reported`, and on no others. */
async function expectAsMarked(files: Readonly<Record<string, string>>): Promise<void> {
  const sources = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, withoutMargin(text)]))
  const promises = promised({ title: '', files: sources }, '*')
  expect(found(await analyseSources(sources, rules), promises)).toEqual(promises)
}

const head = `
  import hashlib
  import urllib.request
  from pathlib import Path

  URL = "https://models.example.com/churn.pt"
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

const python: Record<string, string> = {
  'a digest that ends the program where it differs': `
    urllib.request.urlretrieve(URL, "churn.pt")
    if hashlib.sha256(Path("churn.pt").read_bytes()).hexdigest() != EXPECTED:
        raise SystemExit("not the file that was released")
  `,
  'a digest of another file': `
    urllib.request.urlretrieve(URL, "churn.pt")  # reported: unverified-download as warning
    if hashlib.sha256(Path("lapse.pt").read_bytes()).hexdigest() != EXPECTED:
        raise SystemExit("not the file that was released")
  `,
  'a digest whose difference is only told': `
    urllib.request.urlretrieve(URL, "churn.pt")  # reported: unverified-download as warning
    if hashlib.sha256(Path("churn.pt").read_bytes()).hexdigest() != EXPECTED:
        print("not the file that was released")
  `,
  'a digest whose failure is swallowed': `
    urllib.request.urlretrieve(URL, "churn.pt")  # reported: unverified-download as warning
    try:
        if hashlib.sha256(Path("churn.pt").read_bytes()).hexdigest() != EXPECTED:
            raise ValueError("not the file that was released")
    except ValueError:
        pass
  `,
  'a digest that is compared on one of two ways': `
    def fetch(strict):
        urllib.request.urlretrieve(URL, "churn.pt")  # reported: unverified-download as warning
        if strict:
            if hashlib.sha256(Path("churn.pt").read_bytes()).hexdigest() != EXPECTED:
                raise ValueError("not the file that was released")
  `,
  'a digest that is compared before the file is fetched again': `
    if hashlib.sha256(Path("lapse.pt").read_bytes()).hexdigest() != EXPECTED:
        urllib.request.urlretrieve(URL, "churn.pt")  # reported: unverified-download as warning
  `,
  'a file that is there already, and one that is fetched and verified': `
    def fetch():
        if not Path("churn.pt").exists():
            urllib.request.urlretrieve(URL, "churn.pt")
            if hashlib.sha256(Path("churn.pt").read_bytes()).hexdigest() != EXPECTED:
                raise ValueError("not the file that was released")
        return "churn.pt"
  `,
  'a helper that verifies': `
    def verify(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError("not the file that was released")

    urllib.request.urlretrieve(URL, "churn.pt")
    verify("churn.pt")
  `,
  'a load that is reported, and one that is verified, tell where their files come from': `
    import joblib

    urllib.request.urlretrieve("https://models.example.com/a.pkl", "a.pkl")
    model = joblib.load("a.pkl")  # reported: unverified-artifact-load as error
    urllib.request.urlretrieve("https://models.example.com/b.pkl", "b.pkl")
    if hashlib.sha256(Path("b.pkl").read_bytes()).hexdigest() != EXPECTED:
        raise ValueError("not the file that was released")
    model = joblib.load("b.pkl")
  `,
  'another one that compares a digest by itself': `
    from keras.utils import get_file
    import torch

    path = get_file("model.h5", "https://models.example.com/model.h5")  # reported: unverified-download as warning
    torch.hub.download_url_to_file("https://models.example.com/churn.pt", "churn.pt", hash_prefix=EXPECTED)
  `,
  'another one whose file is verified': `
    from keras.utils import get_file

    path = get_file("model.h5", "https://models.example.com/model.h5")  # reported: unverified-download as warning
    urllib.request.urlretrieve(URL, "churn.pt")
    if hashlib.sha256(Path("churn.pt").read_bytes()).hexdigest() != EXPECTED:
        raise ValueError("not the file that was released")
  `,
  'a digest of a file whose name the call does not say': `
    from keras.utils import get_file

    get_file("model.h5", "https://models.example.com/model.h5", cache_dir=".")
    if hashlib.sha256(Path("datasets/model.h5").read_bytes()).hexdigest() != EXPECTED:
        raise ValueError("not the file that was released")
  `,
  'a helper that answers': `
    def is_released(path):
        return hashlib.sha256(Path(path).read_bytes()).hexdigest() == EXPECTED

    def fetch(target):
        urllib.request.urlretrieve(URL, target)
        if not is_released(target):
            raise ValueError("not the file that was released")
        return target

    fetch("churn.pt")
  `,
  'a question about a parameter that is no check of the file': `
    SIZES = {"small": "https://models.example.com/small.pt"}

    class Encoder:
        def __init__(self, size, pretrained=False):
            if size not in SIZES:
                raise ValueError(size)
            if pretrained:
                self.load(size)

        def load(self, size):
            urllib.request.urlretrieve(SIZES[size], f"/tmp/{size}.pt")  # reported: unverified-download as warning
            print(size)

    Encoder("small", pretrained=True)
  `,
  'a question about a parameter behind it': `
    def fetch(target, strict):
        urllib.request.urlretrieve(URL, target)  # reported: unverified-download as warning
        if strict == "never":
            raise ValueError(strict)

    fetch("churn.pt", "always")
  `,
  'an address or a name that nobody here knows': `
    def fetch(url, path):
        urllib.request.urlretrieve(url, path)
  `,
}

test.each(Object.entries(python))('a download and %s', async (_, code) => {
  await expectAsMarked({ 'churn.py': `${withoutMargin(head)}\n${withoutMargin(code)}` })
})

test('tests and documents may fetch what they like', async () => {
  const fetch = `import urllib.request\nurllib.request.urlretrieve("https://models.example.com/churn.pt", "churn.pt")\n`
  await expectAsMarked({
    'tests/test_churn.py': fetch,
    'README.md': `# Churn\n\n\`\`\`sh\nwget https://models.example.com/churn.pt\n\`\`\`\n\n\`\`\`python\n${fetch}\`\`\`\n`,
  })
})

const scripts: Record<string, string> = {
  'a check that ends the script': `
    set -e
    wget -q https://models.example.com/churn.pt
    echo "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  churn.pt" | sha256sum --check
  `,
  'a check behind which the script goes on': `
    wget -q https://models.example.com/churn.pt  # reported: unverified-download as warning
    echo "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  churn.pt" | sha256sum --check
    echo done
  `,
  'a check of another file': `
    set -e
    wget -q https://models.example.com/churn.pt  # reported: unverified-download as warning
    echo "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  lapse.pt" | sha256sum --check
  `,
  'a digest that is printed': `
    set -e
    wget -q https://models.example.com/churn.pt  # reported: unverified-download as warning
    sha256sum churn.pt
  `,
}

test.each(Object.entries(scripts))('a download by a script and %s', async (_, code) => {
  await expectAsMarked({ 'fetch.sh': code })
})

test('an image fetches by name and by digest', async () => {
  const findings = await analyseSources(
    {
      Dockerfile: withoutMargin(`
        FROM python:3.12
        RUN curl -fsSL https://models.example.com/churn.pt -o churn.pt
        ADD --checksum=sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 https://models.example.com/lapse.pt /
        ADD https://models.example.com/spend.pt /
      `),
    },
    rules,
  )
  expect(
    findings.map(({ rule, span }) => [rule, span.file.text.slice(0, span.start).split('\n').length]),
  ).toEqual([
    ['unverified-download', 2],
    ['unverified-download', 4],
  ])
})

test('one model that is named in several places is one finding, and a notebook comes last', async () => {
  const load = 'from transformers import AutoModel\nAutoModel.from_pretrained("acme/encoder")\n'
  const findings = await analyseSources({ 'b.py': load, 'a.py': load, 'c.py': load }, rules)
  expect(findings.map(({ rule, level, span, message }) => [rule, level, span.file.path, message])).toEqual([
    [
      'unpinned-model-revision',
      'note',
      'a.py',
      '`transformers.AutoModel.from_pretrained` takes whatever the hub has under this name at the time, and nothing says which of its revisions was tested. So do 2 other places of this repository.',
    ],
  ])
})

test('what is known of one model says nothing of another', async () => {
  await expectAsMarked({
    'churn.py': `
      import hashlib
      from pathlib import Path

      import requests
      from huggingface_hub import hf_hub_download, snapshot_download
      from transformers import AutoModel

      COMMIT = "4a1c9b0e6f2d83a75c1b90e4d2f68a37b5c0d1e9"
      EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      model = AutoModel.from_pretrained("acme/a")  # reported: unpinned-model-revision as note
      path = hf_hub_download("acme/b", "config.json")  # reported: unpinned-model-revision as note
      other = hf_hub_download("acme/c", "config.json")
      if hashlib.sha256(Path(other).read_bytes()).hexdigest() != EXPECTED:
          raise ValueError("not the file that was released")
      folder = snapshot_download("acme/d", revision=COMMIT)
      first = requests.get("https://models.example.com/a.pt").content  # reported: unverified-download as warning
      second = requests.get("https://models.example.com/b.pt").content
      if hashlib.sha256(second).hexdigest() != EXPECTED:
          raise ValueError("not the file that was released")
    `,
  })
})

test('bytes that are written and verified as a file', async () => {
  await expectAsMarked({
    'churn.py': `
      import hashlib
      from pathlib import Path

      import requests

      EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


      def fetch():
          response = requests.get("https://models.example.com/churn.pt")
          Path("churn.pt").write_bytes(response.content)
          return Path("churn.pt")


      path = fetch()
      if hashlib.sha256(path.read_bytes()).hexdigest() != EXPECTED:
          raise ValueError("not the file that was released")
    `,
  })
})

test('a revision that a load follows back is told by the load', async () => {
  await expectAsMarked({
    'churn.py': `
      import torch
      from huggingface_hub import hf_hub_download

      path = hf_hub_download("acme/churn", "churn.pt")
      state = torch.load(path, weights_only=False)  # reported: unsafe-load-option as error
    `,
  })
})
