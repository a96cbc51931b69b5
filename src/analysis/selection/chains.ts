// Not the name of an argument, nor what gets a value. A chain that is none has no part that is one, and is looked at once.
const dotted =
  /(?<![\w.])(?=[A-Za-z_])(?<![A-Za-z_]\w*\s*\.\s*)[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*(?![\w.]|\s*=(?!=))/g

// `getattr(store, "publish")` is `store.publish`.
const named = /\bgetattr\s*\(\s*([A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*)\s*,\s*["']([A-Za-z_]\w*)["']/g

// `import_module("ship").publish` has it from there.
const brought =
  /\b(?:import_module|__import__)\([^()\n]{0,300}\)\s*\.\s*([A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*)/g

/** The names in a piece of code, each with what is taken from it, as they are written: `store.publish`. */
export function* chainsIn(piece: string): Iterable<string> {
  for (const [chain] of piece.matchAll(dotted)) yield chain
  if (piece.includes('getattr')) for (const [, chain, name] of piece.matchAll(named)) yield `${chain}.${name}`
  if (piece.includes('import_')) for (const [, chain = ''] of piece.matchAll(brought)) yield chain
}

/** The steps of such a name. */
export function stepsOf(chain: string): readonly string[] {
  return chain.split('.').map(step => step.trim())
}
