import { check } from '../../src/analysis/check'
import { readGrammar } from '../../src/files/grammars'
import { openFrontends, readProgram } from '../../src/frontends'
import type { Finding, Frontend, Program } from '../../src/program'
import type { RuleSet } from '../../src/rules/schema'

let opened: Promise<readonly Frontend[]> | null = null

/** Reads sources that exist in memory only. */
export async function readSources(sources: Readonly<Record<string, string>>): Promise<Program> {
  opened ??= openFrontends(readGrammar, { shell: true, documents: true, terraform: true })
  const files = Object.entries(sources).map(([path, text]) => ({ path, text }))
  return readProgram(await opened, files)
}

/** Findings in sources that exist in memory only. */
export async function analyseSources(
  sources: Readonly<Record<string, string>>,
  rules: RuleSet,
): Promise<Finding[]> {
  return check(await readSources(sources), rules)
}
