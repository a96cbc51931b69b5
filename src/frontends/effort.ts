/** What one file has cost so far, and what it may cost: a small one can ask for more than memory holds. */
export interface Effort {
  /** Blocks that may still be passed while looking for what a name stands for. */
  blocks: number
  /** Characters of `finally` bodies that may still be walked once more. */
  copied: number
  /** Whether something was left out. */
  spent: boolean
}

/** What a file may cost. */
export function fullEffort(): Effort {
  return { blocks: 3_000_000, copied: 500_000, spent: false }
}

/** Passes one more block; false where too many have been passed. */
export function passBlock(effort: Effort): boolean {
  effort.blocks -= 1
  if (effort.blocks < 0) effort.spent = true
  return effort.blocks >= 0
}

/** Walks one more copy of a body; false where too much has been copied, which bodies in bodies double at each level. */
export function copyBody(effort: Effort, characters: number): boolean {
  effort.copied -= characters
  if (effort.copied < 0) effort.spent = true
  return effort.copied >= 0
}
