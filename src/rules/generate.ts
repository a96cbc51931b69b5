import { z } from 'zod'
import { byCodeUnits } from '../base/order'
import { exampleText, helpPage, ruleText } from './pages'
import { readRules } from './read'
import { type Catalog, catalogSchema, type Rule, type RuleSet, ruleSchema, type Sink } from './schema'

/** The files that are made from `rules/`, by path: `src/rules/generated.json`, `rules/schema.json`, `rules/README.md`. */
export function generatedFiles(dir: string): ReadonlyMap<string, string> {
  const rules = readRules([dir])
  return new Map([
    ['src/rules/generated.json', json(withoutCatalogExamples(rules))],
    ['rules/schema.json', json(jsonSchema())],
    ['rules/README.md', readme(rules)],
  ])
}

// The examples of the catalogue are for tests and for readers of its files; those of rules are shown to users.
function withoutCatalogExamples(rules: RuleSet): RuleSet {
  return { ...rules, catalogs: rules.catalogs.map(({ examples: _, ...catalog }) => catalog) }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

function jsonSchema(): unknown {
  const rule = z.toJSONSchema(ruleSchema, { io: 'input' })
  const catalog = z.toJSONSchema(catalogSchema, { io: 'input' })
  const { $schema, ...ruleBody } = rule
  const { $schema: _, ...catalogBody } = catalog
  return {
    $schema,
    title: 'A rule or a catalogue file of Modelgate',
    if: { required: ['library'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: catalogBody,
    else: ruleBody,
  }
}

function readme({ rules, catalogs }: RuleSet): string {
  const sorted = [...catalogs]
    .filter(c => c.sinks.length > 0)
    .sort((a, b) => byCodeUnits(a.library, b.library))
  return `${[
    '# Rules',
    'Made from the YAML files of this folder by `npm run generate`; edit those.',
    rules.map(rule => `- [${rule.id}](#${rule.id}): ${rule.title}`).join('\n'),
    ...rules.map(rulePage),
    '## What the catalogue knows',
    'A call is asked the conditions in order, and the first that holds decides. `()` stands for what a call gives back.',
    ...sorted.map(catalogPage),
  ].join('\n\n')}\n`
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
    ...(examples.length > 0 ? ['### More examples', ...examples] : []),
  ].join('\n\n')
}

function catalogPage(catalog: Catalog): string {
  const rows = catalog.sinks.flatMap(rowsOf)
  return [`### ${catalog.library}`, ['| call | when | is |', '|---|---|---|', ...rows].join('\n')].join(
    '\n\n',
  )
}

function rowsOf(sink: Sink): readonly string[] {
  const calls = sink.call.map(code).join(', ')
  if (sink.when.length === 0) return [row(calls, 'always', sink.does, sink.says)]
  return sink.when.map((one, index) => {
    const verdict =
      one.safe === undefined ? [one.report ?? sink.does, one.says ?? sink.says] : ['safe', one.safe]
    return row(index === 0 ? calls : '', conditionText(one), verdict[0] ?? '', verdict[1] ?? '', one.level)
  })
}

function row(calls: string, when: string, verdict: string, says: string, level?: string): string {
  return `| ${calls} | ${when} | ${verdict}${level ? ` (${level})` : ''}: ${says} |`
}

function conditionText(one: Sink['when'][number]): string {
  const conditions = Object.entries(one.if ?? {}).map(
    ([name, matcher]) => `${code(name)} ${matcherText(matcher)}`,
  )
  const pinned = one.pinned === undefined ? [] : [`pinned to ${code(one.pinned)}`]
  return [...conditions, ...pinned].join(' and ') || 'otherwise'
}

function matcherText(matcher: NonNullable<Sink['when'][number]['if']>[string]): string {
  if (typeof matcher !== 'object' || matcher === null) return `is ${code(literal(matcher))}`
  if ('given' in matcher) return matcher.given ? 'is given' : 'is not given'
  if ('target' in matcher) return `names production (${matcher.target})`
  if ('elsewhere' in matcher) return `names another target than production (${matcher.elsewhere})`
  if ('mentions' in matcher) return `mentions one of the words of \`${matcher.mentions}\``
  if ('unless-elsewhere' in matcher) return `may name production (${matcher['unless-elsewhere']})`
  if ('one-of' in matcher) return `is one of ${matcher['one-of'].map(one => code(literal(one))).join(', ')}`
  if ('between' in matcher) return `is ${matcher.between.join(' to ')}`
  if ('resolves' in matcher) return `is ${matcher.resolves.map(code).join(' or ')}`
  if ('suffix' in matcher) return `ends in ${matcher.suffix.map(code).join(' or ')}`
  if ('empty' in matcher) return matcher.empty ? 'is empty' : 'is not empty'
  if ('tracked' in matcher)
    return matcher.tracked ? 'is a file of the repository' : 'is no file of the repository'
  return `matches ${code(matcher.matches)}`
}

// As Python writes it.
function literal(value: string | number | boolean | null): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? `"${value}"` : String(value)
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
