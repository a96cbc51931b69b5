import type { Value } from '../../program'
import { variableName } from '../pipelines/templates'

/** A place in a command where a task runner puts the value of a variable. */
export interface Gap {
  /** The command up to there. */
  readonly before: string
  /** The command from there on. */
  readonly after: string
}

/** The gap between two places of a command. */
export function gapAt(text: string, start: number, end: number): Gap {
  return { before: text.slice(0, start), after: text.slice(end, end + 2) }
}

/**
 * What stands in a command where a task runner puts the value of a variable: the value, as if it were written there, or a
 * variable of the shell where others may give it another one.
 */
export function textFor(name: string, value: Value | undefined, gap: Gap): string {
  const written = value?.kind === 'constant' ? String(value.value) : null
  const isText = written !== null && written.length <= longest && !written.includes('$')
  if (isText && !isChosen(written, gap)) return written
  const variable = `\${${variableName(name)}}`
  // Between single quotes a shell would take it as it stands.
  return /(^|\s|=)'$/.test(gap.before) && gap.after.startsWith("'") ? `'"${variable}"'` : variable
}

// A command may ask for one value as often as it likes.
const longest = 500

// `--stage {{stage}}`, `STAGE={{stage}}`, `promote.py {{stage}}`: what people choose when they ask for a task, and no program or path.
function isChosen(written: string, { before, after }: Gap): boolean {
  const near = before.slice(-80)
  if (/(?:=|\s-{1,2}[\w-]+[ =])["']?$/.test(near)) return true
  const isWord = /[\w.](?:\s+-[\w-]+)*\s+["']?$/.test(near) && /^["']?(?:\s|[;&|)]|$)/.test(after.slice(0, 2))
  return (
    isWord && /^[\w.:@-]+$/.test(written) && !program.test(written) && !/\b(?:cd|pushd)\s+["']?$/.test(near)
  )
}

const program = /^(?:(?:ba|da|k|z)?sh|python[\d.]*)$/
