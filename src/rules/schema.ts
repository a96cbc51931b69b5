import { z } from 'zod'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** A question about one argument. It may be answered yes, no or unknown. */
export const matcherSchema = z.union([
  scalar.describe('the argument is this literal'),
  z.strictObject({ given: z.boolean().describe('the argument is written in the call') }),
  z.strictObject({ target: z.string().describe('the value names production, by this word list') }),
  z.strictObject({ 'one-of': z.array(scalar).min(1) }),
  z.strictObject({ between: z.tuple([z.number(), z.number()]).describe('a number, both ends included') }),
  z.strictObject({
    resolves: z.array(z.string()).min(1).describe('the argument is one of these qualified names'),
  }),
  z.strictObject({
    suffix: z.array(z.string()).min(1).describe('the text ends in one of these, in any case'),
  }),
  z.strictObject({ matches: z.string().describe('the text matches this regular expression') }),
])

const conditions = z
  .record(z.string(), matcherSchema)
  .describe(
    'argument name, or `argument.key.key` into a dictionary or an object made here (`*` for every key), to what it must be; all must hold',
  )

/** Cases are asked in order; the first that holds decides. One that may hold is kept as a possibility. */
export const caseSchema = z
  .strictObject({
    if: conditions.optional(),
    pinned: z
      .string()
      .describe('a requirement that the nearest manifest must guarantee: `torch>=2.6`')
      .optional(),
    safe: z.string().describe('why this form of the call is harmless').optional(),
    report: z.string().describe('the hazard; that of the sink where absent').optional(),
    says: z.string().describe('what the call does, to complete "`torch.load` …"').optional(),
    level: z.enum(['error', 'warning', 'note']).optional(),
    fix: z.string().optional(),
  })
  .refine(c => !(c.safe && (c.report || c.says || c.level)), {
    message: 'a case is either `safe` or reported; remove one of `safe` and `report`/`says`/`level`',
  })

const provenance = {
  source: z.string().describe('a documentation page or a release that shows it'),
  checked: z.iso.date().describe('when the source was read'),
}

const names = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform(n => (typeof n === 'string' ? [n] : n))

export const sinkSchema = z.strictObject({
  call: names.describe(
    'qualified names; `()` stands for what a call gives back: `mlflow.MlflowClient().copy_model_version`; `*` for one name',
  ),
  distinctive: z
    .boolean()
    .default(false)
    .describe('the last name alone is enough where the receiver is unknown, at lower precision'),
  parameters: z.array(z.string()).default([]).describe('names of the positional parameters, in order'),
  does: z.string().describe('the hazard: rules name it as their `sink`'),
  says: z.string().describe('what the call does, to complete "`joblib.load` …"'),
  artifact: z.string().describe('the argument that carries the loaded artifact').optional(),
  'restricted-by': z
    .string()
    .describe('the method that a subclass overrides to decide what may be loaded: `find_class`')
    .optional(),
  when: z
    .array(caseSchema)
    .default([])
    .describe(
      'where given, a call that no case matches is silent; end with a case without `if` to report the rest',
    ),
  ...provenance,
})

export const resultSchema = z.strictObject({
  call: names,
  parameters: z.array(z.string()).default([]),
  if: conditions.optional(),
  gives: z.string().describe('the name of what the call gives back: `aws.sagemaker()`'),
  ...provenance,
})

export const originSchema = z.strictObject({
  call: names.describe('calls, or what is taken from their results: `requests.get().content`'),
  parameters: z.array(z.string()).default([]),
  from: z
    .enum(['network', 'hub', 'upload', 'command-line', 'registry', 'bucket', 'self'])
    .describe('where the bytes come from; `self` for what this program has just written'),
  to: z.string().describe('the argument that names the file into which they go').optional(),
  says: z.string().describe('to complete "the file …": `comes from the network`'),
  ...provenance,
})

export const guardSchema = z.strictObject({
  call: names,
  parameters: z.array(z.string()).default([]),
  if: conditions.optional(),
  kind: z
    .enum(['approval', 'evaluation', 'canary', 'verification', 'comparison'])
    .describe('what passing it shows; `comparison` is `==` by another name'),
  strength: z.enum(['strong', 'medium', 'weak']).default('strong'),
  holds: z
    .enum(['no-exception', 'true', 'false'])
    .describe('how a call says that the check passed: by returning at all, or by what it returns'),
  subject: z.string().describe('the argument that names what was verified').optional(),
  says: z.string().describe('what it does, to complete "`click.confirm` …"'),
  ...provenance,
})

const metricsSchema = z.strictObject({
  higher: z.array(z.string()).describe('names of metrics of which more is better'),
  lower: z.array(z.string()).describe('names of metrics of which less is better'),
  other: z.array(z.string()).describe('words of metrics that do not tell'),
  reference: z.array(z.string()).describe('words for what a candidate is measured against'),
  counts: z.array(z.string()).describe('words for numbers that say nothing of a model'),
})

const exampleSchema = z.strictObject({
  title: z.string(),
  python: z.string().describe('the code; every reported line ends in a comment `# reported`'),
  requirements: z.string().describe('a requirements.txt beside the code').optional(),
})

export const examplesSchema = z.strictObject({
  bad: z.array(exampleSchema).default([]),
  good: z.array(exampleSchema).default([]),
})

export const catalogSchema = z.strictObject({
  library: z.string().describe('what this file knows, as its users call it'),
  aliases: z
    .record(z.string(), z.string())
    .default({})
    .describe('other spellings: a dotted name, or the start of one, to its canonical form'),
  words: z
    .record(
      z.string(),
      z.strictObject({
        production: z.array(z.string()),
        other: z.array(z.string()).describe('names of targets that do not serve users'),
        neutral: z.array(z.string()).default([]),
        negations: z
          .array(z.string())
          .default([])
          .describe('prefixes that turn a production word into another'),
      }),
    )
    .default({})
    .describe('word lists for the matcher `target`'),
  results: z.array(resultSchema).default([]),
  sinks: z.array(sinkSchema).default([]),
  origins: z.array(originSchema).default([]),
  guards: z.array(guardSchema).default([]),
  metrics: metricsSchema.optional(),
  terminators: z.array(z.string()).default([]).describe('calls that never return'),
  observers: z
    .array(z.string())
    .default([])
    .describe('functions that take another function without calling it: `functools.wraps`, `inspect.*`'),
  doubles: z
    .array(z.string())
    .default([])
    .describe('starts of the names of stand-ins for real objects: `unittest.mock`'),
  contexts: z
    .strictObject({ test: z.array(z.string()).default([]).describe('globs of test code') })
    .optional()
    .describe('what a path says about how its code is used'),
  examples: examplesSchema.optional(),
})

export const ruleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/, 'an id is lower-case words joined by hyphens, named for the hazard'),
  title: z.string().max(255),
  sink: z.string().describe('the hazard whose sinks it reports'),
  unless: z
    .array(z.enum(['approval', 'evaluation', 'canary', 'verification']))
    .default([])
    .describe('kinds of guard that make its sinks safe'),
  missing: z.string().describe('what was not there, to end the message: "nothing verified the file first"'),
  level: z.enum(['error', 'warning', 'note']),
  severity: z
    .number()
    .min(0.1)
    .max(10)
    .refine(s => s !== 9, { message: '9.0 lies between two of GitHub’s bands; write 8.9 or 9.1' }),
  precision: z.enum(['very-high', 'high', 'medium', 'low']),
  why: z.string().describe('what an attacker or an accident gains, in two sentences'),
  fix: z.string().describe('something a reader can paste'),
  cwe: z.array(z.string().regex(/^CWE-\d+$/)).default([]),
  atlas: z.array(z.string().regex(/^AML\.[TM]\d{4}(\.\d{3})?$/)).default([]),
  owasp: z.array(z.string()).default([]),
  references: z.array(z.url()).default([]),
  examples: examplesSchema,
})

export type Matcher = z.infer<typeof matcherSchema>
export type Case = z.infer<typeof caseSchema>
export type Sink = z.infer<typeof sinkSchema>
export type ResultRule = z.infer<typeof resultSchema>
export type Origin = z.infer<typeof originSchema>
export type GuardRule = z.infer<typeof guardSchema>
export type Metrics = z.infer<typeof metricsSchema>
export type Words = z.infer<typeof catalogSchema>['words'][string]
export type Catalog = z.infer<typeof catalogSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Example = z.infer<typeof exampleSchema>

/** All that the analysis knows: the files of `rules/` put together. */
export interface RuleSet {
  readonly rules: readonly Rule[]
  readonly catalogs: readonly Catalog[]
}
