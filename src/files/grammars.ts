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
 * Has grammars translated once and in haste, in a third of the time, from now on in this process. They then read a little
 * slower than what is translated again for speed, which pays for itself after some millions of characters.
 */
export function hurry(): void {
  // The first implies the others only where a program is started with it, and younger versions of V8 go by the others alone:
  // what they translate for speed takes half a gigabyte for one function of the parser.
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
    setFlagsFromString(flag)
}

/** Undoes `hurry`. */
export function takeTime(): void {
  for (const flag of ['--no-liftoff-only', '--wasm-tier-up', '--wasm-dynamic-tiering'])
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
