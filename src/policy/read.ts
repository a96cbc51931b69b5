import { join } from 'node:path'
import { UserError } from '../base/user-error'
import { commitDate } from '../files/commit-date'
import { hasOwnFile, readTextFile } from '../files/text-file'
import type { Known } from '../rules/own-schema'
import type { RuleSet } from '../rules/schema'
import { type Bar, type Configuration, configurationNames, defaultConfiguration } from './settings'

/** The policy in the file that the user named, else that in the root's `.modelgate.yml`, else the default. */
export async function readConfiguration(
  root: string,
  given: { readonly path: string; readonly shown: string } | null,
  rules: RuleSet,
): Promise<Configuration> {
  const file = given ?? findIn(root)
  if (!file) return defaultConfiguration
  const text = readTextFile(file.path, file.shown)
  // The schema library is a tenth of the start-up, and most repositories have no such file.
  const { parseConfiguration } = await import('./configuration')
  return parseConfiguration(text, file.shown, knownIn(rules))
}

/** What the command line or the step asks for, which outranks the configuration. */
export interface Wishes {
  readonly failOn: Bar | null
  /** A baseline by its path from the working directory; that of the configuration where `null`, none where `false`. */
  readonly baseline: string | false | null
  /** The day of the scan. */
  readonly today: string | null
}

/** The policy of a scan: the configuration with the files that it names, and what was asked for beside it. */
export async function readPolicy(
  root: string,
  given: { readonly path: string; readonly shown: string } | null,
  rules: RuleSet,
  wishes: Wishes,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Configuration> {
  const configured = await readConfiguration(root, given, rules)
  const { waivers } = configured
  const today = waivers.length === 0 ? null : (wishes.today ?? commitDate(root, environment))
  return {
    ...configured,
    ...(wishes.failOn && { failOn: wishes.failOn, bars: new Map(), paths: withoutBars(configured.paths) }),
    baseline: await readBaseline(root, configured, wishes.baseline),
    today,
  }
}

function withoutBars(paths: Configuration['paths']): Configuration['paths'] {
  return paths.map(path => ({ ...path, failOn: null }))
}

async function readBaseline(
  root: string,
  { baselineFile }: Configuration,
  asked: Wishes['baseline'],
): Promise<Configuration['baseline']> {
  if (asked === false || (asked === null && baselineFile === null)) return null
  const { parseBaseline } = await import('./baseline')
  if (asked !== null) return parseBaseline(readTextFile(asked, asked, mostBytes), asked)
  const file = baselineFile ?? ''
  if (!hasOwnFile(root, file))
    throw new UserError(`${file}: there is no such baseline; write it with \`modelgate baseline -o ${file}\``)
  return parseBaseline(readTextFile(join(root, file), file, mostBytes), file)
}

// A finding takes 150 bytes in it.
const mostBytes = 16 * 1024 * 1024

/** What a configuration may name: what these rules know. */
export function knownIn({ rules, catalogs }: RuleSet): Known {
  return {
    ruleIds: rules.map(rule => rule.id),
    hazards: [...new Set(rules.map(rule => rule.sink))],
    wordLists: catalogs.flatMap(catalog => Object.keys(catalog.words)),
  }
}

function findIn(root: string): { path: string; shown: string } | null {
  const present = configurationNames.filter(name => hasOwnFile(root, name))
  const [first, second] = present
  if (first && second) throw new UserError(`${second}: \`${first}\` stands beside it; keep one of the two`)
  return first ? { path: join(root, first), shown: first } : null
}
