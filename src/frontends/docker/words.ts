import type { ShellMode, Span } from '../../program'
import type { PlacedText } from '../pipelines/templates'
import { flagsMode } from '../shell/mode'
import { asWord } from '../tasks/words'

/** What an instruction or a service runs: words that no shell reads, such words as one text, or a line for a shell. */
export type Program =
  | {
      readonly kind: 'words'
      readonly words: readonly string[]
      readonly placed: PlacedText
      readonly span: Span
    }
  | { readonly kind: 'text'; readonly placed: PlacedText; readonly span: Span }
  | { readonly kind: 'line'; readonly placed: PlacedText; readonly span: Span }

/** The words of a JSON list; `null` where the text is none. */
export function wordsOf(text: string): readonly string[] | null {
  if (!/^\s*\[/.test(text)) return null
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) && read.every(word => typeof word === 'string') ? read : null
  } catch {
    return null
  }
}

/** What a shell of this mode has to be told to do the same. */
export function codeOf(program: Program, mode: ShellMode): { placed: PlacedText; mode: ShellMode } {
  if (program.kind !== 'words')
    return { placed: program.placed, mode: program.kind === 'line' ? mode : plain }
  const { words, placed } = program
  const [first = ''] = words
  const option = words.findIndex((word, i) => i > 0 && /^-[A-Za-z]*c$/.test(word))
  const code = words[option + 1]
  if (
    /(^|\/)(ba|da|z|k|a)?sh$/.test(first) &&
    option > 0 &&
    code !== undefined &&
    words.length === option + 2
  )
    return { placed: within(placed, code), mode: flagsMode(words.slice(1, option + 1)) }
  return { placed: at(placed, words.map(asWord).join(' ')), mode: plain }
}

const plain: ShellMode = { errexit: false, pipefail: false }

// A word that the file writes as it is keeps its place.
function within({ text, pieces }: PlacedText, word: string): PlacedText {
  const from = text.indexOf(word)
  if (from < 0) return at({ text, pieces }, word)
  const kept = pieces.flatMap(piece => {
    const start = Math.max(piece.from, from)
    const length = Math.min(piece.from + piece.length, from + word.length) - start
    return length > 0 ? [{ from: start - from, to: piece.to + start - piece.from, length }] : []
  })
  return kept.length > 0 ? { text: word, pieces: kept } : at({ text, pieces }, word)
}

/** Two programs as one: the words of the second behind those of the first. */
export function joinedPrograms(first: Program, second: Program): Program {
  if (first.kind === 'line') return first
  const behind: Program =
    second.kind === 'line'
      ? { ...second, kind: 'words', words: ['/bin/sh', '-c', second.placed.text] }
      : second
  if (first.kind === 'words' && behind.kind === 'words')
    return { ...first, words: [...first.words, ...behind.words] }
  const [before, after] = [codeOf(first, plain).placed, codeOf(behind, plain).placed]
  const moved = after.pieces.map(piece => ({ ...piece, from: piece.from + before.text.length + 1 }))
  const placed = { text: `${before.text} ${after.text}`, pieces: [...before.pieces, ...moved] }
  return { kind: 'text', placed, span: second.span }
}

/** Another text in the place of one. */
export function at({ pieces }: PlacedText, text: string): PlacedText {
  return { text, pieces: [{ from: 0, to: pieces[0]?.to ?? 0, length: 0 }] }
}
