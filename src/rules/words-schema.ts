import { z } from 'zod'

/** What the words of a list tell where nobody asks for that list. */
const telling = z.enum(['environment', 'evaluation', 'serving'])

export const wordListSchema = z.strictObject({
  production: z.array(z.string()),
  other: z.array(z.string()).describe('names of targets that do not serve users'),
  neutral: z.array(z.string()).default([]),
  possible: z
    .array(z.string())
    .default([])
    .describe('words that name production in some places only, which makes a finding a note'),
  counted: z.array(z.string()).default([]).describe('words behind which a number stands: `epoch 3`'),
  products: z
    .array(z.string())
    .default([])
    .describe('names in which a production word says nothing, words joined by `-`: `stable-diffusion`'),
  negations: z.array(z.string()).default([]).describe('prefixes that turn a production word into another'),
  tells: telling
    .describe(
      'what its words tell of any name: the environment in which something works, that a script evaluates a model, or that something serves one',
    )
    .optional(),
})

export type Telling = z.infer<typeof telling>

export type Words = z.infer<typeof wordListSchema>
