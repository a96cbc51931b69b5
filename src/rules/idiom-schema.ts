import { z } from 'zod'
import { names, provenance } from './schema-words'

const fieldSchema = z.strictObject({
  call: names.describe('calls that declare a field of a class: `dataclasses.field`'),
  parameters: z.array(z.string()).default([]),
  default: z.string().describe('the argument with what a new object has in it'),
  factory: z.string().describe('the argument with what is called to make that').optional(),
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
}

export type FieldRule = z.output<typeof fieldSchema>
