// Bundles the command line program and the Action into dist/, with everything they need beside them.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** WebAssembly files, which the bundler does not see: they are read at run time from the directory of the bundle. */
const grammars = [
  ['web-tree-sitter', 'web-tree-sitter.wasm'],
  ['tree-sitter-python', 'tree-sitter-python.wasm'],
  ['tree-sitter-bash', 'tree-sitter-bash.wasm'],
  ['@tree-sitter-grammars/tree-sitter-hcl', 'tree-sitter-terraform.wasm'],
]

// Some ES modules make their own `require`, from `import.meta.url`, which the bundler gets wrong: the parser's, and the
// checksum's of the storage in which the Action's cache lies. In the bundle Node's `require` is in scope.
const ownRequire = [
  {
    of: 'the parser',
    written: /const \{ createRequire \} = await [^;]+;\s*var require = createRequire\([^;]+\);/g,
    instead: '',
    in: ['cli', 'action', 'reader'],
  },
  {
    of: 'the checksum',
    written: /crc64_require = [^;]*createRequire[^;]+;\s*crc64_filename = [^;]+;/g,
    instead: 'crc64_require = require;\n  crc64_filename = __filename;',
    in: ['action'],
  },
]

// The bundler names modules by their path from here, and `dist` must not depend on where it was built.
process.chdir(root)
// What other threads run. None of it needs a package that the bundles themselves do not.
const threads = { 'reader.js': await codeOf('reader', ''), 'sketcher.js': await codeOf('sketcher', '') }
await bundle('cli', '#!/usr/bin/env node\n')
await bundle('action', '')

async function bundle(name, shebang) {
  const directory = join(root, 'dist', name)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const { files, packages } = await codeOf(name, shebang)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text)
  for (const [file, { files: texts }] of Object.entries(threads))
    writeFileSync(join(directory, file), texts['index.js'])
  writeFileSync(join(directory, 'licenses.txt'), licencesOf(packages))
  if (shebang) chmodSync(join(directory, 'index.js'), 0o755)
  for (const [shippedIn, file] of grammars)
    place(join(root, 'node_modules', shippedIn, file), join(directory, file))
}

async function codeOf(name, shebang) {
  const { code, assets, stats } = await ncc(join(root, 'src', name, 'index.ts'), {
    cache: false,
    // Readable, so that a change of `dist` can be reviewed; minifying gains 5 ms of start-up.
    minify: false,
    quiet: true,
    target: 'es2022',
    // `npm run types` checks types.
    transpileOnly: true,
  })
  const files = withNodesRequire({ 'index.js': shebang + code, ...textsOf(assets) }, name)
  return { files: inAscii(compiledAtOnce(files)), packages: packagesIn(stats) }
}

// V8 reads a function twice, first to find its end and then to compile it, unless it is a function expression in brackets; an
// arrow function will not do. Of a chunk that is loaded nearly all modules run.
function compiledAtOnce(files) {
  const arrow = /^\/\*{3}\/ \(\(([\w, ]*)\) => \{$/gm
  const texts = Object.entries(files).map(([name, text]) => [
    name,
    text.replace(arrow, '/***/ (function($1) {'),
  ])
  const holdsModules = Object.values(files).some(text =>
    /^\/\*{6}\/ \tvar __webpack_modules__ = /m.test(text),
  )
  if (holdsModules && texts.every(([name, text]) => text === files[name]))
    throw new Error('modules begin in another way than they did; see how the bundler writes them now')
  return Object.fromEntries(texts)
}

// V8 holds such a text in half the memory, and starts it sooner.
function inAscii(files) {
  const spell = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  const texts = Object.entries(files).map(([name, text]) => [name, text.replace(/[\u0080-\uffff]/g, spell)])
  return Object.fromEntries(texts)
}

// The bundler copies the parser's WebAssembly as if it were text, under a name of digits; nothing reads that copy.
function textsOf(assets) {
  const texts = Object.entries(assets).filter(([file]) => !file.endsWith('.wasm') && file !== 'licenses.txt')
  return Object.fromEntries(texts.map(([file, { source }]) => [file, String(source)]))
}

// Packages differ in the permissions of their files, and git records them.
function place(from, to) {
  copyFileSync(from, to)
  chmodSync(to, 0o644)
}

function withNodesRequire(files, bundled) {
  let texts = files
  for (const { of, written, instead, in: bundles } of ownRequire) {
    const places = Object.values(texts).flatMap(text => text.match(written) ?? [])
    const expected = bundles.includes(bundled) ? 1 : 0
    if (places.length !== expected)
      throw new Error(
        `${of} makes its own \`require\` in ${places.length} places, not in ${expected}; see how it is bundled now`,
      )
    texts = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, text.replace(written, instead)]),
    )
  }
  return texts
}

// Every package of which something is bundled. The bundler's own list leaves out those that it joins into one module, and the
// text of a bundle names few of those that are not. A package may be there in two versions, in folders of their own.
function packagesIn({ compilation }) {
  const modules = [...compilation.modules].flatMap(module => module.modules ?? [module])
  const listed = [
    ...modules.map(({ resource }) => resource ?? ''),
    ...grammars.map(([name]) => placeOf(name)),
  ]
  const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/
  const folders = listed.flatMap(path => folder.exec(path.replaceAll('\\', '/'))?.[0] ?? [])
  return [...new Set(folders)]
    .map(folder => ({ folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1))
}

function placeOf(name) {
  return join(root, 'node_modules', name, 'package.json')
}

function titleOf({ name, version }) {
  return `${name} ${version}`
}

function licencesOf(packages) {
  const texts = packages.map(({ folder, license, ...about }) => {
    const files = readdirSync(folder)
      .filter(file => /^(licen[cs]e|copying)/i.test(file))
      .sort()
    return [
      titleOf(about),
      license,
      ...files.map(file => readFileSync(join(folder, file), 'utf8').trim()),
    ].join('\n')
  })
  return `${texts.join('\n\n')}\n`
}
