"""Releases a registered version: `python -m churn.release VERSION`."""

import argparse
import logging

from churn.config import settings
from churn.registry import ModelRegistry

logger = logging.getLogger(__name__)


def release(version: str) -> None:
    registry = ModelRegistry(settings.tracking_uri, settings.model_name, settings.minimum_auc)
    registry.promote(version)
    logger.info("version %s serves customers", version)


def main() -> None:
    logging.basicConfig(level=logging.INFO)
    parser = argparse.ArgumentParser(description="Release a registered churn model.")
    parser.add_argument("version", help="version number in the registry")
    release(parser.parse_args().version)


if __name__ == "__main__":
    main()
