import { z } from 'zod'
import { names, provenance } from './schema-words'

const fieldSchema = z.strictObject({
  call: names.describe('calls that declare a field of a class: `dataclasses.field`'),
  parameters: z.array(z.string()).default([]),
  default: z.string().describe('the argument with what a new object has in it'),
  factory: z.string().describe('the argument with what is called to make that').optional(),
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

/** Words for what libraries do with values: parts of a catalogue file. */
export const idioms = {
  iterators: z
    .array(z.string())
    .default([])
    .describe(
      'calls that give the items of what they are given, one after another, and leave none out: `tqdm.tqdm`',
    ),
  infinities: z
    .array(z.string())
    .default([])
    .describe('names of a number that no other one exceeds: `math.inf`, `sys.maxsize`'),
  nans: z
    .array(z.string())
    .default([])
    .describe('names of what is no number, and makes every comparison false: `math.nan`'),
  fields: z.array(fieldSchema).default([]).describe('calls that declare a field of a class'),
  widgets: z.array(widgetSchema).default([]).describe('parameters of notebooks'),
}

export type WidgetRule = z.output<typeof widgetSchema>
export type FieldRule = z.output<typeof fieldSchema>
