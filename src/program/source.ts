/** A text file of the scanned tree. `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** For code that stands inside another file: where. Its `path` is then that of the file, `#` and a name. */
  readonly container?: Container
  /** The parts of it that are not read, since nothing that matters asks for them; nothing is left out where it is absent. */
  readonly unread?: readonly Stretch[]
}

/** Half-open UTF-16 offsets into a text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A file of which some parts need not be read. Its text is asked for where somebody needs it. */
export function partlyRead(file: SourceFile, unread: readonly Stretch[]): SourceFile {
  const { path, container } = file
  const text: PropertyDescriptor = { get: () => file.text, enumerable: true, configurable: true }
  return Object.defineProperty({ path, ...(container && { container }), unread }, 'text', text) as SourceFile
}

/** What is read of a file: the rest is blank, and every line and offset stays. */
export function readablePart({ text, unread = [] }: SourceFile): string {
  return unread.length === 0 ? text : withBlanks(text, unread)
}

/** A text with some stretches of it blank, in their order. */
export function withBlanks(text: string, stretches: readonly Stretch[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of stretches) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]+/g, spaces))
    from = end
  }
  return pieces.join('') + text.slice(from)
}

function spaces(text: string): string {
  return ' '.repeat(text.length)
}

/** Where the text of embedded code stands in the file that holds it. */
export interface Container {
  readonly file: SourceFile
  /** In the order of `from`. What lies between two pieces belongs to the end of the first. */
  readonly pieces: readonly Piece[]
}

/** `length` UTF-16 units from `from` on in the embedded text are those from `to` on in the file. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** The file on disk that holds a file; the file itself where nothing is embedded. */
export function fileOnDisk(file: SourceFile): SourceFile {
  return file.container ? fileOnDisk(file.container.file) : file
}

/** The span in the file on disk that holds a span of embedded code; the span itself where nothing is embedded. */
export function onDisk(span: Span): Span {
  const { container } = span.file
  if (!container) return span
  const start = offsetOnDisk(container, span.start)
  const end = Math.max(start, offsetOnDisk(container, span.end))
  return onDisk({ file: container.file, start, end })
}

// A notebook is made of thousands of pieces, and each of its calls asks.
function offsetOnDisk({ pieces }: Container, offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.from ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const piece = pieces[low]
  return piece ? piece.to + Math.min(Math.max(0, offset - piece.from), piece.length) : 0
}

/** Half-open UTF-16 offsets into the text of a file, or of code embedded in one: `onDisk` leads to the file. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

/** Something that could not be read. It is in every report, and the scan goes on. */
export interface Notice {
  readonly path: string
  /** 1-based; 0 where the whole file is meant. */
  readonly line: number
  readonly kind:
    | 'too-large'
    | 'binary'
    | 'encoding'
    | 'syntax'
    | 'unsupported'
    | 'unreadable'
    | 'limit'
    /** About a comment, a waiver or a baseline, and not about what could be read. */
    | 'exception'
  readonly message: string
}
