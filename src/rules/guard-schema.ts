import { z } from 'zod'
import { names, provenance } from './schema-words'
import { conditions } from './sink-schema'

export const guardSchema = z.strictObject({
  call: names,
  parameters: z.array(z.string()).default([]),
  if: conditions.optional(),
  kind: z
    .enum(['approval', 'evaluation', 'canary', 'verification', 'target', 'comparison'])
    .describe(
      'what passing it shows; `target` that it is settled which cluster or registry is meant, `comparison` is `==` by another name',
    ),
  strength: z
    .enum(['strong', 'medium', 'weak', 'void'])
    .default('strong')
    .describe(
      '`void` for a form of the call that checks nothing; it speaks before the other entries of the call',
    ),
  softens: z
    .boolean()
    .optional()
    .describe('for a weak one: a finding behind it is one level milder, where nothing stronger stands there'),
  holds: z
    .enum(['no-exception', 'true', 'false', 'answer'])
    .describe(
      'how a call says that the check passed: by returning at all, by what it returns, or, as an `answer`, by what it is compared with',
    ),
  typed: z
    .boolean()
    .optional()
    .describe(
      'somebody types the answer, and where a pipe gives it nobody is asked: `yes | python promote.py`',
    ),
  taken: z
    .boolean()
    .optional()
    .describe(
      'it is taken from what a call gives back, and not called: `verified.valid`, `report["issues"]`',
    ),
  subject: z
    .string()
    .describe(
      'the argument that names what was verified; `()` where that is what the call gives back, `*` for everything that is loaded afterwards',
    )
    .optional(),
  listed: z
    .boolean()
    .optional()
    .describe('`subject` is a list of digests and files, one file a line: `1f3a…  churn.joblib`'),
  trusts: z
    .array(z.string())
    .optional()
    .describe(
      'the arguments that name files with the keys of those who sign: fetched with what they signed, they show nothing',
    ),
  says: z.string().describe('what it does, to complete "`click.confirm` …"'),
  ...provenance,
})

export const manifestSchema = z.strictObject({
  kind: names.describe('kinds of objects, or of resources: `aws_sagemaker_endpoint`'),
  group: z
    .string()
    .describe(
      'the API group: `serving.kserve.io`; for others than Kubernetes the language: `terraform`, `cloudformation`, `azureml`, `databricks`',
    ),
  serves: z
    .enum(['model', 'workload', 'approval', 'anything', 'target'])
    .default('model')
    .describe(
      'a model for certain, a `workload` that serves one by its name, the `approval` of a model; `anything` for what may deploy whatever it likes, `target` for where the rest goes',
    ),
  if: conditions
    .optional()
    .describe(
      'what has to hold: a key leads into the manifest (`spec.predictor`), `$` is its name with the names of its images',
    ),
  says: z.string().describe('what it is, to complete "It deploys …": the KServe `InferenceService`'),
  covers: z
    .array(z.string())
    .default([])
    .describe('kinds of the same group that its guards hold back where they are deployed with it'),
  guards: z
    .array(
      z.strictObject({
        if: conditions.optional(),
        some: z.string().describe('a list in the manifest, of which one item meets `where`').optional(),
        where: conditions.optional(),
        until: conditions.describe('what an item of `some` must not be that stands before it').optional(),
        kind: z.enum(['approval', 'evaluation', 'canary']),
        strength: z.enum(['strong', 'medium', 'weak', 'void']).default('strong'),
        says: z.string().describe('what stands before all of the traffic'),
      }),
    )
    .default([])
    .describe('what in the manifest itself holds a new version back; the first that applies speaks'),
  ...provenance,
})

export const metricsSchema = z.strictObject({
  higher: z.array(z.string()).describe('names of metrics of which more is better'),
  lower: z.array(z.string()).describe('names of metrics of which less is better'),
  other: z.array(z.string()).describe('words of metrics that do not tell'),
  reference: z.array(z.string()).describe('words for what a candidate is measured against'),
  candidate: z.array(z.string()).describe('words for what is measured against it'),
  stages: z
    .array(z.string())
    .describe(
      'words for stages before production: what stands there is a candidate beside a reference, else the reference',
    ),
  serving: z.array(z.string()).describe('words for the model that serves now, which there may be none of'),
  counts: z.array(z.string()).describe('words for numbers that say nothing of a model'),
  training: z
    .array(z.string())
    .describe('words for the data that a model has learnt from, of which a metric says little'),
  'held-back': z.array(z.string()).describe('words for data that it has not learnt from'),
})

export const measuringSchema = z.strictObject({
  calls: z.array(z.string()).describe('qualified names: `sklearn.metrics.*`'),
  methods: z.array(z.string()).describe('last names, whatever they are called on: `score`'),
  fits: z
    .array(z.string())
    .default([])
    .describe('methods that fit a model to rows and what is true of them: `fit`'),
  predicts: z
    .array(z.string())
    .default([])
    .describe('methods that tell what a model says of rows: `predict`'),
  scores: z
    .array(z.string())
    .default([])
    .describe('methods that measure a model by rows and what is true of them: `score`'),
  compares: z
    .array(z.string())
    .default([])
    .describe('calls that measure what a model says, their second argument, by what is true, the first'),
})

export const lookalikeSchema = z.strictObject({
  names: z
    .array(z.string())
    .min(1)
    .describe(
      'names that a condition uses, in lower case with underscores: of a variable, a field, a function, a key, a text; `*` for any letters',
    ),
  kind: z.enum(['approval', 'evaluation', 'canary', 'verification']).describe('what it looks like'),
  strength: z.enum(['weak', 'void']).default('void'),
  about: z
    .enum(['run', 'choice', 'presence', 'file', 'artifact', 'loaded', 'before'])
    .default('run')
    .describe(
      'what the condition asks about: anything, which of several is chosen, whether there is such a thing, whether there is such a file, the artifact that is loaded, or what came out of it; `before` for a call that stands in front of the sink and is no condition',
    ),
  says: z.string().describe('why it is none, to complete "`os.path.exists(path)` …"'),
})

export const verdictSchema = z.strictObject({
  names: z
    .array(z.string())
    .min(1)
    .describe(
      'last names of functions, fields, keys, parameters and files whose answer is a verdict, in lower case with underscores; `*` for any letters',
    ),
  unless: z.array(z.string()).optional().describe('names among these that are no verdicts'),
  kind: z.enum(['approval', 'evaluation']).describe('what it is taken for, where its making cannot be seen'),
  says: z.string().describe('what it is, to complete "`report.passed` …"'),
})
