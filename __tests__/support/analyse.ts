import { check } from '../../src/analysis/check'
import { readGrammar } from '../../src/files/grammars'
import { openFrontends, readProgram } from '../../src/frontends'
import { githubFrontend, githubFrontendWith } from '../../src/frontends/github'
import type { Environments, Finding, Frontend, Program, SourceFile } from '../../src/program'
import type { RuleSet } from '../../src/rules/schema'

let opened: Promise<readonly Frontend[]> | null = null

/** Reads sources that exist in memory only, maybe with what is known of the environments that they name. */
export async function readSources(
  sources: Readonly<Record<string, string>>,
  environments?: Environments,
): Promise<Program> {
  return readFiles(
    Object.entries(sources).map(([path, text]) => ({ path, text })),
    environments,
  )
}

/** Reads files. */
export async function readFiles(files: readonly SourceFile[], environments?: Environments): Promise<Program> {
  opened ??= openFrontends(readGrammar, { shell: true, documents: true, terraform: true })
  return readProgram(knowing(await opened, environments), files)
}

function knowing(
  frontends: readonly Frontend[],
  environments: Environments | undefined,
): readonly Frontend[] {
  if (!environments) return frontends
  return frontends.map(one => (one === githubFrontend ? githubFrontendWith(environments) : one))
}

/** Findings in sources that exist in memory only. */
export async function analyseSources(
  sources: Readonly<Record<string, string>>,
  rules: RuleSet,
  environments?: Environments,
): Promise<Finding[]> {
  return check(await readSources(sources, environments), rules)
}
