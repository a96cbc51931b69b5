import type { Piece, SourceFile } from '../program'

/** Text that was taken from a file, and for each of its characters, and its end, where it stands there. */
export interface Taken {
  readonly text: string
  readonly at: readonly number[]
}

/** Embedded code while it is put together. */
export interface Draft {
  text: string
  readonly pieces: Piece[]
}

export function openDraft(): Draft {
  return { text: '', pieces: [] }
}

/** Adds a stretch of taken text as it stands. */
export function copy(draft: Draft, { text, at }: Taken, start = 0, end = text.length): void {
  let from = start
  for (let i = start + 1; i <= end; i += 1) {
    if (i < end && at[i] === (at[i - 1] ?? 0) + 1) continue
    write(draft, text.slice(from, i), at[from] ?? 0, i - from)
    from = i
  }
}

/** Adds text that stands for `length` characters of the file from `at` on. */
export function write(draft: Draft, text: string, at: number, length: number): void {
  if (text === '') return
  const last = draft.pieces.at(-1)
  const from = draft.text.length
  const follows =
    last !== undefined &&
    last.from + last.length === from &&
    last.to + last.length === at &&
    length === text.length
  if (last && follows) draft.pieces[draft.pieces.length - 1] = { ...last, length: last.length + length }
  else draft.pieces.push({ from, to: at, length: Math.min(length, text.length) })
  draft.text += text
}

/** The embedded file that a draft became. */
export function placed({ text, pieces }: Draft, file: SourceFile, path: string): SourceFile {
  // Code ends with a line feed, whether or not the file does.
  const end = file.text.length
  const within = pieces.map(({ from, to, length }) => {
    const start = Math.min(to, end)
    return { from, to: start, length: Math.min(length, end - start) }
  })
  return { path, text, container: { file, pieces: within } }
}

/** A stretch of a file, as it stands. */
export function takeFrom(text: string, start: number, end: number): Taken {
  return { text: text.slice(start, end), at: Array.from({ length: end - start + 1 }, (_, i) => start + i) }
}

/** Stretches of taken text, one behind the other. */
export function join(parts: readonly Taken[]): Taken {
  const at: number[] = []
  for (const part of parts) for (let i = 0; i < part.text.length; i += 1) at.push(part.at[i] ?? 0)
  at.push(parts.at(-1)?.at.at(-1) ?? 0)
  return { text: parts.map(part => part.text).join(''), at }
}

/** The lines of taken text, without what ends them. */
export function linesIn({ text, at }: Taken): Taken[] {
  const lines: Taken[] = []
  let start = 0
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n|$/g)) {
    if (index < start) continue
    lines.push({ text: text.slice(start, index), at: at.slice(start, index + 1) })
    start = index + end.length
    if (end === '') break
  }
  return lines
}
