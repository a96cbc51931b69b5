import { lineOf } from '../../../src/base/lines'
import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const imports = `import io, os, pickle, sys, joblib
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen, urlretrieve
from huggingface_hub import snapshot_download
`

/** Of each finding its level and the line in which it stands, and where the artifact comes from. */
export async function told(
  lines: readonly string[],
  path = 'serve.py',
  others: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const files = {
    ...others,
    'models/churn.pkl': 'x',
    'models/other.joblib': 'x',
    'app/models/live.pkl': 'x',
  }
  const findings = await analyseSources({ ...files, [path]: `${imports}${lines.join('\n')}\n` }, rules)
  return findings.map(({ level, message, span }) => {
    const line = lineOf(span.file.text, span.start).line - imports.split('\n').length + 1
    return [`${level} ${line}`, ...(/The artifact (.*?)(?=\.(?: |$))/.exec(message)?.slice(1) ?? [])].join(
      ' ',
    )
  })
}

/** A load of what an expression stands for. */
export const loads = (expression: string): string => `model = joblib.load(${expression})`
/** Lines of a body. */
export const inside = (...lines: readonly string[]): readonly string[] => lines.map(line => `    ${line}`)

/** What a message says of a file that git tracks, of one that it does not, and so on. */
export const tracked = 'is `models/churn.pkl`, a file of this repository'
export const nowhere = (path: string): string => `is \`${path}\`, which this repository does not contain`
export const network = 'comes from the network'
export const unset = (name: string): string =>
  `comes in through the parameter \`${name}\`, which nothing in this repository sets`
