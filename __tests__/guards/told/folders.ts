import { told } from '../reasons'

type Row = readonly [verified: string, loaded: string, before?: readonly string[], above?: string]

/** A load behind a signature over what may be the folder around it. */
function load([verified, loaded, before = [], above = '']: Row): string {
  const lines = [
    ...before,
    `verifying.Config().use_sigstore_verifier(identity="a", oidc_issuer="b").verify(${verified}, bundle)`,
    `return joblib.load(${loaded})`,
  ]
  return `
import os
from os.path import join
from pathlib import Path
import acme, joblib
from model_signing import verifying

def opened(name):
    return name.open("rb")

def other(name):
    return Path("other.joblib").open("rb")

${above}
def load(folder, name, bundle):
${lines.map(line => `    ${line}`).join('\n')}
`
}

function titled(rows: readonly Row[]): readonly (readonly [verified: string, loaded: string, row: Row])[] {
  return rows.map(row => [row[0], [row[1], ...(row[2] ?? []), row[3] ?? ''].join(' '), row])
}

const inside: readonly Row[] = [
  ['folder', 'os.path.join(folder, "churn.joblib")'],
  ['folder', 'os.path.join(folder, "a", name)'],
  ['folder', 'join(folder, name)'],
  ['folder', 'os.path.join(os.path.join(folder, "a"), name)'],
  ['folder', 'Path(folder) / "churn.joblib"'],
  ['folder', 'Path(folder) / "a" / name'],
  ['folder', 'open(Path(folder) / name, "rb")'],
  ['folder', 'folder.joinpath(name)'],
  ['folder', 'Path(folder).joinpath("a", name)'],
  ['folder', 'folder + "/churn.joblib"'],
  ['folder', 'f"{folder}/churn.joblib"'],
  ['folder', 'f"{folder}/{name}"'],
  ['folder', 'found', ['found = Path(folder) / name']],
  ['os.path.join(folder, "a")', 'os.path.join(folder, "a") + "/churn.joblib"'],
  ['Path(folder) / "a"', 'Path(folder) / "a" / "b" / name'],
  ['"models"', '"models/churn.joblib"'],
  ['"models"', '"models/2026/churn.joblib"'],
  ['"models/2026"', '"models/2026/churn.joblib"'],
  ['"/models"', '"/models/churn.joblib"'],
  ['"models"', 'Path("models") / name'],
  ['MODELS', 'os.path.join(MODELS, name)', [], 'MODELS = "models"'],
  ['"models"', 'os.path.join(MODELS, name)', [], 'MODELS = "models"'],
  ['name', 'opened(name)'],
  ['Path(folder) / name', 'opened(Path(folder) / name)'],
]
test.each(titled(inside))('a signature over %s covers %s', async (_verified, _loaded, row) => {
  expect(await told(load(row))).toEqual([])
})

const outside: readonly Row[] = [
  ['folder', 'name'],
  ['folder', 'os.path.join(name, folder)'],
  ['folder', 'os.path.split(folder)'],
  ['folder', 'acme.path.join(folder, name)'],
  ['folder', 'Path(name) / folder'],
  ['folder', 'name.joinpath(folder)'],
  ['folder', 'folder.parent'],
  ['folder', 'folder.joined(name)'],
  ['folder', 'folder + "_new/churn.joblib"'],
  ['folder', 'folder + name'],
  ['folder', 'f"{folder}-{name}"'],
  ['folder', 'f"{folder}.joblib"'],
  ['folder', 'f"/{folder}"'],
  ['folder', 'folder - "/churn.joblib"'],
  ['"models"', '"models.joblib"'],
  ['"models"', '"other/models/churn.joblib"'],
  ['"models/2026"', '"models/churn.joblib"'],
  ['folder', 'other(folder)'],
  ['folder', 'acme.opened(folder)'],
]
test.each(titled(outside))('a signature over %s does not cover %s', async (_verified, _loaded, row) => {
  const [level] = await told(load(row))
  expect(level).toBe('warning')
})
