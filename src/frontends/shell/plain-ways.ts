import type { SourceFile, Span, Value } from '../../program'
import { addEdge, addFact, type Builder, bind, lookUp, newBlock, seal } from '../builder'
import type { Form } from './plain-forms'
import type { Token, WordToken } from './plain-tokens'
import { type Plain, wordValue } from './plain-values'
import { failed, kept, succeeded } from './scope'

/** A script of PowerShell or `cmd` while it is read, token by token. */
export interface Reader {
  readonly plain: Plain
  readonly builder: Builder
  tokens: readonly Token[]
  at: number
  /** How many brackets are open. */
  depth: number
  /** How many conditions are. */
  conditions: number
  /** Index of the last token that is more than the end of a line. */
  readonly last: number
}

/** Where control is after a command: `null` where it cannot be. */
export interface Outcome {
  readonly ok: number | null
  readonly failed: number | null
}

/** A block that nothing leads to. */
export function deadBlock({ builder }: Reader): number {
  const block = newBlock(builder)
  seal(builder, block)
  return block
}

/** Goes on where two ways meet. */
export function join({ builder }: Reader, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  const next = newBlock(builder)
  for (const from of [a, b]) addEdge(builder, from, { to: next })
  seal(builder, next)
  return next
}

/** Calls a program, which may fail and never stops the script by that. */
export function runProgram(reader: Reader, words: readonly WordToken[], assigns: string | null): Outcome {
  const { builder, plain } = reader
  const [first, ...rest] = words
  if (!first) return { ok: builder.at, failed: null }
  const name = wordValue(plain, builder, first)
  const last = rest.at(-1) ?? first
  const span = spanOf(plain.file, first.start, last.end)
  const isName = name.kind === 'constant'
  const callee: Value = isName
    ? { kind: 'command', name: String(name.value), directory: plain.directory }
    : { kind: 'unknown' }
  const args = rest.map(word => ({
    name: null,
    value: wordValue(plain, builder, word),
    span: spanOf(plain.file, word.start, word.end),
  }))
  const call = {
    kind: 'call',
    callee,
    arguments: args,
    span,
    name: spanOf(plain.file, first.start, first.end),
  } as const
  addFact(builder, call)
  bind(builder, kept.status, succeeded)
  if (assigns !== null) plain.assign(builder, assigns, { kind: 'result', call })
  const [ok, fails] = [newBlock(builder), newBlock(builder)]
  addEdge(builder, builder.at, { to: ok })
  addEdge(builder, builder.at, { to: fails, when: 'raises', catches: null })
  for (const block of [ok, fails]) seal(builder, block)
  builder.at = fails
  bind(builder, kept.status, failed)
  return { ok, failed: fails }
}

/** A place in the script. */
export function spanOf(file: SourceFile, start: number, end: number): Span {
  return { file, start, end }
}

/** `exit`, `throw`. */
export function end(reader: Reader, { status, words }: Extract<Form, { kind: 'end' }>): void {
  const { builder } = reader
  const value = status === 'last' ? lookUp(builder, kept.status) : status
  const span = spanOf(reader.plain.file, words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
  if (value.kind === 'constant' && Number(value.value) === 0) returnFrom(reader, span)
  else if (value.kind === 'constant') raise(reader, span)
  else {
    const [yes, no] = [newBlock(builder), newBlock(builder)]
    addFact(builder, {
      kind: 'test',
      value: { kind: 'operation', operator: '==', operands: [value, succeeded], span },
      span,
    })
    addEdge(builder, builder.at, { to: yes, when: 'true' })
    addEdge(builder, builder.at, { to: no, when: 'false' })
    for (const block of [yes, no]) seal(builder, block)
    builder.at = yes
    returnFrom(reader, span)
    builder.at = no
    raise(reader, span)
  }
}

function returnFrom(reader: Reader, span: Span): void {
  addFact(reader.builder, { kind: 'return', value: { kind: 'unknown' }, span })
  reader.builder.at = deadBlock(reader)
}

/** Ends the script with a failure. */
export function raise(reader: Reader, span: Span): void {
  addFact(reader.builder, { kind: 'raise', value: { kind: 'unknown' }, by: 'raise', span })
  reader.builder.at = deadBlock(reader)
}
