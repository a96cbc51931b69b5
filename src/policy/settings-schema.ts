import { z } from 'zod'
import { metricLists } from '../rules/own'
import { ownSchema } from '../rules/own-schema'
import { isAnywhere, isModest } from './paths'
import { failOnLevels, type LimitName, limitRanges, requirable } from './settings'

const ruleLevels = ['error', 'warning', 'note', 'off'] as const

export type Settings = z.infer<ReturnType<typeof settingsSchema>>

/** The form of a configuration. Each `error` is the remedy; what is wrong is said from the value that stands there. */
export function settingsSchema(ruleIds: readonly string[]) {
  const failOn = z
    .enum(failOnLevels, { error: `write ${either(failOnLevels)}` })
    .describe('the mildest level that fails a run')
  return z.strictObject(
    {
      'fail-on': failOn.optional(),
      'policy-from': z
        .enum(['base', 'head'], { error: 'write `base` or `head`' })
        .optional()
        .describe(
          'whose configuration, exceptions and baseline judge a change: those of the commit that it is compared with (base, the default), or its own (head); what the base says decides',
        ),
      rules: rulesSchema(ruleIds).nullish().describe('the level of a rule, or off'),
      paths: z
        .array(pathSchema(ruleIds, failOn), { error: 'write a list of entries, each with a `path`' })
        .nullish()
        .describe('what holds below some paths; of several entries that fit the last one decides'),
      ignore: textList('write a list of patterns, for example `[build/, "*_test.py"]`')
        .nullish()
        .describe('paths to skip, in the notation of .gitignore'),
      words: wordsSchema().nullish(),
      metrics: metricsSchema().nullish(),
      'trusted-environments': environmentList()
        .nullish()
        .describe('environments that ask a person before a job goes on; `*` stands for any letters'),
      promotion: promotionSchema().nullish(),
      limits: limitsSchema().nullish(),
      waivers: z
        .array(waiverSchema(ruleIds), { error: 'write a list of entries, each with a `rule` and a `path`' })
        .nullish()
        .describe('findings that somebody answers for until a day'),
      baseline: someText('write the path of a baseline, for example `.modelgate-baseline.json`')
        .optional()
        .describe('a file of known findings, which do not fail a run'),
      // Read by `ownSchema`.
      guards: z.unknown().optional(),
      sinks: z.unknown().optional(),
    },
    { error: 'write `setting: value` lines, for example `fail-on: warning`' },
  )
}

function wordsSchema() {
  const words = textList('write a list of words, for example `[live, serving]`').nullish()
  return z
    .strictObject(
      { production: words, other: words },
      { error: 'write `production: [live]` or `other: [shadow]` below it' },
    )
    .describe('words for targets that serve users, and for targets that do not')
}

function metricsSchema() {
  const names = textList('write a list of names, for example `[lift_at_10]`').nullish()
  return z
    .strictObject(Object.fromEntries(metricLists.map(list => [list, names])), {
      error: 'write `higher: [lift_at_10]` or `lower: [churned_revenue]` below it',
    })
    .describe(
      'names of metrics of which more is better, or less; words for candidates, stages and references',
    )
}

/** The same as a JSON schema, for editors. */
export function configurationJsonSchema(ruleIds: readonly string[]): unknown {
  const { guards, sinks } = z.toJSONSchema(ownSchema, { io: 'input' }).properties ?? {}
  const schema = z.toJSONSchema(settingsSchema(ruleIds), { io: 'input' })
  return {
    ...schema,
    title: 'The configuration of Modelgate',
    type: ['object', 'null'],
    properties: { ...schema.properties, guards, sinks },
  }
}

function rulesSchema(ruleIds: readonly string[]) {
  const level = z.enum(ruleLevels, { error: `write ${either(ruleLevels)}` })
  const both = z.strictObject(
    {
      level: level.optional(),
      'fail-on': z
        .enum(failOnLevels, { error: `write ${either(failOnLevels)}` })
        .optional()
        .describe('the mildest level of its findings that fails a run'),
    },
    { error: 'write `level` and `fail-on` below it' },
  )
  return z.strictObject(Object.fromEntries(ruleIds.map(id => [id, z.union([level, both]).optional()])), {
    error: 'write one `rule-id: level` a line',
  })
}

function pathSchema<F extends z.ZodType>(ruleIds: readonly string[], failOn: F) {
  const level = z.enum(ruleLevels, { error: `write ${either(ruleLevels)}` })
  return z.strictObject(
    {
      path: oneOrMore(glob(), 'write a path, for example `notebooks/**`').describe(
        'a path or a list of paths; `*` stands for a part of a name, `**` for any folders',
      ),
      rules: z
        .strictObject(Object.fromEntries(ruleIds.map(id => [id, level.optional()])), {
          error: 'write one `rule-id: level` a line',
        })
        .nullish(),
      'fail-on': failOn.optional(),
    },
    { error: 'write `path: notebooks/**`, and `rules` or `fail-on` below it' },
  )
}

function promotionSchema() {
  const kind = z.enum(requirable, { error: `write ${either(requirable)}` })
  return z
    .strictObject(
      {
        require: oneOrMore(kind, `write ${either(requirable)}`).describe(
          'the kinds of guard of which each has to stand in front of a promotion',
        ),
      },
      { error: 'write `require: approval` below it' },
    )
    .describe('what a promotion has to have in front of it')
}

function waiverSchema(ruleIds: readonly string[]) {
  return z
    .strictObject(
      {
        rule: z
          .enum(['*', ...ruleIds], { error: 'write the id of a rule; `modelgate rules` lists them' })
          .describe('the id of a rule, or "*" for each'),
        path: glob().describe('`*` stands for a part of a name, `**` for any folders'),
        fingerprint: z
          .string({ error: 'write the fingerprint of a finding in quotes' })
          .regex(/^[0-9a-f]{16,64}$/, {
            error: 'write the fingerprint of a finding, as `--format json` has it',
          })
          .optional()
          .describe('of one finding, as `--format json` has it'),
        reason: someText('write why this is acceptable until then'),
        owner: someText('write who answers for it'),
        expires: z.iso
          .date({ error: 'write a day that there is, as `2026-12-31`' })
          .describe('the last day on which it holds'),
      },
      { error: 'write `rule`, `path`, `reason`, `owner` and `expires` below it' },
    )
    .refine(waiver => waiver.rule !== '*' || !isAnywhere(waiver.path), {
      error: 'it waives everything; name a rule, or a folder in `path`',
    })
}

function limitsSchema() {
  const within = (name: LimitName) => {
    const { least, most, usual } = limitRanges[name]
    const error = `write a number from ${least} to ${most}; ${usual} is usual`
    return z.int({ error }).min(least).max(most).optional()
  }
  return z
    .strictObject(
      {
        'file-bytes': within('file-bytes').describe('how many bytes a file may have'),
        'notebook-bytes': within('notebook-bytes').describe('how many bytes a notebook may have'),
        seconds: within('seconds').describe('how long the parser may take for one file'),
        depth: within('depth').describe('how deep code and values may be nested'),
        'yaml-values': within('yaml-values').describe(
          'how many values of a YAML file are looked at, those that its aliases repeat among them',
        ),
        findings: within('findings').describe('how many findings a report lists; the most severe are chosen'),
      },
      { error: 'write `file-bytes: 3000000` or `findings: 500` below it' },
    )
    .describe('what a scan may cost, and how much it lists; what goes beyond is a notice')
}

function environmentList() {
  const few = (name: string): boolean => (name.match(/\*/g)?.length ?? 0) <= 2
  return z.array(
    someText('write the name of an environment').refine(few, { error: 'write at most two `*` in a name' }),
    { error: 'write a list of names, for example `[production, "prod-*"]`' },
  )
}

function oneOrMore<T extends z.ZodType>(item: T, remedy: string) {
  return z
    .union([item, z.array(item, { error: remedy }).min(1)])
    .transform(value => (Array.isArray(value) ? (value as z.output<T>[]) : [value as z.output<T>]))
}

function glob() {
  return someText('write a path, for example `notebooks/**`')
    .refine(path => !path.startsWith('/') && !path.startsWith('./') && !path.includes('\\'), {
      error: 'write it relative to the scanned directory, with forward slashes',
    })
    .refine(isModest, {
      error: 'write at most four `*` or `**` in a path, two of them in one name, and at most four `{…}`',
    })
}

function someText(remedy: string) {
  return z.string({ error: remedy }).refine(s => s.trim() !== '')
}

function textList(remedy: string) {
  const text = z
    .string({ error: 'write text, in quotes where it looks like a number' })
    .refine(s => s.trim() !== '', {
      error: 'write some text, or remove it',
    })
  return z.array(text, { error: remedy })
}

/** Words as a choice: `a`, `b` or `c`. */
export function either(words: readonly string[]): string {
  const quoted = words.map(word => `\`${word}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
