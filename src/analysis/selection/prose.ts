import type { Stretch } from '../../program'
import { lineEnd, lineStart, stringEnd } from './lexemes'

/**
 * The text of a Python file with its whole-line comments and the documentation of its functions and classes blanked out:
 * every offset stays. What cannot be told for sure stays too.
 */
export function withoutProse(text: string): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of proseIn(text)) {
    pieces.push(text.slice(from, start), ' '.repeat(end - start))
    from = end
  }
  return from === 0 ? text : pieces.join('') + text.slice(from)
}

/** The text of a Python file without what its texts and comments say; a text that may hold code (`f"{path}"`) stays. */
export function withoutTexts(text: string): string {
  const pieces: string[] = []
  let from = 0
  const next = /["'#]/g
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const start = match.index
    const end = match[0] === '#' ? lineEnd(text, start) : stringEnd(text, start)
    next.lastIndex = end
    if (match[0] !== '#' && isFormatted(text, start)) continue
    pieces.push(text.slice(from, start), ' '.repeat(end - start))
    from = end
  }
  return from === 0 ? text : pieces.join('') + text.slice(from)
}

function isFormatted(text: string, quote: number): boolean {
  return /(?:^|\W)[rR]?[fFtT][rR]?$/.test(text.slice(Math.max(0, quote - 3), quote))
}

function proseIn(text: string): Stretch[] {
  const found: Stretch[] = []
  const next = /["'#]/g
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const start = match.index
    const end = match[0] === '#' ? lineEnd(text, start) : stringEnd(text, start)
    if (match[0] === '#' ? isBlank(text, lineStart(text, start), start) : isDocumentation(text, start, end))
      found.push({ start, end })
    next.lastIndex = end
  }
  return found
}

// A text by itself behind the head of a definition. In brackets it would be a value, and a prompt may hold code.
function isDocumentation(text: string, start: number, end: number): boolean {
  if (!text.startsWith('"""', start) && !text.startsWith("'''", start)) return false
  const line = lineStart(text, start)
  if (!/^[ \t]*[rRuU]?$/.test(text.slice(line, start)) || !isBlank(text, end, lineEnd(text, end)))
    return false
  const head = lineBefore(text, line)
  return head === '' || /^[ \t]*(?:(?:async[ \t]+)?def\b|class\b|\)).*:[ \t\r]*$/.test(head)
}

/** The last line above that is not empty. */
function lineBefore(text: string, line: number): string {
  for (let end = line - 1; end > 0; ) {
    const start = lineStart(text, end)
    if (!isBlank(text, start, end)) return text.slice(start, end)
    end = start - 1
  }
  return ''
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const here = text.charCodeAt(at)
    if (here !== 0x20 && here !== 0x09 && here !== 0x0d && here !== 0x0c) return false
  }
  return true
}
