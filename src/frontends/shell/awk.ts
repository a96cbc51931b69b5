import { constant, type Span, type Value } from '../../program'
import type { Simple } from './commands'
import { type Comparison, compareNumbers, not } from './comparisons'
import type { Scope } from './scope'

/** A program for `awk` that compares two numbers and says what came out. */
interface Program {
  /** Its text, with a mark for each value that the shell puts in. */
  readonly text: string
  readonly values: readonly Value[]
  /** What `-v` gives. */
  readonly variables: ReadonlyMap<string, Value>
  /** The fields of the line that it reads. */
  readonly fields: readonly Value[]
  readonly span: Span
}

/** The condition on which `awk` ends with status 0; `null` where its program says more than that. */
export function readAwkStatus(scope: Scope, command: Simple): Value | null {
  const program = programOf(scope, command)
  const body = program ? bodyOf(program) : ''
  if (!program || !/\bexit\b/.test(body)) return null
  return readEnd(program, body, 'exit')
}

/** What `awk` prints where that is the outcome of a comparison. */
export function readAwkText(scope: Scope, command: Simple): Value | null {
  const program = programOf(scope, command)
  const body = program ? bodyOf(program) : ''
  if (!program || !/\bprint\b/.test(body)) return null
  return readEnd(program, body, 'print')
}

function programOf(scope: Scope, command: Simple): Program | null {
  const variables = new Map<string, Value>()
  const words = command.words.slice(1)
  let at = 0
  for (; at < words.length; at += 1) {
    const value = words[at]?.value
    const parts = value?.kind === 'text' ? value.parts : value ? [value] : []
    const text = parts[0]?.kind === 'constant' ? String(parts[0].value) : ''
    if (!text.startsWith('-')) break
    if (/^-[vF]$/.test(text)) at += 1
    if (text === '-v') define(variables, words[at]?.value)
    else if (text.startsWith('-v')) define(variables, value, 2)
  }
  const program = words[at]
  if (!program || program.splat) return null
  const parts = program.value.kind === 'text' ? program.value.parts : [program.value]
  const values = parts.filter(part => part.kind !== 'constant')
  const text = parts
    .map(part => (part.kind === 'constant' ? String(part.value) : ` \ue000${values.indexOf(part)} `))
    .join('')
  return { text, values, variables, fields: fieldsOf(scope), span: inside(program.span) }
}

function define(variables: Map<string, Value>, value: Value | undefined, skip = 0): void {
  if (!value) return
  const parts = value.kind === 'text' ? value.parts : [value]
  const first = parts[0]?.kind === 'constant' ? String(parts[0].value).slice(skip) : ''
  const [, name, begin = ''] = /^(\w+)=(.*)$/.exec(first) ?? []
  if (name === undefined) return
  const [only, second] = parts.slice(1)
  if (only && !second && begin === '') variables.set(name, only)
  else if (!only) variables.set(name, constant(begin))
}

function fieldsOf({ input }: Scope): readonly Value[] {
  if (!input) return []
  const parts = input.value.kind === 'text' ? input.value.parts : [input.value]
  return parts.flatMap((part): Value[] =>
    part.kind === 'constant'
      ? String(part.value)
          .split(/\s+/)
          .filter(word => word !== '')
          .map(word => constant(word))
      : [part],
  )
}

function inside(span: Span): Span {
  const quote = span.file.text[span.start]
  return quote === '"' || quote === "'" ? { ...span, start: span.start + 1, end: span.end - 1 } : span
}

function bodyOf({ text }: Program): string {
  return (/^\s*(?:BEGIN\s*)?\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*$/.exec(text)?.[1] ?? '').trim()
}

// The condition on which `exit` gives 0, or `print` gives 1.
function readEnd(program: Program, body: string, verb: 'exit' | 'print'): Value | null {
  const good = verb === 'exit' ? '0' : '1'
  const end = new RegExp(`^${verb}\\b\\s*(.*?);?$`).exec(body)?.[1]
  if (end !== undefined) {
    const [, question, yes] = /^(.*?)\?\s*"?(\w+)"?\s*:\s*"?\w+"?\s*\)*$/.exec(end) ?? []
    if (question !== undefined) return readQuestion(program, question, yes === good)
    return readQuestion(program, end, verb === 'print')
  }
  const [, question = '', said] =
    new RegExp(`^if\\s*\\((.*)\\)\\s*(?:\\{\\s*)?${verb}\\s*\\(?"?(\\w+)"?`).exec(body) ?? []
  return said === undefined
    ? null
    : readQuestion(program, question.replace(/\)\s*(?:\{\s*)?(exit|print)\b[\s\S]*$/, ''), said === good)
}

function readQuestion(program: Program, text: string, holds: boolean): Value | null {
  const bare = strip(text)
  if (bare.startsWith('!') && !bare.startsWith('!=')) return readQuestion(program, bare.slice(1), !holds)
  const [, before = '', symbol, after = ''] = /^([^<>=!&|]+)(<=|>=|==|!=|<|>)([^<>=!&|]+)$/.exec(bare) ?? []
  if (symbol === undefined) return null
  const [left, right] = [operand(program, before), operand(program, after)]
  if (!left || !right) return null
  const value = compareNumbers(symbol as Comparison, left, right, program.span)
  return holds ? value : not(value, program.span)
}

// Brackets around all of it.
function strip(text: string): string {
  let bare = text.trim()
  while (/^\(.*\)$/.test(bare) && isOnePair(bare)) bare = bare.slice(1, -1).trim()
  return bare
}

function isOnePair(text: string): boolean {
  let depth = 0
  for (const [i, c] of [...text].entries()) {
    if (c === '(') depth += 1
    if (c === ')') depth -= 1
    if (depth === 0 && i < text.length - 1) return false
  }
  return depth === 0
}

function operand(program: Program, text: string): Value | null {
  const bare = strip(text.replace(/["']/g, '')).replace(/(?<!\s)\s*[+*]\s*[01](\.0*)?$/, '')
  if (/^-?[\d.]+$/.test(bare)) return constant(Number(bare))
  const marks = [...bare.matchAll(/\ue000(\d+)|\$(\d+)|([A-Za-z_]\w*)/g)]
  const [only] = marks
  const [, mark, field, name] = only ?? []
  if (mark !== undefined) return program.values[Number(mark)] ?? null
  if (field !== undefined) return program.fields[Number(field) - 1] ?? null
  return name === undefined ? null : (program.variables.get(name) ?? null)
}
