import { readFileSync } from 'node:fs'
import type { RuleSet } from '../../src/rules/schema'

/** What `rules/` says, examples included, as it was when the tests began. */
export const builtin: RuleSet = JSON.parse(readFileSync(process.env.MODELGATE_TEST_RULES ?? '', 'utf8'))
