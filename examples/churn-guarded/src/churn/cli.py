"""The `churn` command for the engineer on duty."""

import mlflow
import typer
from mlflow import MlflowClient

from churn.config import CHAMPION, settings

app = typer.Typer(help="Look at and move the models that serve customers.")


def registry_client() -> MlflowClient:
    mlflow.set_tracking_uri(settings.tracking_uri)
    return MlflowClient()


@app.command()
def status() -> None:
    """Show the champion."""
    champion = registry_client().get_model_version_by_alias(settings.model_name, CHAMPION)
    typer.echo(f"{settings.model_name} version {champion.version}, run {champion.run_id}")


@app.command()
def promote(version: str) -> None:
    """Make VERSION the champion."""
    client = registry_client()
    candidate = client.get_model_version(settings.model_name, version)
    typer.echo(f"version {version}: {client.get_run(candidate.run_id).data.metrics}")
    typer.confirm(f"Serve version {version} to all customers?", abort=True)
    client.set_registered_model_alias(settings.model_name, CHAMPION, version)
    typer.echo(f"version {version} is the champion")


if __name__ == "__main__":
    app()
