import { z } from 'zod'
import { engineSchema } from './engine-schema'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

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
])

const conditions = z
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

/** Where bytes come from that somebody outside of the repository has a hand in. */
const foreign = ['network', 'hub', 'upload', 'command-line', 'environment', 'registry', 'bucket'] as const

const provenance = {
  source: z.string().describe('a documentation page or a release that shows it'),
  checked: z.iso.date().describe('when the source was read'),
}

const names = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform(n => (typeof n === 'string' ? [n] : n))

/** A further hazard of a call that a case reports. Each is asked by itself, whichever case that is. */
const aspectSchema = z.strictObject({
  report: z.string().describe('the hazard'),
  says: z.string().describe('what the call does beside the rest, to complete "It also …"').optional(),
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
  parameters: z.array(z.string()).default([]).describe('names of the positional parameters, in order'),
  if: conditions
    .optional()
    .describe('what has to be certain before a call is looked at: `requests.post` to one address'),
  near: z
    .array(z.string())
    .default([])
    .describe(
      'texts of which one stands in every repository that has this hazard; others are not searched for it. For a command line: in its own file, in one that runs it, or in their paths',
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
    .enum(['path', 'model'])
    .default('path')
    .describe('what a text in `artifact` is: the path of a file, or a name that the library looks up'),
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

export const resultSchema = z.strictObject({
  call: names.default([]),
  decorates: names
    .default([])
    .describe('decorators of functions whose first parameter is what `gives` names'),
  parameters: z.array(z.string()).default([]),
  if: conditions.optional(),
  gives: z.string().describe('the name of what the call gives back: `aws.sagemaker()`'),
  ...provenance,
})

export const originSchema = z
  .strictObject({
    call: names
      .default([])
      .describe('calls, types and variables: what they give, and what is taken from it, comes from there'),
    decorates: names
      .default([])
      .describe('decorators: the parameters of a function under one of them come from there'),
    begins: z.array(z.string()).default([]).describe('beginnings of addresses that are written out: `s3://`'),
    distinctive: z
      .boolean()
      .default(false)
      .describe('the last name of `call` alone is enough where the receiver is unknown'),
    parameters: z.array(z.string()).default([]),
    if: conditions.optional().describe('what has to be certain; the first entry that fits decides'),
    from: z
      .enum([...foreign, 'pinned', 'self'])
      .describe(
        'where the bytes come from, or who names them; `pinned` for an address that always gives the same, `self` for what this program has just written',
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
  .refine(o => o.call.length + o.decorates.length + o.begins.length > 0, {
    message: 'nothing comes from here; write `call`, `decorates` or `begins`',
  })

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

const metricsSchema = z.strictObject({
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
})

const measuringSchema = z.strictObject({
  calls: z.array(z.string()).describe('qualified names: `sklearn.metrics.*`'),
  methods: z.array(z.string()).describe('last names, whatever they are called on: `score`'),
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
    .enum(['run', 'choice', 'presence', 'artifact', 'loaded', 'before'])
    .default('run')
    .describe(
      'what the condition asks about: anything, which of several is chosen, whether there is such a thing, the artifact that is loaded, or what came out of it; `before` for a call that stands in front of the sink and is no condition',
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
  kind: z.enum(['approval', 'evaluation']).describe('what it is taken for, where its making cannot be seen'),
  says: z.string().describe('what it is, to complete "`report.passed` …"'),
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
  })
  .refine(e => e.python !== undefined || e.shell !== undefined || e.workflow !== undefined, {
    message: 'an example without code shows nothing; write `python`, `shell`, `workflow` or several of them',
  })

export const launcherSchema = z.strictObject({
  command: names.describe('command lines that run something else: `python`, `uv run`, `make`'),
  runs: z
    .enum(['script', 'command', 'task', 'image', 'build'])
    .describe(
      'a file of the repository, another command line, a task that a file of the repository defines, a container, or the build of its image',
    ),
  values: z.array(z.string()).default([]).describe('its own options that take the next word as their value'),
  skip: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('words before the command that it runs: 1 for `timeout 5`'),
  module: z.string().describe('the option that names a module in place of a file: `-m`').optional(),
  files: z.array(z.string()).default([]).describe('files that define its tasks: `Makefile`'),
  file: z.array(z.string()).default([]).describe('options that name that file itself: `-f`'),
  directory: z.string().describe('the option that names the folder of that file: `-C`').optional(),
  group: z
    .string()
    .describe('how its tasks are told from those of others in the same file: `poe`')
    .optional(),
  named: z
    .array(z.string())
    .default([])
    .describe('options that name its tasks, or the tags of an image, in place of words: `-s`'),
  several: z
    .enum(['success', 'anything'])
    .describe('for further words that name tasks: whether they run only while all goes well')
    .optional(),
  unless: z.array(z.string()).default([]).describe('options that turn that round: `--keep-going`'),
  inside: z
    .boolean()
    .default(false)
    .describe('whether words behind the name of a task are a command that runs in its place'),
  environment: z.array(z.string()).default([]).describe('options that give an environment variable: `-e`'),
  folder: z.boolean().default(false).describe('whether its first word names the folder of that file'),
  pairs: z
    .array(z.string())
    .default([])
    .describe('options that give a parameter: `-P stage=prod`, `-p stage prod`'),
  default: z.string().describe('the task that runs when none is named').optional(),
  ...provenance,
})

export const starterSchema = z.strictObject({
  call: names.describe('calls that run a command line: `subprocess.run`'),
  parameters: z.array(z.string()).default([]),
  line: z
    .string()
    .describe(
      'the argument that says what to run, as a text or as a list of words; `*` where each positional argument is a word',
    ),
  begins: z.string().describe('words in front of these: `nox -s`').optional(),
  program: z
    .string()
    .describe('the argument with the words that stand in front of those of `line`')
    .optional(),
  directory: z.string().describe('the argument that says where to run it').optional(),
  environment: z.string().describe('the argument that gives it environment variables').optional(),
  raises: z
    .union([z.boolean(), conditions])
    .describe('whether a command that fails raises, or the arguments that make it so'),
  status: z
    .string()
    .describe('the field that is 0 where the command went well; `()` where that is what the call gives back')
    .optional(),
  ...provenance,
})

export const registrarSchema = z.strictObject({
  decorates: names.describe('decorators that keep a function for later: `typer.Typer().command`'),
  runs: z
    .string()
    .describe(
      'what is called to run one of them: `typer.Typer()`; empty for the function that the decorator hangs on',
    ),
  ...provenance,
})

export const programSchema = z.strictObject({
  command: names.describe('programs whose options these are: `aws`, `kubectl`'),
  flags: z.array(z.string()).default([]).describe('options that take no value, without dashes'),
  spellings: z
    .record(z.string(), z.string())
    .default({})
    .describe('other spellings of options, without dashes: `n` for `namespace`'),
  ...provenance,
})

export const readerSchema = z
  .strictObject({
    call: names.default([]).describe('calls that read a configuration file: `yaml.safe_load`'),
    decorates: names
      .default([])
      .describe('decorators of functions whose first parameter is what was read: `hydra.main`'),
    parameters: z.array(z.string()).default([]),
    file: z
      .string()
      .describe('the argument that names the file, or is it opened or read; `*` for each positional one')
      .optional(),
    default: z.string().describe('the file that is read where none is named').optional(),
    'found-by': z
      .array(z.string())
      .default([])
      .describe('calls that look for that file: `dotenv.find_dotenv`'),
    folder: z
      .string()
      .describe('the argument that names the folder of the file, seen from the folder of the code')
      .optional(),
    within: z
      .record(z.string(), z.string())
      .default({})
      .describe('calls that name the folder instead, each with the argument that does: `hydra.initialize`'),
    format: z
      .enum(['yaml', 'json', 'toml', 'ini', 'env'])
      .describe('what the file is written in; its ending says so where absent')
      .optional(),
    composes: z
      .boolean()
      .default(false)
      .describe('whether a list `defaults` in it takes in other files of its folder'),
    overrides: z
      .string()
      .describe('the argument with a list of `key=value`; for `decorates`, the command line has such words')
      .optional(),
    gives: z
      .enum(['result', 'receiver', 'environment'])
      .default('result')
      .describe('where the values go: what the call gives back, the object it is called on, `os.environ`'),
    through: z
      .string()
      .describe('in place of `file`: the argument that it gives back in another form; `*` for each of them')
      .optional(),
    keys: z
      .array(z.string())
      .default([])
      .describe('in place of `file`: the arguments under which it looks into its receiver, one in the other'),
    of: z
      .string()
      .describe('for `keys`: the argument that it looks into, in place of its receiver')
      .optional(),
    dotted: z.boolean().default(false).describe('whether a key is a path: `registry.stage`'),
    otherwise: z
      .string()
      .describe('for `keys`: the argument that stands in where there is nothing')
      .optional(),
    as: z.enum(['number', 'boolean']).describe('what it makes of a text').optional(),
    ...provenance,
  })
  .refine(r => [r.file, r.through, r.keys[0]].filter(word => word !== undefined).length === 1, {
    message: 'a reader has one of `file`, `through` and `keys`; keep one of them',
  })
  .refine(r => r.call.length + r.decorates.length > 0, {
    message: 'nothing reads here; write `call` or `decorates`',
  })

export const swallowerSchema = z.strictObject({
  decorates: names.describe('decorators under which a function that fails comes back all the same'),
  argument: z.string().describe('the argument that asks for that, where a call has to').optional(),
  ...provenance,
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
  words: z
    .record(
      z.string(),
      z.strictObject({
        production: z.array(z.string()),
        other: z.array(z.string()).describe('names of targets that do not serve users'),
        neutral: z.array(z.string()).default([]),
        possible: z
          .array(z.string())
          .default([])
          .describe('words that name production in some places only, which makes a finding a note'),
        counted: z.array(z.string()).default([]).describe('words behind which a number stands: `epoch 3`'),
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
  services: z
    .array(z.string())
    .default([])
    .describe('calls that make a process serve others, who then may reach its command line'),
  launchers: z.array(launcherSchema).default([]),
  programs: z.array(programSchema).default([]),
  starters: z.array(starterSchema).default([]),
  readers: z.array(readerSchema).default([]).describe('calls that read configuration files'),
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
  swallowers: z.array(swallowerSchema).default([]),
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
export type Starter = z.infer<typeof starterSchema>
export type ProgramOptions = z.infer<typeof programSchema>
export type Metrics = z.infer<typeof metricsSchema>
export type Words = z.infer<typeof catalogSchema>['words'][string]
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
