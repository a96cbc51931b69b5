import { join } from 'node:path'
import { UserError } from '../base/user-error'
import { hasOwnFile, readTextFile } from '../files/text-file'
import { type Configuration, configurationNames, defaultConfiguration } from './settings'

/** The policy in the file that the user named, else that in the root's `.modelgate.yml`, else the default. */
export async function readConfiguration(
  root: string,
  given: { readonly path: string; readonly shown: string } | null,
  knownRuleIds: readonly string[],
): Promise<Configuration> {
  const file = given ?? findIn(root)
  if (!file) return defaultConfiguration
  const text = readTextFile(file.path, file.shown)
  // The schema library is a tenth of the start-up, and most repositories have no such file.
  const { parseConfiguration } = await import('./configuration')
  return parseConfiguration(text, file.shown, knownRuleIds)
}

function findIn(root: string): { path: string; shown: string } | null {
  const present = configurationNames.filter(name => hasOwnFile(root, name))
  const [first, second] = present
  if (first && second) throw new UserError(`${second}: \`${first}\` stands beside it; keep one of the two`)
  return first ? { path: join(root, first), shown: first } : null
}
