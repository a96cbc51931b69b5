import type { Command, CommanderError } from 'commander'
import { UserError } from '../base/user-error'

/** What is wrong with a command line, and what to write. */
export function inOneLine(error: CommanderError, words: readonly string[], program: Command): UserError {
  if (error.code === 'commander.help')
    return new UserError(
      'a command is missing; write `modelgate scan`, or `modelgate --help` for all of them',
    )
  const [what = '', ...hints] = error.message.replace(/^error: /, '').split('\n')
  const known = program.commands.some(command => command.name() === words[0])
  const hint = hints.join(' ').replace(/^\(Did you mean (.*)\?\)$/, 'did you mean `$1`?')
  const help = `\`modelgate ${known ? `${words[0]} ` : ''}--help\` shows what can be written`
  return new UserError(`${what.replace(/\.$/, '')}; ${hint || help}`)
}
