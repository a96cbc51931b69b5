import { rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** After all suites: removes what `read-once.ts` has left. */
export default function clearUp(): void {
  const path = process.env.MODELGATE_TEST_RULES
  if (path !== undefined) rmSync(dirname(path), { recursive: true })
}
