import { z } from 'zod'
import { names, provenance } from './schema-words'
import { conditions } from './sink-schema'

const program = z.string().regex(/^[\w.+-]+$/, 'write a program as a command line names it, without a folder')

const status = z
  .string()
  .regex(
    /^(?=.)(?:[\p{L}_][\p{L}\p{N}_]*)?(?:\(\))?$/u,
    'write a field such as `returncode`, a method such as `wait()`, or `()`',
  )

export const launcherSchema = z.strictObject({
  command: names.describe('command lines that run something else: `python`, `uv run`, `make`'),
  runs: z
    .enum(['script', 'notebook', 'command', 'task', 'image', 'build'])
    .describe(
      'a file of the repository, a notebook of it, another command line, a task that a file of the repository defines, a container, or the build of its image',
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
  directory: z
    .array(z.string())
    .default([])
    .describe('options that name the folder of that file, or the one that a command runs in: `-C`'),
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
  mounts: z
    .array(z.string())
    .default([])
    .describe('options that put a folder into a container: `-v HOST:CONTAINER`, `--mount source=HOST,…`'),
  workdir: z
    .array(z.string())
    .default([])
    .describe('options that say in which folder of a container it starts: `-w`'),
  entrypoint: z
    .array(z.string())
    .default([])
    .describe('options that name the program of a container, in front of its words: `--entrypoint`'),
  folder: z.boolean().default(false).describe('whether its first word names the folder of that file'),
  default: z.string().describe('the task that runs when none is named').optional(),
  all: z
    .strictObject({
      decorated: z
        .string()
        .describe('the last name of the decorator that makes a function a task: `session`'),
      without: z.string().describe('its argument that leaves a task out with `False`: `default`'),
      chosen: z.string().describe('what a file says that runs some of them only: `options.sessions`'),
    })
    .describe('for what runs all tasks of a Python file when none is named')
    .optional(),
  ...provenance,
})

export const worktreeSchema = z.strictObject({
  names: names.describe(
    'variables, and what else is filled in, that name a folder of the work tree: `CI_PROJECT_DIR`',
  ),
  holds: z
    .enum(['top', 'here'])
    .describe('whether it is the top of the tree, or the folder in which a command runs'),
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
    .union([status, z.array(status).min(1)])
    .transform(s => (typeof s === 'string' ? [s] : s))
    .describe(
      'what is 0 where the command went well: a field of what the call gives back, a method of it (`wait()`), or `()` for that itself',
    )
    .optional(),
  'raised-by': z
    .string()
    .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'write the name of a method without its brackets')
    .describe(
      'the method of what the call gives back that raises where the command failed: `check_returncode`',
    )
    .optional(),
  ...provenance,
})

export const registrarSchema = z.strictObject({
  decorates: names.describe('decorators that keep a function for later: `typer.Typer().command`'),
  runs: z
    .string()
    .describe(
      'what is called to run one of them: `typer.Typer()`; empty for the function that the decorator hangs on',
    )
    .optional(),
  methods: z
    .array(z.string())
    .default([])
    .describe('methods of what the decorator makes of a function, which run it, most often later: `submit`'),
  wrapped: z
    .array(z.string())
    .default([])
    .describe('the same, where what it is given holds the arguments of the function: `apply_async((3,))`'),
  same: z
    .array(z.string())
    .default([])
    .describe('methods that give such a thing anew: `promote.with_options(retries=3).submit()`'),
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

export const changerSchema = z.strictObject({
  command: z
    .union([program, z.array(program).min(1)])
    .transform(n => (typeof n === 'string' ? [n] : n))
    .describe('programs that change files: `sed`, `cp`'),
  option: z
    .array(z.string().regex(/^\w[\w-]*$/, 'write an option without its dashes in front'))
    .min(1)
    .describe('options of which one has to stand there, without dashes: `i`, `in-place`')
    .optional(),
  files: z.enum(['all', 'last']).describe('which of its words may name what it changes'),
  ...provenance,
})

export const swallowerSchema = z.strictObject({
  decorates: names.describe('decorators under which a function that fails comes back all the same'),
  argument: z.string().describe('the argument that asks for that, where a call has to').optional(),
  ...provenance,
})
