import { byCodeUnits } from '../base/order'
import { code, table } from './condition-text'
import { anchor, libraryPage, summary } from './library-pages'
import { exampleText, helpPage, ruleText } from './pages'
import type { Catalog, Rule, RuleSet } from './schema'

/** `rules/README.md`: what each rule says, and what is known of each library, with an index in front. */
export function readme({ rules, catalogs }: RuleSet): string {
  const sorted = [...catalogs].sort((a, b) => byCodeUnits(a.library.toLowerCase(), b.library.toLowerCase()))
  const pages = sorted.flatMap(catalog => {
    const page = libraryPage(catalog, rules)
    return page === '' ? [] : [{ catalog, page }]
  })
  return `${[
    '# Rules',
    'Made from the YAML files of this folder by `npm run generate`; edit those.',
    table(
      ['rule', 'says', 'of a', 'level'],
      rules.map(rule => [`[${rule.id}](#${rule.id})`, rule.title, rule.sink, rule.level]),
    ),
    index(pages.map(({ catalog }) => catalog)),
    ...rules.map(rulePage),
    '## What the catalogue knows',
    reading,
    ...pages.map(({ page }) => page),
  ].join('\n\n')}\n`
}

const reading = [
  'Each library, platform or tool has one section. A call is asked the conditions from the top; the first that holds decides, and',
  'a call that fits none is not reported. `()` stands for what a call gives back, `*` for any name, and a name that begins with `$`',
  'is a command line. Names of word lists, such as `stage`, stand in brackets. A check in front, or the place where an artifact',
  'comes from, can make a level milder than the one here; see `docs/guards.md`.',
].join('\n')

function index(catalogs: readonly Catalog[]): string {
  const rows = catalogs.map(catalog => [
    `[${catalog.library}](#${anchor(catalog.library)})`,
    summary(catalog),
  ])
  return `Libraries, platforms and tools that are known:\n\n${table(['of', 'what'], rows)}`
}

function rulePage(rule: Rule): string {
  const { level, securitySeverity, precision, tags } = ruleText(rule)
  const examples = [
    ...rule.examples.bad.slice(1).map(example => `Reported. ${exampleText(example)}`),
    ...rule.examples.good.slice(1).map(example => `Not reported. ${exampleText(example)}`),
  ]
  return [
    `## ${rule.id}`,
    `**${rule.title}**`,
    `Level ${level}, severity ${securitySeverity}, precision ${precision}. Tags: ${tags.map(code).join(', ')}.`,
    helpPage(rule),
    ...(examples.length > 0 ? ['<details><summary>More examples</summary>', ...examples, '</details>'] : []),
  ].join('\n\n')
}
