// How much of the catalogue its examples hold: `node bench/catalogue.mjs [LIBRARY…] [--survivors] [--deed EXPRESSION]`.
//
// Each fact of `rules/catalog/` is changed by itself: an entry, a name, a case, a guard dropped, `holds` turned round, a
// level changed, a condition left out; words and options of command lines too where `--deed .` asks for all. A changed catalogue that reports the same in every example survives.
import { parseArgs } from 'node:util'
import { requireSource } from './typescript.mjs'

const { readRules } = requireSource('src/rules/read.ts')
const { facts, mutantsOf } = requireSource('__tests__/rules/mutants.ts')
const { isNoticed, readTrials } = requireSource('__tests__/rules/trial.ts')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { survivors: { type: 'boolean', default: false }, deed: { type: 'string' } },
})
const rules = readRules(['rules'])
const trials = await readTrials(rules)
const deeds = values.deed === undefined ? facts : new RegExp(values.deed)
const counts = new Map()

for (const catalog of rules.catalogs) {
  if (positionals.length > 0 && !positionals.includes(catalog.library)) continue
  for (const mutant of mutantsOf(catalog)) {
    if (!deeds.test(mutant.deed)) continue
    const count = counts.get(mutant.deed) ?? { all: 0, noticed: 0 }
    counts.set(mutant.deed, count)
    count.all += 1
    if (isNoticed(rules, trials, catalog.library, mutant)) count.noticed += 1
    else if (values.survivors) console.log(`${mutant.deed}\t${catalog.library}\t${mutant.place}`)
  }
}

for (const [deed, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) show(deed, count)
const total = [...counts.values()].reduce(
  (sum, one) => ({ all: sum.all + one.all, noticed: sum.noticed + one.noticed }),
  { all: 0, noticed: 0 },
)
show('all', total)
console.log(`${trials.length} examples, ${(process.cpuUsage().user / 1e6).toFixed(0)} s of processor time`)

function show(deed, { all, noticed }) {
  console.log(
    `${deed.padEnd(28)}${String(noticed).padStart(6)} of ${String(all).padStart(5)}  ${(noticed / all).toFixed(3)}`,
  )
}
