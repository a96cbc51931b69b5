import { constant, unknown, type Value } from '../../program'
import type { Node } from '../parser'
import { readExpression } from './expressions'
import { isRaw, unquote } from './literals'
import { type Scope, wordOf } from './scope'

// Longer ones name nothing, and a text that is put together from itself again and again would fill the memory.
const mostParts = 256
const mostCharacters = 10_000

/** A string, an f-string or a t-string. */
export function readString(scope: Scope, node: Node): Value {
  let raw = false
  let formatted = false
  const parts: Value[] = []
  for (const child of node.children) {
    if (child?.type === 'string_start') {
      const start = wordOf(scope, child)
      raw = isRaw(start)
      formatted = /[ft]/i.test(start.replace(/["']+$/, ''))
    } else if (child?.type === 'string_content') {
      const read = wordOf(scope, child)
      const text = formatted ? read.replaceAll('{{', '{').replaceAll('}}', '}') : read
      parts.push(constant(unquote(text, raw)))
    } else if (child?.type === 'interpolation') {
      parts.push(readExpression(scope, child.childForFieldName('expression')))
      readFormat(scope, child)
    }
  }
  return joinText(parts)
}

// `f"{value:{width}}"` evaluates `width` also.
function readFormat(scope: Scope, node: Node): void {
  for (const format of node.namedChildren) {
    if (format?.type !== 'format_specifier') continue
    for (const inner of format.namedChildren) {
      readExpression(scope, inner?.childForFieldName('expression') ?? null)
      if (inner) readFormat(scope, inner)
    }
  }
}

/** Text that is put together from values. */
export function joinText(parts: readonly Value[]): Value {
  if (parts.length === 0) return constant('')
  const flat = parts.flatMap(part => (part.kind === 'text' ? part.parts : [part]))
  if (flat.length > mostParts) return unknown
  const texts = flat.map(part =>
    part.kind === 'constant' && typeof part.value === 'string' ? part.value : null,
  )
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  if (length > mostCharacters && flat.length > 1) return unknown
  return texts.includes(null) ? { kind: 'text', parts: flat } : constant(texts.join(''))
}

/** Whether a value is text, whole or in parts. */
export function isText(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string')
}
