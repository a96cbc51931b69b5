// Where the time of a scan goes, room by room: `node bench/analysis.mjs DIRECTORY… [--runs N]`.
//
// Shown is the median of some runs, after one to warm up, in milliseconds of processor time, of which a busy machine
// changes less than of time that passes: walking over the tree, choosing files, parsing the Python among them (the parser
// alone), what the frontends add to that, linking, what has been checked before sinks, and the rest of the analysis. The
// last two columns are the analysis (link, guards, rest) over the reading of files (parse, frontend), and over the parser
// alone.
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { requireSource } from './typescript.mjs'

const { walk } = requireSource('src/files/walk.ts')
const { readGrammar } = requireSource('src/files/grammars.ts')
const { isReadable, openFrontends, pythonIn, readProgram } = requireSource('src/frontends/index.ts')
const { loadGrammar } = requireSource('src/frontends/parser.ts')
const { selectFiles } = requireSource('src/analysis/select.ts')
const { readablePart } = requireSource('src/program/source.ts')
const { check, kindsFor } = requireSource('src/analysis/check.ts')
const { interpretCommands } = requireSource('src/analysis/commands/interpret.ts')
const { arrange } = requireSource('src/analysis/knowledge.ts')
const { link } = requireSource('src/analysis/link.ts')
const { findSinks } = requireSource('src/analysis/sinks.ts')
const { openEngine } = requireSource('src/analysis/guards/engine.ts')
const { findEntries } = requireSource('src/analysis/guards/entries.ts')
const { builtinRules } = requireSource('src/rules/builtin.ts')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
})
const rules = builtinRules()
const grammar = await loadGrammar(readGrammar('runtime'), readGrammar('python'))
const frontends = await openFrontends(readGrammar, { shell: true, documents: true })
const phases = ['walk', 'select', 'parse', 'frontend', 'link', 'guards', 'rest']
const columns = ['tree', 'files', 'parsed', 'KiB', ...phases, 'sum', 'analysis/reading', 'analysis/parser']

console.log(columns.map(pad).join(' '))
for (const directory of positionals) measureTree(resolve(directory))

function measureTree(root) {
  const first = scanOnce(root)
  const runs = Array.from({ length: Number(values.runs) }, () => scanOnce(root).times)
  const times = Object.fromEntries(phases.map(phase => [phase, middle(runs.map(run => run[phase]))]))
  const sum = phases.reduce((total, phase) => total + times[phase], 0)
  const analysis = times.link + times.guards + times.rest
  const ratios = [analysis / (times.parse + times.frontend), analysis / times.parse]
  const cells = [
    ...phases.map(phase => times[phase].toFixed(0)),
    sum.toFixed(0),
    ...ratios.map(ratio => ratio.toFixed(1)),
  ]
  console.log([basename(root), first.files, first.parsed, first.size.toFixed(0), ...cells].map(pad).join(' '))
}

function scanOnce(root) {
  const times = {}
  const timed = (phase, work) => {
    const { result, milliseconds } = timeOf(work)
    times[phase] = milliseconds
    return result
  }
  const tree = timed('walk', () => walk(root, { ignore: [], claims: isReadable }))
  const paths = new Set([...tree.paths, ...tree.files.map(file => file.path)])
  const byPath = new Map(tree.files.map(file => [file.path, file]))
  const cells = file => pythonIn(file, path => byPath.get(path))
  const files = timed('select', () => selectFiles(tree.files, rules, { paths, pythonIn: cells }))
  const python = files.filter(file => /\.pyw?$/.test(file.path))
  timed('parse', () => python.map(file => grammar.parse(readablePart(file), root => root.hasError)))
  const program = { ...timed('frontend', () => readProgram(frontends, files)), paths }
  times.frontend -= times.parse
  const linked = timed('link', () => linkOf(program))
  timed('guards', () => {
    const sinks = findSinks(linked)
    findEntries(openEngine(linked, kindsFor(linked.knowledge, sinks)), sinks)
  })
  // The whole check does again what was measured by itself.
  timed('rest', () => check(program, rules))
  times.rest = Math.max(0, times.rest - times.link - times.guards)
  const size = python.reduce((total, file) => total + file.text.length, 0) / 1024
  return { times, files: tree.files.length, parsed: files.length, size }
}

function linkOf(program) {
  const knowledge = arrange(rules)
  return link(interpretCommands(program, knowledge), knowledge)
}

function timeOf(work) {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, milliseconds: (user + system) / 1000 }
}

function middle(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

function pad(cell, column) {
  return column === 0 ? String(cell).padEnd(34).slice(0, 34) : String(cell).padStart(8)
}
