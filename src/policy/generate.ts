import type { RuleSet } from '../rules/schema'
import { configurationJsonSchema } from './settings-schema'

/** The file that editors check a configuration against, by its path. */
export function generatedSchema({ rules }: RuleSet): ReadonlyMap<string, string> {
  const schema = configurationJsonSchema(rules.map(rule => rule.id))
  return new Map([['schema/modelgate.schema.json', `${JSON.stringify(schema, null, 1)}\n`]])
}
