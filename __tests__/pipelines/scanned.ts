import { lineOf } from '../../src/base/lines'
import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

/** Files of a small repository by their paths. */
export type Repository = Readonly<Record<string, string>>

export interface Told {
  /** `level path:line rule`. */
  readonly finding: string
  /** `path:line says`, from the trigger on. */
  readonly path: readonly string[]
  readonly message: string
  /** `kind strength: why`. */
  readonly guards: readonly string[]
}

/** What is found in a repository. */
export async function findingsIn(repository: Repository): Promise<Told[]> {
  const sources = Object.fromEntries(Object.entries(repository).map(([p, text]) => [p, withoutMargin(text)]))
  const findings = await analyseSources(sources, rules)
  return findings.map(({ level, rule, name, steps, message, guards }) => ({
    finding: `${level} ${name.file.path}:${lineOf(name.file.text, name.start).line} ${rule}`,
    path: steps.map(
      ({ span, says }) => `${span.file.path}:${lineOf(span.file.text, span.start).line} ${says}`,
    ),
    message,
    guards: guards.map(({ kind, strength, says }) => `${kind} ${strength}: ${says}`),
  }))
}

export const promoteScript = `
  import mlflow

  client = mlflow.MlflowClient()
  version = client.get_latest_versions("churn", ["Staging"])[0].version
  client.set_registered_model_alias("churn", "champion", version)
`

export const evaluateScript = `
  import json
  import sys

  metrics = json.load(open("metrics.json"))
  if metrics["auc"] < 0.85:
      sys.exit(1)
`
