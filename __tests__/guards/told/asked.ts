/** A condition, what is told of the promotion behind it, the lines before it, and functions above. */
export type Row = readonly [
  condition: string,
  found: readonly string[],
  before?: readonly string[],
  above?: string,
]

/** A promotion behind a condition about its parameters. */
export function move(parameters: string, [condition, , before = [], above = '']: Row): string {
  const lines = [
    ...before,
    `if ${condition}:`,
    '    client.set_registered_model_alias("churn", "champion", version)',
  ]
  return `
import json, os, sys, click, questionary
from pathlib import Path
import acme
from mlflow import MlflowClient
client = MlflowClient()
THRESHOLDS = {"auc": 0.8, "f1": 0.7}
${above}
def promote(version, ${parameters}):
${lines.map(line => `    ${line}`).join('\n')}
`
}

/** Rows behind what they ask. */
export function titled(rows: readonly Row[]): readonly (readonly [title: string, row: Row])[] {
  return rows.map(row => [[...(row[2] ?? []), row[0]].join('; ').concat(row[3] ? ` ${row[3]}` : ''), row])
}
