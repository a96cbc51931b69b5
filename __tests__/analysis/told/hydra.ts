import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

const head =
  'import os, sys, hydra\nfrom hydra import compose, initialize, initialize_config_dir\nimport mlflow\n'
export const moving =
  'mlflow.MlflowClient().transition_model_version_stage("churn", 3, stage=cfg.registry.stage)'

export type Files = Readonly<Record<string, string>>

/** The level of what `src/a.py` promotes, and what file of `src/conf` says so. */
export async function told(python: string, conf: Files, more: Files = {}): Promise<string> {
  const inside = Object.entries(conf).map(([path, text]) => [`src/conf/${path}.yaml`, text])
  const files = { 'src/a.py': head + python, ...Object.fromEntries(inside), ...more }
  const said = (await analyseSources(files, rules))
    .filter(({ rule }) => rule === 'unguarded-promotion')
    .map(({ level, message }) =>
      `${level} ${/`(?:src\/conf\/)?([^`]+?)(?:\.yaml)?` says so in line/.exec(message)?.[1] ?? ''}`.trim(),
    )
  return said.join() || 'silent'
}

/** Decorated by `hydra.main`. */
export function decorated(folder = '"conf"', name = '"config"'): string {
  return `@hydra.main(config_path=${folder}, config_name=${name})\ndef main(cfg):\n    ${moving}\n\nmain()\n`
}

/** Composed where it is asked for. */
export function asked(words: string, folder = 'initialize(config_path="conf")', name = '"config"'): string {
  return `with ${folder}:\n    cfg = compose(${name}, ${words})\n    ${moving}\n`
}

export const prod = 'stage: Production\n'
export const tried = 'stage: Staging\n'
export const staging = { config: 'registry: {stage: Staging}\n' }
export const choice = { 'registry/prod': prod, 'registry/test': tried }
export const started = (words: string): Files => ({ 'cd.sh': `python src/a.py ${words}\n` })
