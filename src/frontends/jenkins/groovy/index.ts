import { lineOf } from '../../../base/lines'
import type { Notice, SourceFile } from '../../../program'
import { openParser } from './parser'
import { readBlock } from './statements'
import { tokensOf } from './tokens'
import type { Statement } from './tree'

/** Reads Groovy as far as pipelines need it. What is not understood becomes a notice. */
export function readGroovy(file: SourceFile): { statements: readonly Statement[]; notices: Notice[] } {
  const { tokens, unclosed } = tokensOf(file.text)
  const parser = openParser(file, tokens)
  const statements = readBlock(parser)
  const notices: Notice[] = []
  const at = unclosed ?? parser.broken
  if (parser.tooDeep)
    notices.push({
      path: file.path,
      line: 1,
      kind: 'limit',
      message: 'It is nested deeper than can be read.',
    })
  else if (at !== null) {
    const { line } = lineOf(file.text, Math.min(at, file.text.length))
    const message =
      'The Groovy could not be understood here; the rest of the file was read as far as it could be.'
    notices.push({ path: file.path, line, kind: 'syntax', message })
  }
  return { statements, notices }
}
