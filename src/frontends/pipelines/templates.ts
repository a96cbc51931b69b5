import type { Piece, Value } from '../../program'

/** A text with the places of its lines in the file. */
export interface PlacedText {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** A hole in a text that the CI system fills before anything runs. */
export interface Hole {
  readonly start: number
  readonly end: number
  /** What stands in its place: a variable of the script. */
  readonly text: string
}

/** Puts other text into the holes of a text; what stands between them keeps its places. */
export function fill({ text, pieces }: PlacedText, holes: readonly Hole[]): PlacedText {
  let filled = ''
  let from = 0
  const kept: { start: number; end: number; at: number }[] = []
  for (const hole of holes) {
    kept.push({ start: from, end: hole.start, at: filled.length })
    filled += text.slice(from, hole.start) + hole.text
    from = hole.end
  }
  kept.push({ start: from, end: text.length, at: filled.length })
  filled += text.slice(from)
  let first = 0
  const placed = kept.flatMap(({ start, end, at }) => {
    // What ends before a stretch ends before all that follow.
    while (endOf(pieces[first]) < start) first += 1
    return piecesBetween(pieces, first, start, end, at)
  })
  return { text: filled, pieces: placed }
}

function endOf(piece: Piece | undefined): number {
  return piece ? piece.from + piece.length : Number.POSITIVE_INFINITY
}

// The pieces of a stretch of text, as the stretch stands elsewhere now. None before `first` is one of them.
function piecesBetween(
  pieces: readonly Piece[],
  first: number,
  start: number,
  end: number,
  at: number,
): Piece[] {
  const found: Piece[] = []
  for (let index = first; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (!piece || piece.from > end) break
    const from = Math.max(piece.from, start)
    const length = Math.min(piece.from + piece.length, end) - from
    const standsFor = piece.length === 0 && piece.from >= start
    if (length > 0 || standsFor)
      found.push({ from: at + from - start, to: piece.to + from - piece.from, length: Math.max(0, length) })
  }
  return found
}

/** A name that a shell takes for a variable: `inputs.stage` becomes `inputs__stage`. */
export function variableName(expression: string): string {
  const plain = expression.trim().replace(/[^A-Za-z0-9_]+/g, '__')
  return /^[0-9]/.test(plain) ? `_${plain}` : plain || '_'
}

/** A text with holes as a value. */
export function textWith(parts: readonly Value[]): Value {
  const [only] = parts
  if (only && parts.length === 1) return only
  return { kind: 'text', parts }
}
