"""Customer churn: training, evaluation, release and scoring."""
