import type { RuleSet } from './schema'

/** The rules and catalogue that come with the program, as `npm run generate` made them from `rules/`. */
export function builtinRules(): RuleSet {
  // Not an import: the file is only read when its rules are asked for.
  return require('./generated.json') as RuleSet
}
