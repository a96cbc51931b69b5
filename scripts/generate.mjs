// Writes the files that are made from `rules/` and `action.yml`. Run it after every change there: `npm run generate`.
import { readFileSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformFileSync } from '@swc/core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }

// Node 20 does not read TypeScript; the compiler that the tests use does.
Module._extensions['.ts'] = (module, path) => module._compile(transformFileSync(path, options).code, path)

process.chdir(root)
const require = createRequire(import.meta.url)
const { generatedFiles } = require(join(root, 'src/rules/generate.ts'))
const { actionPage } = require(join(root, 'src/action/page.ts'))
for (const [path, text] of generatedFiles('rules')) writeFileSync(path, text)
writeFileSync('docs/action.md', actionPage(readFileSync('action.yml', 'utf8')))
