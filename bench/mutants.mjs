// How much of the judgement in `src/` its tests hold:
// `npm run bench:mutants -- --stryker DIRECTORY [--sample N] [--seed N] [--again REPORT] [--budget SECONDS] [--files] [--static] PATH…`.
//
// Stryker changes one thing at a time, and a change that no test notices survives. It is no dependency of the project: `npm
// install --ignore-scripts --prefix DIRECTORY @stryker-mutator/core@9.6.1` puts it anywhere else. PATH is a file or a folder
// below `src/`, and with `/.` behind it a folder without those in it. With `--sample`, so many mutants are chosen out of all
// PATHs by `--seed`, of each by its size. `--again` takes what survived in an earlier report. A mutant that has survived
// `--budget` seconds of processor time has survived. What only runs while modules are loaded is left out without `--static`.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { estimateOf, interval, stratifiedSampleOf } from './mutants/sample.mjs'
import { requireSource } from './typescript.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stryker: { type: 'string', default: '' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    budget: { type: 'string', default: '60' },
    tests: {
      type: 'string',
      default: '^(policy|analysis|guards|engines|pipelines|containers|hostile/expr|rules/examples)',
    },
    without: { type: 'string', default: 'everything|churn-guarded|containers/any' },
    report: { type: 'string', default: join(tmpdir(), 'mutants') },
    files: { type: 'boolean', default: false },
    static: { type: 'boolean', default: false },
    again: { type: 'string', default: '' },
  },
})
process.chdir(root)
if (values.stryker === '' || positionals.length === 0) {
  console.error('Name the directory that holds Stryker with `--stryker`, and files or folders below `src/`.')
  process.exit(2)
}
const packages = resolve(values.stryker, 'node_modules', '@stryker-mutator')
const load = path => import(pathToFileURL(join(packages, path)))
const { Stryker } = await load('core/dist/src/index.js')
const { Instrumenter } = await load('instrumenter/dist/src/index.js')

const mutants = await mutantsBelow(positionals)
const sampled = values.sample !== '0'
const strata = positionals.map(path => mutants.filter(({ of }) => of === path))
const chosen = chosenOf()
const isPart = chosen.length < mutants.length
mkdirSync(values.report, { recursive: true })
const folder = mkdtempSync(join(values.report, 'run-'))
// What Jest does before and after all suites.
requireSource('__tests__/support/read-once.ts').default()
try {
  await run()
} finally {
  requireSource('__tests__/support/clear-up.ts').default()
  rmSync(join(folder, 'sandboxes'), { recursive: true, force: true })
}

function chosenOf() {
  if (sampled) return stratifiedSampleOf(strata, Number(values.sample), values.seed)
  if (values.again === '') return mutants
  // What lies inside of a mutant that was chosen is in the report too.
  const { chosen } = JSON.parse(readFileSync(join(dirname(values.again), 'plan.json'), 'utf8'))
  const alive = new Set(
    resultsIn(values.again).flatMap(({ status, place }) =>
      isAlive(status) && (chosen?.includes(place) ?? true) ? place : [],
    ),
  )
  return mutants.filter(mutant => alive.has(placeOf(mutant)))
}

function isAlive(status) {
  return status === 'Survived' || status === 'NoCoverage'
}

async function mutantsBelow(paths) {
  const silent = { debug() {}, info() {}, isDebugEnabled: () => false }
  const options = { plugins: null, ignorers: [], excludedMutations: [] }
  const found = []
  for (const path of paths)
    for (const name of filesBelow(path)) {
      const files = [{ name: resolve(name), content: readFileSync(name, 'utf8'), mutate: true }]
      const { mutants } = await new Instrumenter(silent).instrument(files, options)
      for (const { location, mutatorName, replacement } of mutants)
        found.push({ of: path, file: name, range: rangeOf(location), mutatorName, replacement })
    }
  return found
}

function filesBelow(path) {
  if (statSync(path).isFile()) return [path]
  const below = readdirSync(path, { recursive: !path.endsWith('/.') }).map(name => join(path, name))
  return below.filter(name => name.endsWith('.ts')).sort()
}

function rangeOf({ start, end }) {
  return `${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`
}

async function run() {
  const log = join(folder, 'results.jsonl')
  const plan = join(folder, 'plan.json')
  const tests = readdirSync('__tests__', { recursive: true })
    .filter(name => name.endsWith('.test.ts'))
    .filter(name => new RegExp(values.tests).test(name) && !new RegExp(values.without).test(name))
    .sort()
  const places = isPart ? chosen.map(placeOf) : null
  const files = tests.map(name => join('__tests__', name))
  writeFileSync(plan, JSON.stringify({ files, chosen: places, log, budget: Number(values.budget) }))
  process.env.MUTANTS_PLAN = plan
  console.log(
    `${chosen.length} of ${mutants.length} mutants, ${tests.length} files of tests; results in ${folder}`,
  )
  await new Stryker({
    plugins: [join(here, 'mutants', 'runner.mjs')],
    testRunner: 'loaded-once',
    mutate: isPart
      ? [...new Set(chosen.map(({ file, range }) => `${file}:${range}`))]
      : [...new Set(chosen.map(({ file }) => file))],
    ignorePatterns: ['dist', '.git'],
    // Its settings for type checks are of no use where nothing checks types.
    tsconfigFile: 'none',
    coverageAnalysis: 'perTest',
    // What only runs while modules are loaded needs all of them loaded again, and every test.
    ignoreStatic: !values.static,
    concurrency: 1,
    // What the process keeps of hundreds of programs is freed with it.
    maxTestRunnerReuse: 150,
    // Most loops without an end are noticed by how often they go round; a busy machine is slow.
    timeoutMS: 240_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 30,
    tempDirName: join(folder, 'sandboxes'),
    reporters: ['json'],
    jsonReporter: { fileName: join(folder, 'report.json') },
    allowConsoleColors: false,
    logLevel: 'warn',
  }).runMutationTest()
  tell(resultsIn(join(folder, 'report.json')))
}

function resultsIn(report) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'))
  return Object.entries(files).flatMap(([file, { mutants: all }]) =>
    all.map(({ status, location: { start, end }, mutatorName, replacement }) => {
      // Columns are counted from one in reports, and from zero where mutants are made.
      const range = `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`
      return { status, file, place: placeOf({ file, range, mutatorName, replacement }) }
    }),
  )
}

function placeOf({ file, range, mutatorName, replacement }) {
  return `${file}:${range} ${mutatorName} ${replacement}`
}

function tell(results) {
  const wanted = new Set(chosen.map(placeOf))
  const ours = results.filter(({ place }) => wanted.has(place))
  for (const { place, status } of ours) if (isAlive(status)) console.log(`${status} ${place}`)
  const groups = values.files
    ? [...new Set(ours.map(({ file }) => file))].map(path => [path, ours.filter(({ file }) => file === path)])
    : strata.map((all, at) => [positionals[at], ours.filter(({ place }) => placesIn(all).has(place))])
  const words = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError']
  console.log(['', ...words, 'score'].join('\t'))
  for (const [title, of] of [...groups, ['all', ours]]) {
    const { caught, all } = countsOf(of)
    const counts = words.map(word => of.filter(({ status }) => status === word).length)
    console.log([title, ...counts, (caught / all).toFixed(3), spanOf(interval(caught, all))].join('\t'))
  }
  if (!sampled) return
  const known = strata.map(all => {
    const places = placesIn(all)
    return { size: all.length, ...countsOf(ours.filter(({ place }) => places.has(place))) }
  })
  const { share, low, high } = estimateOf(known)
  console.log(`each folder by its ${mutants.length} mutants: ${share.toFixed(3)} ${spanOf([low, high])}`)
}

function placesIn(mutants) {
  return new Set(mutants.map(placeOf))
}

function countsOf(results) {
  const of = (...words) => results.filter(({ status }) => words.includes(status)).length
  const caught = of('Killed', 'Timeout')
  return { caught, all: caught + of('Survived', 'NoCoverage') }
}

function spanOf([low, high]) {
  return `${low.toFixed(3)} to ${high.toFixed(3)}`
}
