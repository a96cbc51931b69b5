// Times whole processes of the bundled program: `npm run bench`, or `npm run bench -- TREE… [--runs N]`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const program = join(here, '..', 'dist', 'cli', 'index.js')
const exampleTree = join(here, '..', 'examples', 'churn')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' } },
})
const runs = readRuns(values.runs)
const trees = [exampleTree, ...positionals.map(path => resolve(path))]
for (const path of [program, ...trees]) if (!existsSync(path)) stop(`${path} does not exist`)

const rows = [
  measure('node -e 0', ['-e', '0']),
  measure('modelgate --version', [program, '--version']),
  ...trees.map(tree =>
    measure(`modelgate scan ${basename(tree)}`, [
      program,
      'scan',
      tree,
      '--format',
      'json',
      '--fail-on',
      'never',
    ]),
  ),
]
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${runs} runs each, after one to warm up\n`,
)
printTable(['process', 'files', 'findings', 'median ms', 'min ms', 'max ms', 'peak MiB'], rows)

function measure(name, words) {
  const first = run(words)
  const samples = Array.from({ length: runs }, () => run(words))
  const times = samples.map(sample => sample.milliseconds).sort((a, b) => a - b)
  const { files, findings } = countsOf(first.output)
  return [
    name,
    files,
    findings,
    Math.round(middle(times)),
    Math.round(times[0]),
    Math.round(times.at(-1)),
    (Math.max(...samples.map(sample => sample.peak)) / 1024).toFixed(0),
  ].map(String)
}

function run(words) {
  const started = performance.now()
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--require', join(here, 'peak.cjs'), ...words],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      maxBuffer: 1024 ** 3,
    },
  )
  const milliseconds = performance.now() - started
  if (status !== 0) stop(`${words.join(' ')} ended with exit code ${status}:\n${stderr}`)
  return { milliseconds, peak: Number(output[3]), output: String(stdout) }
}

function countsOf(output) {
  if (!output.startsWith('{')) return { files: '', findings: '' }
  const report = JSON.parse(output)
  return { files: report.counts.filesSeen, findings: report.counts.findings }
}

function middle(sorted) {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

function readRuns(text) {
  const number = Number(text)
  return Number.isInteger(number) && number > 0
    ? number
    : stop(`--runs ${text} is no count; write a whole number above 0`)
}

function printTable(header, lines) {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map(line => line[column].length)),
  )
  const show = line => `| ${line.map((cell, column) => pad(cell, widths[column], column)).join(' | ')} |`
  console.log(show(header))
  console.log(
    `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
  )
  for (const line of lines) console.log(show(line))
}

function pad(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function stop(message) {
  console.error(message)
  process.exit(2)
}
