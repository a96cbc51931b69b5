import { parseConfiguration } from '../../src/policy/configuration'
import { knownIn } from '../../src/policy/read'
import { withOwn } from '../../src/rules/own'
import { readRules } from '../../src/rules/read'
import type { RuleSet } from '../../src/rules/schema'

/** The rules that come with the program. */
export const builtin = readRules(['rules'])

/** These rules, with what a `.modelgate.yml` adds. */
export function rulesWith(configuration: string): RuleSet {
  return withOwn(builtin, parseConfiguration(configuration, '.modelgate.yml', knownIn(builtin)).own)
}
