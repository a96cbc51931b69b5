import { check } from '../../src/analysis/check'
import { readGrammar } from '../../src/files/grammars'
import { openFrontends, readProgram } from '../../src/frontends'
import { githubFrontendWith } from '../../src/frontends/github'
import { scriptedActions } from '../../src/frontends/github/given-scripts'
import type { Environments, Finding, Frontend, Program, SourceFile } from '../../src/program'
import type { RuleSet } from '../../src/rules/schema'
import { builtin } from './builtin'

let opened: Promise<readonly Frontend[]> | null = null

/** Reads sources that exist in memory only, maybe with what is known of the environments that they name. */
export async function readSources(
  sources: Readonly<Record<string, string>>,
  environments?: Environments,
  rules?: RuleSet,
): Promise<Program> {
  return (await openReader())(filesOf(sources), environments, rules)
}

/** Reads files. */
export async function readFiles(files: readonly SourceFile[], environments?: Environments): Promise<Program> {
  return (await openReader())(files, environments)
}

/** What reads files, once the grammars are there. */
export async function openReader(): Promise<Reader> {
  opened ??= openFrontends(readGrammar, { shell: true, documents: true, terraform: true })
  const frontends = await opened
  return (files, environments, rules = builtin) => readProgram(knowing(frontends, environments, rules), files)
}

export type Reader = (files: readonly SourceFile[], environments?: Environments, rules?: RuleSet) => Program

export function filesOf(sources: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(sources).map(([path, text]) => ({ path, text }))
}

function knowing(
  frontends: readonly Frontend[],
  environments: Environments | undefined,
  { catalogs }: RuleSet,
): readonly Frontend[] {
  const actions = scriptedActions(catalogs.flatMap(catalog => catalog.actions ?? []))
  const github = githubFrontendWith({ environments, actions })
  return frontends.map(one => (one.name === 'github' ? github : one))
}

/** Findings in sources that exist in memory only. */
export async function analyseSources(
  sources: Readonly<Record<string, string>>,
  rules: RuleSet,
  environments?: Environments,
): Promise<Finding[]> {
  return check(await readSources(sources, environments, rules), rules)
}
