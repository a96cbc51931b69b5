import { expectAsMarked, type Marked } from '../guards/marked'

const values: Record<string, Marked> = {
  'a dataclass default behind a configuration object': `
    from dataclasses import dataclass

    from mlflow import MlflowClient

    @dataclass
    class Release:
        name: str = "fraud"
        stage: str = "Production"

    class Registry:
        def __init__(self, cfg: Release):
            self._client = MlflowClient()
            self.cfg = cfg

        def promote(self, version):
            self._client.transition_model_version_stage(  # reported as error
                self.cfg.name, version, stage=self.cfg.stage
            )
  `,
  'a dataclass default in another file': {
    'churn/settings.py': `
      from dataclasses import dataclass, field

      @dataclass(frozen=True)
      class Settings:
          target: str = field(default="champion")
    `,
    'churn/release.py': `
      import mlflow
      from churn.settings import Settings

      def release(version, settings=Settings()):
          mlflow.MlflowClient().set_registered_model_alias("fraud", settings.target, version)  # reported as error
    `,
  },
  'a copy of a list': {
    'churn/settings.py': 'ALIASES = ("latest", "production")\nOTHERS = {"latest", "challenger"}',
    'churn/publish.py': `
      import wandb
      from churn.settings import ALIASES, OTHERS

      def publish(artifact):
          run = wandb.init()
          run.link_artifact(artifact, "model-registry/fraud", aliases=list(ALIASES))  # reported as error
          run.link_artifact(artifact, "model-registry/fraud", aliases=sorted(OTHERS))
    `,
  },
  'a pydantic default': `
    from pydantic import Field
    from pydantic_settings import BaseSettings
    from mlflow import MlflowClient

    class Settings(BaseSettings):
        alias: str = Field("production", description="which alias to move")

    settings = Settings()

    def release(version):
        MlflowClient().set_registered_model_alias("fraud", settings.alias, version)  # reported as error
  `,
  'a default of the command line': `
    import argparse

    from mlflow import MlflowClient

    def main():
        parser = argparse.ArgumentParser()
        parser.add_argument("--version", required=True)
        parser.add_argument("--stage", default="Production")
        args = parser.parse_args()
        MlflowClient().transition_model_version_stage("fraud", args.version, stage=args.stage)  # reported as error
  `,
  'a default of the command line that a helper reads and another function uses': `
    import argparse

    from mlflow import MlflowClient

    def parse():
        parser = argparse.ArgumentParser(description="release")
        group = parser.add_argument_group("target")
        group.add_argument("-a", "--target-alias", default="champion")
        return parser.parse_args()

    def release(opts):
        MlflowClient().set_registered_model_alias("fraud", opts.target_alias, opts.version)  # reported as error

    if __name__ == "__main__":
        release(parse())
  `,
  'a default of click': `
    import click
    from mlflow import MlflowClient

    @click.command()
    @click.option("--to-stage", "to_stage", default="Production", show_default=True)
    @click.argument("version")
    def ship(to_stage, version):
        MlflowClient().transition_model_version_stage("fraud", version, to_stage)  # reported as error
  `,
  'a default of typer': `
    from typing import Annotated

    import typer
    from mlflow import MlflowClient

    app = typer.Typer()

    @app.command()
    def ship(version: str, alias: Annotated[str, typer.Option(help="alias to move")] = "champion"):
        MlflowClient().set_registered_model_alias("fraud", alias, version)  # reported as error

    @app.command()
    def release(version: str, stage: str = typer.Option("Production", "--stage", "-s")):
        MlflowClient().transition_model_version_stage("fraud", version, stage)  # reported as error
  `,
  'a choice of the command line without a default': `
    import argparse

    from mlflow import MlflowClient

    parser = argparse.ArgumentParser()
    parser.add_argument("--stage", choices=["Staging", "Production"], required=True)
    args = parser.parse_args()
    MlflowClient().transition_model_version_stage("fraud", 4, args.stage)  # reported as note
  `,
  'a member of an enumeration, by its value': `
    from enum import Enum

    from mlflow import MlflowClient

    class Stage(str, Enum):
        DEV = "Staging"
        PROD = "Production"

    MlflowClient().transition_model_version_stage("fraud", 4, stage=Stage.PROD.value)  # reported as error
    MlflowClient().transition_model_version_stage("fraud", 4, stage=Stage.DEV.value)
  `,
  'a member of an enumeration of another file, without its value': {
    'fraud/stages.py': `
      import enum

      class ModelAlias(enum.StrEnum):
          CHALLENGER = "challenger"
          CHAMPION = "champion"
    `,
    'fraud/release.py': `
      from mlflow import MlflowClient
      from .stages import ModelAlias

      def release(version):
          MlflowClient().set_registered_model_alias("fraud", ModelAlias.CHAMPION, version)  # reported as error

      def propose(version):
          MlflowClient().set_registered_model_alias("fraud", ModelAlias.CHALLENGER, version)
    `,
  },
  'text that is put together': `
    import os

    from mlflow import MlflowClient

    client = MlflowClient()
    ENV = os.getenv("ENV", "prod")
    client.set_registered_model_alias("fraud", f"{'champion'}", 4)  # reported as error
    client.set_registered_model_alias("fraud", alias=f"{ENV}-model", version=4)  # reported as error
    client.set_registered_model_alias("fraud", alias="prod-" + os.environ["REGION"], version=4)  # reported as error
    client.set_registered_model_alias("fraud", alias="%s-eu" % ENV, version=4)  # reported as error
  `,
  'a default of a structured configuration of Hydra': `
    from dataclasses import dataclass, field

    import hydra
    from hydra.core.config_store import ConfigStore
    from mlflow import MlflowClient

    @dataclass
    class Registry:
        alias: str = "champion"

    @dataclass
    class Config:
        registry: Registry = field(default_factory=Registry)

    ConfigStore.instance().store(name="config", node=Config)

    @hydra.main(version_base=None, config_name="config")
    def main(cfg: Config) -> None:
        MlflowClient().set_registered_model_alias("fraud", cfg.registry.alias, 4)  # reported as error
  `,
  'a setting of Hydra that stands in YAML only': `
    import hydra
    from mlflow import MlflowClient
    from omegaconf import DictConfig

    @hydra.main(config_path="conf", config_name="config")
    def main(cfg: DictConfig):
        MlflowClient().set_registered_model_alias("fraud", cfg.registry.alias, 4)  # reported as note
  `,
  'a fallback of the environment': `
    import os

    from mlflow import MlflowClient

    stage = os.environ.get("MODEL_STAGE") or "Production"
    MlflowClient().transition_model_version_stage("fraud", 4, stage)  # reported as error
    MlflowClient().transition_model_version_stage("fraud", 4, os.environ["STAGE"])  # reported as note
  `,
  'one of several targets': `
    from mlflow import MlflowClient

    for alias in ("staging", "production"):
        MlflowClient().set_registered_model_alias("fraud", alias, 4)  # reported as error
  `,
  'a target for each environment': `
    from mlflow import MlflowClient

    STAGES = {"dev": "Staging", "prod": "Production"}

    def ship(env, version):
        MlflowClient().transition_model_version_stage("fraud", version, STAGES[env])  # reported as error
  `,
  'text that format and join put together': `
    from mlflow import MlflowClient

    client = MlflowClient()
    client.set_registered_model_alias("fraud", alias="{}-eu".format("prod"), version=4)  # reported as error
    client.set_registered_model_alias("fraud", alias="-".join(["live", "eu"]), version=4)  # reported as error
  `,
}

describe.each(Object.entries({ values }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked('', python))
})
