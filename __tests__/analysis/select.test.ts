import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { selectFiles } from '../../src/analysis/select'
import { isReadable, pythonIn } from '../../src/frontends'
import { builtinRules } from '../../src/rules/builtin'
import { filesOf, judged, judgedBothWays, type Sources } from '../support/choice'

const rules = builtinRules()

// Words of the catalogue that mean nothing here.
const noise: Sources = {
  'noise/settings.py': 'import json\n\n\ndef load(path):\n    return json.load(open(path))\n',
  'noise/deploy.py': 'class Site:\n    def deploy(self):\n        self.upload()\n\n\nSite().deploy()\n',
  'noise/frames.py': 'import numpy as np\n\n\ndef update(store):\n    return store.load(np.zeros(3))\n',
  'noise/__init__.py': '',
}

const client = 'from mlflow import MlflowClient\n\n'

/** Repositories in which a sink is reached by way of other files, each with the files that matter. */
const repositories: Record<string, Sources> = {
  'a package that passes a function on': {
    'ship/__init__.py': 'from .registry import promote\n',
    'ship/registry.py': `${client}def promote(version, stage):\n    MlflowClient().transition_model_version_stage("m", version, stage)\n`,
    'main.py': 'from ship import promote\n\npromote(3, "Production")\n',
    'other.py': 'import ship\n\nship.promote(3, "Staging")\n',
  },
  'a task that runs a command of the project': {
    'noxfile.py': 'import nox\n\n\n@nox.session\ndef promote(session):\n    session.run("poe", "promote")\n',
    'pyproject.toml':
      '[project.scripts]\npromote-model = "ship.cli:main"\n\n[tool.poe.tasks]\npromote = "promote-model"\n',
    'ship/cli.py': `${client}def main():\n    MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
    '.github/workflows/cd.yml': 'on: push\njobs: {a: {steps: [{run: nox -s promote}]}}\n',
  },
  'a package that passes on everything': {
    'ship/__init__.py': 'from .all import *\n',
    'ship/all.py': 'from .registry import *\n',
    'ship/registry.py': `${client}def promote(version, stage):\n    MlflowClient().transition_model_version_stage("m", version, stage)\n`,
    'main.py': 'from ship import *\n\npromote(3, "Production")\n',
  },
  'a sink by another name': {
    'main.py': 'from joblib import load as read\n\nfrom paths import where as path\n\nmodel = read(path())\n',
    'paths.py':
      'import urllib.request\n\n\ndef where():\n    return urllib.request.urlretrieve("http://m", "m.pkl")[0]\n',
  },
  'a test that opens what the code that it tests has written': {
    'ship/__init__.py': '',
    'ship/store.py':
      'import joblib\n\nfrom ship.places import place\n\n\ndef keep(model, folder):\n    path = place(folder)\n    joblib.dump(model, path)\n    return path\n',
    'ship/places.py': 'def place(folder):\n    return f"{folder}/model.pkl"\n',
    'tests/test_store.py':
      'import joblib\n\nfrom ship.store import keep\n\n\ndef test_keep(tmp_path):\n    path = keep([1], tmp_path)\n    assert joblib.load(path) == joblib.load("tests/data/one.pkl")\n',
  },
  'a class that is handed to a function of another file': {
    'serve.py':
      'from autogluon.timeseries import TimeSeriesPredictor\n\nfrom loading import compatible\n\nmodel = compatible(TimeSeriesPredictor, "churn")\n',
    'loading.py': 'def compatible(kind, path):\n    return kind.load(path)\n',
  },
  'a library that is imported when it is needed': {
    'main.py':
      'import importlib\n\n\ndef read(path):\n    tools = importlib.import_module("joblib")\n    return tools.load(path)\n\n\nread("m.pkl")\n',
    'other.py': '__import__("pickle").loads(open("m.pkl", "rb").read())\n',
    'kept.py':
      'from importlib import import_module\n\n\nclass Reader:\n    def __init__(self):\n        self.torch = import_module("torch")\n\n    def read(self, path):\n        return self.torch.load(path, weights_only=False)\n\n\nReader().read("m.pt")\n',
  },
  'a library that another file imports': {
    'compat.py':
      'try:\n    import cloudpickle as pickle\nexcept ImportError:\n    import pickle\nimport numpy as np\n',
    'main.py':
      'from compat import pickle\nimport compat\n\npickle.load(open("m.pkl", "rb"))\ncompat.np.load("m.npy", allow_pickle=True)\n',
  },
  'a subclass in another file': {
    'base.py': `${client}class Registry:\n    stage = "Production"\n\n    def __init__(self):\n        self.client = MlflowClient()\n\n    def move(self, version):\n        self.client.transition_model_version_stage("m", version, self.stage)\n`,
    'live.py':
      'from base import Registry\n\n\nclass Live(Registry):\n    stage = "Production"\n\n    def go(self):\n        self.move(3)\n',
    'main.py': 'import live\n\nlive.Live().go()\n',
  },
  'scripts that a Jenkinsfile, a file that it loads and a build of CodeBuild run': {
    'ship/promote.py': `${client}import sys\n\nMlflowClient().transition_model_version_stage("m", 3, sys.argv[1])\n`,
    'ship/release.py': `${client}from stages import live\n\nMlflowClient().transition_model_version_stage("m", 3, live)\n`,
    'ship/stages.py': 'live = "Production"\n',
    Jenkinsfile:
      "node { def ci = load 'ci/release.groovy'\n ci.release()\n sh 'python ship/promote.py Production' }\n",
    'ci/release.groovy': "def release() { dir('ship') { sh 'python release.py' } }\nreturn this\n",
    'buildspec.yml': 'version: 0.2\nphases: {build: {commands: [cd ship, python promote.py Production]}}\n',
  },
  'callers four files up': {
    'a.py': `${client}def a(version, stage):\n    MlflowClient().transition_model_version_stage("m", version, stage)\n`,
    'b.py': 'import a\n\n\ndef b(version, stage):\n    a.a(version, stage)\n',
    'c.py':
      'from b import b as step\n\n\ndef c(version, stage):\n    return inner(version, stage)\n\n\ndef inner(version, stage):\n    step(version, stage)\n',
    'd.py':
      'from c import c\n\n\nclass Job:\n    stage = "Production"\n\n    def run(self):\n        c(3, self.stage)\n',
    'e.py': 'import d\n\nd.Job().run()\n',
  },
  'a check four files up': {
    'a.py': `${client}def a(version):\n    MlflowClient().transition_model_version_stage("m", version, "Production")\n`,
    'b.py': 'from a import a\n\n\ndef b(version):\n    a(version)\n',
    'c.py': 'from b import b\n\n\ndef c(version):\n    b(version)\n',
    'd.py':
      'import click\n\nfrom c import c\n\n\ndef d(version):\n    click.confirm("Promote?", abort=True)\n    c(version)\n',
  },
  'a check that other files make': {
    'a.py': `${client}from gates import gate\n\n\ndef a(version, metrics):\n    gate(metrics)\n    MlflowClient().transition_model_version_stage("m", version, "Production")\n`,
    'gates.py':
      'from limits import is_good\nfrom stop import stop\n\n\ndef gate(metrics):\n    if not is_good(metrics):\n        stop()\n',
    'limits.py':
      'import numbers_of\n\n\ndef is_good(metrics):\n    return metrics["auc"] >= numbers_of.LOWEST_AUC\n',
    'numbers_of.py': 'LOWEST_AUC = 0.9\n',
    'stop.py': 'import sys\n\n\ndef stop():\n    sys.exit(1)\n',
  },
  'a check that a module makes before it opens what it has checked': {
    'main.py':
      'import joblib\n\nfrom checks import verify\n\nverify("m.pkl")\nmodel = joblib.load("m.pkl")\n',
    'checks.py':
      'import hashlib\n\nfrom known import DIGEST\n\n\ndef verify(path):\n    if hashlib.sha256(open(path, "rb").read()).hexdigest() != DIGEST:\n        raise SystemExit(1)\n',
    'known.py': 'DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"\n',
  },
  'an object that somebody else makes, and a check that hangs on what comes before': {
    'flow.py': `${client}import json\n\nimport nox\nfrom dagster import AssetCheckResult, asset, asset_check\n\n\n@asset\ndef model():\n    return 1\n\n\n@asset_check(asset=model, blocking=True)\ndef good():\n    return AssetCheckResult(passed=json.load(open("metrics.json"))["auc"] > 0.85)\n\n\n@asset(deps=[model])\ndef promoted():\n    MlflowClient().set_registered_model_alias("churn", "champion", "4")\n\n\n@nox.session\ndef release(session):\n    session.run_always("aws", "sagemaker", "update-endpoint", "--endpoint-name", "churn-prod", "--endpoint-config-name", "churn-4")\n`,
  },
  'a command of a program that runs before another one': {
    'cd.sh': '#!/bin/sh\nset -e\npython ship.py check\npython ship.py promote\n',
    'ship.py': `${client}import typer\n\nimport limits\n\napp = typer.Typer()\n\n\n@app.command()\ndef check():\n    if limits.auc() < 0.9:\n        raise SystemExit(1)\n\n\n@app.command()\ndef promote():\n    MlflowClient().transition_model_version_stage("m", 3, "Production")\n\n\napp()\n`,
    'limits.py': 'import json\n\n\ndef auc():\n    return json.load(open("metrics.json"))["auc"]\n',
  },
  'constants of other modules': {
    'ship/__init__.py': '',
    'ship/config.py':
      'from .stages import LIVE\n\nSTAGE = LIVE\n\n\nclass Settings:\n    alias = "champion"\n\n\nsettings = Settings()\n',
    'ship/stages.py': 'LIVE = "Staging"\n',
    'ship/run.py': `${client}from . import config\nfrom .config import settings\n\nMlflowClient().transition_model_version_stage("m", 3, config.STAGE)\nMlflowClient().set_registered_model_alias("m", settings.alias, 3)\n`,
  },
  'a facade': {
    'store.py': `${client}class Store:\n    def __init__(self, client):\n        self.client = client\n\n    def publish(self, version, stage):\n        self.client.transition_model_version_stage("m", version, stage)\n\n\ndef open_store():\n    return Store(MlflowClient())\n`,
    'facade.py':
      'from store import open_store\n\n\nclass App:\n    def __init__(self):\n        self.store = open_store()\n\n\napp = App()\n',
    'main.py': 'from facade import app\n\napp.store.publish(3, "Production")\n',
  },
  'functions as values': {
    'moves.py': `${client}def live(version):\n    MlflowClient().transition_model_version_stage("m", version, "Production")\n`,
    'table.py':
      'from moves import live\n\nMOVES = {"live": live}\n\n\ndef run(move, version):\n    move(version)\n',
    'main.py':
      'import click\n\nfrom table import MOVES, run\n\nif click.confirm("Promote?"):\n    run(MOVES["live"], 3)\n',
  },
  'a method that a text names': {
    'main.py': `${client}import verbs\n\ngetattr(MlflowClient(), "transition_model_version_stage")("m", 3, verbs.STAGE)\n`,
    'verbs.py': 'STAGE = "Production"\n',
  },
  'a function that a text names': {
    'main.py': `${client}import verbs\n\nMlflowClient().transition_model_version_stage("m", 3, getattr(verbs, "stage")())\n`,
    'verbs.py': 'def stage():\n    return "Production"\n',
  },
  'a variable that a function of its file gives its value': {
    'main.py': 'import moves\n\nmoves.move(3)\n',
    'moves.py':
      'import live\n\nmove = None\n\n\ndef start():\n    global move, other\n    move = live.promote\n\n\nstart()\n',
    'live.py': `${client}import stages\n\n\ndef promote(version):\n    MlflowClient().transition_model_version_stage("m", version, stages.stage())\n`,
    'stages.py':
      'import names\n\nstage = None\n\n\ndef start():\n    global stage\n    stage = names.live\n\n\nstart()\n',
    'names.py': 'def live():\n    return "Production"\n',
  },
  'variables that a loop, a context and a condition bind': {
    'main.py': `${client}import stages\n\nclient = MlflowClient()\nclient.transition_model_version_stage("m", 3, stages.first())\nclient.transition_model_version_stage("m", 4, stages.second())\nclient.transition_model_version_stage("m", 5, stages.third())\n`,
    'stages.py':
      'from names import live, opened\n\nfor at, first in [(1, live)]:\n    pass\nwith opened(live) as second:\n    pass\nif third := live:\n    pass\n',
    'names.py':
      'import contextlib\n\n\ndef live():\n    return "Production"\n\n\n@contextlib.contextmanager\ndef opened(one):\n    yield one\n',
  },
  'a function that a loop and a condition bind': {
    'main.py': 'from moves import first, second\n\nfirst(3)\nsecond(4)\n',
    'moves.py':
      'import live\n\nfor first in (live.promote,):\n    pass\nif second := live.promote:\n    pass\n',
    'live.py': `${client}def promote(version):\n    MlflowClient().transition_model_version_stage("m", version, "Production")\n`,
  },
  'a plain method of an object from elsewhere': {
    'main.py':
      'from mlflow.deployments import get_deploy_client\n\nimport steps\n\nsteps.all_of(get_deploy_client("sagemaker"))\n',
    'steps.py': 'from serve import serve\n\n\ndef all_of(target):\n    serve(target, "churn-prod")\n',
    'serve.py': 'def serve(target, name):\n    target.create_deployment(name, "models:/m/3")\n',
  },
  'a package of the name of a library': {
    'keras/__init__.py': '',
    'keras/models.py': 'def load_model(path):\n    return open(path)\n',
    'main.py':
      'import joblib\n\nfrom keras import models\nfrom keras.models import load_model\n\nmodels.load_model(load_model(joblib.load("m.pkl")))\n',
  },
  'scripts that a function starts which is imported over several lines': {
    'release.py':
      'import sys\nfrom subprocess import (\n    PIPE,\n    run as start,\n)\n\nstart([sys.executable, "check.py"], check=True, stdout=PIPE)\nstart([sys.executable, "promote.py"], check=True)\n',
    'check.py':
      'import json\nimport sys\n\nif json.load(open("metrics.json"))["auc"] < 0.9:\n    sys.exit(1)\n',
    'promote.py': `${client}MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
  },
  'commands of a project that one line of its setup lists': {
    'setup.py':
      'from setuptools import setup\n\nsetup(name="ship", entry_points={"console_scripts": ["check-it=check:main", "ship-it=promote:main"]})\n',
    'deploy.sh': 'set -e\ncheck-it\nship-it\n',
    'check.py':
      'import json\nimport sys\n\n\ndef main():\n    if json.load(open("metrics.json"))["auc"] < 0.9:\n        sys.exit(1)\n',
    'promote.py': `${client}def main():\n    MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
  },
  'functions of modules that are imported where they are called': {
    'main.py':
      'from importlib import import_module\n\nimport_module("check").main()\nimport_module(name="promote").main()\n',
    'check.py':
      'import json\nimport sys\n\n\ndef main():\n    if json.load(open("metrics.json"))["auc"] < 0.9:\n        sys.exit(1)\n',
    'promote.py': `${client}def main():\n    MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
  },
  'a script of a shell that no ending tells': {
    'release.py': 'import subprocess\n\nsubprocess.run(["./bin/release"], check=True)\n',
    'bin/release': '#!/usr/bin/env bash\nset -e\npython promote.py\n',
    'promote.py': `${client}MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
  },
  'a script that a shell runs first': {
    'deploy.sh': '#!/bin/sh\nset -e\npython scripts/evaluate.py\npython scripts/promote.py\n',
    'scripts/evaluate.py':
      'import json\nimport sys\n\nif json.load(open("metrics.json"))["auc"] < 0.9:\n    sys.exit(1)\n',
    'scripts/promote.py': `${client}MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
  },
}

describe('choosing files changes no finding', () => {
  test.each(Object.entries(repositories))('%s', async (_, sources) => {
    const all = filesOf({ ...sources, ...noise })
    const chosen = selectFiles(all, rules)
    const paths = chosen.map(({ path }) => path)
    expect(paths).toEqual(Object.keys(sources).filter(path => paths.includes(path) || !isIdle(path)))
    const whole = await judged(all, all)
    expect(whole).not.toEqual([])
    expect(await judged(all, chosen)).toEqual(whole)
  })

  test.each(['examples/churn', 'examples/churn-guarded'])('%s', async root => {
    const all = filesOf(readTree(root))
    expect(await judged(all, selectFiles(all, rules))).toEqual(await judged(all, all))
  })
})

test('a name is found behind very many modules that a package takes everything from', async () => {
  const modules = Array.from({ length: 90 }, (_, at) => [`zoo/m${at}.py`, `def f${at}():\n    pass\n`])
  const { all, chosen } = await judgedBothWays({
    ...Object.fromEntries(modules),
    'zoo/__init__.py': modules.map((_, at) => `from .m${at} import *\n`).join(''),
    'zoo/m89.py': 'import joblib\n\n\ndef read(name):\n    return joblib.load(name)\n',
    'main.py': 'from zoo import read\n\nread("churn.pkl")\n',
  })
  expect(all).not.toEqual([])
  expect(chosen).toEqual(all)
})

test('files that only sound like the catalogue are left out', () => {
  expect(choose(noise)).toEqual([])
})

test('a file that starts scripts is chosen where one of them is', () => {
  const starter = (...scripts: string[]): string =>
    `import subprocess\nimport sys\n\nfor script in ${JSON.stringify(scripts)}:\n    subprocess.run([sys.executable, script], check=True)\n`
  const sources = {
    'docs.py': starter('build.py'),
    'build.py': 'print("building")\n',
    'release.py': starter('check.py', 'promote.py'),
    'check.py': 'raise SystemExit(0)\n',
    'promote.py': `${client}MlflowClient().transition_model_version_stage("m", 3, "Production")\n`,
    'nightly.py': starter('release.py'),
  }
  expect(choose(sources)).toEqual(['release.py', 'check.py', 'promote.py', 'nightly.py'])
})

test('a word for a sink in prose chooses nothing', () => {
  expect(
    choose({ 'notes.py': '"""How we load a model, by joblib or pickle."""\nWORDS = ["load"]\n' }),
  ).toEqual([])
})

test('a notebook that sounds like a sink is chosen where no cell can be told apart, so that it is said', () => {
  const code = 'import joblib\njoblib.load(path)\n'
  const files = filesOf({
    'a.ipynb': code,
    'b.ipynb': `{"cells": 3, "of": ${JSON.stringify(code)}}`,
    'c.ipynb': `{"cells": [{"cell_type": "code", "source": ${JSON.stringify(code.replace('load', 'dump'))}}], "of": "joblib.load("}`,
  })
  const chosen = selectFiles(files, rules, { pythonIn: file => pythonIn(file, () => undefined) })
  expect(chosen.map(({ path }) => path)).toEqual(['a.ipynb', 'b.ipynb'])
})

test('a circle of packages that pass everything on comes to an end', () => {
  const circle: Sources = {
    'a/__init__.py': 'from b import *\nfrom c import *\n',
    'b/__init__.py': 'from a import *\nfrom c import *\n',
    'c/__init__.py': 'from a import *\nfrom b import *\n',
    'main.py': 'from a import *\nimport joblib\n\njoblib.load(where())\n',
  }
  expect(choose(circle)).toContain('main.py')
})

// An empty package file says nothing.
function isIdle(path: string): boolean {
  return path.endsWith('__init__.py') || path.startsWith('keras/')
}

function choose(sources: Sources): string[] {
  return selectFiles(filesOf(sources), rules).map(file => file.path)
}

function readTree(root: string): Sources {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  const files = paths.map(path => join(root, path)).filter(path => statSync(path).isFile())
  const readable = files.filter(path => isReadable(relative(root, path)))
  return Object.fromEntries(readable.map(path => [relative(root, path), readFileSync(path, 'utf8')]))
}
