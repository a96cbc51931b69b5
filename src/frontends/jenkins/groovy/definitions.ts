import { readArguments } from './expressions'
import { isAt, next, type Parser, pass, peek, skipLines, spanFrom, within } from './parser'
import { readBody, readCommand, skipRound } from './statements'
import type { Statement } from './tree'

const modifiers = /^(def|final|static|private|public|protected|synchronized)$/

/** `def x = …`, `String x = …`, `def name(…) { … }`; `null` where it is something else. */
export function readDefinition(parser: Parser, start: number): Statement[] | null {
  const { at } = parser
  const declared = skipTypes(parser)
  const name = peek(parser)
  if (declared && isAt(parser, '(')) return readSeveral(parser)
  const follows = peek(parser, 1)
  const isNamed = name.kind === 'name' || name.kind === 'text'
  if (!declared || !isNamed) {
    parser.at = at
    return null
  }
  if (follows.kind === 'sign' && follows.text === '(') return readFunction(parser, start)
  if (follows.kind === 'sign' && follows.text !== '=' && !/^[;},]$/.test(follows.text)) {
    parser.at = at
    return null
  }
  next(parser)
  if (!pass(parser, '=')) return []
  skipLines(parser)
  const value = readCommand(parser)
  return [{ kind: 'assign', name: name.text, value, span: spanFrom(parser, start) }]
}

// Whether what stands here declares something: a keyword, or a type before a name.
function skipTypes(parser: Parser): boolean {
  let declared = false
  while (peek(parser).kind === 'name' && modifiers.test(peek(parser).text)) {
    next(parser)
    declared = true
  }
  const type = peek(parser)
  const isType =
    type.kind === 'name' && /^([A-Z]\w*|void|int|long|boolean|double|float|char|byte)$/.test(type.text)
  if (!isType) return declared
  const { at } = parser
  next(parser)
  if (isAt(parser, '<')) skipAngles(parser)
  while (isAt(parser, '[') && peek(parser, 1).text === ']') parser.at += 2
  if (peek(parser).kind === 'name' && /^[=(;]$|^\n$/.test(peek(parser, 1).text)) return true
  parser.at = at
  return declared
}

function skipAngles(parser: Parser): void {
  for (let i = 0; i < 12 && !/^(line|end)$/.test(peek(parser).kind); i += 1)
    if (next(parser).text === '>' && !isAt(parser, '>') && !isAt(parser, ',')) return
}

// `def (a, b) = …`: what each of them is stays open.
function readSeveral(parser: Parser): Statement[] {
  readArguments(parser)
  if (!pass(parser, '=')) return []
  const { start } = peek(parser)
  const value = readCommand(parser)
  return [{ kind: 'expression', value, span: spanFrom(parser, start) }]
}

function readFunction(parser: Parser, start: number): Statement[] {
  const name = next(parser).text
  const from = parser.at
  next(parser)
  within(parser, true, () => skipRound(parser))
  const words = parser.tokens.slice(from + 1, Math.min(parser.at - 1, from + 60))
  const parameters = words.flatMap((word, i) =>
    word.kind === 'name' && /^[,=]?$/.test(words[i + 1]?.text ?? '') ? [word.text] : [],
  )
  skipLines(parser)
  if (!isAt(parser, '{')) return []
  const body = readBody(parser)
  return [{ kind: 'function', name, parameters, body, span: spanFrom(parser, start) }]
}
