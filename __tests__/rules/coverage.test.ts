import { readRules } from '../../src/rules/read'
import { mutantsOf } from './mutants'
import { isNoticed, readTrials, type Trial } from './trial'

const rules = readRules(['rules'])
let trials: readonly Trial[] = []

beforeAll(async () => {
  trials = await readTrials(rules)
})

// `bench/catalogue.mjs` changes the rest as well: the bounds of numbers, each option of a command line, each word.
const facts = /^(drop (?!one-of|values|flags|near|parameters|spellings)|flip (holds|level|strength)|loosen)/

test.each(rules.catalogs.map(catalog => [catalog.library, catalog] as const))(
  '%s: whatever is taken out of the catalogue changes an example',
  (library, catalog) => {
    const mutants = [...mutantsOf(catalog)].filter(({ deed }) => facts.test(deed))
    const idle = mutants.filter(mutant => !isNoticed(rules, trials, library, mutant))
    expect(idle.map(({ deed, place }) => `${deed}: ${place}`)).toEqual([])
  },
)
