/**
 * The value of every line under GitHub's fingerprint `primaryLocationLineHash`; the first item belongs to line 1. It names a
 * line by the 100 significant characters that begin there and by how many lines before it had the same ones.
 *
 * GitHub's upload computes it anew from the file on disk and warns where ours differs. That happens only in files whose
 * bytes are not plain UTF-8, and in the first line behind a byte order mark; ours is kept then too.
 */
export function lineHashes(text: string): readonly string[] {
  const { characters, lineStarts } = significant(text)
  const seen = new Map<bigint, number>()
  return hashesAt(characters, lineStarts).map(hash => {
    const times = (seen.get(hash) ?? 0) + 1
    seen.set(hash, times)
    return `${hash.toString(16)}:${times}`
  })
}

const windowLength = 100
const base = 37n
const endMark = 65535
const lineFeed = 10
const carriageReturn = 13

interface Significant {
  /** The characters that count, with the end mark and as many zeros as the last line needs behind it. */
  readonly characters: Uint16Array
  /** Where each line begins in them. Here a lone CR ends a line as well. */
  readonly lineStarts: readonly number[]
}

function significant(text: string): Significant {
  const characters = new Uint16Array(text.length + 1 + windowLength)
  const lineStarts = [0]
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (isSkipped(text, at, character)) continue
    const ends = character === lineFeed || character === carriageReturn
    characters[length++] = ends ? lineFeed : character
    if (ends) lineStarts.push(length)
  }
  characters[length] = endMark
  return { characters: characters.subarray(0, length + 1 + windowLength), lineStarts }
}

function isSkipped(text: string, at: number, character: number): boolean {
  if (character === 32 || character === 9) return true
  return character === lineFeed && text.charCodeAt(at - 1) === carriageReturn
}

/** A rolling polynomial hash, read where a line begins, modulo 2 to the power of 64. */
function hashesAt(characters: Uint16Array, lineStarts: readonly number[]): readonly bigint[] {
  const leaving = BigInt.asUintN(64, base ** BigInt(windowLength))
  const hashes: bigint[] = []
  let hash = 0n
  for (let end = 0; hashes.length < lineStarts.length; end += 1) {
    if (end - windowLength === lineStarts[hashes.length]) hashes.push(hash)
    const out = BigInt(characters[end - windowLength] ?? 0)
    hash = BigInt.asUintN(64, hash * base + BigInt(characters[end] ?? 0) - leaving * out)
  }
  return hashes
}
