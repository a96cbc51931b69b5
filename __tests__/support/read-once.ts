import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRules } from '../../src/rules/read'

/** Before all suites: reads the catalogue, which takes longer than most of them, and leaves it where `builtin.ts` finds it. */
export default function readOnce(): void {
  const path = join(mkdtempSync(join(tmpdir(), 'rules-')), 'rules.json')
  writeFileSync(path, JSON.stringify(readRules(['rules'])))
  process.env.MODELGATE_TEST_RULES = path
}
