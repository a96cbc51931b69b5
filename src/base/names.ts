/**
 * Gives one string for all that are equal, and none that is a piece of a text: such a piece keeps the whole text in memory
 * for as long as it is held itself.
 */
export function openNames(): (name: string) => string {
  const known = new Map<string, string>()
  return name => {
    const before = known.get(name)
    if (before !== undefined) return before
    // What comes from a parser of JSON stands by itself.
    const own: string = JSON.parse(JSON.stringify(name))
    known.set(own, own)
    return own
  }
}
