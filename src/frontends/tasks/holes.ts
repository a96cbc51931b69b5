import type { Value } from '../../program'
import { variableName } from '../pipelines/templates'

/**
 * What stands in a command where a task runner puts the value of a variable: the value, as if it were written there, or a
 * variable of the shell where others may give it another one. `before` is the command up to there.
 */
export function textFor(name: string, value: Value | undefined, before: string): string {
  const written = value?.kind === 'constant' ? String(value.value) : null
  if (written !== null && written.length <= longest && !written.includes('$') && !isOptionValue(before))
    return written
  return `\${${variableName(name)}}`
}

// A command may ask for one value as often as it likes.
const longest = 500

// `--stage {{stage}}`, `STAGE={{stage}}`: what people choose when they ask for a task, and no program or path.
function isOptionValue(before: string): boolean {
  return /(?:=|\s-{1,2}[\w-]+[ =])["']?$/.test(before.slice(-80))
}
