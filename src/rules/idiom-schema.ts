import { z } from 'zod'

/** Words for what libraries do with values: parts of a catalogue file. */
export const idioms = {
  iterators: z
    .array(z.string())
    .default([])
    .describe(
      'calls that give the items of what they are given, one after another, and leave none out: `tqdm.tqdm`',
    ),
}
