/** What the parser shall see, of the same length as the file, so that every offset stays true. */
export interface Prepared {
  readonly text: string
  /** The line from which comments and continuations were left out although that may change the meaning; 0 for none. */
  readonly cutAt: number
}

// The parser looks ahead over comments and continuation lines from each one of them again. So many characters take a
// second or two; a file of nothing but comments would take hours.
const mostLookedAt = 50_000_000

/** Makes a file's text fit for the parser. */
export function prepare(text: string): Prepared {
  // Python ends a line at a lone CR also; the parser does not.
  const plain = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
  const lines = plain.split('\n')
  if (lookAhead(lines) <= mostLookedAt) return { text: plain, cutAt: 0 }
  const quieter = lines.map(line => (isLight(line) && isHarmless(line) ? blank(line) : line))
  if (lookAhead(quieter) <= mostLookedAt) return { text: quieter.join('\n'), cutAt: 0 }
  return { text: withoutLight(quieter), cutAt: quieter.findIndex(isCostly) + 1 }
}

/** How many characters the parser looks at: each run of light lines once for every comment and continuation in it. */
function lookAhead(lines: readonly string[]): number {
  let total = 0
  let costly = 0
  for (const line of lines) {
    if (!isLight(line)) costly = 0
    else if (isCostly(line)) costly += 1
    total += costly * (line.length + 1)
  }
  return total
}

/** Whether a line is blank, a comment or a lone backslash, as far as can be seen without knowing what is around it. */
function isLight(line: string): boolean {
  return /^[ \t\f\r]*(?:$|#|\\\r?$)/.test(line)
}

function isCostly(line: string): boolean {
  return /^[ \t\f\r]*(?:#|\\\r?$)/.test(line)
}

// Inside a string it is no comment, so it may not be needed to end that string or to compute a part of it.
function isHarmless(line: string): boolean {
  return !/["'{}\\]/.test(line)
}

function withoutLight(lines: readonly string[]): string {
  return lines
    .map(line => (isCostly(line) ? blank(line) + (line.includes('#') ? '\n' : ' ') : `${line}\n`))
    .join('')
    .slice(0, -1)
}

function blank(text: string): string {
  return ' '.repeat(text.length)
}
