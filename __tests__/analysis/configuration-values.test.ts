import { examine } from '../../src/analysis/check'
import { analyseSources, readSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

const promote = (value: string): string =>
  `mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage=${value})`

type Files = Readonly<Record<string, string>>

/** What is said of the promotion in these files. */
async function told(files: Files): Promise<string[]> {
  const findings = await analyseSources(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, withoutMargin(text)])),
    rules,
  )
  return findings
    .filter(({ rule }) => rule === 'unguarded-promotion')
    .map(({ level, message }) => `${level} ${/`[^`]+` says so in line \d+/.exec(message)?.[0] ?? ''}`.trim())
}

interface Kind {
  /** The code that reads the file, and what it takes from it. */
  readonly python: string
  readonly path: string
  /** The file, with `STAGE` for the value. */
  readonly file: string
  readonly line: number
}

const kinds: Readonly<Record<string, Kind>> = {
  'YAML that PyYAML reads': {
    python: `
      import yaml
      with open("config.yaml") as stream:
          cfg = yaml.safe_load(stream)
      ${promote('cfg["registry"]["stage"]')}
    `,
    path: 'config.yaml',
    file: 'registry:\n  stage: STAGE\n',
    line: 2,
  },
  'YAML that a function reads and another uses': {
    python: `
      from pathlib import Path
      import yaml

      CONFIG = Path(__file__).parent / "conf" / "registry.yml"

      def load_config(path=CONFIG):
          with path.open() as stream:
              return yaml.load(stream, Loader=yaml.SafeLoader)

      def run(cfg):
          ${promote('cfg.get("stage", "dev")')}

      run(load_config())
    `,
    path: 'conf/registry.yml',
    file: 'stage: STAGE\n',
    line: 1,
  },
  'YAML behind os.path.join': {
    python: `
      import os
      import yaml
      here = os.path.dirname(os.path.abspath(__file__))
      cfg = yaml.full_load(open(os.path.join(here, "config.yaml")))
      ${promote('cfg["stage"]')}
    `,
    path: 'config.yaml',
    file: '# where to\nstage: "STAGE"\n',
    line: 2,
  },
  'YAML that becomes an object': {
    python: `
      from dataclasses import dataclass
      import yaml

      @dataclass
      class Settings:
          stage: str
          name: str

      settings = Settings(**yaml.safe_load(open("config.yaml"))["registry"])
      ${promote('settings.stage')}
    `,
    path: 'config.yaml',
    file: 'registry: {name: churn, stage: STAGE}\n',
    line: 1,
  },
  'arguments that are splatted': {
    python: `
      import yaml
      cfg = yaml.safe_load(open("config.yaml"))
      mlflow.MlflowClient().transition_model_version_stage(**cfg["promotion"])
    `,
    path: 'config.yaml',
    file: 'promotion:\n  name: churn\n  version: 3\n  stage: STAGE\n',
    line: 4,
  },
  'a class that keeps it': {
    python: `
      import yaml

      class Release:
          def __init__(self, path="config.yaml"):
              with open(path) as stream:
                  self.cfg = yaml.safe_load(stream)

          def promote(self):
              ${promote('self.cfg["stage"]')}

      Release().promote()
    `,
    path: 'config.yaml',
    file: 'stage: STAGE\n',
    line: 1,
  },
  'YAML that ruamel reads': {
    python: `
      from ruamel.yaml import YAML
      yaml = YAML(typ="safe")
      cfg = yaml.load(open("config.yaml"))
      ${promote('cfg["stage"]')}
    `,
    path: 'config.yaml',
    file: 'stage: STAGE\n',
    line: 1,
  },
  JSON: {
    python: `
      import json
      with open("config.json", encoding="utf-8") as stream:
          cfg = json.load(stream)
      ${promote('cfg["registry"]["stage"]')}
    `,
    path: 'config.json',
    file: '{\n  "registry": {\n    "stage": "STAGE"\n  }\n}\n',
    line: 3,
  },
  'JSON from a text': {
    python: `
      import json
      from pathlib import Path
      cfg = json.loads(Path("config.json").read_text())
      ${promote('cfg["stage"]')}
    `,
    path: 'config.json',
    file: '{"stage": "STAGE"}\n',
    line: 1,
  },
  'a table of pyproject.toml': {
    python: `
      import tomllib
      with open("pyproject.toml", "rb") as stream:
          cfg = tomllib.load(stream)["tool"]["churn"]
      ${promote('cfg["stage"]')}
    `,
    path: 'pyproject.toml',
    file: '[project]\nname = "churn"\n\n[tool.churn]\nstage = "STAGE"\n',
    line: 5,
  },
  'TOML by its path': {
    python: `
      import toml
      ${promote('toml.load("settings.toml")["registry"]["stage"]')}
    `,
    path: 'settings.toml',
    file: 'registry.stage = "STAGE"\n',
    line: 1,
  },
  'INI by keys': {
    python: `
      import configparser
      config = configparser.ConfigParser()
      config.read("settings.ini")
      ${promote('config["registry"]["stage"]')}
    `,
    path: 'settings.ini',
    file: '[registry]\nname = churn\nstage = STAGE\n',
    line: 3,
  },
  'INI by its method, with a fallback': {
    python: `
      import configparser

      config = configparser.ConfigParser()
      config.read(["settings.ini"])

      def run():
          ${promote('config.get("registry", "stage", fallback="Production")')}

      run()
    `,
    path: 'settings.ini',
    file: '[DEFAULT]\nstage = STAGE\n[registry]\nname = churn\n',
    line: 2,
  },
  'INI that a function reads into what a module has': {
    python: `
      import configparser
      config = configparser.ConfigParser()

      def load():
          config.read("settings.ini")

      load()
      ${promote('config["registry"]["stage"]')}
    `,
    path: 'settings.ini',
    file: '[registry]\nstage = STAGE\n',
    line: 2,
  },
  'INI that an object has': {
    python: `
      import configparser

      class Release:
          def __init__(self, fast=False):
              self.config = configparser.RawConfigParser() if fast else configparser.ConfigParser()
              self.config.read("settings.ini")

          def run(self):
              ${promote('self.config["registry"]["stage"]')}

      Release().run()
    `,
    path: 'settings.ini',
    file: '[registry]\nstage = STAGE\n',
    line: 2,
  },
  'an environment file as a table': {
    python: `
      from dotenv import dotenv_values
      ${promote('dotenv_values("deploy.env")["STAGE"]')}
    `,
    path: 'deploy.env',
    file: '# of the release\nexport STAGE="STAGE" # where\n'.replace('export STAGE', 'export STAGE'),
    line: 2,
  },
  'parameters of DVC': {
    python: `
      import dvc.api
      ${promote('dvc.api.params_show()["registry"]["stage"]')}
    `,
    path: 'params.yaml',
    file: 'registry:\n  stage: STAGE\n',
    line: 2,
  },
  'parameters of DVC from a file of another name': {
    python: `
      import dvc.api
      ${promote('dvc.api.params_show("live.yaml", deps=True)["stage"]')}
    `,
    path: 'live.yaml',
    file: 'stage: STAGE\n',
    line: 1,
  },
  'a copy of a table': {
    python: `
      import copy
      import yaml
      cfg = copy.deepcopy(yaml.safe_load(open("config.yaml")))
      ${promote('cfg["stage"]')}
    `,
    path: 'config.yaml',
    file: 'stage: STAGE\n',
    line: 1,
  },
  'OmegaConf as a table': {
    python: `
      from omegaconf import OmegaConf
      cfg = OmegaConf.to_container(OmegaConf.load("conf/config.yaml"), resolve=True)
      ${promote('cfg["registry"]["stage"]')}
    `,
    path: 'conf/config.yaml',
    file: 'registry:\n  stage: STAGE\n',
    line: 2,
  },
  'OmegaConf of two files': {
    python: `
      from omegaconf import OmegaConf
      cfg = OmegaConf.merge(OmegaConf.load("conf/config.yaml"), OmegaConf.create({"name": "churn"}))
      ${promote('cfg.registry.stage')}
    `,
    path: 'conf/config.yaml',
    file: 'registry:\n  stage: STAGE\n',
    line: 2,
  },
  OmegaConf: {
    python: `
      from omegaconf import OmegaConf
      cfg = OmegaConf.load("conf/config.yaml")
      ${promote('cfg.registry.stage')}
    `,
    path: 'conf/config.yaml',
    file: 'registry:\n  stage: STAGE\n',
    line: 2,
  },
  'OmegaConf by a path': {
    python: `
      from omegaconf import OmegaConf
      cfg = OmegaConf.load("conf/config.yaml")
      ${promote('OmegaConf.select(cfg, "registry.stage", default="Production")')}
    `,
    path: 'conf/config.yaml',
    file: 'registry:\n  stage: STAGE\n',
    line: 2,
  },
}

const named = Object.entries(kinds)

test.each(named)(
  '%s: production is an error that names the file',
  async (_, { python, path, file, line }) => {
    const files = { 'release.py': `import mlflow\n${withoutMargin(python)}`, [path]: of(file, 'Production') }
    expect(await told(files)).toEqual([`error \`${path}\` says so in line ${line}`])
  },
)

test.each(named)('%s: staging is silent', async (_, { python, path, file }) => {
  const files = { 'release.py': `import mlflow\n${withoutMargin(python)}`, [path]: of(file, 'Staging') }
  expect(await told(files)).toEqual([])
})

test.each(named)('%s: what is filled in later is a note', async (_, { python, path, file }) => {
  const files = { 'release.py': `import mlflow\n${withoutMargin(python)}`, [path]: of(file, '${TARGET}') }
  expect((await told(files)).every(text => text.startsWith('note'))).toBe(true)
  expect(await told(files)).not.toEqual([])
})

test.each(named)('%s: without the file it is a note as before, or the fallback', async (_, { python }) => {
  const findings = await told({ 'release.py': `import mlflow\n${withoutMargin(python)}` })
  expect(findings).toEqual([python.includes('="Production"') ? 'error' : 'note'])
})

function of(file: string, value: string): string {
  return file.replace(/STAGE(?!["=]?[ ]?=)(?!=)/g, value).replace(/"STAGE"/g, `"${value}"`)
}

const head = 'import mlflow\nimport yaml\n'
const reads = (path: string): string =>
  `${head}cfg = yaml.safe_load(open(${path}))\n${promote('cfg["stage"]')}\n`
const hydra = (config: string, body: string, path = '"conf"'): string =>
  `${head}import hydra\nfrom omegaconf import DictConfig\n\n@hydra.main(version_base=None, config_path=${path}, config_name="${config}")\ndef main(cfg: DictConfig) -> None:\n    ${body}\n\nif __name__ == "__main__":\n    main()\n`
const live = promote('cfg.registry.stage')

/** What each of these comes to. */
const cases: Readonly<Record<string, readonly [Files, readonly string[]]>> = {
  'a path that is not constant': [{ 'a.py': reads('input()'), 'config.yaml': 'stage: Production' }, ['note']],
  'a path that leads out of the repository': [
    {
      'a/b.py': reads('"/etc/config.yaml"'),
      'etc/config.yaml': 'stage: Production',
      'a/etc/config.yaml': 'stage: Production',
    },
    ['note'],
  ],
  'a path in a folder above': [
    { 'src/ship/a.py': reads('"config.yaml"'), 'config.yaml': 'stage: Production' },
    ['error `config.yaml` says so in line 1'],
  ],
  'a path beside the code and one above it': [
    {
      'src/a.py': reads('"config.yaml"'),
      'config.yaml': 'stage: Production',
      'src/config.yaml': 'stage: Staging',
    },
    ['error `config.yaml` says so in line 1'],
  ],
  'two files, of which one is chosen': [
    {
      'a.py': `${head}import sys\npath = "live.yaml" if len(sys.argv) > 1 else "test.yaml"\ncfg = yaml.safe_load(open(path))\n${promote('cfg["stage"]')}\n`,
      'live.yaml': 'stage: Production',
      'test.yaml': 'stage: Staging',
    },
    ['error `live.yaml` says so in line 1'],
  ],
  'two harmless files': [
    {
      'a.py': `${head}import sys\npath = "live.yaml" if len(sys.argv) > 1 else "test.yaml"\ncfg = yaml.safe_load(open(path))\n${promote('cfg["stage"]')}\n`,
      'live.yaml': 'stage: Archived',
      'test.yaml': 'stage: Staging',
    },
    [],
  ],
  'a harmless file or one that is not known': [
    {
      'a.py': `${head}import sys\npath = sys.argv[1] if len(sys.argv) > 1 else "test.yaml"\ncfg = yaml.safe_load(open(path))\n${promote('cfg["stage"]')}\n`,
      'test.yaml': 'stage: Staging',
    },
    ['note'],
  ],
  'a path from the command line, with a default': [
    {
      'a.py': `${head}import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--config", default="live.yaml")\nargs = parser.parse_args()\n${reads('args.config').replace(head, '')}`,
      'live.yaml': 'stage: Production',
    },
    ['error `live.yaml` says so in line 1'],
  ],
  'a path that a parameter has by default': [
    {
      'a.py': `${head}def main(path="live.yaml"):\n    cfg = yaml.safe_load(open(path))\n    ${promote('cfg["stage"]')}\n`,
      'live.yaml': 'stage: Production',
    },
    ['error `live.yaml` says so in line 1'],
  ],
  'a path that an option has by default': [
    {
      'a.py': `${head}import click\n\n@click.command()\n@click.option("--path", default="live.yaml")\ndef main(path):\n    cfg = yaml.safe_load(open(path))\n    ${promote('cfg["stage"]')}\n`,
      'live.yaml': 'stage: Production',
    },
    ['error `live.yaml` says so in line 1'],
  ],
  'a path that is a number by default': [
    {
      'a.py': `${head}def main(path=0):\n    cfg = yaml.safe_load(open(path))\n    ${promote('cfg["stage"]')}\n`,
      'live.yaml': 'stage: Production',
    },
    ['note'],
  ],
  'a file that says what a run has found': [
    { 'a.py': reads('"Results.YAML"'), 'Results.YAML': 'stage: Production' },
    ['note'],
  ],
  'a path that a workflow gives': [
    {
      'a.py': `${head}import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--config", default="test.yaml")\nargs = parser.parse_args()\n${reads('args.config').replace(head, '')}`,
      'test.yaml': 'stage: Staging',
      'live.yaml': 'stage: Production',
      'release.sh': 'python a.py --config live.yaml\n',
    },
    ['error `live.yaml` says so in line 1'],
  ],
  'a path in an environment variable, with a fallback': [
    { 'a.py': `import os\n${reads('os.getenv("CONFIG", "live.yaml")')}`, 'live.yaml': 'stage: Production' },
    ['error `live.yaml` says so in line 1'],
  ],
  'a value that the command line overrides': [
    {
      'a.py': `${head}import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--stage")\nargs = parser.parse_args()\ncfg = yaml.safe_load(open("c.yaml"))\n${promote('args.stage or cfg["stage"]')}\n`,
      'c.yaml': 'stage: Staging',
    },
    ['note'],
  ],
  'a value that the code overwrites': [
    {
      'a.py': `${head}cfg = yaml.safe_load(open("c.yaml"))\nstage = cfg["stage"]\nstage = "Staging"\n${promote('stage')}\n`,
      'c.yaml': 'stage: Production',
    },
    [],
  ],
  'a key that is absent': [{ 'a.py': reads('"c.yaml"'), 'c.yaml': 'other: Production' }, ['note']],
  'a fallback for a key that is absent': [
    { 'a.py': reads('"c.yaml"').replace('cfg["stage"]', 'cfg.get("stage", "Production")'), 'c.yaml': 'a: 1' },
    ['error'],
  ],
  'a value with a tag of its own': [
    { 'a.py': reads('"c.yaml"'), 'c.yaml': 'stage: !include stages/Production.yaml' },
    ['note'],
  ],
  'a value that Jinja fills in': [{ 'a.py': reads('"c.yaml"'), 'c.yaml': 'stage: "{{ stage }}"' }, ['note']],
  'an alias and a merge key': [
    {
      'a.py': reads('"c.yaml"'),
      'c.yaml': 'base: &base {stage: Production}\nlive: &live\n  <<: *base\nstage: *live\n',
    },
    ['note'],
  ],
  'what a merge key brings': [
    {
      'a.py': reads('"c.yaml"').replace('cfg["stage"]', 'cfg["live"]["stage"]'),
      'c.yaml': 'base: &base {stage: Production}\nlive:\n  <<: *base\n',
    },
    ['error `c.yaml` says so in line 1'],
  ],
  'a test': [{ 'tests/test_a.py': reads('"c.yaml"'), 'c.yaml': 'stage: Staging' }, []],
  'a file that the code writes itself': [
    {
      'a.py': reads('"state.yaml"'),
      'b.py': 'import yaml\n\nwith open("state.yaml", "w") as out:\n    yaml.dump({"stage": "x"}, out)\n',
      'state.yaml': 'stage: Staging',
    },
    ['note'],
  ],
  'Hydra, with a group of its defaults': [
    {
      'src/a.py': hydra('config', live),
      'src/conf/config.yaml': 'defaults:\n  - registry: prod\n  - _self_\nname: churn\n',
      'src/conf/registry/prod.yaml': 'stage: Production\n',
      'src/conf/registry/test.yaml': 'stage: Staging\n',
    },
    ['error `src/conf/registry/prod.yaml` says so in line 1'],
  ],
  'Hydra, with another option': [
    {
      'src/a.py': hydra('config', live),
      'src/conf/config.yaml': 'defaults:\n  - registry: test\n',
      'src/conf/registry/prod.yaml': 'stage: Production\n',
      'src/conf/registry/test.yaml': 'stage: Staging\n',
    },
    [],
  ],
  'Hydra, whose file says more than its defaults': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults:\n  - registry: prod\nregistry:\n  stage: Staging\n',
      'conf/registry/prod.yaml': 'stage: Production\n',
    },
    [],
  ],
  'Hydra, whose defaults come last': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults:\n  - _self_\n  - registry: prod\nregistry:\n  stage: Staging\n',
      'conf/registry/prod.yaml': 'stage: Production\n',
    },
    ['error `conf/registry/prod.yaml` says so in line 1'],
  ],
  'Hydra, with a file of the whole package': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults:\n  - base\n  - experiment: live\n',
      'conf/base.yaml': 'registry: {stage: Staging}\n',
      'conf/experiment/live.yaml': '# @package _global_\nregistry: {stage: Production}\n',
    },
    ['error `conf/experiment/live.yaml` says so in line 2'],
  ],
  'Hydra, whose file says more than the file that it takes in': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults: [base]\nregistry: {stage: Staging}\n',
      'conf/base.yaml': 'registry: {stage: Production}\n',
    },
    [],
  ],
  'Hydra, with a file that it takes in': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults: [base.yml]\nname: churn\n',
      'conf/base.yml': 'registry: {stage: Production}\n',
    },
    ['error `conf/base.yml` says so in line 1'],
  ],
  ...Object.fromEntries(
    [
      '- registry/prod',
      '- /registry/prod',
      '- /registry: prod',
      '- registry: prod.yaml',
      '- optional registry: [prod]',
    ].map((entry): [string, readonly [Files, readonly string[]]] => [
      `Hydra, with a group as \`${entry}\``,
      [
        {
          'a.py': hydra('config', live),
          'conf/config.yaml': `defaults:\n  ${entry}\n`,
          'conf/registry/prod.yaml': 'stage: Production\n',
        },
        ['error `conf/registry/prod.yaml` says so in line 1'],
      ],
    ]),
  ),
  'Hydra, with a group for another place': [
    {
      'a.py': hydra('config', promote('cfg.live.stage')),
      'conf/config.yaml': 'defaults:\n  - registry@live: prod\n',
      'conf/registry/prod.yaml': 'stage: Production\n',
    },
    ['error `conf/registry/prod.yaml` says so in line 1'],
  ],
  'Hydra, with a group for the place at hand': [
    {
      'a.py': hydra('config', promote('cfg.stage')),
      'conf/config.yaml': 'defaults:\n  - registry@_here_: prod\n',
      'conf/registry/prod.yaml': 'stage: Production\n',
    },
    ['error `conf/registry/prod.yaml` says so in line 1'],
  ],
  'Hydra, with no option of a group': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml':
        'defaults:\n  - registry: null\n  - override hydra/launcher: joblib\nregistry: {stage: Staging}\n',
      'conf/registry/null.yaml': 'stage: Production\n',
    },
    [],
  ],
  'Hydra, with a file that names its package': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults:\n  - experiment: live\n',
      'conf/experiment/live.yaml': '#@package  registry\nstage: Production\n',
    },
    ['error `conf/experiment/live.yaml` says so in line 2'],
  ],
  ...Object.fromEntries(
    ['# @package _group_\nstage: Production', 'name: churn\nstage: Production\n# @package _global_'].map(
      (text, at): [string, readonly [Files, readonly string[]]] => [
        `Hydra, with a file that names no package of its own, ${at}`,
        [
          {
            'a.py': hydra('config', live),
            'conf/config.yaml': 'defaults:\n  - registry: prod\n',
            'conf/registry/prod.yaml': text,
          },
          ['error `conf/registry/prod.yaml` says so in line 2'],
        ],
      ],
    ),
  ),
  'Hydra, with defaults that are none': [
    { 'a.py': hydra('config', live), 'conf/config.yaml': 'defaults:\n  - [base]\n  - 3\n  - {}\n' },
    ['note'],
  ],
  'Hydra, from a folder out of the repository': [
    { 'a.py': hydra('config', live, '"../conf"'), 'conf/config.yaml': 'registry: {stage: Production}\n' },
    ['note'],
  ],
  'Hydra, whose group is nowhere': [
    { 'a.py': hydra('config', live), 'conf/config.yaml': 'defaults:\n  - registry: prod\n' },
    ['note'],
  ],
  'Hydra, started with words that choose': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults:\n  - registry: test\n',
      'conf/registry/prod.yaml': 'stage: Production\n',
      'conf/registry/test.yaml': 'stage: Staging\n',
      'release.sh': 'python a.py registry=prod\n',
    },
    ['error `conf/registry/prod.yaml` says so in line 1'],
  ],
  'Hydra, started with a value': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'registry:\n  stage: Production\n',
      'release.sh': 'python a.py registry.stage=Staging\n',
    },
    [],
  ],
  'Hydra, started with another file': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'registry: {stage: Staging}\n',
      'conf/live.yaml': 'registry: {stage: Production}\n',
      'release.sh': 'python a.py --config-name live\n',
    },
    ['error `conf/live.yaml` says so in line 1'],
  ],
  'Hydra, started with one value after another': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'registry:\n  stage: Staging\n',
      'release.sh': 'python a.py -m registry.stage=Staging,Production\n',
    },
    ['error'],
  ],
  'Hydra, started with one group after another': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'defaults:\n  - registry: test\n',
      'conf/registry/prod.yaml': 'stage: Production\n',
      'conf/registry/test.yaml': 'stage: Staging\n',
      'release.sh': 'python a.py -m registry=test,prod\n',
    },
    ['error `conf/registry/prod.yaml` says so in line 1'],
  ],
  'Hydra, started with a range of values': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'registry:\n  stage: Staging\n',
      'release.sh': 'python a.py -m "registry.stage=choice(Staging, Production)"\n',
    },
    ['note'],
  ],
  'Hydra, started with a list': [
    {
      'a.py': hydra('config', live),
      'conf/config.yaml': 'registry:\n  stage: Production\n',
      'release.sh': 'python a.py registry.stage=[Staging,Canary]\n',
    },
    [],
  ],
  'a file that the command line may overrule': [
    {
      'a.py': `${head}from omegaconf import OmegaConf\ncfg = OmegaConf.merge(OmegaConf.load("c.yaml"), OmegaConf.from_cli())\n${promote('cfg.stage')}\n`,
      'c.yaml': 'stage: Staging',
    },
    ['note'],
  ],
  'a value that the code puts in its place': [
    {
      'a.py': `${head}cfg = yaml.safe_load(open("c.yaml"))\ncfg["stage"] = "Production"\n${promote('cfg["stage"]')}\n`,
      'c.yaml': 'stage: Staging',
    },
    ['error'],
  ],
  'a cycle of Hydra': [
    { 'a.py': hydra('config', live), 'conf/config.yaml': 'defaults:\n  - config\n  - registry: ../config\n' },
    ['note'],
  ],
  'Hydra composed': [
    {
      'src/a.py': `${head}from hydra import compose, initialize\n\nwith initialize(version_base=None, config_path="../conf"):\n    cfg = compose(config_name="config", overrides=["registry=prod"])\n    ${live}\n`,
      'conf/config.yaml': 'defaults:\n  - registry: test\n',
      'conf/registry/prod.yaml': 'stage: Production\n',
      'conf/registry/test.yaml': 'stage: Staging\n',
    },
    ['error `conf/registry/prod.yaml` says so in line 1'],
  ],
  'Hydra composed, in a folder by its place among the arguments': [
    {
      'src/a.py': `${head}from hydra import compose, initialize\n\nwith initialize("../conf"):\n    cfg = compose("config")\n    ${live}\n`,
      'conf/config.yaml': 'registry: {stage: Production}\n',
    },
    ['error `conf/config.yaml` says so in line 1'],
  ],
  'Hydra composed, with a value that is not known': [
    {
      'a.py': `${head}import sys\nfrom hydra import compose, initialize\n\nwith initialize(config_path="conf"):\n    cfg = compose("config", overrides=[f"registry.stage={sys.argv[1]}"])\n    ${live}\n`,
      'conf/config.yaml': 'registry: {stage: Staging}\n',
    },
    ['note'],
  ],
  ...Object.fromEntries(
    ['', 'None', 'find_dotenv()', '".env"'].map((path): [string, readonly [Files, readonly string[]]] => [
      `an environment file as a table, by \`${path}\``,
      [
        {
          'a.py': `import mlflow\nfrom dotenv import dotenv_values, find_dotenv\n${promote(`dotenv_values(${path})["STAGE"]`)}\n`,
          '.env': 'STAGE=Production\n',
        },
        ['error `.env` says so in line 1'],
      ],
    ]),
  ),
  'calls without what they need': [
    {
      'a.py': `${head}import configparser\nconfig = configparser.ConfigParser()\nconfig.read()\nconfig.get()\nget = config.get\nget("registry", "stage")\n${reads('"c.yaml"').replace(head, '').replace('open("c.yaml")', '')}`,
      'c.yaml': 'stage: Staging',
    },
    ['note'],
  ],
  'a file that the code writes itself, by the name of its mode': [
    {
      'a.py': reads('"state.yaml"'),
      'b.py': 'with open("state.yaml", encoding="utf-8", mode="w") as out:\n    out.write("x")\n',
      'state.yaml': 'stage: Staging',
    },
    ['note'],
  ],
  'a file that the code writes itself, somewhere': [
    {
      'a.py': reads('"state.yaml"'),
      'b.py': 'import sys\n\nwith open(f"{sys.argv[1]}state.yaml", "w") as out:\n    out.write("x")\n',
      'state.yaml': 'stage: Staging',
    },
    ['note'],
  ],
  'a file that the code speaks of': [
    {
      'a.py': `${reads('"c.yaml"')}print("c.yaml", "was read")\n`,
      'c.yaml': 'stage: Staging',
    },
    [],
  ],
  'an environment file that is loaded': [
    {
      'a.py': `import os\nimport mlflow\nfrom dotenv import load_dotenv\nload_dotenv()\n${promote('os.environ["STAGE"]')}\n`,
      '.env': 'STAGE=Production\n',
    },
    ['error `.env` says so in line 1'],
  ],
  'an environment file with a harmless value is no certainty': [
    {
      'a.py': `import os\nimport mlflow\nfrom dotenv import find_dotenv, load_dotenv\nload_dotenv(find_dotenv())\n${promote('os.environ["STAGE"]')}\n`,
      '.env': 'STAGE=Staging\n',
    },
    ['note'],
  ],
  'an environment file that nothing loads': [
    { 'a.py': `import os\nimport mlflow\n${promote('os.environ["STAGE"]')}\n`, '.env': 'STAGE=Production\n' },
    ['note'],
  ],
  'an example of an environment file': [
    {
      'a.py': `import os\nimport mlflow\nfrom dotenv import load_dotenv\nload_dotenv()\n${promote('os.environ["STAGE"]')}\n`,
      '.env.example': 'STAGE=Production\n',
    },
    ['note'],
  ],
}

test.each(Object.entries(cases))('%s', async (_, [files, expected]) => {
  expect(await told(files)).toEqual(expected)
})

const loads = 'from dotenv import load_dotenv\nload_dotenv()\n'
const asks = `import os\nimport mlflow\n${promote('os.environ["STAGE"]')}\n`
test.each<readonly [files: Files, loading: string, asking: string, found: string]>([
  [{ 'churn/.env': '' }, 'churn/main.py', 'churn/use.py', 'error'],
  [{ 'churn/.env': '' }, 'churn/main.py', 'other/use.py', 'note'],
  [{ '.env': '' }, 'churn/main.py', 'other/use.py', 'error'],
  [{ 'churn/.env': '', 'churn/setup.py': '' }, 'churn/src/main.py', 'churn/lib/use.py', 'error'],
  [{ 'churn/.env': '', 'churn/requirements.txt': '' }, 'churn/src/main.py', 'churn/lib/use.py', 'error'],
  [{ 'churn/.env': '', 'churn/requirements.txt': '' }, 'churn/src/main.py', 'lib/use.py', 'note'],
  [{ 'churn/.env': '', 'churn/src/pyproject.toml': '' }, 'churn/src/main.py', 'churn/lib/use.py', 'note'],
  [{ 'churn/src/.env': '' }, 'churn/src/main.py', 'churn/lib/use.py', 'note'],
])('beside %j what %s loads holds in %s: %s', async (files, loading, asking, found) => {
  const filled = Object.entries(files).map(([path]) => [
    path,
    path.endsWith('.env') ? 'STAGE=Production\n' : '',
  ])
  const [level] = await told({ ...Object.fromEntries(filled), [loading]: loads, [asking]: asks })
  expect(level?.split(' ')[0]).toBe(found)
})

const gate = (bound: string): string =>
  `${head}cfg = yaml.safe_load(open("c.yaml"))\nauc = evaluate()\nif auc < ${bound}:\n    raise SystemExit(1)\n${promote('"Production"')}\n`

test.each([
  ['a real bound', gate('cfg["thresholds"]["min_auc"]'), 'thresholds: {min_auc: 0.8}', []],
  ['a bound that is converted', gate('float(cfg["min_auc"])'), 'min_auc: "0.8"', []],
  ['a bound of nothing', gate('cfg["thresholds"]["min_auc"]'), 'thresholds: {min_auc: 0}', ['cannot fail']],
  ['a bound of nothing that is converted', gate('float(cfg["min_auc"])'), 'min_auc: "0"', ['cannot fail']],
])('%s', async (_, python, config, reasons) => {
  const findings = await analyseSources({ 'a.py': python, 'c.yaml': config }, rules)
  const voids = findings.flatMap(({ guards }) => guards.filter(({ strength }) => strength === 'void'))
  expect(findings.map(({ level }) => level)).toEqual(reasons.map(() => 'error'))
  expect(voids.map(({ says }) => /cannot fail/.exec(says)?.[0])).toEqual(reasons)
})

test.each(['metrics.json', 'reports/Churn-Report.JSON', 'numbers.json'])(
  'a metric in %s that an earlier run left is no constant',
  async path => {
    const python = `${head}import json\ncfg = yaml.safe_load(open("c.yaml"))\nmetrics = json.load(open("${path}"))\nif metrics["auc"] < cfg["min_auc"]:\n    raise SystemExit(1)\n${promote('"Production"')}\n`
    const findings = await analyseSources(
      { 'a.py': python, 'c.yaml': 'min_auc: 0.8', [path]: '{"auc": 0.9}' },
      rules,
    )
    expect(findings.map(({ message }) => message)).toEqual([])
  },
)

test.each([
  ['weights_only: no', ['error', '`c.yaml` says so in line 1']],
  ['weights_only: true', []],
])('an option of a load: `%s`', async (config, [level, says]) => {
  const python =
    'import torch\nimport yaml\ncfg = yaml.safe_load(open("c.yaml"))\ntorch.load("m.pt", weights_only=cfg["weights_only"])\n'
  const findings = await analyseSources({ 'a.py': python, 'c.yaml': config }, rules)
  expect(findings.map(({ level }) => level)).toEqual(level ? [expect.anything()] : [])
  if (says) expect(findings[0]?.message).toContain(says)
})

test('code from a hub that a file trusts', async () => {
  const python =
    'import yaml\nfrom transformers import AutoModel\ncfg = yaml.safe_load(open("c.yaml"))\nAutoModel.from_pretrained("acme/churn", trust_remote_code=cfg["model"]["trust_remote_code"])\n'
  const findings = await analyseSources(
    { 'a.py': python, 'c.yaml': 'model:\n  trust_remote_code: true\n' },
    rules,
  )
  expect(findings.map(({ message }) => /`c.yaml` says so in line 2/.test(message))).toEqual([true])
  const harmless = await analyseSources(
    { 'a.py': python, 'c.yaml': 'model:\n  trust_remote_code: false\n' },
    rules,
  )
  expect(harmless.filter(({ rule }) => rule === 'unsafe-load-option')).toEqual([])
})

test('the file that a configuration names decides where an artifact comes from', async () => {
  const python =
    'import joblib\nimport yaml\ncfg = yaml.safe_load(open("c.yaml"))\njoblib.load(cfg["model"]["path"])\n'
  const levels = async (path: string): Promise<string[]> =>
    (
      await analyseSources(
        { 'a.py': python, 'c.yaml': `model:\n  path: ${path}\n`, 'models/m.joblib': '' },
        rules,
      )
    ).map(({ level, message }) => `${level} ${/The artifact [^.]*/.exec(message)?.[0]}`)
  expect(await levels('models/m.joblib')).toEqual([expect.stringMatching(/^note .*`models\/m/)])
  expect(await levels('https://models.example/m.joblib')).toEqual([expect.stringMatching(/^error .*network/)])
})

test('a text of nothing but beginnings of holes is read in no time', async () => {
  const python = `${head}cfg = yaml.safe_load(open("c.yaml"))\n${promote('cfg["stage"]')}\n`
  const text = `stage: Production\na: "${'{{'.repeat(90_000)}"\nb: '${'${'.repeat(90_000)}'\n`
  const start = performance.now()
  expect(await told({ 'a.py': python, 'c.yaml': text })).toEqual(['error `c.yaml` says so in line 1'])
  expect(performance.now() - start).toBeLessThan(4000)
})

const hostile: Readonly<Record<string, readonly [string, string]>> = {
  'broken YAML': ['c.yaml', 'stage: Production\nother: [a\n'],
  'aliases that multiply': [
    'c.yaml',
    `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\n`,
  ],
  'brackets in brackets': ['c.yaml', `stage: ${'['.repeat(5000)}\n`],
  'broken JSON': ['c.json', '{"stage": "Production", '],
  'JSON in JSON': ['c.json', `{"stage": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  'JSON with a key twice': ['c.json', '{"a": 1, "a": 2}'],
  'huge JSON': ['c.json', `{"a": [${'1,'.repeat(300_000)}1]}`],
  'broken TOML': ['c.toml', 'stage = \n'],
}

test.each(Object.entries(hostile))(
  '%s is a notice where code reads it, and a note',
  async (_, [path, text]) => {
    const loader = path.endsWith('json') ? 'json' : path.endsWith('toml') ? 'toml' : 'yaml'
    const call = loader === 'yaml' ? 'yaml.safe_load' : `${loader}.load`
    const python = `import mlflow\nimport ${loader}\ncfg = ${call}(open("${path}"))\n${promote('cfg["stage"]')}\n`
    const program = await readSources({ 'a.py': python, [path]: text })
    const { findings, notices } = examine(program, rules)
    expect(findings.map(({ level }) => level)).toEqual(['note'])
    expect(notices.map(notice => notice.path)).toEqual([path])
    const unread = await readSources({ 'a.py': 'import mlflow\n', [path]: text })
    expect(examine(unread, rules).notices).toEqual([])
  },
)
