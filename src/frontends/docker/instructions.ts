import type { Piece, SourceFile, Span } from '../../program'
import type { PlacedText } from '../pipelines/templates'

/** An instruction of a Dockerfile: what stands behind its name, with continued lines joined. */
export interface Instruction extends PlacedText {
  /** In upper case. */
  readonly name: string
  /** By name, without dashes: `--from=build`. */
  readonly flags: ReadonlyMap<string, string>
  readonly documents: readonly HereDocument[]
  readonly span: Span
}

export interface HereDocument extends PlacedText {
  /** The line that ends it. */
  readonly end: string
}

/** The instructions of a Dockerfile. https://docs.docker.com/reference/dockerfile/ */
export function readInstructions(file: SourceFile): Instruction[] {
  const escaping =
    /^(?:#[^\n]*\n)*?#[ \t]*escape[ \t]*=[ \t]*([`\\])/i.exec(file.text.slice(0, 2000))?.[1] ?? '\\'
  const lines = linesOf(file)
  const texts = new Set(lines.map(line => line.text.replace(/^\t+/, '')))
  const found: Instruction[] = []
  for (let at = 0; at < lines.length && found.length < mostInstructions; ) {
    const taken = readOne(file, lines, at, escaping, texts)
    if (taken.instruction) found.push(taken.instruction)
    at = taken.next
  }
  return found
}

const mostInstructions = 5000

interface Line {
  readonly text: string
  readonly start: number
}

function linesOf({ text }: SourceFile): Line[] {
  let start = 0
  return text.split('\n').map(line => {
    const made = { text: line.replace(/\r$/, ''), start }
    start += line.length + 1
    return made
  })
}

function readOne(
  file: SourceFile,
  lines: readonly Line[],
  from: number,
  escaping: string,
  texts: ReadonlySet<string>,
): { instruction: Instruction | null; next: number } {
  const first = lines[from]
  const [head = '', name = ''] = /^[ \t]*([A-Za-z]+)[ \t]*/.exec(first?.text ?? '') ?? []
  if (!first || name === '') return { instruction: null, next: from + 1 }
  let text = ''
  const pieces: Piece[] = []
  let at = from
  let end = first.start
  for (; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line || (at > from && /^\s*(#|$)/.test(line.text))) continue
    const cut = at === from ? head.length : 0
    const trimmed = line.text.trimEnd()
    const continues = trimmed.endsWith(escaping)
    const part = (continues ? trimmed.slice(0, -1) : line.text).slice(cut)
    pieces.push({ from: text.length, to: line.start + cut, length: part.length })
    text += part
    end = line.start + line.text.length
    if (!continues) break
  }
  const documents = /^(RUN|COPY|ADD)$/i.test(name)
    ? documentsBehind(lines, at + 1, text, texts)
    : { found: [], next: at + 1 }
  const { flags, length } = flagsIn(text)
  const instruction: Instruction = {
    name: name.toUpperCase(),
    flags,
    ...behind({ text, pieces }, length),
    documents: documents.found,
    span: { file, start: first.start, end },
  }
  return { instruction, next: documents.next }
}

function flagsIn(text: string): { flags: Map<string, string>; length: number } {
  const flags = new Map<string, string>()
  let length = 0
  for (;;) {
    const [whole, name, value = ''] =
      /^\s*--([\w-]+)(?:=(\S*))?(?=\s|$)/.exec(text.slice(length, length + 2000)) ?? []
    if (whole === undefined || name === undefined) break
    flags.set(name, value)
    length += whole.length
  }
  const space = /^\s*/.exec(text.slice(length, length + 2000))?.[0].length ?? 0
  return { flags, length: length + space }
}

function behind({ text, pieces }: PlacedText, length: number): PlacedText {
  const moved = pieces.flatMap((piece): Piece[] => {
    const cut = Math.min(piece.length, Math.max(0, length - piece.from))
    const left = piece.length - cut
    return left > 0 ? [{ from: piece.from + cut - length, to: piece.to + cut, length: left }] : []
  })
  return { text: text.slice(length), pieces: moved.length > 0 ? moved : pieces.slice(0, 1) }
}

// `RUN <<EOF` and the lines up to `EOF`. One that nothing ends is none.
function documentsBehind(
  lines: readonly Line[],
  from: number,
  text: string,
  texts: ReadonlySet<string>,
): { found: HereDocument[]; next: number } {
  const found: HereDocument[] = []
  let next = from
  for (const [, dash, quoted] of text.slice(0, 10_000).matchAll(/<<(-?)\s*["']?([A-Za-z_]\w*)["']?/g)) {
    const end = quoted ?? ''
    if (!texts.has(end)) break
    const strip = (line: string): string => (dash ? line.replace(/^\t+/, '') : line)
    const last = lines.findIndex((line, i) => i >= next && strip(line.text) === end)
    if (last < 0) break
    let body = ''
    const pieces: Piece[] = []
    for (const line of lines.slice(next, last)) {
      const kept = strip(line.text)
      pieces.push({ from: body.length, to: line.start + line.text.length - kept.length, length: kept.length })
      body += `${kept}\n`
    }
    found.push({
      end,
      text: body,
      pieces: pieces.length > 0 ? pieces : [{ from: 0, to: lines[last]?.start ?? 0, length: 0 }],
    })
    next = last + 1
  }
  return { found, next }
}
