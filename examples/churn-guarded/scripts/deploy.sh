#!/usr/bin/env bash
# Moves the serving endpoint to the configuration of one release: scripts/deploy.sh RELEASE
set -euo pipefail

aws sagemaker update-endpoint \
  --endpoint-name churn-production \
  --endpoint-config-name "churn-$1"
