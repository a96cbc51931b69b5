import { caseText, code, conditionText, names, table } from './condition-text'
import type { Case, Catalog, Rule, Sink } from './schema'

/** The section of a library: what it promotes and loads, what checks and where artifacts come from; empty where it only has words. */
export function libraryPage(catalog: Catalog, rules: readonly Rule[]): string {
  const tables = [
    table(
      ['call or command', 'what it does', 'reported', 'safe', 'source'],
      catalog.sinks.map(sink => sinkRow(sink, rules)),
    ),
    table(
      ['deployed object', 'what it is', 'serves a model when', 'held back by', 'source'],
      catalog.manifests.map(manifestRow),
    ),
    table(['check', 'what it does', 'kind', 'counts when', 'source'], catalog.guards.map(guardRow)),
    table(['artifacts from', 'come from', 'source'], catalog.origins.map(originRow)),
    [...listsOf(catalog)].map(([what, all]) => `${what}: ${all.map(code).join(', ')}.`).join('\n\n'),
  ].filter(part => part !== '')
  return tables.length === 0 ? '' : [`### ${catalog.library}`, ...tables].join('\n\n')
}

/** What is known of a library, in a few words: `promotion, load; 2 checks`. */
export function summary(catalog: Catalog): string {
  const { sinks, manifests, guards, origins } = catalog
  const hazards = [...new Set(sinks.flatMap(hazardsOf))]
  return [
    ...hazards.map(
      hazard =>
        `${hazard} (${counted(
          sinks.filter(one => hazardsOf(one).includes(hazard)).flatMap(one => one.call),
          'name',
        )})`,
    ),
    counted(
      manifests.flatMap(one => one.kind),
      'deployed object',
    ),
    counted(
      guards.flatMap(one => one.call),
      'check',
    ),
    counted(
      origins.flatMap(one => [...one.call, ...one.decorates, ...one.overrides, ...one.begins]),
      'origin',
    ),
    ...[...listsOf(catalog).keys()].map(what => what.toLowerCase()),
  ]
    .filter(part => part !== '')
    .join(', ')
}

/** The anchor that GitHub gives a heading. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

function counted(all: readonly string[], what: string): string {
  const { size } = new Set(all)
  return size === 0 ? '' : `${size} ${what}${size === 1 ? '' : 's'}`
}

function hazardsOf(sink: Sink): string[] {
  const reported = sink.when.filter(one => one.safe === undefined).map(one => one.report ?? sink.does)
  return reported.length === 0 ? [sink.does] : reported
}

type Listed = Catalog['sinks'][number]

function sinkRow(sink: Listed, rules: readonly Rule[]): string[] {
  const cases = sink.when.length === 0 ? [{}] : sink.when
  const reported = cases.filter(one => one.safe === undefined)
  const safe = cases.filter(one => one.safe !== undefined)
  const asked = [conditionText(sink.if), nearText(sink.near)].filter(text => text !== '')
  return [
    names(sink.call),
    sink.says,
    [...asked.map(text => `Only where ${text}.`), ...reported.map(one => reportText(one, sink, rules))].join(
      '<br>',
    ),
    safe.map(one => `${caseText(one) || 'otherwise'}: ${cell(one.safe ?? '')}`).join('<br>'),
    link(sink.source),
  ]
}

function nearText(near: readonly string[]): string {
  const rest = near.length > 4 ? ` or ${near.length - 3} others` : ''
  const shown = near.slice(0, rest === '' ? 4 : 3)
  return near.length === 0 ? '' : `the repository mentions ${shown.map(code).join(' or ')}${rest}`
}

function reportText(one: Case, sink: Listed, rules: readonly Rule[]): string {
  const hazard = one.report ?? sink.does
  const says = one.says === undefined || one.says === sink.says ? '' : `: ${cell(one.says)}`
  const when = caseText(one) || (sink.when.length > 1 ? 'otherwise' : 'always')
  return `**${hazard}**, ${levelText(one, hazard, rules)}: ${when}${says}`
}

function levelText({ level, automatic, beside }: Case, hazard: string, rules: readonly Rule[]): string {
  const usual = rules.find(rule => rule.sink === hazard)?.level
  const plain = (level ?? automatic ?? beside) ? level : usual
  const parts = [
    plain,
    automatic && `${automatic} where its surroundings are production`,
    beside && `${beside} beside another promotion`,
  ]
  return parts.filter(part => part !== undefined).join(' or ')
}

function manifestRow(manifest: Catalog['manifests'][number]): string[] {
  return [
    names(manifest.kind.map(kind => `${manifest.group} ${kind}`)),
    manifest.says,
    manifest.serves === 'anything' || manifest.serves === 'target'
      ? 'what it leads to does'
      : conditionText(manifest.if) || 'always',
    manifest.guards.map(({ says, strength, kind }) => `${says} (${strength} ${kind})`).join('<br>'),
    link(manifest.source),
  ]
}

type Guard = Catalog['guards'][number]

function guardRow(guard: Guard): string[] {
  const kind =
    guard.strength === 'void' ? `none: looks like ${guard.kind}` : `${guard.strength} ${guard.kind}`
  const when = [conditionText(guard.if), guard.strength === 'void' ? '' : passing[guard.holds]]
  return [
    names(guard.call),
    guard.says,
    kind,
    when.filter(text => text !== '').join('; '),
    link(guard.source),
  ]
}

const passing: Readonly<Record<Guard['holds'], string>> = {
  'no-exception': 'it ends without a failure',
  true: 'it says yes',
  false: 'it says no',
  answer: 'its answer is compared',
}

function originRow(origin: Catalog['origins'][number]): string[] {
  const where = origin.from ?? `\`${origin.through}\` that it is given`
  const when = conditionText(origin.if)
  return [
    names([...origin.call, ...origin.decorates, ...origin.overrides, ...origin.begins]),
    `${where}${when && `, where ${when}`}`,
    link(origin.source),
  ]
}

function listsOf(catalog: Catalog): Map<string, readonly string[]> {
  const lists: [string, readonly string[]][] = [
    [
      'Runs other code',
      [...catalog.launchers.flatMap(one => one.command), ...catalog.starters.flatMap(one => one.call)],
    ],
    ['Command lines with options', catalog.programs.flatMap(one => one.command)],
    ['Workflow engine', catalog.engines.map(one => one.name)],
    ['Reads configuration', catalog.readers.flatMap(one => [...one.call, ...one.decorates])],
    ['Verdicts by name', catalog.verdicts.flatMap(one => one.names)],
    ['Names that look like checks', catalog.lookalikes.flatMap(one => one.names)],
  ]
  return new Map(lists.filter(([, all]) => all.length > 0).map(([what, all]) => [what, [...new Set(all)]]))
}

function link(source: string): string {
  return `[source](${source})`
}

// A table ends at a line break or a bar.
function cell(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
