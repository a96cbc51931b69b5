import { z } from 'zod'
import { answersSchema } from './answers-schema'
import { engineSchema } from './engine-schema'
import { given } from './given-schema'
import {
  guardSchema,
  lookalikeSchema,
  manifestSchema,
  measuringSchema,
  metricsSchema,
  verdictSchema,
} from './guard-schema'
import { idioms } from './idiom-schema'
import { readerSchema } from './reader-schema'
import {
  changerSchema,
  launcherSchema,
  programSchema,
  registrarSchema,
  starterSchema,
  swallowerSchema,
  worktreeSchema,
} from './running-schema'
import { provenance } from './schema-words'
import {
  type aspectSchema,
  type caseSchema,
  type matcherSchema,
  originSchema,
  resultSchema,
  sinkSchema,
} from './sink-schema'
import { wordListSchema } from './words-schema'

const environmentSchema = z.strictObject({
  exists: z.boolean().default(true),
  reviewers: z.number().int().min(0).default(0).describe('how many may approve, of whom one has to'),
  'prevent-self-review': z.boolean().default(false).describe('whether who starts a run may not approve it'),
  programs: z.number().int().min(0).default(0).describe('checks that other programs make'),
  branches: z.boolean().default(false).describe('whether only some branches may deploy to it'),
  minutes: z.number().int().min(0).default(0).describe('how long a job waits'),
})

const exampleSchema = z
  .strictObject({
    title: z.string(),
    python: z.string().describe('the code; every reported line ends in a comment `# reported`').optional(),
    shell: z
      .string()
      .describe('a script `release.sh` beside it, which may run it as `churn.py`, with the same comments')
      .optional(),
    workflow: z
      .string()
      .describe('a workflow of GitHub beside it, `release.yml`, with the same comments')
      .optional(),
    requirements: z.string().describe('a requirements.txt beside the code').optional(),
    files: z.record(z.string(), z.string()).describe('other files by their paths').optional(),
    environments: z
      .record(z.string(), environmentSchema)
      .describe('what the settings of environments ask for, where somebody has asked the server for them')
      .optional(),
  })
  .refine(e => e.python !== undefined || e.shell !== undefined || e.workflow !== undefined, {
    message: 'an example without code shows nothing; write `python`, `shell`, `workflow` or several of them',
  })

export const examplesSchema = z.strictObject({
  bad: z.array(exampleSchema).default([]),
  good: z.array(exampleSchema).default([]),
})

const packageName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write a package in lower case, with `-` between its words')

export const packageSchema = z.strictObject({
  name: packageName.describe('as `pinned` names it'),
  pypi: z.array(packageName).default([]).describe('packages that hold the same and have the same versions'),
  conda: z.array(packageName).default([]).describe('what conda calls it'),
  brought: z
    .array(
      z.strictObject({
        asks: z
          .string()
          .describe('a package that installs it where nothing else asks for it: `tensorflow>=2.16`'),
        gives: z.string().describe('the versions that it gets then: `>=3`'),
      }),
    )
    .default([]),
  ...provenance,
})

export const catalogSchema = z.strictObject({
  library: z.string().describe('what this file knows, as its users call it'),
  aliases: z
    .record(z.string(), z.string())
    .default({})
    .describe('other spellings: a dotted name, or the start of one, to its canonical form'),
  words: z.record(z.string(), wordListSchema).default({}).describe('word lists for the matcher `target`'),
  results: z.array(resultSchema).default([]),
  sinks: z.array(sinkSchema).default([]),
  origins: z.array(originSchema).default([]),
  manifests: z
    .array(manifestSchema)
    .default([])
    .describe('objects of Kubernetes that serve a model; of several entries the first that fits speaks'),
  guards: z.array(guardSchema).default([]),
  metrics: metricsSchema.optional(),
  measuring: measuringSchema.optional().describe('calls that measure a model'),
  lookalikes: z.array(lookalikeSchema).default([]).describe('conditions that look like guards and are none'),
  verdicts: z
    .array(verdictSchema)
    .default([])
    .describe('answers that are known by their names only; they count as declared'),
  answers: answersSchema.optional().describe('words in which people answer, and in which records keep that'),
  services: z
    .array(z.string())
    .default([])
    .describe('calls that make a process serve others, who then may reach its command line'),
  launchers: z.array(launcherSchema).default([]),
  programs: z.array(programSchema).default([]),
  worktrees: z
    .array(worktreeSchema)
    .default([])
    .describe('variables that name folders of the work tree where a command is run'),
  starters: z.array(starterSchema).default([]),
  readers: z.array(readerSchema).default([]).describe('calls that read configuration files'),
  changers: z.array(changerSchema).optional().describe('programs that change files'),
  outcomes: z
    .array(z.string())
    .default([])
    .describe('globs for names of files that say what a run has found, and are no configuration'),
  registrars: z.array(registrarSchema).default([]),
  engines: z.array(engineSchema).default([]).describe('workflow engines whose pipelines are Python'),
  packages: z.array(packageSchema).default([]).describe('packages that have several names'),
  terminators: z.array(z.string()).default([]).describe('calls that never return'),
  quits: z
    .array(z.string())
    .default([])
    .describe(
      'calls and exceptions that end the program with an exit status, their first argument: with 0 or none whoever started it goes on',
    ),
  fresh: z
    .array(z.string())
    .default([])
    .describe('calls, fields and variables that are something else in each run: `uuid.uuid4`, `$RANDOM`'),
  swallowers: z.array(swallowerSchema).default([]),
  observers: z
    .array(z.string())
    .default([])
    .describe('functions that take another function without calling it: `functools.wraps`, `inspect.*`'),
  doubles: z
    .array(z.string())
    .default([])
    .describe('starts of the names of stand-ins for real objects: `unittest.mock`'),
  filled: z
    .array(z.string())
    .default([])
    .describe(
      'classes of which objects take their fields from outside: from the environment, or from files and command lines that are merged into them',
    ),
  ...idioms,
  ...given,
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
  family: z
    .enum(['promotion', 'load'])
    .describe('what its sinks are in the end: those of a `promotion` are on the map of promotions')
    .optional(),
  over: z
    .array(z.string())
    .default([])
    .describe('rules that are less specific: at a call that several rules report, this one speaks for them'),
  unless: z
    .array(z.enum(['approval', 'evaluation', 'canary', 'verification', 'target']))
    .default([])
    .describe('kinds of guard that make its sinks safe'),
  reports: z
    .enum(['unguarded', 'void-guards'])
    .default('unguarded')
    .describe(
      'which sinks it reports: those that nothing guards, or only those behind a check that decides and cannot fail',
    ),
  'harmless-in': z
    .array(z.string())
    .default([])
    .describe('globs for the names of functions in which the sink is meant: `rollback*`'),
  guarded: z
    .literal('afterwards')
    .describe('a guard may also stand behind the sink: a download is verified once it is there')
    .optional(),
  yields: z
    .boolean()
    .describe(
      'left out where another finding, or a guarded sink, follows its artifact back to the same place',
    )
    .optional(),
  covers: z
    .boolean()
    .describe('what is reported inside of its own statement is left out: this one tells it')
    .optional(),
  'only-in-use': z.boolean().describe('left out in test code and in documents').optional(),
  once: z
    .boolean()
    .describe('of several sinks with the same artifact only the first is reported, and counts the others')
    .optional(),
  missing: z.string().describe('what was not there, to end the message: "nothing verified the file first"'),
  level: z.enum(['error', 'warning', 'note']),
  floor: z
    .enum(['error', 'warning', 'note'])
    .describe('the level below which no origin of the artifact takes it, outside of tests')
    .optional(),
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
export type Aspect = z.output<typeof aspectSchema>
export type Sink = Known<z.infer<typeof sinkSchema>>
export type ResultRule = z.infer<typeof resultSchema>
export type Origin = z.output<typeof originSchema>
export type GuardRule = Known<z.infer<typeof guardSchema>> & {
  /** The configuration that names it, where it is a project's own. */
  readonly namedIn?: string
}
export type ManifestRule = Known<z.output<typeof manifestSchema>>
export type Lookalike = z.infer<typeof lookalikeSchema>
export type Verdict = z.infer<typeof verdictSchema>
export type Launcher = z.infer<typeof launcherSchema>
export type Swallower = z.infer<typeof swallowerSchema>
export type Reader = z.infer<typeof readerSchema>
export type Changer = z.output<typeof changerSchema>
export type Starter = z.infer<typeof starterSchema>
export type ProgramOptions = z.infer<typeof programSchema>
export type Metrics = z.infer<typeof metricsSchema>
export type Catalog = z.infer<typeof catalogSchema>
export type Rule = z.infer<typeof ruleSchema>
export type Example = z.infer<typeof exampleSchema>

/** Where an entry was read is for those who check the catalogue. */
type Known<T> = Omit<T, keyof typeof provenance>

/** What a project says of its own functions, and of libraries that the catalogue does not know. */
export interface OwnWords {
  readonly guards: readonly GuardRule[]
  readonly sinks: readonly Sink[]
  /** The kinds of guard of which each has to stand in front of a promotion. */
  readonly require?: readonly ('approval' | 'evaluation' | 'canary')[]
}

/** All that the analysis knows: the files of `rules/` put together. */
export interface RuleSet {
  readonly rules: readonly Rule[]
  readonly catalogs: readonly Catalog[]
  readonly own?: OwnWords
}
