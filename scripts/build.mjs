// Bundles the command line program and the Action into dist/, with everything they need beside them.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** WebAssembly files, which the bundler does not see: they are read at run time from the directory of the bundle. */
const grammars = [
  ['web-tree-sitter', 'web-tree-sitter.wasm'],
  ['tree-sitter-python', 'tree-sitter-python.wasm'],
]

// The bundler names modules by their path from here, and `dist` must not depend on where it was built.
process.chdir(root)
await bundle('cli', '#!/usr/bin/env node\n')
await bundle('action', '')

async function bundle(name, shebang) {
  const { code, assets } = await ncc(join(root, 'src', name, 'index.ts'), {
    cache: false,
    license: 'licenses.txt',
    // Readable, so that a change of `dist` can be reviewed; minifying gains 5 ms of start-up.
    minify: false,
    quiet: true,
    target: 'es2022',
    // `npm run types` checks types.
    transpileOnly: true,
  })
  const directory = join(root, 'dist', name)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const files = withNodesRequire({ 'index.js': shebang + code, ...textsOf(assets) })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text)
  if (shebang) chmodSync(join(directory, 'index.js'), 0o755)
  for (const [shippedIn, file] of grammars)
    place(join(root, 'node_modules', shippedIn, file), join(directory, file))
}

// The bundler copies the parser's WebAssembly as if it were text, under a name of digits; nothing reads that copy.
function textsOf(assets) {
  const texts = Object.entries(assets).filter(([file]) => !file.endsWith('.wasm'))
  return Object.fromEntries(
    texts.map(([file, { source }]) => [
      file,
      file === 'licenses.txt' ? withGrammarLicenses(String(source)) : String(source),
    ]),
  )
}

// Packages differ in the permissions of their files, and git records them.
function place(from, to) {
  copyFileSync(from, to)
  chmodSync(to, 0o644)
}

// The parser's ES module makes its own `require`, from `import.meta.url` and a namespace that the bundler gets wrong. In the
// bundle Node's `require` is in scope, so that statement can go.
function withNodesRequire(files) {
  const own = /const \{ createRequire \} = await [^;]+;\s*var require = createRequire\([^;]+\);/g
  const places = Object.values(files).flatMap(text => text.match(own) ?? [])
  if (places.length !== 1)
    throw new Error(
      `the parser makes its own \`require\` in ${places.length} places, not in one; see how it is bundled now`,
    )
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(own, '')]))
}

function withGrammarLicenses(bundled) {
  const listed = new Set(bundled.split('\n'))
  const missing = grammars.map(([name]) => name).filter(name => !listed.has(name))
  const texts = missing.map(name => {
    const folder = join(root, 'node_modules', name)
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return `${name}\n${license}\n${readFileSync(join(folder, 'LICENSE'), 'utf8')}`
  })
  return [bundled.trimEnd(), ...texts].join('\n\n')
}
