// Tells how long Node takes to read and compile the file of the bundle that holds the rules.
const Module = require('node:module')
const { readFileSync } = require('node:fs')

const load = Module._extensions['.js']
Module._extensions['.js'] = (module, path) => {
  const began = performance.now()
  load(module, path)
  const took = performance.now() - began
  if (readFileSync(path, 'utf8').includes('JSON.parse(\'{"rules":'))
    process.stderr.write(`catalogue chunk: ${took.toFixed(2)}\n`)
}
