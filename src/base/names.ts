/**
 * Gives one string for all that are equal, and none that is a piece of a text: such a piece keeps the whole text in memory
 * for as long as it is held itself.
 */
export function openNames(): (name: string) => string {
  const known = new Map<string, string>()
  return name => {
    const before = known.get(name)
    if (before !== undefined) return before
    const own = detached(name)
    known.set(own, own)
    return own
  }
}

// V8 copies what is shorter.
const shortestPiece = 13

/** An equal string that is no piece of another one. */
export function detached(text: string): string {
  if (text.length < shortestPiece) return text
  // What comes from a parser of JSON stands by itself.
  return JSON.parse(JSON.stringify(text))
}
