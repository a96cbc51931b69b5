import { constant, onlyDefault, unknown, type Value } from '../../program'
import { type Gap, gapAt, textFor } from './holes'

/** The variables of a makefile, or of one of its rules. */
export interface Assigned {
  readonly variables: Map<string, Value>
  /** Those that no command line replaces: `override`. */
  readonly fixed: Set<string>
}

/** Reads `STAGE ?= Staging` and the like; whether it is such a line. */
export function assign({ variables, fixed }: Assigned, text: string): boolean {
  const found = /^((?:export\s+|override\s+|private\s+)*)([\w.-]+)\s*(\?|:{1,3}|\+|!)?=\s*([\s\S]*)$/.exec(
    text.trimEnd(),
  )
  if (!found) return false
  const [, words = '', name = '', operator, written = ''] = found
  const remark = written.search(/(?<!\S)#/)
  const value = remark < 0 ? written : written.slice(0, remark).trimEnd()
  const before = variables.get(name)
  if (operator === '?' && before) return true
  if (words.includes('override')) fixed.add(name)
  variables.set(name + onlyDefault, constant(operator === '?'))
  variables.set(name, operator === '!' ? unknown : operator === '+' ? added(before, value) : constant(value))
  return true
}

function added(before: Value | undefined, value: string): Value {
  if (!before) return constant(value)
  return before.kind === 'constant' ? constant(`${before.value} ${value}`) : unknown
}

const deepest = 50
// One that is made of itself many times over would fill the memory, or the time.
const longest = 1000
const mostSteps = 300

const reference = /\$\(([\w.-]+)\)|\$\{([\w.-]+)\}/g

/**
 * What stands in a command for a variable, with what that names of others filled in: `PYTHON := $(VENV)/bin/python`. What is given
 * on the command line replaces those inside too.
 */
export function openVariables(
  variables: ReadonlyMap<string, Value>,
  fixed: ReadonlySet<string>,
): (name: string, gap: Gap) => string {
  const whole = wholeTexts(variables)
  let steps = 0
  const textIn = (name: string, gap: Gap, open: readonly string[]): string => {
    steps += 1
    const value = whole(name)
    const raw = variables.get(name)
    const text = value?.kind === 'constant' ? String(value.value) : null
    if (fixed.has(name) && text !== null && !text.includes('$')) return text
    const written = raw?.kind === 'constant' ? String(raw.value) : ''
    const isMade = text !== null && text !== written && !text.includes('$') && / /.test(text)
    if (!isMade || open.includes(name) || steps > mostSteps) return textFor(name, value, gap)
    // `OPTIONS = --stage $(STAGE)`
    return written.replace(reference, (match, round, curly, at) => {
      const inner = gapAt(written, at, at + match.length)
      const around = { before: gap.before + inner.before, after: inner.after || gap.after }
      return textIn(round ?? curly, around, [...open, name])
    })
  }
  return (name, gap) => {
    steps = 0
    return textIn(name, gap, [])
  }
}

// Each is worked out once.
function wholeTexts(variables: ReadonlyMap<string, Value>): (name: string) => Value | undefined {
  const known = new Map<string, Value>()
  const expand = (name: string, depth: number): Value | undefined => {
    const before = known.get(name) ?? variables.get(name)
    if (before?.kind !== 'constant' || known.has(name) || depth > deepest) return before
    const written = String(before.value)
    if (written.length > longest) return before
    // Where it comes by itself again it stays as it is written.
    known.set(name, before)
    const text = written.replace(reference, (whole, round, curly) => {
      const inner = expand(round ?? curly, depth + 1)
      return inner?.kind === 'constant' ? String(inner.value) : whole
    })
    const found = text.length > longest ? before : constant(text)
    known.set(name, found)
    return found
  }
  return name => expand(name, 0)
}
