// Not the name of an argument, nor what gets a value. A chain that is none has no part that is one, and is looked at once.
const dotted =
  /(?<![\w.])(?=[A-Za-z_])(?<![A-Za-z_]\w*\s*\.\s*)[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*(?![\w.]|\s*=(?!=))/g

// `getattr(store, "publish")` is `store.publish`.
const named = /\bgetattr\s*\(\s*([A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*)\s*,\s*["']([A-Za-z_]\w*)["']/g

/** The names in a piece of code, each with what is taken from it, as they are written: `store.publish`. */
export function* chainsIn(piece: string): Iterable<string> {
  for (const [chain] of piece.matchAll(dotted)) yield chain
  if (!piece.includes('getattr')) return
  for (const [, chain, name] of piece.matchAll(named)) yield `${chain}.${name}`
}

/** The steps of such a name. */
export function stepsOf(chain: string): readonly string[] {
  return chain.split('.').map(step => step.trim())
}
