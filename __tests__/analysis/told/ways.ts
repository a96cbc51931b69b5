import { lineOf } from '../../../src/base/lines'
import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

/** What is loaded, what is told of it, the lines before it, and what stands above. */
type Row = readonly [loaded: string, found: readonly string[], before?: readonly string[], above?: string]

const imports = `import argparse, boto3, glob, io, os, pickle, requests, shutil, sys, tempfile, urllib.request, joblib
from pathlib import Path
from urllib.request import urlretrieve
from huggingface_hub import hf_hub_download
`

/** Of each finding its level, where the artifact comes from, and the steps on the way. */
async function told(python: string): Promise<readonly string[]> {
  const files = { 'models/churn.pkl': 'x', 'models/other.joblib': 'x', 'data.csv': 'a' }
  const findings = await analyseSources({ ...files, 'serve.py': `${imports}${python}` }, rules)
  return findings.flatMap(({ level, message, steps }) => [
    level,
    ...(/The artifact .*?(?=\.(?: |$))/.exec(message) ?? []),
    ...steps
      .slice(0, -1)
      .map(({ span, says }) => `serve.py:${lineOf(span.file.text, span.start).line} ${says}`),
  ])
}

function titled(rows: readonly Row[]): readonly (readonly [title: string, row: Row])[] {
  return rows.map(row => [[row[3] ?? '', ...(row[2] ?? []), row[0]].join(' ').replaceAll(/\s+/g, ' '), row])
}

function loaded([expression, , before = [], above = '']: Row): string {
  return `${above}\n${[...before, `model = joblib.load(${expression})`].join('\n')}\n`
}

function loadedIn([expression, , before = [], above = '']: Row): string {
  const lines = [...before, `return joblib.load(${expression})`].map(line => `    ${line}`)
  return `${above}\ndef load(name, folder):\n${lines.join('\n')}\n`
}

const places: readonly Row[] = [
  ['"models/churn.pkl"', ['note', 'The artifact is `models/churn.pkl`, a file of this repository']],
  ['"./models/churn.pkl"', ['note', 'The artifact is `models/churn.pkl`, a file of this repository']],
  ['"models//churn.pkl"', ['note', 'The artifact is `models/churn.pkl`, a file of this repository']],
  [
    '"models/none.pkl"',
    ['warning', 'The artifact is `models/none.pkl`, which this repository does not contain'],
  ],
  ['"models"', ['warning']],
  ['"/opt/churn.pkl"', ['warning', 'The artifact lies outside of this repository, at `/opt/churn.pkl`']],
  [
    '"../models/churn.pkl"',
    ['warning', 'The artifact is `../models/churn.pkl`, which this repository does not contain'],
  ],
  ['"~/churn.pkl"', ['warning', 'The artifact lies outside of this repository, at `~/churn.pkl`']],
  ['"s3://b/churn.pkl"', ['warning', 'The artifact comes from a bucket']],
  ['"gs://b/churn.pkl"', ['warning', 'The artifact comes from a bucket']],
  ['"https://x.example/churn.pkl"', ['error', 'The artifact comes from the network']],
  ['"http://x.example/churn.pkl"', ['error', 'The artifact comes from the network']],
  [
    '"file:///opt/churn.pkl"',
    ['warning', 'The artifact is `file:/opt/churn.pkl`, which this repository does not contain'],
  ],
  ['"churn.pkl"', ['warning', 'The artifact is `churn.pkl`, which this repository does not contain']],
  ['""', ['warning']],
  ['Path("models") / "churn.pkl"', ['note', 'The artifact is `models/churn.pkl`, a file of this repository']],
  ['Path("models", "churn.pkl")', ['note', 'The artifact is `models/churn.pkl`, a file of this repository']],
  [
    'Path("models").joinpath("churn.pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'os.path.join("models", "churn.pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'os.path.join("/opt", "churn.pkl")',
    ['warning', 'The artifact lies outside of this repository, at `/opt/churn.pkl`'],
  ],
  [
    'os.path.join("models", "/churn.pkl")',
    ['warning', 'The artifact lies outside of this repository, at `/churn.pkl`'],
  ],
  [
    'Path(__file__).parent / "models" / "churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path(__file__).resolve().parent / "models/churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path(__file__).parent.parent / "models/churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path(__file__).parents[0] / "models/churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path(__file__).parents[1] / "models/churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'os.path.join(os.path.dirname(__file__), "models", "churn.pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'os.path.join(os.path.dirname(os.path.abspath(__file__)), "models", "churn.pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'os.path.dirname(__file__) + "/models/churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'f"{os.path.dirname(__file__)}/models/churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path.cwd() / "models/churn.pkl"',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'os.path.join(os.getcwd(), "models/churn.pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  ['Path.home() / "churn.pkl"', ['warning']],
  ['"models/" + "churn.pkl"', ['note', 'The artifact is `models/churn.pkl`, a file of this repository']],
  [
    '"models/{}".format("churn.pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path("models/churn.pkl").resolve()',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'str(Path("models/churn.pkl"))',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path("models/churn").with_suffix(".pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path("models/other.joblib").with_name("churn.pkl")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'Path("models/churn.pkl").parent / "other.joblib"',
    ['note', 'The artifact is `models/other.joblib`, a file of this repository'],
  ],
  [
    'open("models/churn.pkl", "rb")',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  [
    'io.BytesIO(open("models/churn.pkl", "rb").read())',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
  ],
  ['glob.glob("models/*.pkl")[0]', ['warning']],
  ['next(Path("models").glob("*.pkl"))', ['warning']],
  ['os.listdir("models")[0]', ['warning']],
  ['tempfile.mkdtemp() + "/churn.pkl"', ['warning']],
]
test.each(titled(places))('a path: %s', async (_, row) => {
  expect(await told(loaded(row))).toEqual(row[1])
})

const sources: readonly Row[] = [
  [
    'sys.argv[1]',
    [
      'warning',
      'The artifact is named on the command line',
      'serve.py:6 The artifact is named on the command line',
    ],
  ],
  [
    'os.environ["MODEL"]',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:6 The artifact is named by an environment variable',
    ],
  ],
  [
    'os.environ.get("MODEL")',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:6 The artifact is named by an environment variable',
    ],
  ],
  [
    'os.environ.get("MODEL", "models/churn.pkl")',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:6 The artifact is named by an environment variable',
    ],
  ],
  [
    'os.getenv("MODEL", "s3://b/churn.pkl")',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:6 The artifact is named by an environment variable',
    ],
  ],
  [
    'os.getenv("MODEL") or "models/churn.pkl"',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:6 The artifact is named by an environment variable',
    ],
  ],
  [
    'requests.get("https://x.example").content',
    ['error', 'The artifact comes from the network', 'serve.py:6 The artifact comes from the network'],
  ],
  [
    'io.BytesIO(requests.get("https://x.example").content)',
    ['error', 'The artifact comes from the network', 'serve.py:6 The artifact comes from the network'],
  ],
  [
    'urllib.request.urlopen("https://x.example")',
    ['error', 'The artifact comes from the network', 'serve.py:6 The artifact comes from the network'],
  ],
  [
    'urlretrieve("https://x.example/c.pkl", "c.pkl")[0]',
    ['error', 'The artifact comes from the network', 'serve.py:6 The artifact comes from the network'],
  ],
  [
    '"c.pkl"',
    ['error', 'The artifact comes from the network', 'serve.py:6 The artifact comes from the network'],
    ['urlretrieve("https://x.example/c.pkl", "c.pkl")'],
  ],
  [
    '"other.pkl"',
    ['warning', 'warning', 'The artifact is `other.pkl`, which this repository does not contain'],
    ['urlretrieve("https://x.example/c.pkl", "c.pkl")'],
  ],
  [
    '"c.pkl"',
    ['error', 'The artifact comes from the network', 'serve.py:6 The artifact comes from the network'],
    ['urlretrieve("https://x.example/c.pkl", filename="c.pkl")'],
  ],
  [
    'hf_hub_download("a/b", "c.pkl")',
    [
      'error',
      'The artifact comes from a model hub at a revision that may change',
      'serve.py:6 The artifact comes from a model hub at a revision that may change',
    ],
  ],
  [
    'hf_hub_download("a/b", "c.pkl", revision="main")',
    [
      'error',
      'The artifact comes from a model hub at a revision that may change',
      'serve.py:6 The artifact comes from a model hub at a revision that may change',
    ],
  ],
  ['hf_hub_download("a/b", "c.pkl", revision="0123456789abcdef0123456789abcdef01234567")', []],
  [
    'hf_hub_download("a/b", "c.pkl", revision="0123456")',
    [
      'error',
      'The artifact comes from a model hub at a revision that may change',
      'serve.py:6 The artifact comes from a model hub at a revision that may change',
    ],
  ],
  [
    '"c.pkl"',
    ['warning', 'The artifact comes from a bucket', 'serve.py:6 The artifact comes from a bucket'],
    ['boto3.client("s3").download_file("b", "k", "c.pkl")'],
  ],
  [
    '"c.pkl"',
    ['warning', 'The artifact is `c.pkl`, which this repository does not contain'],
    ['boto3.client("s3").download_file("b", "k", "d.pkl")'],
  ],
  [
    '"c.pkl"',
    ['warning', 'The artifact comes from a bucket', 'serve.py:6 The artifact comes from a bucket'],
    ['boto3.client("s3").download_file(Bucket="b", Key="k", Filename="c.pkl")'],
  ],
  [
    'boto3.client("s3").get_object(Bucket="b", Key="k")["Body"].read()',
    ['warning', 'The artifact comes from a bucket', 'serve.py:6 The artifact comes from a bucket'],
  ],
  [
    'boto3.resource("s3").Object("b", "k").get()["Body"]',
    ['warning', 'The artifact comes from a bucket', 'serve.py:6 The artifact comes from a bucket'],
  ],
  ['"c.pkl"', [], ['joblib.dump(1, "c.pkl")']],
  [
    '"c.pkl"',
    ['warning', 'The artifact is `c.pkl`, which this repository does not contain'],
    ['joblib.dump(1, "d.pkl")'],
  ],
  [
    '"c.pkl"',
    [
      'error',
      'The artifact comes from the network',
      'serve.py:6 The artifact comes from the network',
      'serve.py:6 It is written to a file here',
    ],
    ['open("c.pkl", "wb").write(requests.get("https://x.example").content)'],
  ],
  [
    '"c.pkl"',
    [
      'error',
      'The artifact comes from the network',
      'serve.py:7 The artifact comes from the network',
      'serve.py:7 It is written to a file here',
    ],
    ['with open("c.pkl", "wb") as f:', '    f.write(requests.get("https://x.example").content)'],
  ],
  ['"c.pkl"', [], ['with open("c.pkl", "wb") as f:', '    pickle.dump(1, f)']],
  [
    '"c.pkl"',
    [
      'error',
      'The artifact comes from the network',
      'serve.py:6 The artifact comes from the network',
      'serve.py:6 It is written to a file here',
    ],
    ['Path("c.pkl").write_bytes(requests.get("https://x.example").content)'],
  ],
  ['"c.pkl"', ['warning'], ['urlretrieve("https://x.example/c.pkl", "c.pkl")', 'joblib.dump(1, "c.pkl")']],
  [
    '"c.pkl"',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
    ['joblib.dump(1, "c.pkl")', 'urlretrieve("https://x.example/c.pkl", "c.pkl")'],
  ],
  [
    '"c.pkl"',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
    [
      'if len(sys.argv) > 1:',
      '    urlretrieve("https://x.example/c.pkl", "c.pkl")',
      'else:',
      '    joblib.dump(1, "c.pkl")',
    ],
  ],
  [
    '"c.pkl"',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
    ['if not os.path.exists("c.pkl"):', '    urlretrieve("https://x.example/c.pkl", "c.pkl")'],
  ],
  [
    '"models/churn.pkl"',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
    [
      'if not os.path.exists("models/churn.pkl"):',
      '    urlretrieve("https://x.example/c.pkl", "models/churn.pkl")',
    ],
  ],
  [
    '"c.pkl"',
    [
      'note',
      'The artifact is `models/churn.pkl`, a file of this repository',
      'serve.py:6 The artifact is `models/churn.pkl`, a file of this repository',
      'serve.py:6 It is written to a file here',
    ],
    ['shutil.copy("models/churn.pkl", "c.pkl")'],
  ],
  [
    '"c.pkl"',
    [
      'warning',
      'The artifact is named on the command line',
      'serve.py:6 The artifact is named on the command line',
      'serve.py:6 It is written to a file here',
    ],
    ['shutil.copy(sys.argv[1], "c.pkl")'],
  ],
  [
    '"c.pkl"',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:6 The artifact is named by an environment variable',
      'serve.py:6 It is written to a file here',
    ],
    ['shutil.move(os.environ["M"], "c.pkl")'],
  ],
  [
    '"c.pkl"',
    [
      'warning',
      'warning',
      'The artifact is `d.pkl`, which this repository does not contain',
      'serve.py:6 The artifact is `d.pkl`, which this repository does not contain',
      'serve.py:6 It is written to a file here',
    ],
    ['os.rename("d.pkl", "c.pkl")', 'urlretrieve("https://x.example/c.pkl", "d.pkl")'],
  ],
  [
    '"c.pkl"',
    [
      'error',
      'The artifact comes from the network',
      'serve.py:6 The artifact comes from the network',
      'serve.py:7 It is written to a file here',
    ],
    ['urlretrieve("https://x.example/c.pkl", "d.pkl")', 'os.rename("d.pkl", "c.pkl")'],
  ],
  [
    'p',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
    ['p = "c.pkl"', 'urlretrieve("https://x.example/c.pkl", p)'],
  ],
]
test.each(titled(sources))('what fills it: %s', async (_, row) => {
  expect(await told(loaded(row))).toEqual(row[1])
})

const ways: readonly Row[] = [
  [
    'name',
    [
      'warning',
      'The artifact comes in through the parameter `name`, which nothing in this repository sets',
      'serve.py:6 The artifact comes in through the parameter `name`, which nothing in this repository sets',
    ],
  ],
  [
    'folder / name',
    [
      'warning',
      'The artifact comes in through the parameter `folder`, which nothing in this repository sets',
      'serve.py:6 The artifact comes in through the parameter `folder`, which nothing in this repository sets',
    ],
  ],
  [
    'name.path',
    [
      'warning',
      'The artifact comes in through the parameter `name`, which nothing in this repository sets',
      'serve.py:6 The artifact comes in through the parameter `name`, which nothing in this repository sets',
    ],
  ],
  [
    'name["path"]',
    [
      'warning',
      'The artifact comes in through the parameter `name`, which nothing in this repository sets',
      'serve.py:6 The artifact comes in through the parameter `name`, which nothing in this repository sets',
    ],
  ],
  [
    'where()',
    [
      'note',
      'The artifact is `models/churn.pkl`, a file of this repository',
      'serve.py:6 The artifact is `models/churn.pkl`, a file of this repository',
    ],
    [],
    'def where():\n    return "models/churn.pkl"\n',
  ],
  [
    'where(name)',
    [
      'warning',
      'The artifact is a file whose name is only known when the program runs',
      'serve.py:6 The artifact is a file whose name is only known when the program runs',
    ],
    [],
    'def where(name):\n    return Path("models") / name\n',
  ],
  [
    'where("churn.pkl")',
    [
      'note',
      'The artifact is `models/churn.pkl`, a file of this repository',
      'serve.py:6 The artifact is `models/churn.pkl`, a file of this repository',
    ],
    [],
    'def where(name):\n    return Path("models") / name\n',
  ],
  [
    'where()',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:7 The artifact is named by an environment variable',
    ],
    [],
    'def where():\n    if os.environ.get("X"):\n        return os.environ["X"]\n    return "models/churn.pkl"\n',
  ],
  [
    'PLACES["churn"]',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
    [],
    'PLACES = {"churn": "models/churn.pkl", "other": "s3://b/x"}\n',
  ],
  [
    'PLACES[name]',
    ['warning', 'The artifact comes from a bucket'],
    [],
    'PLACES = {"churn": "models/churn.pkl", "other": "s3://b/x"}\n',
  ],
  ['PLACES.get(name)', ['warning'], [], 'PLACES = {"churn": "models/churn.pkl", "other": "s3://b/x"}\n'],
  [
    'Settings.path',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
    [],
    'class Settings:\n    path = "models/churn.pkl"\n',
  ],
  [
    'Settings().path',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:7 The artifact is named by an environment variable',
    ],
    [],
    'class Settings:\n    def __init__(self):\n        self.path = os.environ["MODEL"]\n',
  ],
  [
    'Settings("models/churn.pkl").path',
    [
      'note',
      'The artifact is `models/churn.pkl`, a file of this repository',
      'serve.py:10 The artifact is `models/churn.pkl`, a file of this repository',
      'serve.py:7 It is kept as `path`',
    ],
    [],
    'class Settings:\n    def __init__(self, path):\n        self.path = path\n',
  ],
  [
    'Settings(path=sys.argv[1]).path',
    [
      'warning',
      'The artifact is named on the command line',
      'serve.py:10 The artifact is named on the command line',
      'serve.py:7 It is kept as `path`',
    ],
    [],
    'class Settings:\n    def __init__(self, path):\n        self.path = path\n',
  ],
  [
    'PATH',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
    [],
    'PATH = "models/churn.pkl"\n',
  ],
  [
    'PATH',
    [
      'warning',
      'The artifact is named by an environment variable',
      'serve.py:8 The artifact is named by an environment variable',
    ],
    [],
    'PATH = os.environ["M"]\n',
  ],
  [
    'args.model',
    [
      'warning',
      'The artifact is named on the command line',
      'serve.py:9 The artifact is named on the command line',
    ],
    ['p = argparse.ArgumentParser()', 'p.add_argument("--model")', 'args = p.parse_args()'],
  ],
  [
    'args.model',
    [
      'warning',
      'The artifact is named on the command line',
      'serve.py:9 The artifact is named on the command line',
    ],
    [
      'p = argparse.ArgumentParser()',
      'p.add_argument("--model", default="models/churn.pkl")',
      'args = p.parse_args()',
    ],
  ],
  [
    'path',
    [
      'warning',
      'The artifact is named on the command line',
      'serve.py:8 The artifact is named on the command line',
    ],
    ['path = "models/churn.pkl" if name else sys.argv[1]'],
  ],
  [
    'path',
    ['note', 'The artifact is `models/churn.pkl`, a file of this repository'],
    ['path = name', 'path = "models/churn.pkl"'],
  ],
  [
    'path',
    ['warning', 'The artifact comes from a bucket'],
    ['for path in ["models/churn.pkl", "s3://b/x"]:', '    pass'],
  ],
  [
    'path',
    [
      'warning',
      'The artifact comes in through the parameter `name`, which nothing in this repository sets',
      'serve.py:6 The artifact comes in through the parameter `name`, which nothing in this repository sets',
    ],
    ['path = name or "models/churn.pkl"'],
  ],
  [
    'path',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
    ['path = requests.get(name).json()["path"]'],
  ],
  [
    'io.BytesIO(body)',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
    ['body = requests.get(name).content'],
  ],
  [
    'requests.get(name, stream=True).raw',
    ['error', 'The artifact comes from the network', 'serve.py:7 The artifact comes from the network'],
  ],
  ['acme.find(name)', ['warning'], ['import acme']],
  [
    'name.open()',
    [
      'warning',
      'The artifact comes in through the parameter `name`, which nothing in this repository sets',
      'serve.py:6 The artifact comes in through the parameter `name`, which nothing in this repository sets',
    ],
  ],
  [
    'Path(name).name',
    [
      'warning',
      'The artifact comes in through the parameter `name`, which nothing in this repository sets',
      'serve.py:6 The artifact comes in through the parameter `name`, which nothing in this repository sets',
    ],
  ],
  [
    'cache(name)',
    [
      'error',
      'The artifact comes from the network',
      'serve.py:7 The artifact comes from the network',
      'serve.py:8 `cache` returns it',
    ],
    [],
    'def cache(url):\n    local = "/tmp/c.pkl"\n    urlretrieve(url, local)\n    return local\n',
  ],
  [
    'cache(name)',
    [
      'warning',
      'warning',
      'The artifact lies outside of this repository, at `/tmp/c.pkl`',
      'serve.py:8 The artifact lies outside of this repository, at `/tmp/c.pkl`',
    ],
    [],
    'def cache(url):\n    local = "/tmp/c.pkl"\n    urlretrieve(url, "/tmp/d.pkl")\n    return local\n',
  ],
]
test.each(titled(ways))('in a function: %s', async (_, row) => {
  expect(await told(loadedIn(row))).toEqual(row[1])
})
