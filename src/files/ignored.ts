import ignore, { type Ignore } from 'ignore'
import { UserError } from '../base/user-error'
import { decode } from './decode'
import type { Ground } from './ground'

/** The ignore files that hold in a folder: the innermost first. Every folder is absolute and ends in a slash. */
export interface IgnoreRules {
  readonly folder: string
  readonly matcher: Ignore
  readonly outer: IgnoreRules | null
}

/** Where a pattern or a file of patterns was left out, so that more is scanned than was asked for. */
export type Complain = (ignoreFile: string, line: number, says: string) => void

/** How ignore files are read, and whom to tell where that fails. */
export interface RuleReading {
  readonly open: Ground['open']
  readonly complain: Complain
}

/** Reads what a folder adds to the rules: its `.gitignore`, and at the top of a work tree `.git/info/exclude`. */
export function rulesInside(
  outer: IgnoreRules | null,
  folder: string,
  entries: readonly string[],
  { open, complain }: RuleReading,
): IgnoreRules | null {
  const take = (around: IgnoreRules | null, name: string) =>
    withFile(around, folder, name, { open, complain })
  // A work tree within another one, a submodule, has rules of its own.
  const around = entries.includes('.git') ? take(null, '.git/info/exclude') : outer
  return entries.includes('.gitignore') ? take(around, '.gitignore') : around
}

/** Whether patterns of the ignore files match a path; the innermost one that speaks decides. */
export function isIgnored(rules: IgnoreRules | null, path: string): boolean {
  for (let layer = rules; layer; layer = layer.outer) {
    const { ignored, unignored } = layer.matcher.test(path.slice(layer.folder.length))
    if (ignored || unignored) return ignored
  }
  return false
}

/** The rules for what lies in a folder that is scanned although some of them leave it out. Those fall away. */
export function rulesFor(rules: IgnoreRules | null, folder: string): IgnoreRules | null {
  if (!rules) return null
  const outer = rulesFor(rules.outer, folder)
  const below = folder.slice(rules.folder.length)
  if (below !== '' && rules.matcher.test(below).ignored) return outer
  return outer === rules.outer ? rules : { ...rules, outer }
}

/** The ignore patterns of the configuration, as one matcher. */
export function configuredRules(patterns: readonly string[]): Pick<Ignore, 'test'> {
  // A matcher remembers every path that it was asked for.
  if (patterns.length === 0) return { test: () => ({ ignored: false, unignored: false }) }
  const costly = patterns.find(isCostly)
  if (costly) throw new UserError(`ignore: \`${costly}\` has more than three \`**\`; write it with fewer`)
  return matcher().add(patterns)
}

const mostBytes = 100_000

function withFile(
  outer: IgnoreRules | null,
  folder: string,
  name: string,
  { open, complain }: RuleReading,
): IgnoreRules | null {
  const opened = open(folder + name, mostBytes)
  if ('bytes' in opened) {
    const lines = decode(opened.bytes).text.split(/\r?\n/)
    const cheap = lines.filter((line, at) => !isCostly(line) || complain(folder + name, at + 1, tooCostly))
    return { folder, matcher: matcher().add(cheap), outer }
  }
  // In a submodule or a linked work tree `.git` is a file, and the rules of that repository lie elsewhere.
  if (name === '.gitignore') complain(folder + name, 0, `${opened.says} Its patterns do not hold.`)
  return outer
}

const tooCostly = 'The pattern has more than three `**` and does not hold.'

// The time to try a pattern on a path grows with the path's depth to the power of the number of `**`.
function isCostly(pattern: string): boolean {
  return pattern.split('**').length > 4
}

function matcher(): Ignore {
  return ignore({ ignorecase: false })
}
