// Modelgate beside its peers, whole processes, on the same trees in one run:
// `npm run bench -- [--bin DIRECTORY] [--runs N] [--limit SECONDS] [--most SECONDS] [--grow COPIES] [--cold] [--without NAME,…] [TREE…]`.
//
// Without a tree, the first example. `--bin` holds the peers, installed outside of this project; what is not there is looked
// for on the PATH. What takes longer than `--limit` is run once, and what takes longer than `--most` is stopped. Trees of N, 2N and 4N copies of the first example show how
// the time grows with the files; `--grow 0` leaves that out. `--cold` also runs Modelgate with nothing of the disk in memory,
// which only root can have Linux do.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { peersOn, race, titleOf, versionsOf } from './peers.mjs'
import { semgrepRules } from './semgrep.mjs'
import { requireSource } from './typescript.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const program = join(here, '..', 'dist', 'cli', 'index.js')
const { builtinRules } = requireSource('src/rules/builtin.ts')
const { isCommand } = requireSource('src/analysis/commands/known.ts')
const { spellingsOf } = requireSource('src/analysis/selection/spellings.ts')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bin: { type: 'string', default: '' },
    runs: { type: 'string', default: '3' },
    limit: { type: 'string', default: '60' },
    most: { type: 'string', default: '1200' },
    grow: { type: 'string', default: '100' },
    cold: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
  },
})
const runs = Number(values.runs)
const limit = Number(values.limit)
const most = Number(values.most)
const words = [...spellingsOf(builtinRules()).keys()].filter(word => /^\w+$/.test(word))
const example = join(here, '..', 'examples', 'churn')
const trees = positionals.length === 0 ? [example] : positionals.map(path => resolve(path))
for (const path of [program, ...trees])
  if (!existsSync(path)) {
    console.error(`${path} does not exist`)
    process.exit(2)
  }

const node = (name, ...rest) => ({ name, version: ['--version'], program: process.execPath, words: rest })
const scan = (tree, name = 'modelgate', ...rest) =>
  node(name, program, 'scan', tree, '--quiet', '--fail-on', 'never', '--format', 'json', ...rest)
const scans = tree => [
  scan(tree),
  scan(tree, 'modelgate, one thread', '--threads', '1'),
  { ...scan(tree, 'modelgate, compiled anew'), env: { NODE_DISABLE_COMPILE_CACHE: '1' } },
  ...(values.cold ? [{ ...scan(tree, 'modelgate, cold disk'), before: forgetDisk }] : []),
]
const without = values.without.split(',')
// All that it asks of the tree but what guards a call, and the least that could be asked.
const work = mkdtempSync(join(tmpdir(), 'bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const catalogue = join(work, 'catalogue.json')
writeFileSync(catalogue, JSON.stringify(semgrepRules(builtinRules(), isCommand)))
const rules = { 'two rules': join(here, 'semgrep.yml'), 'the same calls': catalogue }
const peers = tree => peersOn(tree, values.bin, rules, words).filter(({ name }) => !without.includes(name))

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${runs} runs each in turns, after one to warm up`,
)
console.log(versionsOf(peers('.')).join(', '))
table('start', [node('node -e 0', '-e', '0'), node('modelgate --version', program, '--version')])
for (const tree of trees) table(titleOf(tree), [...scans(tree), ...peers(tree)])
if (Number(values.grow) > 0) grow(Number(values.grow))

function grow(least) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    for (const copies of [least, 2 * least, 4 * least]) {
      const tree = join(folder, `${copies} copies`)
      for (let i = 0; i < copies; i += 1) cpSync(example, join(tree, `c${i}`), { recursive: true })
      table(titleOf(tree), [scan(tree)])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function table(title, processes) {
  console.log(
    `\n| ${title} | runs | median s | min s | max s | cpu s | peak MiB | to the first |\n|---|---:|---:|---:|---:|---:|---:|---:|`,
  )
  for (const cells of race(processes, runs, limit, most)) console.log(`| ${cells.join(' | ')} |`)
}

function forgetDisk() {
  execFileSync('sync')
  writeFileSync('/proc/sys/vm/drop_caches', '3')
}
