// How the time for one file grows with its size: `node bench/growth.mjs [--size N] [--runs N] [--only SHAPE] [--no-check]`.
//
// Each shape is Python that is made to be hard: branches, loops, exceptions, recursion, flags, with sinks and checks in
// it. It is written in sizes N, 2N and 4N. Shown are the fewest milliseconds of processor time of all runs for the parser
// alone, for the frontend (parser included) and for the check, and how the last two grow from N to 4N; 4 is linear.
import { parseArgs } from 'node:util'
import { shapes } from './shapes.mjs'
import { requireSource } from './typescript.mjs'

const { loadGrammar } = requireSource('src/frontends/parser.ts')
const { pythonFrontend } = requireSource('src/frontends/python/index.ts')
const { readGrammar } = requireSource('src/files/grammars.ts')
const { check } = requireSource('src/analysis/check.ts')
const { builtinRules } = requireSource('src/rules/builtin.ts')

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '250' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    'no-check': { type: 'boolean', default: false },
  },
})
const grammar = await loadGrammar(readGrammar('runtime'), readGrammar('python'))
const python = pythonFrontend(grammar)
const rules = builtinRules()
const columns = ['shape', 'size', 'KiB', 'parse', 'frontend', 'check', 'findings', 'notices', 'growth']

console.log(columns.map(pad).join(' '))
for (const [name, write] of Object.entries(shapes)) if (name.includes(values.only)) measureShape(name, write)

function measureShape(name, write) {
  const sizes = [1, 2, 4].map(times => times * Number(values.size))
  measure(write(sizes[0]))
  const rows = sizes.map(size => measure(write(size)))
  const growth = key => (rows.at(-1)[key] / rows[0][key]).toFixed(1)
  for (const [i, row] of rows.entries()) {
    const times = ['parse', 'frontend', 'check'].map(key => row[key].toFixed(1))
    const last = i === rows.length - 1 ? `frontend ${growth('frontend')}, check ${growth('check')}` : ''
    console.log(
      [name, sizes[i], row.size.toFixed(0), ...times, row.findings, row.notices, last].map(pad).join(' '),
    )
  }
}

function measure(text) {
  const file = { path: 'grown.py', text }
  const runs = Array.from({ length: Number(values.runs) }, () => {
    const parse = timeOf(() => grammar.parse(text, root => root.hasError)).milliseconds
    const { result: reading, milliseconds: frontend } = timeOf(() => python.read(file))
    const program = programOf(file, reading)
    const { result: findings, milliseconds } = timeOf(() => (values['no-check'] ? [] : check(program, rules)))
    return {
      parse,
      frontend,
      check: milliseconds,
      findings: findings.length,
      notices: reading.notices.length,
    }
  })
  const least = key => Math.min(...runs.map(run => run[key]))
  const [{ findings, notices }] = runs
  return {
    ...{ parse: least('parse'), frontend: least('frontend'), check: least('check') },
    ...{ findings, notices, size: text.length / 1024 },
  }
}

function programOf(file, { units, classes, settings, notices, stars }) {
  return {
    files: new Map([[file.path, file]]),
    paths: new Set([file.path]),
    units: new Map(units.map(unit => [unit.name, unit])),
    classes: new Map(classes.map(shape => [shape.name, shape])),
    stars: new Map([[file.path, stars]]),
    ...{ settings, notices },
  }
}

// Processor time, since other programs may be busy.
function timeOf(run) {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, milliseconds: (user + system) / 1000 }
}

function pad(cell, column) {
  return column === 0 ? String(cell).padEnd(12) : String(cell).padStart(9)
}
