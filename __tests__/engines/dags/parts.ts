import { findingsIn, type Told } from '../../pipelines/scanned'

/** What the pipelines of Airflow in these tests are made of; `promote` moves a model, and `check` stops a bad one. */
export const parts = `
import json

from airflow import DAG
from airflow.decorators import dag, task, task_group
from airflow.exceptions import AirflowSkipException
from airflow.models import Variable
from airflow.models.baseoperator import BaseOperator, chain, chain_linear, cross_downstream
from airflow.operators.empty import EmptyOperator
from airflow.operators.python import BranchPythonOperator, PythonOperator, ShortCircuitOperator
from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.utils.task_group import TaskGroup
from airflow.utils.trigger_rule import TriggerRule
from mlflow import MlflowClient


def promote(version="4"):
    MlflowClient().set_registered_model_alias("churn", "champion", version)


def move(alias, version="4"):
    MlflowClient().set_registered_model_alias("churn", alias, version)


def check():
    if json.load(open("metrics.json"))["auc"] < 0.85:
        raise ValueError("not good enough")


def is_good():
    return json.load(open("metrics.json"))["auc"] > 0.85


def choose():
    return "promote" if is_good() else "keep"

`

const promotes = parts.trimStart().split('\n').indexOf('def promote(version="4"):') + 2

/** The tasks that most of these pipelines have. */
export const check = 'check = PythonOperator(task_id="check", python_callable=check)'
export const promote = 'promote = PythonOperator(task_id="promote", python_callable=promote)'
export const notify = 'notify = EmptyOperator(task_id="notify")'
export const keep = 'keep = EmptyOperator(task_id="keep")'

/** A file with one pipeline, whose tasks are made in these lines. */
export function within(lines: readonly string[], settings = '"churn"'): string {
  return `${parts}\nwith DAG(${settings}):\n${lines.map(text => `    ${text.replaceAll('\n', '\n    ')}`).join('\n')}\n`
}

/** How the call in `promote` is found; `null` where it is not. */
export async function promotionIn(python: string): Promise<Told | null> {
  const found = await findingsIn({ 'dags/churn.py': python })
  return found.find(({ finding }) => finding.includes(`:${promotes} `)) ?? null
}
