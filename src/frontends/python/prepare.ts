/**
 * The text as the parser shall see it, of the same length, so that every offset stays true. The parser looks ahead over
 * comments and continuation lines from each one of them again, which takes minutes where thousands follow one another.
 */
export function prepare(text: string): string {
  // Python ends a line at a lone CR also; the parser does not.
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
  return shortenContinuations(shortenComments(lines))
}

const longest = 50

// Blank lines are cheap. Inside a long string the same lines are lost with it, and nothing that matters.
function shortenComments(text: string): string {
  let run = 0
  return text.replace(/^[ \t\f]*(?:#.*|(\S).*)?$/gm, (line, code: string | undefined) => {
    if (code !== undefined) run = 0
    else if (line.includes('#')) run += 1
    return run > longest && code === undefined ? line.replace(/#.*/, blank) : line
  })
}

function shortenContinuations(text: string): string {
  return text.replace(/(?:^[ \t\f]*\\\r?\n){50,}/gm, run => {
    const kept = run.split('\n', longest).join('\n').length
    return run.slice(0, kept) + blank(run.slice(kept))
  })
}

function blank(text: string): string {
  return ' '.repeat(text.length)
}
