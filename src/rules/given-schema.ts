import { z } from 'zod'
import { provenance } from './schema-words'

const commandLine = z
  .string()
  .regex(/^[\w.+-]+( [\w.+-]+)*$/, 'write the program without a folder, and words behind it: `pip install`')

const actionName = z
  .string()
  .regex(/^[\w.-]+(\/[\w.-]+)+$/, 'write an action as a step names it, without its version: `azure/cli`')

const options = z.array(z.string().regex(/^-/, 'write an option with its dashes, as `-r` or `--requirement`'))

const installerSchema = z.strictObject({
  command: z
    .union([commandLine, z.array(commandLine).min(1)])
    .transform(n => (typeof n === 'string' ? [n] : n))
    .describe('command lines that install the packages which they name: `pip install`, `uv pip install`'),
  from: z
    .enum(['pypi', 'conda'])
    .describe('where from, which says how packages and their versions are written'),
  values: options.default([]).describe('options that take the next word as their value'),
  requirements: options.default([]).describe('options that name a file of requirements: `-r`'),
  constraints: options.default([]).describe('options that name a file of constraints: `-c`'),
  ...provenance,
})

const actionSchema = z
  .strictObject({
    uses: z
      .union([actionName, z.array(actionName).min(1)])
      .transform(n => (typeof n === 'string' ? [n] : n))
      .describe('actions of GitHub that run a script which a step gives them: `azure/cli`'),
    script: z.string().describe('the input with the script'),
    language: z
      .enum(['shell', 'powershell', 'cmd', 'python'])
      .default('shell')
      .describe('what it is written in'),
    stops: z
      .union([z.boolean(), z.string()])
      .default(false)
      .describe('whether its shell stops at the first command that fails, or the input that says so'),
    tolerates: z
      .string()
      .describe('the input with which the step ends well although the script failed')
      .optional(),
    elsewhere: z
      .boolean()
      .default(false)
      .describe('whether it runs on another machine, which has none of the variables of this one'),
    variables: z
      .string()
      .describe('for `elsewhere`: the input that lists variables which go there')
      .optional(),
    'all-variables': z.string().describe('for `elsewhere`: the input that sends all of them').optional(),
    ...provenance,
  })
  .refine(a => a.elsewhere || (a.variables === undefined && a['all-variables'] === undefined), {
    message: 'a script that runs here has all variables; write `elsewhere: true`, or leave `variables` out',
  })

/** Words for what programs and actions make of what they are given: parts of a catalogue file that few files have. */
export const given = {
  installers: z.array(installerSchema).optional().describe('programs that install packages'),
  actions: z
    .array(actionSchema)
    .optional()
    .describe('actions of GitHub that run a script which a step gives them'),
}

export type InstallerRule = z.output<typeof installerSchema>
