import { z } from 'zod'
import { foreign, names, provenance, scalar } from './schema-words'

/** A question about one argument. It may be answered yes, no or unknown. */
export const matcherSchema = z.union([
  scalar.describe('the argument is this literal'),
  z.strictObject({ given: z.boolean().describe('the argument is written in the call') }),
  z.strictObject({ target: z.string().describe('the value names production, by this word list') }),
  z.strictObject({
    elsewhere: z.string().describe('the value names a target that does not serve users, by this word list'),
  }),
  z.strictObject({
    mentions: z
      .string()
      .describe('one of the words in it is a production word of this list, and none is one of the others'),
  }),
  z.strictObject({
    'unless-elsewhere': z
      .string()
      .describe('the value may name production: nothing says that it is another target of this word list'),
  }),
  z.strictObject({ 'one-of': z.array(scalar).min(1) }),
  z.strictObject({ between: z.tuple([z.number(), z.number()]).describe('a number, both ends included') }),
  z.strictObject({
    resolves: z.array(z.string()).min(1).describe('the argument is one of these qualified names'),
  }),
  z.strictObject({
    suffix: z.array(z.string()).min(1).describe('the text ends in one of these, in any case'),
  }),
  z.strictObject({ matches: z.string().describe('the text matches this regular expression') }),
  z.strictObject({
    empty: z.boolean().describe('the argument is `None`, or a collection with nothing in it'),
  }),
  z.strictObject({
    tracked: z.boolean().describe('the argument is the path of a file of this repository'),
  }),
  z.strictObject({
    whole: z.boolean().describe('the argument may be all members of an archive: nothing chooses among them'),
  }),
  z.strictObject({
    fresh: z.boolean().describe('a part of the text is another one in each run'),
  }),
])

export const conditions = z
  .record(z.string(), matcherSchema)
  .describe(
    'argument name, or `argument.key.key` into a dictionary or an object made here (`*` for every key), to what it must be; all must hold. Of a command line: `$` for all of it, `<` and `>` for what it reads and where its output goes, `argument.$` for the argument with the names of the variables in it',
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
    also: z
      .array(z.string())
      .describe(
        'further hazards that it is: the most specific of their rules reports it and names the others',
      )
      .optional(),
    says: z.string().describe('what the call does, to complete "`torch.load` …"').optional(),
    level: z.enum(['error', 'warning', 'note']).optional(),
    automatic: z
      .enum(['error', 'warning'])
      .describe(
        'the level where the call names no environment and what surrounds it does: a pipeline that runs it by itself, or whose names say production; without a `level` nothing is reported otherwise',
      )
      .optional(),
    beside: z
      .enum(['error', 'warning'])
      .describe('the level where another kind of command in the same job promotes too')
      .optional(),
    floor: z
      .enum(['error', 'warning', 'note'])
      .describe('the level below which no origin of the artifact takes it, outside of tests')
      .optional(),
    fix: z.string().optional(),
  })
  .refine(c => !(c.safe && (c.report || c.also || c.says || c.level || c.automatic || c.beside)), {
    message: 'a case is either `safe` or reported; remove one of `safe` and `report`/`says`/`level`',
  })

/** A further hazard of a call that a case reports. Each is asked by itself, whichever case that is. */
export const aspectSchema = z.strictObject({
  report: z.string().describe('the hazard'),
  says: z.string().describe('what the call does beside the rest, to complete "It also …"').optional(),
  fix: z.string().optional(),
  alone: z.boolean().default(true).describe('whether it is told where the call is nothing else'),
  if: conditions.optional().describe('what has to be certain of the call'),
  unset: z
    .array(z.string())
    .default([])
    .describe('environment variables that neither its script nor what runs that gives: `KUBECONFIG`'),
  with: z
    .strictObject({
      call: names.describe('another call beside it'),
      parameters: z.array(z.string()).default([]),
      if: conditions.optional(),
      argument: z.string().describe('the argument of that call whose origin is asked').optional(),
      from: z
        .array(z.enum(['upload', 'command-line']))
        .min(1)
        .describe('where that argument comes from')
        .optional(),
      behind: z
        .boolean()
        .default(false)
        .describe('it comes later, in the same function, script or job; else it stands in the same file'),
    })
    .refine(one => (one.argument === undefined) === (one.from === undefined), {
      message: 'an origin is that of an argument; write both `argument` and `from`, or neither',
    })
    .describe('another call that makes it this hazard')
    .optional(),
})

export const sinkSchema = z.strictObject({
  call: names.describe(
    'qualified names; `()` stands for what a call gives back: `mlflow.MlflowClient().copy_model_version`; `*` for one name; `$` and words for a command line: `$ aws sagemaker update-endpoint`',
  ),
  distinctive: z
    .boolean()
    .default(false)
    .describe('the last name alone is enough where the receiver is unknown, at lower precision'),
  common: z
    .boolean()
    .default(false)
    .describe(
      'many objects have a method of this name (`copy`, `fit`): it is searched for only in files in which its own object is made',
    ),
  bare: z
    .boolean()
    .default(false)
    .describe('it takes no arguments: a call that is given some is one of something else'),
  parameters: z.array(z.string()).default([]).describe('names of the positional parameters, in order'),
  if: conditions
    .optional()
    .describe('what has to be certain before a call is looked at: `requests.post` to one address'),
  near: z
    .array(z.string())
    .default([])
    .describe(
      'texts of which one stands in every repository that has this hazard; others are not searched for it. One in double quotes stands in a text of the code. For a command line: in its own file, in one that runs it, or in their paths',
    ),
  closer: z
    .array(z.string())
    .default([])
    .describe(
      'more such texts, for repositories of very many files only: one of them stands in the file of the call or next to it. `*` in one stands for anything up to the end of a name: `model*.zip`',
    ),
  does: z.string().describe('the hazard: rules name it as their `sink`'),
  says: z.string().describe('what the call does, to complete "`joblib.load` …"'),
  artifact: z.string().describe('the argument that carries the loaded artifact, or `receiver`').optional(),
  deploys: z
    .array(z.string())
    .default([])
    .describe(
      'of a command line: the arguments that name what it deploys, be that a file or a folder of manifests, a chart, or an application that is defined by name; `-` in one is what the command reads. Conditions then ask for `deploys` (`model`, `workload` that serves one by its name, `approval`, `anything`, `other`, `unknown`) and `deploys-to` (the command line, with the names, namespaces and files of what it deploys)',
    ),
  'described-in': z
    .enum(['kubernetes', 'terraform', 'cloudformation', 'azureml', 'databricks'])
    .default('kubernetes')
    .describe(
      'the language of what it `deploys`. Of Terraform that is the folder in which the command works, of Databricks the bundle there; conditions may then ask for `deploys-as` too (the names by which users know what serves them) and `deploys-into` (what the target of a bundle is meant for)',
    ),
  names: z
    .enum(['path', 'model', 'content'])
    .default('path')
    .describe(
      'what a text in `artifact` is: the path of a file, a name that the library looks up, or the `content` itself',
    ),
  aspects: z.array(aspectSchema).default([]).describe('further hazards of a call that a case reports'),
  'only-from': z
    .array(z.enum(foreign))
    .min(1)
    .describe('where the artifact has to come from: a call with any other is ordinary')
    .optional(),
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

export const resultSchema = z
  .strictObject({
    call: names.default([]),
    decorates: names
      .default([])
      .describe('decorators of functions whose first parameter is what `gives` names'),
    parameters: z.array(z.string()).default([]),
    if: conditions.optional(),
    gives: z.string().describe('the name of what the call gives back: `aws.sagemaker()`').optional(),
    through: z
      .string()
      .describe('in place of `gives`: the argument that it gives back as it is, or once it is there')
      .optional(),
    ...provenance,
  })
  .refine(r => (r.gives === undefined) !== (r.through === undefined), {
    message: 'a call gives back what `gives` names or the argument `through`; write one of them',
  })
  .refine(r => r.through === undefined || r.decorates.length === 0, {
    message: 'a decorator says by `gives` what a function is given; write that in place of `through`',
  })

export const originSchema = z
  .strictObject({
    call: names
      .default([])
      .describe('calls, types and variables: what they give, and what is taken from it, comes from there'),
    decorates: names
      .default([])
      .describe('decorators: the parameters of a function under one of them come from there'),
    overrides: names
      .default([])
      .describe(
        'methods of classes that a class of the repository takes over: the parameters that `parameters` lists, or all, come from there',
      ),
    begins: z.array(z.string()).default([]).describe('beginnings of addresses that are written out: `s3://`'),
    shared: z
      .boolean()
      .default(true)
      .describe(
        'for `begins`: whether others write there too, where a part of the address is of this program',
      ),
    distinctive: z
      .boolean()
      .default(false)
      .describe('the last name of `call` alone is enough where the receiver is unknown'),
    parameters: z.array(z.string()).default([]),
    if: conditions.optional().describe('what has to be certain; the first entry that fits decides'),
    from: z
      .enum([...foreign, 'pinned', 'peers', 'self'])
      .describe(
        'where the bytes come from, or who names them; `pinned` for an address that always gives the same, `peers` for the other processes of the same job, `self` for what this program has just written',
      )
      .optional(),
    through: z
      .string()
      .describe('in place of `from`: the argument that it passes on, or `receiver`')
      .optional(),
    to: z.string().describe('the argument that names the file into which they go, or `receiver`').optional(),
    'last-step': z
      .boolean()
      .default(false)
      .describe('the file has the name that the path or address in `to` ends in'),
    calls: z
      .string()
      .describe('the argument that takes a function, whose parameters come from there')
      .optional(),
    otherwise: z.string().describe('the argument that stands in where there is nothing').optional(),
    except: names.default([]).describe('for `decorates`: defaults of parameters that come from elsewhere'),
    says: z.string().describe('to complete "The artifact …": `comes from the network`').optional(),
    ...provenance,
  })
  .refine(o => (o.from === undefined) !== (o.through === undefined), {
    message: 'an origin has either `from` or `through`; keep one of them',
  })
  .refine(o => (o.from === undefined) === (o.says === undefined), {
    message: 'what is said goes with `from`; write both or neither',
  })
  .refine(o => o.call.length + o.decorates.length + o.overrides.length + o.begins.length > 0, {
    message: 'nothing comes from here; write `call`, `decorates`, `overrides` or `begins`',
  })
