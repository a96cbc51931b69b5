// Lets the scripts in this folder use `src/` as it is, without bundling it first.
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformFileSync } from '@swc/core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }

/** The exports of a TypeScript file, by its path from the root of the repository. */
export function requireSource(path) {
  // Node 20 does not read TypeScript; the compiler that the tests use does.
  Module._extensions['.ts'] ??= (module, file) => module._compile(transformFileSync(file, options).code, file)
  return createRequire(import.meta.url)(join(root, path))
}
