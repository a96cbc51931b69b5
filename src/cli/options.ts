import { Option } from 'commander'
import type { Shard } from '../analysis/shards'
import { UserError } from '../base/user-error'
import { type GivenLimits, limitNames, limitRanges } from '../policy/settings'

/** Which reports are written, and where. */
export function formatOption(): Option {
  return listOption(
    '--format <format[=file]>',
    'pretty, sarif, json, markdown, junit, gitlab, gitlab-codequality, azure or bitbucket; to a file, or to standard output (repeatable; default: pretty)',
  )
}

/** Where further rules lie. */
export function rulesOption(): Option {
  return listOption(
    '--rules <dir>',
    'a directory with rules of your own, beside the built-in ones (repeatable)',
  )
}

function listOption(flags: string, says: string): Option {
  // With an empty list as its default the help would say `(default: [])`.
  return new Option(flags, says).argParser((value: string, before: readonly string[] = []) => [
    ...before,
    value,
  ])
}

/** A day as it is written on the command line. */
export function readDay(given: string): string {
  const day = new Date(`${given}T00:00:00Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(day.getTime())
  if (isDay && day.toISOString().startsWith(given)) return given
  throw new UserError(`--today: \`${given}\` is no day; write one as \`2026-12-31\``)
}

/** A shard as it is written on the command line. */
export function readShard(given: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(given) ?? []).map(Number)
  if (number >= 1 && number <= of) return { number, of }
  throw new UserError(`--shard: \`${given}\` is no shard; write one as \`2/4\`, the second of four`)
}

/** A number of threads as it is written on the command line. */
export function readThreads(given: string): number {
  const threads = /^\d{1,2}$/.test(given) ? Number(given) : 0
  if (threads >= 1 && threads <= 64) return threads
  throw new UserError(`--threads: \`${given}\` is no number of threads; write one from 1 to 64`)
}

/** A limit as it is written on the command line, beside those before it. */
export function readLimit(given: string, before: GivenLimits = {}): GivenLimits {
  const [, name = '', number = ''] = /^([\w-]+)=(\d{1,12})$/.exec(given) ?? []
  const known = limitNames.find(one => one === name)
  if (!known)
    throw new UserError(
      `--limit: \`${given}\` is none; write one of ${limitNames.join(', ')}, as \`findings=500\``,
    )
  const { least, most, usual } = limitRanges[known]
  if (Number(number) < least || Number(number) > most)
    throw new UserError(
      `--limit: \`${given}\` goes too far; write a number from ${least} to ${most}; ${usual} is usual`,
    )
  return { ...before, [known]: Number(number) }
}

/** What a scan may cost, beside what the configuration says of that. */
export function limitOption(): Option {
  return new Option(
    '--limit <name=number>',
    `what a scan may cost: ${limitNames.join(', ')} (repeatable; default: \`limits\` of the configuration)`,
  ).argParser(readLimit)
}

/** What the exit codes mean, for the help. */
export const exitCodes = `
Exit codes:
  0  nothing that fails the run
  1  a new finding at or above --fail-on, or one whose waiver has ended
  2  wrong usage, configuration or rules
  3  a bug in modelgate`
