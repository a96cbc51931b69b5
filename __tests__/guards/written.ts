import { withoutMargin } from '../support/margin'

const prelude = `
import abc, acme, contextlib, dataclasses, functools
from collections import namedtuple
from typing import NamedTuple
from mlflow import MlflowClient
client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

/** Code that knows a client; `MOVE` in it is a promotion of `version`. */
export function python(above: string, body = ''): string {
  return `${prelude}\n${withoutMargin(above)}\n${withoutMargin(body)}`.replaceAll('MOVE', move)
}

/** Code on one line. */
export function titleOf(code: string): string {
  return code.replaceAll(/\s+/g, ' ').trim()
}
