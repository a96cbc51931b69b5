// Compares the Python frontend with CPython, on every .py file below a directory. By hand, with a python3 on the PATH:
//
//   node bench/differential/run.mjs "$(python3 -c 'import sysconfig; print(sysconfig.get_paths()["stdlib"])')" [--show N]
//
// `reference.py` says what CPython's parser, compiler and symbol tables make of a file. Compared are, for each unit,
//   lost, invented    its calls, by name and line of the callee's last name; a `finally` may repeat a call;
//   dead, alive       calls that the compiler drops and we keep, and calls that it keeps and we drop;
//   bound, resolved   the names that it binds, and in which unit a name that it reads was found.
// The compiler of Python 3.11 gives calls in f-strings no true place: they are compared by name.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { requireSource } from '../typescript.mjs'
import { compareFile } from './compare.mjs'

const { loadGrammar } = requireSource('src/frontends/parser.ts')
const { pythonFrontend } = requireSource('src/frontends/python/index.ts')
const { readGrammar } = requireSource('src/files/grammars.ts')
const { decode } = requireSource('src/files/decode.ts')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '10' } },
})
const [root] = positionals
if (!root) {
  console.error('which directory? node bench/differential/run.mjs DIRECTORY [--show N]')
  process.exit(2)
}

const python = pythonFrontend(await loadGrammar(readGrammar('runtime'), readGrammar('python')))
const reference = spawn('python3', [join(dirname(fileURLToPath(import.meta.url)), 'reference.py'), root], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const totals = { files: 0, refused: 0, thrown: 0, notices: 0, units: 0, calls: 0, names: 0, resolutions: 0 }
const differences = new Map()

for await (const line of createInterface({ input: reference.stdout })) {
  const expected = JSON.parse(line)
  const reading = readAsWeDo(expected.path)
  if (!reading) continue
  if (expected.skipped) totals.refused += 1
  else record(expected.path, reading, compareFile(reading, expected.units))
}
report()

function readAsWeDo(path) {
  totals.files += 1
  const file = { path, text: decode(readFileSync(path)).text }
  try {
    return python.read(file)
  } catch (error) {
    totals.thrown += 1
    note('thrown', `${path}: ${error.stack}`)
    return null
  }
}

function record(path, reading, compared) {
  for (const notice of reading.notices) {
    totals.notices += 1
    note(`notice ${notice.kind}`, `${path}:${notice.line}`)
  }
  for (const key of ['units', 'calls', 'names', 'resolutions']) totals[key] += compared[key]
  for (const { kind, line, says } of compared.differences) note(kind, `${path}:${line} ${says}`)
}

function note(kind, text) {
  if (!differences.has(kind)) differences.set(kind, [])
  differences.get(kind).push(text)
}

function report() {
  for (const [kind, count] of Object.entries(totals)) console.log(`${String(count).padStart(9)} ${kind}`)
  for (const [kind, texts] of [...differences].sort()) {
    console.log(`\n${String(texts.length).padStart(9)} ${kind}`)
    for (const text of texts.slice(0, Number(values.show))) console.log(`          ${text}`)
  }
}
