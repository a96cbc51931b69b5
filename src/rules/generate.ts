import { z } from 'zod'
import { readRules } from './read'
import { readme } from './readme'
import { catalogSchema, type RuleSet, ruleSchema } from './schema'

/** The files that are made from `rules/`, by path: `src/rules/generated.json`, `rules/schema.json`, `rules/README.md`. */
export function generatedFiles(dir: string): ReadonlyMap<string, string> {
  const rules = readRules([dir])
  return new Map([
    ['src/rules/generated.json', json(withoutCatalogExamples(rules))],
    ['rules/schema.json', json(jsonSchema())],
    ['rules/README.md', readme(rules)],
  ])
}

// The examples of the catalogue are for tests and for readers of its files; those of rules are shown to users.
function withoutCatalogExamples(rules: RuleSet): RuleSet {
  return { ...rules, catalogs: rules.catalogs.map(({ examples: _, ...catalog }) => catalog) }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

function jsonSchema(): unknown {
  const rule = z.toJSONSchema(ruleSchema, { io: 'input' })
  const catalog = z.toJSONSchema(catalogSchema, { io: 'input' })
  const { $schema, ...ruleBody } = rule
  const { $schema: _, ...catalogBody } = catalog
  return {
    $schema,
    title: 'A rule or a catalogue file of Modelgate',
    if: { required: ['library'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: catalogBody,
    else: ruleBody,
  }
}
