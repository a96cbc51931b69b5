/** The lines that a patch shows of the new file, by their numbers: added ones, and those around them. */
export function linesIn(patch: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>()
  let number = 0
  for (const line of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)
    if (header) number = Number(header[1])
    else if (number > 0 && /^[ +]/.test(line)) {
      lines.set(number, line.slice(1).replace(/\r$/, ''))
      number += 1
    }
  }
  return lines
}

/**
 * Where a line of the scanned file stands in the proposal: what is scanned is the merge, in which lines may have moved.
 * `null` where it is not in the diff, or not at one place only.
 */
export function placeIn(lines: ReadonlyMap<number, string>, line: number, text: string): number | null {
  if (lines.get(line) === text) return line
  const same = [...lines].filter(([, other]) => other === text)
  return same.length === 1 ? (same[0]?.[0] ?? null) : null
}
