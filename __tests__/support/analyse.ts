import { check } from '../../src/analysis/check'
import { readGrammar } from '../../src/files/grammars'
import { openFrontends, readProgram } from '../../src/frontends'
import type { Environments, Finding, Frontend, Program } from '../../src/program'
import type { RuleSet } from '../../src/rules/schema'

let opened: Promise<readonly Frontend[]> | null = null

const needs = { shell: true, documents: true, terraform: true }

/** Reads sources that exist in memory only, maybe with what is known of the environments that they name. */
export async function readSources(
  sources: Readonly<Record<string, string>>,
  environments?: Environments,
): Promise<Program> {
  opened ??= openFrontends(readGrammar, needs)
  const frontends = environments ? openFrontends(readGrammar, needs, environments) : opened
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  return readProgram(await frontends, files)
}

/** Findings in sources that exist in memory only. */
export async function analyseSources(
  sources: Readonly<Record<string, string>>,
  rules: RuleSet,
  environments?: Environments,
): Promise<Finding[]> {
  return check(await readSources(sources, environments), rules)
}
