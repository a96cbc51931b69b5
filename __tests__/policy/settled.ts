import { examine } from '../../src/analysis/check'
import { lineOf } from '../../src/base/lines'
import { parseConfiguration } from '../../src/policy/configuration'
import { type Settled, settle } from '../../src/policy/exceptions'
import { knownIn } from '../../src/policy/read'
import type { Finding } from '../../src/program'
import { withOwn } from '../../src/rules/own'
import { readSources } from '../support/analyse'
import { builtin } from './configured'

/** What the policy makes of sources that exist in memory only. */
export async function settleSources(
  sources: Readonly<Record<string, string>>,
  { text = '', today = null, whole = true }: { text?: string; today?: string | null; whole?: boolean } = {},
): Promise<Settled> {
  const configuration = { ...parseConfiguration(text, '.modelgate.yml', knownIn(builtin)), today }
  const rules = withOwn(builtin, configuration.own)
  const program = await readSources(sources)
  const { findings } = examine(program, rules)
  return settle({ findings, remarks: program.remarks, rules: rules.rules, whole }, configuration)
}

/** Where findings stand: `release.py:3`. */
export function placesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ name }) => `${name.file.path}:${lineOf(name.file.text, name.start).line}`)
}

/** What is told about exceptions: `release.py:3 This exception …`. */
export function toldOf({ notices }: Settled): string[] {
  return notices.map(({ path, line, message }) => `${path}:${line} ${message}`)
}

/** A promotion that nothing guards, in one line of Python and in one of the shell. */
export const move = 'MlflowClient().transition_model_version_stage("churn", "3", "Production")'
export const send = 'zenml model version update churn 3 --tag reviewed --stage production'
export const promotion = 'unguarded-promotion'
export const load = 'unverified-artifact-load'
