import { readRules } from '../../src/rules/read'
import { mutantsOf, type Section } from './mutants'
import { isNoticed, readTrials, type Trial } from './trial'

const rules = readRules(['rules'])
let trials: readonly Trial[] = []

beforeAll(async () => {
  trials = await readTrials(rules)
})

// `bench/catalogue.mjs` changes all other facts as well.
const deeds =
  /^(drop (sinks|call|when|safe|also|aspects|report|pinned|guards|results|origins|aliases|manifests|kind|covers|begins|decorates|overrides|except|readers|found-by|within|outcomes|registrars|starters|status|swallowers|filled|iterators|infinities|nans|delegates|fields|widgets|by|digests|gives|fooled|choices|setters|textual|openers|options|holds|default|all|changers|installers|actions|uses|command|requirements|constraints|option|packages|pypi|conda|brought|marks|name-options|folder-options|yes|no|passed|approvals|decisions|confirmations|granted|records|writers|dumpers)|flip (holds|stops|elsewhere)|misname (calls|script|stops|tolerates|variables|all-variables|raised-by|list|self|replaces|place|usual|here|top|through|data|key|default|factory|widget|values|otherwise))$/
const sections: ReadonlySet<Section> = new Set([
  'sinks',
  'guards',
  'aliases',
  'origins',
  'manifests',
  'readers',
  'outcomes',
  'results',
  'registrars',
  'starters',
  'swallowers',
  'filled',
  'iterators',
  'infinities',
  'nans',
  'delegates',
  'fields',
  'widgets',
  'digests',
  'fooled',
  'choices',
  'setters',
  'textual',
  'openers',
  'options',
  'changers',
  'installers',
  'actions',
  'answers',
  'dumpers',
  'packages',
])

test.each(rules.catalogs.map(catalog => [catalog.library, catalog] as const))(
  '%s: whatever is taken out of the catalogue changes an example',
  (library, catalog) => {
    const mutants = [...mutantsOf(catalog)].filter(
      ({ deed, section }) => deeds.test(deed) && sections.has(section),
    )
    const idle = mutants.filter(mutant => !isNoticed(rules, trials, library, mutant))
    expect(idle.map(({ deed, place }) => `${deed}: ${place}`)).toEqual([])
  },
)
