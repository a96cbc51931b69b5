import { selectFiles } from '../../src/analysis/select'
import { builtinRules } from '../../src/rules/builtin'
import { chosenOf, filesOf, type Sources } from '../support/choice'

const rules = builtinRules()

function names(sources: Sources): string[] {
  return chosenOf(filesOf(sources)).map(({ path }) => path)
}

/** Of files that do the same, those whose names begin with `is` hold what may be a sink, and no others. */
function expectOnlyThose(sources: Sources): void {
  expect(names(sources)).toEqual(Object.keys(sources).filter(path => /(?:^|\/)is/.test(path)))
}

describe('a name is looked for by the library that it comes from', () => {
  test.each<[string, Sources]>([
    [
      'by another name in the file',
      {
        'is.py': 'from joblib import load as read\n\nread("m.pkl")\n',
        'other.py': 'from json import load as read\n\nread("m.pkl")\n',
      },
    ],
    [
      'by the name that a library has had before',
      {
        'is.py': 'from sklearn.externals import joblib\n\njoblib.load("m.pkl")\n',
        'is_too.py': 'import cPickle\n\ncPickle.loads(data)\n',
        'other.py': 'from scikit.externals import joblib\n\njoblib.load("m.pkl")\n',
      },
    ],
    [
      'by a name that an alias stands for',
      {
        'is.py': 'import joblib.numpy_pickle as tools\n\ntools.load("m.pkl")\n',
        'other.py': 'import numpy.pickle as tools\n\ntools.load("m.pkl")\n',
      },
    ],
    [
      'by the three first names where libraries share two',
      {
        'is.py':
          'from google.cloud import aiplatform\n\naiplatform.Endpoint("churn-prod").deploy(model="projects/p/models/1", traffic_percentage=100)\n',
        'other.py':
          'from google.cloud import compute\n\ncompute.Endpoint("churn-prod").deploy(model="projects/p/models/1", traffic_percentage=100)\n',
      },
    ],
    [
      'by the three first names of another company',
      {
        'is.py': 'from azure.ai.ml import MLClient\n\nMLClient().models.create_or_update(x)\n',
        'other.py': 'from azure.storage.blob import MLClient\n\nMLClient().models.create_or_update(x)\n',
      },
    ],
    [
      'by any class of a module',
      {
        'is.py':
          'from flair import models\n\n\ndef read(kind, path):\n    return kind.load(path)\n\n\nread(models.TextClassifier, "m.pt")\n',
        'other.py':
          'from flare import models\n\n\ndef read(kind, path):\n    return kind.load(path)\n\n\nread(models.TextClassifier, "m.pt")\n',
      },
    ],
    [
      'by what makes its object',
      {
        'is.py':
          'import mlflow\n\nclient = mlflow.MlflowClient()\nclient.rename_registered_model("m", "live")\nclient.copy_model_version("models:/m/1", "prod.m")\n',
        'other.py': 'import mlflow\n\nclient = mlflow.start()\nclient.copy_to("models:/m/1", "prod.m")\n',
      },
    ],
    [
      'by what a notebook has without an import',
      {
        'is.py': 'get_ipython().system("gto assign churn --stage prod")\n',
        'other.py': 'def run(shell):\n    shell.system("gto assign churn --stage prod")\n',
      },
    ],
  ])('%s', (_, sources) => expectOnlyThose(sources))

  test('and by none that the repository itself is', () => {
    const text =
      'import google\n\n\ndef go(Endpoint):\n    Endpoint.shared.deploy(model="projects/p/models/1", traffic_percentage=100)\n'
    expect(names({ 'a.py': text })).toEqual(['a.py'])
    expect(names({ 'a.py': text, 'google/cloud/aiplatform/__init__.py': '' })).toEqual([])
  })
})

test('a name is looked for from the beginning of a long file on', () => {
  const tail = `# ${'so on '.repeat(200)}\n`
  expectOnlyThose({
    'is.py': `import numpy as np\nnp.load("m.npy", allow_pickle=True)\n${tail}`,
    'other.py': `import json as np\nnp.load("m.npy", allow_pickle=True)\n${tail}`,
  })
})

test('a function that the project names itself is looked for by its name alone', () => {
  const [sink] = rules.catalogs.flatMap(({ sinks }) => sinks)
  if (!sink) throw new Error('The catalogue has no sink.')
  const own = { guards: [], sinks: [{ ...sink, call: ['ship.release.put_live'], near: [] }] }
  const files = filesOf({
    'ship/release.py': 'def put_live(name):\n    return name\n',
    'main.py': 'from ship.release import put_live\n\nput_live("m")\n',
    'other.py': 'from ship.release import put_back\n\nput_back("m")\n',
  })
  expect(selectFiles(files, { ...rules, own }).map(({ path }) => path)).toEqual([
    'ship/release.py',
    'main.py',
  ])
  expect(selectFiles(files, rules)).toEqual([])
})

test('an assignment by which nothing has to stand is looked for where its library is', () => {
  const catalogs = rules.catalogs.map(catalog => ({
    ...catalog,
    sinks: catalog.sinks.map(sink => (/__setattr__/.test(sink.call[0] ?? '') ? { ...sink, near: [] } : sink)),
  }))
  const files = filesOf({
    'is.py': 'import ssl\n\nssl.anything = 1\n',
    'other.py': 'import json\n\njson.anything = 1\n',
  })
  expect(selectFiles(files, { ...rules, catalogs }).map(({ path }) => path)).toEqual(['is.py'])
  expect(selectFiles(files, rules)).toEqual([])
})

describe('a command line is looked for by its first two words', () => {
  const run = (line: string): string => `import subprocess\n\nsubprocess.run(${line}, check=True)\n`
  const helper = 'import subprocess\n\n\ndef run(command):\n    subprocess.run(command, check=True)\n'
  const use = (line: string): string => `from run import run\n\nrun(${line})\n`

  test.each<[string, Sources]>([
    [
      'in a file that says both',
      {
        'is.py': run('["gto", "assign", "m"]'),
        'is_text.py': run('" A=1 gto assign m", shell=True'),
        'is_whole.py': run('["rsync", "-a", "m.pkl", "live:/srv/prod/m.pkl"]'),
        'is_far.py': run('f"ssh {host} gto  assign m", shell=True'),
        'other.py': run('["gto", "show", "m"]').replace('\n\n', '\n\nHELP = "gto assign"\n'),
        'another.py': `${helper}\n\nHELP = "of gto, assign"\n`,
      },
    ],
    [
      'in files that know each other',
      { 'is_used.py': helper, 'is.py': use('["gto", "assign", "m"]').replace('from run', 'from is_used') },
    ],
    ['in files of which none says the second', { 'run.py': helper, 'main.py': use('["gto", "show", "m"]') }],
    [
      'in files that do not know each other',
      {
        'run.py': helper,
        'main.py': use('["gto", *words]'),
        'far.py': 'WORD = "assign"\n',
      },
    ],
    [
      'and not as a variable, an argument or a part of a name',
      {
        'run.py': `${helper}\n\ngto = "assign"\n`,
        'call.py': `${helper}\n\nrun(gto="assign")\n`,
        'name.py': `${helper}\n\nNAME = "gto-assign"\n`,
        'part.py': `${helper}\n\nNAME = "my-gto assign"\n`,
      },
    ],
  ])('%s', (_, sources) => expectOnlyThose(sources))
})

describe('a library that is imported when it is needed is known by its variable', () => {
  test.each<[string, Sources]>([
    [
      'also with a type, in the first line and by the name of the argument',
      {
        'is.py': 'tools = __import__("joblib")\ntools.load("m.pkl")\n',
        'is_typed.py':
          'from importlib import import_module\n\ntools: object = import_module("joblib")\ntools.load("m.pkl")\n',
        'is_named.py':
          'import importlib\n\ntools = importlib.import_module(name="joblib")\ntools.load("m.pkl")\n',
        'other.py': 'import importlib\n\ntools = importlib.import_module("json")\ntools.load("m.pkl")\n',
      },
    ],
    [
      'and an object by what makes it',
      {
        'is.py':
          'from mlflow.deployments import get_deploy_client\n\nget_deploy_client("x").create_deployment("churn-prod", "models:/m/3")\n',
        'other.py':
          'import mlflow.deployments\n\n\ndef serve(target):\n    target.create_deployment("churn-prod", "models:/m/3")\n',
      },
    ],
  ])('%s', (_, sources) => expectOnlyThose(sources))
})

describe('a class or a module is handed over', () => {
  const reader = 'def read(by, data):\n    return by.loads(data)\n'
  const compat = 'import pickle\n\nVERSION = 1\n'

  test.each<[string, Sources, readonly string[]]>([
    [
      'by a module that has it',
      { 'compat.py': compat, 'read.py': `import compat\n\n\n${reader}\n\nread(compat.pickle, b"")\n` },
      ['compat.py', 'read.py'],
    ],
    [
      'by a star of a module that has it',
      { 'compat.py': compat, 'read.py': `from compat import *\n\n\n${reader}\n\nread(pickle, b"")\n` },
      ['compat.py', 'read.py'],
    ],
    [
      'by a module that hands it out itself',
      {
        'compat.py': `${compat}TOOL = pickle\n`,
        'read.py': `import compat\n\n\n${reader}\n\nread(compat.TOOL, b"")\n`,
      },
      ['compat.py', 'read.py'],
    ],
    [
      'by nothing of the module that has it',
      {
        'compat.py': `${compat}pickle.dump(VERSION, open("v", "wb"))\n`,
        'read.py': `import compat\n\n\n${reader}\n\nread(compat.VERSION, b"")\n`,
      },
      [],
    ],
    [
      'by nothing of a module that has another one',
      {
        'compat.py': compat.replace('pickle', 'json'),
        'read.py': `import compat\n\n\n${reader}\n\nread(compat.json, b"")\nPICKLE = "pickle"\n`,
      },
      [],
    ],
    [
      'by nothing where another library is',
      { 'read.py': `import json\nimport pickle\n\n\n${reader}\n\nread(json, pickle.HIGHEST_PROTOCOL)\n` },
      [],
    ],
    [
      'by one that imports the reader',
      { 'read.py': reader, 'main.py': 'import pickle\n\nfrom read import read\n\nread(pickle, b"")\n' },
      ['read.py', 'main.py'],
    ],
    [
      'by none that imports the reader',
      {
        'read.py': reader,
        'main.py': 'import pickle\n\nfrom read import read\n\nread(None, pickle.HIGHEST_PROTOCOL)\n',
      },
      [],
    ],
  ])('%s', (_, sources, files) => {
    expect(names(sources)).toEqual(files)
  })
})

describe('of notebooks and documents only those are taken apart', () => {
  const notebook = (source: string): string =>
    JSON.stringify({ cells: [{ cell_type: 'code', source: source.split(/(?<=\n)/) }], metadata: {} })
  const document = (code: string, language = 'python'): string =>
    `# How\n\n\`\`\`${language}\n${code}\n\`\`\`\n`

  test.each<[string, Sources]>([
    [
      'that say a word which has to stand near',
      {
        'is.ipynb': notebook('import shutil\n\nshutil.copy("m.pkl", "models/prod/m.pkl")\n'),
        'other.ipynb': notebook('import shutil\n\nshutil.copy("a.csv", "b.csv")\n'),
      },
    ],
    [
      'that set a variable which lifts a bound',
      {
        'is.ipynb': notebook('import os\n\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\n'),
        'other.ipynb': notebook('import os\n\nos.environ["TORCH_HOME"] = "1"\n'),
      },
    ],
    [
      'that start a command which is a sink',
      {
        'is.ipynb': notebook('!gto assign churn --stage prod\n'),
        'is_too.ipynb': notebook('import os\n\nos.system("gto assign churn --stage prod")\n'),
        'other.ipynb': notebook('!gto show churn\n'),
        'prose.ipynb': notebook('TEXT = "we gto assign a stage"\n'),
        'list.ipynb': notebook('import os\n\nos.system("ls")\n'),
      },
    ],
    [
      'whose blocks do',
      {
        'is.md': document('import joblib\n\njoblib.load("/m.pkl")'),
        'is_too.md': document('gto assign churn --stage prod', 'sh'),
        'other.md': document('print("joblib.load")').replaceAll('```', '    '),
        'another.md': document('import json\n\njson.load(file)'),
        'is.rst': 'How\n\n>>> import joblib\n>>> joblib.load("/m.pkl")\n',
        'other.rst': 'How\n\nimport joblib and joblib.load("/m.pkl")\n',
      },
    ],
  ])('%s', (_, sources) => expectOnlyThose(sources))

  test('and of workflows by themselves', () => {
    const workflow = (kind: string, command: string): string =>
      `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  entrypoint: a\n  templates:\n    - name: a\n      container:\n        image: a\n        command: [sh, -c]\n        args: ["${command}"]\n`
    expectOnlyThose({
      'is/move.yaml': workflow('Workflow', 'gto assign churn --stage prod'),
      'is/script.yaml': workflow('Workflow', 'python train.py'),
      'is/module.yaml': workflow('Workflow', 'python -m ship.train'),
      'is/template.yaml': workflow('WorkflowTemplate', 'echo'),
      'is/other.yaml': workflow('Workflow', 'echo').replace('argoproj.io', 'acme.example'),
      'is/several.yaml': `${workflow('Workflow', 'echo')}---\n${workflow('CronWorkflow', 'echo')}`,
      'is/taking.yaml': `${workflow('Workflow', 'echo')}    - name: b\n      templateRef: {name: c}\n`,
      'idle.yaml': workflow('Workflow', 'echo'),
      'install.yaml': workflow('Workflow', 'python -m pip install ship'),
    })
  })
})
