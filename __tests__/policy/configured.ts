import { parseConfiguration } from '../../src/policy/configuration'
import { knownIn } from '../../src/policy/read'
import { withOwn } from '../../src/rules/own'
import type { RuleSet } from '../../src/rules/schema'
import { builtin } from '../support/builtin'

export { builtin }

/** The rules that come with the program. */

/** These rules, with what a `.modelgate.yml` adds. */
export function rulesWith(configuration: string): RuleSet {
  return withOwn(builtin, parseConfiguration(configuration, '.modelgate.yml', knownIn(builtin)).own)
}
