import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

/**
 * The WebAssembly file of a grammar, or of the parser's runtime. In the bundle they lie beside `index.js`; while developing
 * they are taken from the packages that ship them.
 */
export function readGrammar(name: keyof typeof places): Uint8Array {
  const before = known.get(name)
  if (before) return before
  const { file, shippedIn } = places[name]
  const bundled = join(ownFolder(), file)
  const bytes = readFileSync(
    existsSync(bundled) ? bundled : join(ownFolder(), '..', '..', 'node_modules', shippedIn, file),
  )
  known.set(name, bytes)
  return bytes
}

const known = new Map<string, Uint8Array>()

/**
 * Has grammars translated once and in haste, in a third of the time, from now on in this process. Code that is translated again
 * for speed reads a few percent quicker in the largest trees, and to make it takes up to 700 MiB for one function.
 */
export function hurry(): void {
  // The first implies the others only where a program is started with it, and younger versions of V8 go by the others alone.
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
    setFlagsFromString(flag)
}

const places = {
  python: { file: 'tree-sitter-python.wasm', shippedIn: 'tree-sitter-python' },
  bash: { file: 'tree-sitter-bash.wasm', shippedIn: 'tree-sitter-bash' },
  terraform: { file: 'tree-sitter-terraform.wasm', shippedIn: '@tree-sitter-grammars/tree-sitter-hcl' },
  runtime: { file: 'web-tree-sitter.wasm', shippedIn: 'web-tree-sitter' },
} as const

/** The folder of the program that runs. */
// A function, because the bundler works out paths that it finds written down, and then copies all that they may mean.
export function ownFolder(): string {
  return __dirname
}
