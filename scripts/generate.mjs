// Writes the files that are made from `rules/`, from the form of the configuration and from `action.yml`. Run it after every
// change there: `npm run generate`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformFileSync } from '@swc/core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }

// Node 20 does not read TypeScript; the compiler that the tests use does.
Module._extensions['.ts'] = (module, path) => module._compile(transformFileSync(path, options).code, path)

process.chdir(root)
const load = createRequire(import.meta.url)
const { generatedFiles } = load(join(root, 'src/rules/generate.ts'))
const { generatedSchema } = load(join(root, 'src/policy/generate.ts'))
const { readRules } = load(join(root, 'src/rules/read.ts'))
const { actionPage } = load(join(root, 'src/action/page.ts'))
for (const [path, text] of [...generatedFiles('rules'), ...generatedSchema(readRules(['rules']))]) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
writeFileSync('docs/action.md', actionPage(readFileSync('action.yml', 'utf8')))
