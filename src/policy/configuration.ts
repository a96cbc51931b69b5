import { basename } from 'node:path'
import { z } from 'zod'
import { nearest } from '../base/nearest'
import { UserError } from '../base/user-error'
import { firstMistake } from '../rules/check'
import { metricLists } from '../rules/own'
import { type Known, type OwnEntries, ownEntriesHold, ownSchema } from '../rules/own-schema'
import { ownGuard, ownSink } from './own'
import { type Configuration, defaultConfiguration, failOnLevels } from './settings'
import { type Place, readYaml, type YamlText } from './yaml-text'

export { type Configuration, configurationNames, defaultConfiguration, failOnLevels } from './settings'

interface Problem {
  readonly offset: number
  readonly says: string
}

const ruleLevels = ['error', 'warning', 'note', 'off'] as const

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
  return toConfiguration(settings.data, entries.data, basename(fileName))
}

type Settings = z.infer<ReturnType<typeof settingsSchema>>

// Each `error` is the remedy; what is wrong is said from the value that stands there.
function settingsSchema(ruleIds: readonly string[]) {
  const level = z.enum(ruleLevels, { error: `write ${either(ruleLevels)}` })
  const words = textList('write a list of words, for example `[live, serving]`').nullish()
  const names = textList('write a list of names, for example `[lift_at_10]`').nullish()
  return z.strictObject(
    {
      'fail-on': z.enum(failOnLevels, { error: `write ${either(failOnLevels)}` }).optional(),
      rules: z
        .strictObject(Object.fromEntries(ruleIds.map(id => [id, level.optional()])), {
          error: 'write one `rule-id: level` a line',
        })
        .nullish(),
      ignore: textList('write a list of patterns, for example `[build/, "*_test.py"]`').nullish(),
      words: z
        .strictObject(
          { production: words, other: words },
          { error: 'write `production: [live]` or `other: [shadow]` below it' },
        )
        .nullish(),
      metrics: z
        .strictObject(Object.fromEntries(metricLists.map(list => [list, names])), {
          error: 'write `higher: [lift_at_10]` or `lower: [churned_revenue]` below it',
        })
        .nullish(),
      // Read by `ownSchema`.
      guards: z.unknown().optional(),
      sinks: z.unknown().optional(),
    },
    { error: 'write `setting: value` lines, for example `fail-on: warning`' },
  )
}

function textList(remedy: string) {
  const text = z
    .string({ error: 'write text, in quotes where it looks like a number' })
    .refine(s => s.trim() !== '', {
      error: 'write some text, or remove it',
    })
  return z.array(text, { error: remedy })
}

function toConfiguration(settings: Settings, entries: OwnEntries, file: string): Configuration {
  const rules = Object.entries(settings.rules ?? {}).flatMap(([id, level]) =>
    level ? [[id, level] as const] : [],
  )
  const { words, metrics } = settings
  return {
    file,
    failOn: settings['fail-on'] ?? defaultConfiguration.failOn,
    rules: new Map(rules),
    ignore: settings.ignore ?? [],
    own: {
      guards: (entries.guards ?? []).map(guard => ownGuard(guard, file)),
      sinks: (entries.sinks ?? []).map(sink => ownSink(sink, file)),
      words: { production: words?.production ?? [], other: words?.other ?? [] },
      metrics: Object.fromEntries(metricLists.map(list => [list, metrics?.[list] ?? []])),
    },
  }
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
  const [first] = problems.toSorted((a, b) => a.offset - b.offset)
  return new UserError(`${yaml.at(first?.offset ?? 0)}: ${first?.says ?? 'this is no configuration'}`)
}

function problemsIn(
  issues: readonly z.core.$ZodIssue[],
  yaml: YamlText,
  ruleIds: readonly string[],
): Problem[] {
  return issues.flatMap(issue => problemsOf(issue, yaml, ruleIds))
}

function problemsOf(issue: z.core.$ZodIssue, yaml: YamlText, ruleIds: readonly string[]): Problem[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      offset: yaml.keyOffset(path, key),
      says: unknownKey(path, key, ruleIds),
    }))
  return [{ offset: yaml.valueOffset(path), says: wrongValue(path, yaml.get(path), issue.message) }]
}

function unknownKey(path: Place, key: string, ruleIds: readonly string[]): string {
  const [section = ''] = path
  const inRules = section === 'rules'
  const valid = inRules ? ruleIds : (settingsIn.get(section) ?? topLevel)
  const guess = nearest(key, valid)
  const remedy = guess
    ? `write \`${guess}\``
    : inRules
      ? '`modelgate rules` lists them'
      : `write ${either(valid)}`
  return `\`${shorten(key)}\` is no ${inRules ? 'rule' : 'setting'}; ${remedy}`
}

const topLevel = ['fail-on', 'rules', 'ignore', 'guards', 'sinks', 'words', 'metrics']

const settingsIn: ReadonlyMap<string | number, readonly string[]> = new Map<string, readonly string[]>([
  ['words', ['production', 'other']],
  ['metrics', metricLists],
])

function wrongValue(path: Place, value: unknown, remedy: string): string {
  return `${path.length === 0 ? 'the file' : `\`${name(path)}\``} is ${describe(value)}; ${remedy}`
}

function name(path: Place): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

function describe(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return `\`${shorten(String(value))}\``
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function either(words: readonly string[]): string {
  const quoted = words.map(word => `\`${word}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
