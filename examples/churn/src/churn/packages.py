"""Model packages in SageMaker that the serving endpoint may run."""

import boto3

from churn.config import settings


def newest_approved_package() -> str | None:
    client = boto3.client("sagemaker")
    found = client.list_model_packages(
        ModelPackageGroupName=settings.package_group,
        ModelApprovalStatus="Approved",
        SortBy="CreationTime",
        SortOrder="Descending",
        MaxResults=1,
    )
    packages = found["ModelPackageSummaryList"]
    return packages[0]["ModelPackageArn"] if packages else None


if __name__ == "__main__":
    print(newest_approved_package() or "")
