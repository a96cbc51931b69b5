/** What the parser shall see, of the same length as the file, so that every offset stays true. */
export interface Prepared {
  readonly text: string
  /** The line from which something was left out that the parser would take hours for; 0 for none. */
  readonly cutAt: number
}

/** Makes a script fit for the parser. */
export function prepare(source: string): Prepared {
  const text = source
    .replaceAll('\0', ' ')
    // A carriage return before the end of a line is no part of a word to whoever wrote it.
    .replace(/\\\r\n/g, ' \\\n')
    .replace(/\r(?=\n|$)/g, ' ')
    // A comment in backticks, in the middle of a command, runs nothing.
    .replace(/`#[^`\n]*`/g, blank)
    // The grammar has no line that goes on behind the end of the file.
    .replace(/\\\s*$/, blank)
    // Nor has it brackets around a variable in the text that stands in for another: `${TAG:+ (tag: $TAG)}`.
    .replace(bracketed, '$1 $2 ')
    // Nor has it a text to read behind a redirection; a file to read is the nearest thing that it has.
    .replace(/([0-9&]?>>?&?[ \t]*[\w./&"${}-]+[ \t]*)<<</g, '$1<  ')
  return withoutExcess(text)
}

// Each of its pieces begins with a letter of its own, and is short.
const bracketed =
  /(\$\{\w{1,80}:?[-+=][^{}()$`\n]{0,200})\(((?:[^(){}$`\n]|\$\{\w{1,80}\}|\$(?=\w)){0,300})\)(?=[^(){}`\n]{0,200}\})/g

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

// The parser's work grows with the square of these, each where nothing ends it; people write a few dozen at most.
const mostMarks = 2000
const mostHeads = 300
const deepest = 500

function withoutExcess(text: string): Prepared {
  const lines = text.split('\n')
  const excess = new Set<number>()
  let [marks, heads, depth, begins] = [0, 0, 0, 0]
  for (const [i, line] of lines.entries()) {
    const goesOn = i > 0 && /(\\|[|&])[ \t]*$/.test(lines[i - 1] ?? '')
    if (!goesOn) [marks, begins] = [0, i]
    marks += countOf(line, /[|()[\]{}<>]/g)
    heads = isHead(line) ? heads + 1 : line.trim() === '' ? heads : 0
    depth = Math.max(0, depth + countOf(line, /\(/g) - countOf(line, /\)/g))
    if (marks > mostMarks) for (let at = begins; at <= i; at += 1) excess.add(at)
    if (marks > mostMarks) [marks, begins] = [mostMarks, i]
    if (heads > mostHeads || depth > deepest) excess.add(i)
  }
  if (excess.size === 0) return { text, cutAt: 0 }
  const kept = lines.map((line, i) => (excess.has(i) ? blank(line) : line))
  return { text: kept.join('\n'), cutAt: [...excess].reduce((a, b) => Math.min(a, b)) + 1 }
}

// A line that only begins something: `f()`, `a)`, `a[`, `<<EOF`.
function isHead(line: string): boolean {
  return /^(<<-?\s*\S*|[^\s()[\]]*\s*(\(\)|\)|\[|=\())$/.test(line.trim())
}

function countOf(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0
}
