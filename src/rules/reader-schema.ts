import { z } from 'zod'
import { names, provenance } from './schema-words'

const word = z.string().min(1)
const option = z.string().regex(/^-/, 'write an option with its dashes, as `-cn` or `--config-name`')

/** How a file of settings takes in others. */
export const compositionSchema = z.strictObject({
  list: word.describe('the key under which it names them: `defaults`'),
  self: word
    .describe('what stands there for the file itself, which otherwise comes last: `_self_`')
    .optional(),
  nests: z
    .boolean()
    .default(true)
    .describe('whether what a file of a folder says stands under the name of that folder'),
  replaces: word
    .describe(
      'the word in front of a folder that puts another of its files in the place of the one that is named elsewhere: `override`',
    )
    .optional(),
  marks: z
    .array(word)
    .default([])
    .describe('further words in front of a folder, which change nothing of what is taken in: `optional`'),
  place: word
    .describe('what a comment at the top begins with that says under which keys the file stands: `@package`')
    .optional(),
  usual: word.describe('the place that a file has anyway: `_group_`').optional(),
  here: word.describe('in a place, that of whoever takes the file in: `_here_`').optional(),
  top: word.describe('in a place, the top of the whole: `_global_`').optional(),
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
    composes: compositionSchema.describe('how it takes in other files of its folder').optional(),
    'name-options': z
      .array(option)
      .default([])
      .describe('for `decorates`: options of the program that name the first file: `--config-name`'),
    'folder-options': z
      .array(option)
      .default([])
      .describe('for `decorates`: options of the program that name its folder: `--config-path`'),
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
      .describe(
        'in place of `file`: the argument that it gives back in another form; `*` for all of them, the later ones over the earlier',
      )
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
    puts: z
      .string()
      .describe('for `keys`: the argument that it puts there, in place of looking for what is there')
      .optional(),
    as: z.enum(['number', 'boolean']).describe('what it makes of a text').optional(),
    ...provenance,
  })
  .refine(r => [r.file, r.through, r.keys[0]].filter(word => word !== undefined).length === 1, {
    message: 'a reader has one of `file`, `through` and `keys`; keep one of them',
  })
  .refine(r => r.decorates.length > 0 || r['name-options'].length + r['folder-options'].length === 0, {
    message:
      'only what decorates a function is told by options of its program; leave out `name-options` and `folder-options`',
  })
  .refine(r => r.call.length + r.decorates.length > 0, {
    message: 'nothing reads here; write `call` or `decorates`',
  })

export type Composition = z.infer<typeof compositionSchema>
