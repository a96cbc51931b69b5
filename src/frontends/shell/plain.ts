import type { Embedded, Reading, Unit, Value } from '../../program'
import { addEdge, addFact, bind, closeBuilder, newBlock, openBuilder, seal } from '../builder'
import { fullEffort } from '../effort'
import { type Form, formOf } from './plain-forms'
import { tokensOf, type WordToken } from './plain-tokens'
import { closeParameters, openPlain } from './plain-values'
import { deadBlock, end, join, type Outcome, type Reader, raise, runProgram, spanOf } from './plain-ways'
import { kept, succeeded } from './scope'

/**
 * Reads PowerShell and `cmd` as far as their commands go. Neither stops when a program fails: every call has a way on, and only
 * a test of the status, `||`, or the end of the script makes something of a failure.
 */
export function readPlain({ file, language }: Embedded): Reading {
  const spoken = language === 'cmd' ? 'cmd' : 'powershell'
  const plain = openPlain(file, spoken)
  const builder = openBuilder(name => plain.free(name), fullEffort())
  bind(builder, kept.status, succeeded)
  const tokens = tokensOf(spoken, file.text, 0, file.text.length)
  const last = tokens.findLastIndex(token => token.kind !== 'end')
  const reader: Reader = { plain, builder, tokens, at: 0, depth: 0, conditions: 0, last }
  readBlock(reader)
  const span = { file, start: 0, end: file.text.length }
  const unit: Unit = {
    name: file.path,
    label: 'script',
    kind: 'module',
    parent: null,
    file,
    parameters: closeParameters(plain),
    blocks: closeBuilder(builder),
    owner: null,
    decorators: [],
    returns: null,
    generator: false,
    bound: plain.bound,
    span,
  }
  return { units: [unit], classes: [], settings: [], notices: [], stars: [] }
}

const deepest = 100

function peek(reader: Reader): Reader['tokens'][number] | undefined {
  return reader.tokens[reader.at]
}

// Up to the bracket that closes it.
function readBlock(reader: Reader): void {
  reader.depth += 1
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'close' && reader.depth > 1) break
    if (token.kind === 'word' || token.kind === 'open') readChain(reader)
    else reader.at += 1
  }
  reader.depth -= 1
}

// `a && b || c | d`, up to the end of the line.
function readChain(reader: Reader): void {
  let outcome = readOne(reader)
  for (let token = peek(reader); token && /^(and|or|pipe)$/.test(token.kind); token = peek(reader)) {
    reader.at += 1
    while (peek(reader)?.kind === 'end') reader.at += 1
    const from =
      token.kind === 'and'
        ? outcome.ok
        : token.kind === 'or'
          ? outcome.failed
          : join(reader, outcome.ok, outcome.failed)
    reader.builder.at = from ?? deadBlock(reader)
    const next = readOne(reader)
    if (token.kind === 'and') outcome = { ok: next.ok, failed: join(reader, outcome.failed, next.failed) }
    else if (token.kind === 'or') outcome = { ok: join(reader, outcome.ok, next.ok), failed: next.failed }
    else outcome = next
  }
  const isLast = reader.depth === 1 && reader.at > reader.last
  if (isLast && outcome.failed !== null) {
    reader.builder.at = outcome.failed
    raise(
      reader,
      spanOf(reader.plain.file, reader.tokens.at(-1)?.start ?? 0, reader.tokens.at(-1)?.start ?? 0),
    )
    outcome = { ok: outcome.ok, failed: null }
  }
  reader.builder.at = join(reader, outcome.ok, outcome.failed) ?? deadBlock(reader)
}

function readOne(reader: Reader): Outcome {
  if (peek(reader)?.kind === 'open') {
    // A block of PowerShell is for the command before it, which may run it or not.
    if (reader.plain.language === 'powershell') runBranch(reader, { kind: 'maybe', words: [], rest: [] })
    else readGroup(reader)
    return { ok: reader.builder.at, failed: null }
  }
  const words: WordToken[] = []
  for (let token = peek(reader); token?.kind === 'word'; token = peek(reader)) {
    words.push(token)
    reader.at += 1
  }
  return runWords(reader, words)
}

function readGroup(reader: Reader): void {
  reader.at += 1
  if (reader.depth > deepest) skipGroup(reader)
  else readBlock(reader)
  if (peek(reader)?.kind === 'close') reader.at += 1
}

function skipGroup(reader: Reader): void {
  for (let depth = 1; depth > 0 && peek(reader); reader.at += 1) {
    if (peek(reader)?.kind === 'open') depth += 1
    if (peek(reader)?.kind === 'close') depth -= 1
    if (depth === 0) return
  }
}

function runWords(reader: Reader, words: readonly WordToken[]): Outcome {
  const form = formOf(reader.plain, reader.builder, words)
  const here = (): Outcome => ({ ok: reader.builder.at, failed: null })
  for (const word of form.reads ?? words) readInner(reader, word)
  switch (form.kind) {
    case 'nothing':
      return here()
    case 'command':
      return runProgram(reader, form.words, form.assigns)
    case 'assign':
      reader.plain.assign(reader.builder, form.name, form.value)
      return here()
    case 'if':
    case 'maybe':
      runBranch(reader, form)
      return here()
    case 'loop':
      runLoop(reader, form)
      return here()
    case 'always':
      runBody(reader, form.rest)
      return here()
    case 'end':
      end(reader, form)
      return { ok: null, failed: null }
  }
}

// Commands in brackets run before the command that takes what they print.
function readInner(reader: Reader, word: WordToken): void {
  const { file, language } = reader.plain
  if (reader.depth > deepest) return
  for (const { start, end: stop } of word.inner) {
    const tokens = tokensOf(language, file.text, start, stop)
    const outer = { tokens: reader.tokens, at: reader.at, depth: reader.depth }
    Object.assign(reader, { tokens, at: 0, depth: reader.depth + 1 })
    readBlock(reader)
    Object.assign(reader, outer)
  }
}

function runBranch(
  reader: Reader,
  form: Extract<Form, { kind: 'if' }> | Extract<Form, { kind: 'maybe' }>,
): void {
  if (reader.conditions > deepest) return
  reader.conditions += 1
  const { builder } = reader
  const value: Value = form.kind === 'if' ? form.condition : { kind: 'unknown' }
  const [first] = form.words
  const span = spanOf(reader.plain.file, first?.start ?? 0, form.words.at(-1)?.end ?? 0)
  addFact(builder, { kind: 'test', value, span })
  const from = builder.at
  const [yes, no] = [newBlock(builder), newBlock(builder)]
  addEdge(builder, from, { to: yes, when: 'true' })
  addEdge(builder, from, { to: no, when: 'false' })
  for (const block of [yes, no]) seal(builder, block)
  builder.at = yes
  runBody(reader, form.rest)
  const after = builder.at
  builder.at = no
  readElse(reader)
  builder.at = join(reader, after, builder.at) ?? after
  reader.conditions -= 1
}

// `for %%x in (…) do …`.
function runLoop(reader: Reader, form: Extract<Form, { kind: 'loop' }>): void {
  if (peek(reader)?.kind === 'open') {
    reader.at += 1
    skipGroup(reader)
    reader.at += 1
  }
  const words: WordToken[] = [...form.rest]
  for (let token = peek(reader); token?.kind === 'word'; token = peek(reader)) {
    words.push(token)
    reader.at += 1
  }
  const rest = words[0]?.bare.toLowerCase() === 'do' ? words.slice(1) : words
  runBranch(reader, { kind: 'maybe', words: form.words, rest })
}

// What is left of the line, or the block that follows.
function runBody(reader: Reader, rest: readonly WordToken[]): void {
  if (rest.length > 0) {
    const outcome = runWords(reader, rest)
    reader.builder.at = join(reader, outcome.ok, outcome.failed) ?? deadBlock(reader)
    return
  }
  const from = reader.at
  while (peek(reader)?.kind === 'end') reader.at += 1
  if (peek(reader)?.kind === 'open') readGroup(reader)
  else reader.at = from
}

function readElse(reader: Reader): void {
  const from = reader.at
  while (peek(reader)?.kind === 'end') reader.at += 1
  const token = peek(reader)
  if (token?.kind !== 'word' || !/^else(if)?$/i.test(token.bare)) {
    reader.at = from
    return
  }
  readChain(reader)
}
