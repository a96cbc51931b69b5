// How long the bundled program takes to load and arrange its rules, cold: `node bench/catalogue-load.mjs [PROGRAM] [--runs N]`.
//
// Each run is a process of its own that scans `examples/churn`, with Node's profiler. Shown are medians in milliseconds of
// the time that passes, and the least: reading and compiling the chunk of the bundle that holds the rules, making them (`builtinRules`),
// arranging them (`arrange`, wherever it is called), and all three. A run of `--version` must not read that chunk.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const exampleTree = join(here, '..', 'examples', 'churn')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '11' } },
})
const program = positionals[0] ?? join(here, '..', 'dist', 'cli', 'index.js')
const home = mkdtempSync(join(tmpdir(), 'catalogue-load-'))

const scan = [program, 'scan', exampleTree, '--format', 'json', '--fail-on', 'never']
run('warm', scan)
const runs = Array.from({ length: Number(values.runs) }, (_, at) => run(String(at), scan))
for (const part of ['chunk', 'builtinRules', 'arrange', 'sum'])
  show(
    part,
    runs.map(times => times[part]),
  )
console.log(`--version reads the rules: ${run('version', [program, '--version']).chunk > 0 ? 'yes' : 'no'}`)
rmSync(home, { recursive: true })

function run(name, words) {
  const folder = join(home, name)
  const profiling = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', folder]
  const loads = join(here, 'loads.cjs')
  const { stderr, status } = spawnSync(process.execPath, [...profiling, '--require', loads, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  const profile = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'))
  const chunk = Number(/^catalogue chunk: ([\d.]+)$/m.exec(stderr)?.[1] ?? 0)
  const [builtinRules, arrange] = ['builtinRules', 'arrange'].map(called => timeIn(profile, called))
  return { chunk, builtinRules, arrange, sum: chunk + builtinRules + arrange }
}

function show(part, times) {
  console.log(
    `${part.padEnd(14)}${middle(times).toFixed(1).padStart(6)}  (least ${Math.min(...times).toFixed(1)})`,
  )
}

/** The time in a function and in all that it calls, in milliseconds. */
function timeIn({ nodes, samples, timeDeltas }, called) {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const inside = new Set()
  const enter = (node, within) => {
    const isIn = within || node.callFrame.functionName === called
    if (isIn) inside.add(node.id)
    for (const child of node.children ?? []) enter(byId.get(child), isIn)
  }
  enter(nodes[0], false)
  return samples.reduce((sum, id, at) => sum + (inside.has(id) ? timeDeltas[at] : 0), 0) / 1000
}

function middle(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
