import { join } from 'node:path'
import { UserError } from '../base/user-error'
import { hasOwnFile, readTextFile } from '../files/text-file'
import type { Known } from '../rules/own-schema'
import type { RuleSet } from '../rules/schema'
import { type Configuration, configurationNames, defaultConfiguration } from './settings'

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
