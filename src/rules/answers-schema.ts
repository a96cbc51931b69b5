import { z } from 'zod'

const words = z.array(z.string().min(1)).default([])

/** Words in which people answer and in which records keep that: case does not matter, and `*` stands for any part of a name. */
export const answersSchema = z.strictObject({
  yes: words.describe('what a person says who agrees, and a record of that: `y`, `accepted`'),
  no: words.describe('what a person says who does not: `n`, `abort`'),
  passed: words.describe('what a verdict says that is known by its name only: `pass`'),
  approvals: words.describe('keys under which a record says whether somebody has approved: `*approv*`'),
  decisions: words.describe('keys of tickets and reviews whose value says what it is: `state`'),
  granted: words.describe('the values of those that say it, which agree anywhere else as well: `approved`'),
  confirmations: words.describe(
    'inputs of pipelines in which whoever starts one types that they mean it: `*confirm*`',
  ),
  records: words.describe('fields in which something keeps such keys: `tags`'),
  writers: words.describe('methods that write a key of them: `set_*tag`'),
})

export type AnswerRule = z.output<typeof answersSchema>
