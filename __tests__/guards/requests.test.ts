import { expectAsMarked } from './marked'
import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import json, logging, os, sys, time
  import contextlib
  import click, typer
  import mlflow
  from mlflow import MlflowClient
  client = MlflowClient()
`

const requests: Readonly<Record<string, Reasoned>> = {
  'asked and approved by the same code': [
    `
    from databricks.sdk import WorkspaceClient
    registry = WorkspaceClient().model_registry

    def promote(version):
        registry.create_transition_request("churn", version, "Production", "please look")
        registry.approve_transition_request("churn", version, "Production", True)  # reported
    `,
    [
      'void approval: `registry.create_transition_request` asks for an approval, and the same code goes on without one',
    ],
  ],
  'asked, and moved all the same': [
    `
    from databricks.sdk import WorkspaceClient
    registry = WorkspaceClient().model_registry

    def promote(version):
        registry.create_transition_request("churn", version, "Production", "please look")
        client.transition_model_version_stage("churn", version, "Production")  # reported
    `,
    [
      'void approval: `registry.create_transition_request` asks for an approval, and the same code goes on without one',
    ],
  ],
}

describe('a request that its author answers', () => {
  test.each(Object.entries(requests))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})

const asked = {
  'a request for a move is no move': `
    from databricks.sdk import WorkspaceClient

    WorkspaceClient().model_registry.create_transition_request("churn", "3", "Production", "please look")
  `,
  'a package that waits for a person': `
    import boto3

    boto3.client("sagemaker").create_model_package(
        ModelPackageGroupName="churn", ModelApprovalStatus="PendingManualApproval"
    )
  `,
  'a package that is approved where it is made': `
    import boto3

    boto3.client("sagemaker").create_model_package(  # reported
        ModelPackageGroupName="churn", ModelApprovalStatus="Approved"
    )
  `,
  'a pull request on the hub': `
    from huggingface_hub import HfApi

    HfApi().upload_folder(repo_id="acme/churn-prod", folder_path="model", create_pr=True)
  `,
  'a rejected request': `
    from databricks.sdk import WorkspaceClient

    WorkspaceClient().model_registry.reject_transition_request("churn", "3", "Production")
  `,
}

describe('a request', () => {
  test.each(Object.entries(asked))('%s', (_, python) => expectAsMarked(prelude, python))
})
