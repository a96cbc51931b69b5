import { basename } from 'node:path'
import { lineOf } from '../base/lines'
import { UserError } from '../base/user-error'
import { firstMistake } from '../rules/check'
import { metricLists } from '../rules/own'
import { type Known, type OwnEntries, ownEntriesHold, ownSchema } from '../rules/own-schema'
import { type Problem, problemsIn, shorten } from './mistakes'
import { ownGuard, ownSink, trusting } from './own'
import {
  type Configuration,
  defaultConfiguration,
  limitsFrom,
  type PathPolicy,
  type Waiver,
} from './settings'
import { type Settings, settingsSchema } from './settings-schema'
import { readYaml, type YamlText } from './yaml-text'

export { type Configuration, configurationNames, defaultConfiguration, failOnLevels } from './settings'

/** Reads a `.modelgate.yml`. The first thing wrong in it ends in a UserError that names its place and the remedy. */
export function parseConfiguration(text: string, fileName: string, known: Known): Configuration {
  const yaml = readYaml(text, fileName)
  if (yaml.value === null) return defaultConfiguration
  const settings = settingsSchema(known.ruleIds).safeParse(yaml.value)
  const entries = ownSchema.safeParse(isMapping(yaml.value) ? yaml.value : {})
  if (!settings.success || !entries.success) {
    const own = entries.error ? [firstMistake(yaml.file, entries.error, ownSchema)] : []
    throw firstOf([...own, ...problemsIn(settings.error?.issues ?? [], yaml, known.ruleIds)], yaml)
  }
  ownEntriesHold(yaml.file, entries.data, known)
  refuseTwice(yaml, 'words', settings.data.words ?? {})
  refuseTwice(yaml, 'metrics', settings.data.metrics ?? {})
  const lineAt = (offset: number) => lineOf(text, offset).line
  return toConfiguration(settings.data, entries.data, basename(fileName), index =>
    lineAt(yaml.valueOffset(['waivers', index])),
  )
}

function toConfiguration(
  settings: Settings,
  entries: OwnEntries,
  file: string,
  waiverLine: (index: number) => number,
): Configuration {
  const { words, metrics } = settings
  const trusted = settings['trusted-environments'] ?? []
  return {
    ...defaultConfiguration,
    file,
    policyFrom: settings['policy-from'] ?? defaultConfiguration.policyFrom,
    failOn: settings['fail-on'] ?? defaultConfiguration.failOn,
    ...rulesOf(settings.rules ?? {}),
    paths: (settings.paths ?? []).map(toPathPolicy),
    ignore: settings.ignore ?? [],
    own: {
      guards: (entries.guards ?? []).map(guard => ownGuard(guard, file)),
      sinks: (entries.sinks ?? []).map(sink => ownSink(sink, file)),
      words: { production: words?.production ?? [], other: words?.other ?? [] },
      metrics: Object.fromEntries(metricLists.map(list => [list, metrics?.[list] ?? []])),
      trusted: { environments: trusted, guards: trusted.map(name => trusting(name, file)) },
      require: settings.promotion?.require ?? [],
    },
    limits: limitsFrom(settings.limits ?? {}),
    waivers: (settings.waivers ?? []).map((waiver, index) => toWaiver(waiver, waiverLine(index))),
    baselineFile: settings.baseline ?? null,
  }
}

function rulesOf(rules: NonNullable<Settings['rules']>): Pick<Configuration, 'rules' | 'bars'> {
  const given = Object.entries(rules).map(([id, value]) => ({
    id,
    level: typeof value === 'string' ? value : value?.level,
    bar: typeof value === 'string' ? undefined : value?.['fail-on'],
  }))
  return {
    rules: new Map(given.flatMap(({ id, level }) => (level ? [[id, level] as const] : []))),
    bars: new Map(given.flatMap(({ id, bar }) => (bar ? [[id, bar] as const] : []))),
  }
}

function toPathPolicy(entry: NonNullable<Settings['paths']>[number]): PathPolicy {
  const levels = Object.entries(entry.rules ?? {}).flatMap(([id, level]) =>
    level ? [[id, level] as const] : [],
  )
  return { paths: entry.path, rules: new Map(levels), failOn: entry['fail-on'] ?? null }
}

function toWaiver(entry: NonNullable<Settings['waivers']>[number], line: number): Waiver {
  return { ...entry, fingerprint: entry.fingerprint ?? null, line }
}

type Lists = Readonly<Record<string, readonly string[] | null | undefined>>

function refuseTwice(yaml: YamlText, section: string, lists: Lists): void {
  const seen = new Map<string, string>()
  for (const [list, words] of Object.entries(lists))
    for (const [index, word] of (words ?? []).entries()) {
      const before = seen.get(word.toLowerCase())
      seen.set(word.toLowerCase(), list)
      if (before === undefined || before === list) continue
      const says = `\`${shorten(word)}\` stands in \`${before}\` and in \`${list}\`; keep it in one of them`
      throw new UserError(`${yaml.at(yaml.valueOffset([section, list, index]))}: ${says}`)
    }
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value)
}

function firstOf(problems: readonly Problem[], yaml: YamlText): UserError {
  const [first] = problems.toSorted(
    (a, b) => Number(a.missing ?? false) - Number(b.missing ?? false) || a.offset - b.offset,
  )
  return new UserError(`${yaml.at(first?.offset ?? 0)}: ${first?.says ?? 'this is no configuration'}`)
}
