// Lets the scripts in this folder use `src/` as it is, without bundling it first.
import Module, { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformFileSync } from '@swc/core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const shared = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }
// Packages that are published as ES modules only, which `require` refuses.
const modern = ['@actions/expressions']

/** The exports of a TypeScript file, by its path from the root of the repository. */
export function requireSource(path) {
  // Node 20 does not read TypeScript; the compiler that the tests use does.
  Module._extensions['.ts'] ??= compile
  const plain = Module._extensions['.js']
  if (plain.name !== compileModern.name) Module._extensions['.js'] = compileModern
  const resolve = Module._resolveFilename
  if (resolve.name !== resolveModern.name) Module._resolveFilename = resolveModern
  return createRequire(import.meta.url)(join(root, path))

  function compileModern(module, file) {
    const isModern = modern.some(name => file.includes(join('node_modules', name) + sep))
    return isModern ? compile(module, file) : plain(module, file)
  }

  function resolveModern(request, ...rest) {
    const isModern = modern.some(name => request === name || request.startsWith(`${name}/`))
    return isModern ? fileURLToPath(import.meta.resolve(request)) : resolve.call(Module, request, ...rest)
  }
}

function compile(module, file) {
  module._compile(transformFileSync(file, shared).code, file)
}
