import { selectFiles } from '../../src/analysis/select'
import { builtin as rules } from '../support/builtin'

function chosen(sources: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  return selectFiles(files, rules)
    .map(file => file.path)
    .sort()
}

const posting = 'import requests\n\ndef tell(url, body):\n    return requests.post(url, json=body)\n'

test('a file that posts somewhere is left unread where nothing names the address of a registry', () => {
  expect(chosen({ 'hooks.py': posting })).toEqual([])
})

test('a file that posts somewhere is read where another file names the address of a registry', () => {
  const addresses = 'ALIAS = "/api/2.0/mlflow/registered-models/alias"\n'
  const promote =
    'from addresses import ALIAS\nfrom hooks import tell\n\ntell(ALIAS, {"alias": "champion"})\n'
  expect(chosen({ 'addresses.py': addresses, 'hooks.py': posting, 'promote.py': promote })).toEqual([
    'addresses.py',
    'hooks.py',
    'promote.py',
  ])
})

test('a file that only assigns a variable of the environment is read', () => {
  const start = 'import os\n\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\n'
  expect(chosen({ 'start.py': start, 'other.py': 'import os\n\nos.environ["HOME"] = "/"\n' })).toEqual([
    'start.py',
  ])
})

test('a file that only replaces a check is read', () => {
  const patch =
    'from transformers import modeling_utils\n\nmodeling_utils.check_torch_load_is_safe = lambda: None\n'
  expect(chosen({ 'patch.py': patch })).toEqual(['patch.py'])
})

test.each<[string, string]>([
  ['assigned', 'ssl._create_default_https_context = ssl._create_unverified_context\n'],
  ['assigned beside another', 'ssl._create_default_https_context, n = ssl._create_unverified_context, 1\n'],
  ['assigned by its name', 'setattr(ssl, "_create_default_https_context", ssl._create_unverified_context)\n'],
])('a file in which a function of a library is %s is read', (_, code) => {
  expect(chosen({ 'start.py': `import ssl\n\n${code}` })).toEqual(['start.py'])
})

test('a file that names what others assign, and assigns nothing, is left unread', () => {
  const open = 'import ssl\n\n\ndef connect(to):\n    return to(context=ssl._create_unverified_context())\n'
  expect(chosen({ 'vm.py': open })).toEqual([])
})

const s3 = 'from botocore import UNSIGNED\nfrom botocore.config import Config\n'
const anonymous = '"s3", config=Config(signature_version=UNSIGNED)'

describe('what is taken from a module of the repository', () => {
  test.each<[string, string[], Readonly<Record<string, string>>]>([
    [
      'a library that it brings',
      ['main.py', 'ship/compat.py'],
      {
        'ship/__init__.py': '',
        'ship/compat.py': 'import boto3\n',
        'main.py': `import ship.compat\n${s3}\nship.compat.boto3.client(${anonymous})\n`,
      },
    ],
    [
      'a function of the library that it brings',
      ['main.py', 'ship/__init__.py'],
      {
        'ship/__init__.py': 'from boto3 import client\n',
        'main.py': `import ship\n${s3}\nship.client(${anonymous})\n`,
      },
    ],
    [
      'a variable of it',
      ['main.py', 'ship.py'],
      {
        'ship.py': 'import boto3\n\nclient = boto3.client\n',
        'main.py': `import ship\n${s3}\nship.client(${anonymous})\n`,
      },
    ],
    [
      'a module in it that is called like the function',
      [],
      {
        'ship/__init__.py': 'import boto3\n',
        'ship/client.py': 'def ask():\n    return 1\n',
        'main.py': `import ship.client\n${s3}\nship.client.ask(UNSIGNED)\n`,
      },
    ],
    [
      'a function of its own that is called like it',
      [],
      {
        'ship.py': 'import boto3\n\n\ndef client(name):\n    return name\n',
        'main.py': `import ship\n${s3}\nship.client(UNSIGNED)\n`,
      },
    ],
    [
      'what its import names',
      [],
      {
        'ship/__init__.py': 'import boto3\n',
        'ship/client.py': 'def ask():\n    return 1\n',
        'main.py': `from ship.client import ask\n${s3}\nask(UNSIGNED)\n`,
      },
    ],
    [
      'packages that pass each other on for ever',
      ['main.py'],
      {
        'a/__init__.py': 'from b import *\nimport b\n',
        'b/__init__.py': 'from a import *\nimport a\n',
        'main.py': `import a\n${s3}import boto3\n\na.b.a.b.client("x")\nboto3.client(${anonymous})\n`,
      },
    ],
  ])('%s', (_, files, sources) => {
    const found = chosen(sources)
    expect(found.filter(path => files.includes(path))).toEqual(files)
    if (files.length === 0) expect(found).toEqual([])
  })
})

describe('what hands a function of a library on', () => {
  const store = (names: string) =>
    `import pickle\nimport shutil\n\n\nclass Store:\n    def __init__(self, by=None):\n        ${names}\n\n    def read(self, data):\n        return self.by.loads(data)\n`

  test('the module stands alone at the end of a line', () => {
    expect(chosen({ 'store.py': store('self.by = by or pickle') })).toEqual(['store.py'])
  })

  test('a module of the repository is imported by its whole name as well', () => {
    const text = `import ship.names\n${store('self.by = by or pickle')}`
    expect(chosen({ 'ship/__init__.py': '', 'ship/names.py': 'NAME = 1\n', 'store.py': text })).toContain(
      'store.py',
    )
  })

  test('something else of the library stands alone', () => {
    expect(chosen({ 'store.py': store('self.by = open_store(pickle.HIGHEST_PROTOCOL)') })).toEqual([])
    const other =
      'from pickle import HIGHEST_PROTOCOL\n\n\ndef read(by, data):\n    return by(HIGHEST_PROTOCOL).loads(data)\n'
    expect(chosen({ 'store.py': other })).toEqual([])
  })
})

test('a fragment that does not import what it takes from is read', () => {
  const fragment =
    'from mlflow.tracking import MlflowClient\n\n\ndef best(uri):\n    return mlflow.xgboost.load_model(uri)\n'
  expect(chosen({ 'a.py': fragment })).toEqual(['a.py'])
  expect(chosen({ 'a.py': fragment.replace('mlflow.x', 'flow.x') })).toEqual([])
})

describe('a use that is none', () => {
  test.each([
    [
      'in documentation',
      'import pickle\n\n\ndef read(path):\n    """Not by pickle.load(path), which runs code."""\n',
    ],
    ['in a comment', 'import pickle\n\n# pickle.load(path)\npickle.dump(1, open("x", "wb"))\n'],
    [
      'in the name of something in a text',
      'import pickle\n\n\ndef read(tools, path):\n    return tools["pickle.load"](pickle, path)\n',
    ],
  ])('%s', (_, text) => {
    expect(chosen({ 'a.py': text })).toEqual([])
  })

  test('and one that is one', () => {
    expect(chosen({ 'a.py': 'import pickle\n\n\ndef read(path):\n    return pickle.load(path)\n' })).toEqual([
      'a.py',
    ])
  })
})

describe('a command line that code starts', () => {
  const run = 'import subprocess\n\n\ndef run(command):\n    subprocess.run(command, check=True)\n'
  const started = (args: string) => ({ 'a.py': `import subprocess\n\nsubprocess.run(${args})\n` })

  test.each([
    ['a list', '["kubectl", "apply", "-f", "prod.yaml"]'],
    ['a list over several lines', '[\n    "kubectl",\n    "apply",\n]'],
    ['a program by its path', '["/usr/local/bin/kubectl", "apply"]'],
    ['a text', '"kubectl apply -f prod.yaml", shell=True'],
    [
      'a text with a program that is put in',
      'f"{tool} apply -f prod.yaml", shell=True)\ntool = which("kubectl"',
    ],
    ['a second command of a shell', '"cd deploy && kubectl apply -f prod.yaml", shell=True'],
    ['a script of its own lines', '"""\nset -e\nkubectl apply -f prod.yaml\n""", shell=True'],
    ['one that a program runs', '["bash", "-c", "kubectl apply -f prod.yaml"]'],
    ['one with an option in front', '["aws", "--profile", "ml", "sagemaker", "update-endpoint"]'],
    ['one with a variable in front', '"AWS_PROFILE=ml aws sagemaker update-endpoint", shell=True'],
    [
      'a text that goes on behind another one',
      '"cd " + folder + " && kubectl apply -f prod.yaml", shell=True',
    ],
    ['a text of two parts', '"cd deploy" " && kubectl apply -f prod.yaml", shell=True'],
    [
      'a text with a place for its program',
      '"%s apply -f prod.yaml" % tool, shell=True)\ntool = which("kubectl"',
    ],
    ['a line of a shell in a list', '["cd deploy && kubectl apply -f prod.yaml"], shell=True'],
    ['one that begins in a variable', 'args=command, check=True)\ncommand = ("kubectl", "apply"'],
  ])('%s is looked at', (_, args) => {
    expect(chosen(started(args))).toEqual(['a.py'])
  })

  test.each([
    ['another program', '["echo", "kubectl"]'],
    ['another program in a text', '"echo kubectl apply"'],
    [
      'another command of the program',
      '["git", "rev-parse", "HEAD"])\nsubprocess.run(["git", "log", "--oneline"]',
    ],
    ['a variable that is called like a program', 'command)\ncp = 4\nprint(cp, "cp)"'],
  ])('%s is not', (_, args) => {
    expect(chosen(started(args))).toEqual([])
  })

  test('what another file says reaches it', () => {
    const files = {
      'run.py': run,
      'main.py': 'from run import run\n\nrun(["kubectl", "apply", "-f", "a.yaml"])\n',
    }
    expect(chosen(files)).toEqual(['main.py', 'run.py'])
  })

  test('a wrapper has the program, and its users the rest', () => {
    const kubectl = 'from run import run\n\n\ndef kubectl(*words):\n    run(["kubectl", *words])\n'
    const files = {
      'run.py': run,
      'kube.py': kubectl,
      'main.py': 'from kube import kubectl\n\nkubectl("apply", "-f", "a.yaml")\n',
    }
    expect(chosen(files)).toEqual(['kube.py', 'main.py', 'run.py'])
    expect(chosen({ ...files, 'main.py': 'from kube import kubectl\n\nkubectl("version")\n' })).toEqual([])
  })

  test('prose about a program does not', () => {
    const files = {
      'run.py': run,
      'main.py': '"""Like kubectl apply."""\nfrom run import run\n\n# kubectl apply\nrun(["true"])\n',
    }
    expect(chosen(files)).toEqual([])
  })

  test('two files that import the same one hand each other nothing', () => {
    const files = {
      'names.py': 'NAME = "a"\n',
      'run.py': `from names import NAME\n${run}`,
      'help.py': 'from names import NAME\n\nHELP = "kubectl apply"\n',
    }
    expect(chosen(files)).toEqual([])
    const used = { ...files, 'main.py': 'from help import HELP\nfrom run import run\n\nrun(HELP)\n' }
    expect(chosen(used)).toEqual(['help.py', 'main.py', 'run.py'])
  })
})

describe('a word that stands in a text', () => {
  const copy = 'import shutil\n\n\ndef ship(model, to):\n    shutil.copy(model, to)\n'
  const main = (args: string) => ({ 'ship.py': copy, 'main.py': `from ship import ship\n\n${args}\n` })

  test.each([
    ['by itself', 'ship("m.pkl", "prod")'],
    ['as a folder', 'ship("m.pkl", "models/production/m.pkl")'],
    ['in a name', 'ship("m.pkl", f"{root}/models_prod/m.pkl")'],
    ['in the last line', 'ship("m.pkl", "models/prod/m.pkl")'],
    ['as the name of a constant', 'PRODUCTION = "a"\nship("m.pkl", PRODUCTION)'],
  ])('%s', (_, args) => {
    expect(chosen(main(args))).toEqual(['main.py', 'ship.py'])
  })

  test.each([
    ['a function is called so', 'from math import prod\n\nship(prod([1, 2]), 3)'],
    ['a word begins so', 'ship("m.pkl", "products/m.pkl")'],
    ['no text is near', 'prod = 4\nship(prod, 4)'],
    ['only lines around it have texts', 'a = "m.pkl"\nprod = 4\nship(a, prod)\nb = "n.pkl"'],
    ['a text stands before it in the line', 'ship("m.pkl", prod)\nb = "n.pkl"'],
    ['a text stands behind it in the line', 'b = "n.pkl"\nship(prod, "m.pkl")'],
  ])('not where %s', (_, args) => {
    expect(chosen(main(args))).toEqual([])
  })

  test('a call that is given nothing copies nothing', () => {
    const text = 'import shutil\n\nTO = "prod"\n\n\ndef ship(frame, by=shutil):\n    return'
    expect(chosen({ 'a.py': `${text} by.copy(frame, TO)\n` })).toEqual(['a.py'])
    expect(chosen({ 'a.py': `${text} frame.copy()\n` })).toEqual([])
  })
})

const joblib = 'import joblib\n\n\n'

describe('whoever leads to a sink is read, and nobody else', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a function by whose text another one seems to begin',
      {
        'a.py': `${joblib}def read(path):\n    """It is no\ndef fake(path):\n    """\n    '''\nclass Fake:\n    '''\n    return joblib.load(path)\n`,
        'b.py': 'from a import read\n\nread("m.pkl")\n',
        'c.py': 'from a import fake\n\nfake("m.pkl")\n',
      },
      ['a.py', 'b.py'],
    ],
    [
      'a function behind a comment with the quotes of a text',
      {
        'a.py': `${joblib}# """\ndef read(path):\n    return joblib.load(path)\n`,
        'b.py': 'from a import read\n\nread("m.pkl")\n',
      },
      ['a.py', 'b.py'],
    ],
    [
      'what runs behind a function',
      {
        'a.py': `${joblib}def other(path):\n    return path\n\n\njoblib.load(other("m.pkl"))\n`,
        'b.py': 'from a import other\n\nother("m.pkl")\n',
      },
      ['a.py'],
    ],
    [
      'a method, by a function that calls it on what it is given',
      {
        'a.py': `${joblib}class Store:\n    def read(self, path):\n        return joblib.load(path)\n`,
        'b.py': 'from a import Store\n\n\ndef take(store: Store):\n    return store.read("m.pkl")\n',
        'c.py': 'from b import take\n\ntake(None)\n',
        'd.py': 'from b import other\n\nother(None)\n',
      },
      ['a.py', 'b.py', 'c.py'],
    ],
    [
      'what makes an object, and nobody whose class is made alike',
      {
        'a.py': `${joblib}class Store:\n    def __init__(self, path):\n        self.model = joblib.load(path)\n`,
        'b.py':
          'from a import Store\n\n\nclass Other(list):\n    def __init__(self):\n        super().__init__()\n\n\ndef make():\n    return Store("m.pkl")\n',
        'c.py': 'from b import Other\n\nOther()\n',
        'd.py': 'from b import make\n\nmake()\n',
      },
      ['a.py', 'b.py', 'd.py'],
    ],
    [
      'a function that is taken from its module',
      {
        'a.py': `${joblib}def read(path):\n    return joblib.load(path)\n`,
        'b.py': 'import a\n\n\ndef take():\n    return a.read("m.pkl")\n\n\ndef other():\n    return 1\n',
        'c.py': 'from b import other\n\nother()\n',
        'd.py': 'from b import take\n\ntake()\n',
      },
      ['a.py', 'b.py', 'd.py'],
    ],
    [
      'a function by another name',
      {
        'a.py':
          'from joblib import load as read\n\n\ndef take(path):\n    return read(path)\n\n\ndef other():\n    return 1\n',
        'b.py': 'from a import take\n\ntake("m.pkl")\n',
        'c.py': 'from a import other\n\nother()\n',
      },
      ['a.py', 'b.py'],
    ],
    [
      'an object that one of several files makes',
      {
        'a.py':
          'from mlflow.deployments import get_deploy_client\n\nfrom serve import serve\n\nserve(get_deploy_client("sagemaker"))\n',
        'serve.py': 'def serve(target):\n    target.create_deployment("churn-prod", "models:/m/3")\n',
        'z.py': 'import mlflow.deployments\n\nprint(mlflow.deployments.__name__)\n',
      },
      ['a.py', 'serve.py'],
    ],
  ])('%s', (_, sources, files) => {
    expect(chosen(sources)).toEqual(files)
  })
})

describe('a name means the library', () => {
  test.each([
    ['where a star brings it', 'from joblib import *\n\nload("m.pkl")\n'],
    [
      'where one of two imports does',
      'try:\n    import ujson as p\nexcept ImportError:\n    import pickle as p\n\np.load(open("m.pkl", "rb"))\n',
    ],
    [
      'where it is distinctive',
      'def move(client):\n    client.transition_model_version_stage("m", 3, "Production")\n',
    ],
    ['with spaces around its dot', 'import joblib\n\njoblib . load("m.pkl")\n'],
    [
      'in a text by itself that says nothing of a function',
      'import pickle\n\nx = 1\n"""\npickle.load(path)\n"""\n',
    ],
    [
      'in a text by itself behind a function of one line',
      'import pickle\n\n\ndef read(path): pass\n\n\n"""\npickle.load(path)\n"""\n',
    ],
    ['between comments', 'import pickle\n\nx = 1  # one\npickle.load(x)  # two\n'],
    ['in a text that is no documentation', 'import pickle\n\ncode = """\npickle.load(path)\n"""\n'],
  ])('%s', (_, text) => {
    expect(chosen({ 'a.py': text })).toEqual(['a.py'])
  })

  test.each([
    ['where it is distinctive, in documentation', '"""client.transition_model_version_stage(1, 2, 3)"""\n'],
    [
      'in documentation in other quotes',
      "import pickle\n\n\ndef read(path):\n    '''Not by pickle.load(path).'''\n",
    ],
    [
      'in documentation behind a head over several lines',
      'import pickle\n\n\nclass Reader:\n    def read(\n        self,\n    ) -> str:\n\n        """Not by pickle.load(path)."""\n',
    ],
    [
      'in the second line of documentation',
      'import pickle\n\n\ndef read(path):\n    """Reads.\n\n    Not by pickle.load(path).\n    """\n',
    ],
    [
      'in documentation behind blanks',
      'import pickle\r\n\r\n\r\ndef read(path): \t\r\n    """Not by pickle.load(path)."""\t\r\n    return path\r\n',
    ],
  ])('and none %s', (_, text) => {
    expect(chosen({ 'a.py': text })).toEqual([])
  })
})

describe('what files of other kinds name is read', () => {
  const script = 'import sys\n\nsys.exit(1)\n'
  const python = { 'ship/__init__.py': '', 'ship/cli.py': script, 'other.py': script }
  test.each([
    [
      'a module that a workflow runs',
      'ci.yml',
      'on: push\njobs: {a: {steps: [{run: python -m ship.cli}]}}\n',
    ],
    [
      'a file that a workflow runs',
      'ci.yml',
      'on: push\njobs: {a: {steps: [{run: python ./ops/../ship/cli.py}]}}\n',
    ],
    ['what a project brings along', 'pyproject.toml', '[project.scripts]\nship = "ship.cli:main"\n'],
    ['a notebook that a bundle runs', 'databricks.yml', 'notebook_path: ../ship/cli\n'],
  ])('%s', (_, path, text) => {
    expect(chosen({ ...python, [path]: text }).filter(file => file !== path)).toEqual(
      expect.arrayContaining(['ship/cli.py']),
    )
    expect(chosen({ ...python, [path]: text })).not.toContain('other.py')
  })
})

test.each(['README.md', 'README.md.j2', 'README.md.jinja', 'README.md.jinja2', 'docs/a.rst.tmpl', 'a.Rmd'])(
  'a document without code is left out: %s',
  path => {
    expect(chosen({ [path]: 'Nothing to see.\n' })).toEqual([])
  },
)

describe('a workflow of Argo in a file of its own', () => {
  const workflow = (kind: string, command: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nspec:\n  templates:\n    - script: {source: ${command}}\n`
  const gate = 'echo ready'

  test.each(['Workflow', '"Workflow"', ' Workflow '])('is left unread where `%s` says nothing', kind => {
    expect(chosen({ 'one.yaml': workflow(kind, gate) })).toEqual([])
  })

  test.each<[string, string, string]>([
    ['it runs a script', 'Workflow', 'python gate.py'],
    ['it promotes', 'Workflow', 'aws sagemaker update-endpoint --endpoint-name churn-prod'],
    ['others may take templates from it', 'WorkflowTemplate', gate],
    ['there is something else in it', `Workflow\n---\nkind: CronWorkflow`, gate],
  ])('is read where %s', (_, kind, command) => {
    expect(chosen({ 'one.yaml': workflow(kind, command) })).toEqual(['one.yaml'])
  })
})

describe('in a repository of very many files', () => {
  const many = Object.fromEntries(
    Array.from({ length: 4_001 }, (_, at) => [`other/m${at}.py`, 'import json\n']),
  )
  const get = 'from urllib.request import urlopen\n\n\ndef get(url):\n    return urlopen(url)\n'
  const keep = 'from get import get\n\n\ndef keep(url):\n    return get(url)\n'
  const of = (name: string): string => `from keep import keep\n\nkeep(f"{root}/${name}")\n`
  const beside = (name: string): string => `from get import get\n\nget(f"{root}/${name}")\n`

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['a model that is named next to it', { 'a.py': beside('churn_model.zip') }, true],
    ['a format of models', { 'a.py': beside('churn.pt') }, true],
    ['something else that is named next to it', { 'a.py': beside('churn.zip') }, false],
    ['a model that is named further away', { 'keep.py': keep, 'a.py': of('churn_model.zip') }, false],
  ])('a file that fetches something is read for %s: %#', (_, files, read) => {
    const found = chosen({ ...many, 'get.py': get, ...files })
    expect(found).toEqual(read ? Object.keys({ ...files, 'get.py': get }).sort() : [])
  })

  test('in a smaller one it is read for all of these', () => {
    expect(chosen({ 'get.py': get, 'a.py': beside('churn.zip') })).toEqual(['a.py', 'get.py'])
    expect(chosen({ 'get.py': get, 'keep.py': keep, 'a.py': of('churn_model.zip') })).toContain('get.py')
  })

  const start = 'import subprocess\n\n\ndef start(line):\n    subprocess.run(line)\n'
  const called = (line: string): string => `from start import start\n\nstart(${line})\n`

  test.each<[string, boolean]>([
    ['["git", "clone", "https://huggingface.co/acme/churn"]', true],
    ['["git", "clone", "https://example.com/acme/churn"]', false],
    ['["docker", "push", "acme/churn-model:prod"]', true],
    ['["docker", "push", "acme/churn-model:dev"]', false],
    ['["helm", "upgrade", "churn-model", "./chart"]', true],
  ])('a file that starts a command line is read for `%s`: %s', (line, read) => {
    const found = chosen({ ...many, 'start.py': start, 'a.py': called(line) })
    expect(found).toEqual(read ? ['a.py', 'start.py'] : [])
  })
})
