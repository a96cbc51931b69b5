/** Where the text literal of Python ends whose first quote stands at `start`: behind its last one. */
export function stringEnd(text: string, start: number): number {
  const quote = text.charAt(start)
  const triple = quote.repeat(3)
  if (!text.startsWith(triple, start)) return shortEnd(text, start, quote)
  for (let at = text.indexOf(triple, start + 3); at !== -1; at = text.indexOf(triple, at + 1))
    if (!isEscaped(text, at)) return at + 3
  return text.length
}

// A text in single quotes ends with its line.
function shortEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const here = text.charCodeAt(at)
    if (here === backslash) at += 1
    else if (here === lineFeed) return at
    else if (here === quote.charCodeAt(0)) return at + 1
  }
  return text.length
}

const backslash = 0x5c
const lineFeed = 0x0a

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text.charCodeAt(before - 1) === backslash) before -= 1
  return (at - before) % 2 === 1
}

/** Where the line begins in which `at` lies. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line ends in which `at` lies: at its line feed, or at the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
