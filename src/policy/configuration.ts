import { z } from 'zod'
import { nearest } from '../base/nearest'
import { UserError } from '../base/user-error'
import { type Configuration, defaultConfiguration, failOnLevels } from './settings'
import { type Place, readYaml, type YamlText } from './yaml-text'

export { type Configuration, configurationNames, defaultConfiguration, failOnLevels } from './settings'

interface Problem {
  readonly offset: number
  readonly says: string
}

const ruleLevels = ['error', 'warning', 'note', 'off'] as const

/** Reads a `.modelgate.yml`. The first thing wrong in it ends in a UserError that names its place and the remedy. */
export function parseConfiguration(
  text: string,
  fileName: string,
  knownRuleIds: readonly string[],
): Configuration {
  const yaml = readYaml(text, fileName)
  if (yaml.value === null) return defaultConfiguration
  const read = settingsSchema(knownRuleIds).safeParse(yaml.value)
  if (!read.success) throw firstProblem(read.error.issues, yaml, knownRuleIds)
  return toConfiguration(read.data)
}

type Settings = z.infer<ReturnType<typeof settingsSchema>>

// Each `error` is the remedy; what is wrong is said from the value that stands there.
function settingsSchema(ruleIds: readonly string[]) {
  const level = z.enum(ruleLevels, { error: `write ${either(ruleLevels)}` })
  const words = textList('write a list of words, for example `[live, serving]`').nullish()
  return z.strictObject(
    {
      'fail-on': z.enum(failOnLevels, { error: `write ${either(failOnLevels)}` }).optional(),
      rules: z
        .strictObject(Object.fromEntries(ruleIds.map(id => [id, level.optional()])), {
          error: 'write one `rule-id: level` a line',
        })
        .nullish(),
      ignore: textList('write a list of patterns, for example `[build/, "*_test.py"]`').nullish(),
      production: z
        .strictObject({ words, not: words }, { error: 'write `words: [live]` or `not: [shadow]` below it' })
        .nullish(),
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

function toConfiguration(settings: Settings): Configuration {
  const rules = Object.entries(settings.rules ?? {}).flatMap(([id, level]) =>
    level ? [[id, level] as const] : [],
  )
  return {
    failOn: settings['fail-on'] ?? defaultConfiguration.failOn,
    rules: new Map(rules),
    ignore: settings.ignore ?? [],
    production: { words: settings.production?.words ?? [], not: settings.production?.not ?? [] },
  }
}

function firstProblem(
  issues: readonly z.core.$ZodIssue[],
  yaml: YamlText,
  ruleIds: readonly string[],
): UserError {
  const problems = issues.flatMap(issue => problemsOf(issue, yaml, ruleIds))
  const [first] = problems.sort((a, b) => a.offset - b.offset)
  return new UserError(`${yaml.at(first?.offset ?? 0)}: ${first?.says ?? 'this is no configuration'}`)
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
  const inRules = path[0] === 'rules'
  const valid = inRules ? ruleIds : path[0] === 'production' ? ['words', 'not'] : topLevel
  const guess = nearest(key, valid)
  const remedy = guess
    ? `write \`${guess}\``
    : inRules
      ? '`modelgate rules` lists them'
      : `write ${either(valid)}`
  return `\`${shorten(key)}\` is no ${inRules ? 'rule' : 'setting'}; ${remedy}`
}

const topLevel = ['fail-on', 'rules', 'ignore', 'production']

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
