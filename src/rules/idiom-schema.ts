import { z } from 'zod'
import { names, provenance } from './schema-words'
import { conditions } from './sink-schema'

const fieldSchema = z.strictObject({
  call: names.describe('calls that declare a field of a class: `dataclasses.field`'),
  parameters: z.array(z.string()).default([]),
  default: z.string().describe('the argument with what a new object has in it'),
  factory: z.string().describe('the argument with what is called to make that').optional(),
  ...provenance,
})

const delegateSchema = z.strictObject({
  call: names.describe(
    'calls that have another thread or process make a call, and give what that gives: `asyncio.to_thread`',
  ),
  parameters: z.array(z.string()).default([]),
  calls: z
    .string()
    .describe('the argument with the function that is called; what stands behind it is what that is given'),
  ...provenance,
})

const digestSchema = z.strictObject({
  call: names.describe(
    'calls that make a digest, and programs that print one: `hashlib.sha256`, `$ sha256sum`',
  ),
  parameters: z.array(z.string()).default([]),
  if: conditions.optional(),
  data: z
    .string()
    .describe(
      'the argument of which it is the digest; where it is not given, that is what `update` feeds it, and of a program the one file that it is given',
    )
    .optional(),
  key: z.string().describe('the argument with a key that nobody can do without').optional(),
  algorithm: z
    .string()
    .describe('what it is made by, where neither its name nor an argument says so: `SHA-1`')
    .optional(),
  gives: z
    .array(z.string())
    .min(1)
    .describe('methods that give the digest, where these are others than `digest` and `hexdigest`')
    .optional(),
  ...provenance,
})

const widgetSchema = z.strictObject({
  call: names.describe('calls that give what a notebook was given for a widget: `dbutils.widgets.get`'),
  parameters: z.array(z.string()).default([]),
  widget: z.string().describe('the argument that names the widget'),
  otherwise: z.string().describe('the argument that stands in where nothing was given').optional(),
  declared: z
    .strictObject({
      by: names.describe('calls of the same notebook: `dbutils.widgets.text`'),
      parameters: z.array(z.string()).default([]),
      widget: z.string().describe('the argument that names it'),
      default: z.string().describe('the argument with what it holds where nothing is given'),
    })
    .describe('how a widget is made'),
  given: z
    .strictObject({
      parameters: z.array(z.string()).default([]),
      values: z.string().describe('the argument with a table of what each widget is given'),
    })
    .describe('what the call that runs the notebook says'),
  ...provenance,
})

const optionSchema = z
  .strictObject({
    holds: names
      .describe('objects of which each field is an option: `argparse.ArgumentParser().parse_args()`')
      .optional(),
    'declared-by': z
      .string()
      .describe('for `holds`: the last name of the calls that declare these options: `add_argument`')
      .optional(),
    default: names
      .describe('calls that stand as the default of a parameter that is an option: `typer.Option`')
      .optional(),
    decorates: names.describe('decorators that declare a parameter as an option: `click.option`').optional(),
    all: names
      .describe('decorators of functions of which each parameter is an option: `typer.Typer().command`')
      .optional(),
    ...provenance,
  })
  .refine(o => [o.holds, o.default, o.decorates, o.all].filter(word => word !== undefined).length === 1, {
    message: 'options are told by one of `holds`, `default`, `decorates` and `all`; keep one of them',
  })
  .refine(o => (o.holds === undefined) === (o['declared-by'] === undefined), {
    message: '`holds` names what has options and `declared-by` what declares them; write both or neither',
  })

/**
 * Words for what libraries do with values: parts of a catalogue file. Few files have any of them, so what is not there takes no
 * place in the rules that every start reads.
 */
export const idioms = {
  iterators: z
    .array(z.string())
    .optional()
    .describe(
      'calls that give the items of what they are given, one after another, and leave none out: `tqdm.tqdm`',
    ),
  infinities: z
    .array(z.string())
    .optional()
    .describe('names of a number that no other one exceeds: `math.inf`, `sys.maxsize`'),
  nans: z
    .array(z.string())
    .optional()
    .describe('names of what is no number, and makes every comparison false: `math.nan`'),
  delegates: z
    .array(delegateSchema)
    .optional()
    .describe('calls that have another thread or process make a call'),
  fields: z.array(fieldSchema).optional().describe('calls that declare a field of a class'),
  digests: z.array(digestSchema).optional().describe('calls that make a digest of a file'),
  fooled: z
    .array(z.string())
    .optional()
    .describe('algorithms whose digests two files may share on purpose, as people write them: `SHA-1`'),
  choices: z
    .array(z.string())
    .optional()
    .describe(
      'starts of the names of what whoever runs a program chooses, and nobody has found out: `os.environ`, `click`',
    ),
  ambient: z
    .array(z.string().regex(/^[A-Za-z_]\w*$/, 'write one name, without what is taken from it'))
    .optional()
    .describe('names that code has without an import, as notebooks do: `dbutils`'),
  dumpers: z
    .array(z.string())
    .optional()
    .describe('calls that give a text which says what their first argument says: `json.dumps`'),
  setters: z
    .array(z.string())
    .optional()
    .describe(
      'calls that set something which has a name of its own, their first argument: messages call it by that: `os.environ.__setitem__`',
    ),
  textual: z
    .array(z.string().regex(/^[\w.+-]+$/, 'write a program as a command line names it, without a folder'))
    .optional()
    .describe('programs that handle text and files, and check nothing of what these speak of: `cat`, `git`'),
  openers: z
    .array(z.string())
    .optional()
    .describe('calls that open the file that is their first argument: `gzip.open`'),
  options: z.array(optionSchema).optional().describe('options of command lines'),
  widgets: z.array(widgetSchema).optional().describe('parameters of notebooks'),
}

export type DigestRule = z.output<typeof digestSchema>
export type WidgetRule = z.output<typeof widgetSchema>
export type DelegateRule = z.output<typeof delegateSchema>
export type FieldRule = z.output<typeof fieldSchema>
