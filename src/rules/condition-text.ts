import type { Case, Matcher, Sink } from './schema'

type Conditions = Sink['if']

/** What has to hold, to be read after "when": `` `stage` names production (stage) and `name` is given ``; nothing where it always does. */
export function conditionText(conditions: Conditions): string {
  return Object.entries(conditions ?? {})
    .map(([name, matcher]) => `${code(name)} ${matcherText(matcher)}`)
    .join(' and ')
}

/** What has to hold for a case, its versions among it. */
export function caseText(one: Case): string {
  const pinned = one.pinned === undefined ? '' : `pinned to ${code(one.pinned)}`
  return [conditionText(one.if), pinned].filter(text => text !== '').join(' and ')
}

/** Names as they are written in code, one below the other in a table. */
export function names(all: readonly string[]): string {
  return all.map(code).join('<br>')
}

/** Text as it is written in code, which may stand in a table. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}

/** A table; no row, no table. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell || ' ').join(' | ')} |`
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n')
}

function matcherText(matcher: Matcher): string {
  if (typeof matcher !== 'object' || matcher === null) return `is ${code(literal(matcher))}`
  if ('given' in matcher) return matcher.given ? 'is given' : 'is not given'
  if ('target' in matcher) return `names production (${matcher.target})`
  if ('elsewhere' in matcher) return `names another target than production (${matcher.elsewhere})`
  if ('mentions' in matcher) return `mentions one of the words of \`${matcher.mentions}\``
  if ('unless-elsewhere' in matcher) return `may name production (${matcher['unless-elsewhere']})`
  if ('one-of' in matcher) return `is one of ${matcher['one-of'].map(one => code(literal(one))).join(', ')}`
  if ('between' in matcher) return `is ${matcher.between.join(' to ')}`
  if ('resolves' in matcher) return `is ${matcher.resolves.map(code).join(' or ')}`
  if ('suffix' in matcher) return `ends in ${matcher.suffix.map(code).join(' or ')}`
  if ('empty' in matcher) return matcher.empty ? 'is empty' : 'is not empty'
  if ('tracked' in matcher)
    return matcher.tracked ? 'is a file of the repository' : 'is no file of the repository'
  if ('whole' in matcher)
    return matcher.whole ? 'may be all members of an archive' : 'is a part of an archive'
  if ('fresh' in matcher) return matcher.fresh ? 'is new in each run' : 'may be the same in each run'
  return `matches ${code(matcher.matches)}`
}

// As Python writes it.
function literal(value: string | number | boolean | null): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? `"${value}"` : String(value)
}
