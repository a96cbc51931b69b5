/** What one file has cost so far, and what it may cost: a small one can ask for more than memory holds. */
export interface Effort {
  /** Blocks that may still be passed while looking for what a name stands for. */
  blocks: number
  /** Characters of `finally` bodies that may still be walked once more. */
  copied: number
  /** How many copies of bodies are being walked, one in another. */
  copying: number
  /** Whether something was left out. */
  spent: boolean
}

/** What a file may cost. */
export function fullEffort(): Effort {
  return { blocks: 3_000_000, copied: 500_000, copying: 0, spent: false }
}

/** Passes one more block; false where too many have been passed. */
export function passBlock(effort: Effort): boolean {
  effort.blocks -= 1
  if (effort.blocks < 0) effort.spent = true
  return effort.blocks >= 0
}

/**
 * Walks one more copy of a body, unless too much has been copied. Bodies in bodies multiply at each level, and whatever
 * looks at one of their calls then meets all the others: a copy in a copy counts for more than what it says.
 */
export function copyBody(effort: Effort, characters: number, read: () => void): void {
  effort.copied -= effort.copying > 0 ? 1000 + 10 * characters : characters
  if (effort.copied < 0) effort.spent = true
  if (effort.copied < 0) return
  effort.copying += 1
  read()
  effort.copying -= 1
}
