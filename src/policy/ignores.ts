import { lineOf } from '../base/lines'
import { nearest } from '../base/nearest'
import type { Finding, Notice, Remark, SuppressedFinding } from '../program'

/** An exception beside the code, read. */
interface Ignore {
  readonly remark: Remark
  readonly rules: readonly string[]
  readonly reason: string
}

/** What comments have made of the findings. */
export interface AfterIgnores<F extends Finding = Finding> {
  readonly suppressed: (F & SuppressedFinding)[]
  readonly notices: Notice[]
}

/**
 * Takes out the findings that a comment `modelgate: ignore[rule] reason` stands at. `whole` says whether all of the
 * repository was scanned: only then a comment that nothing needs is news.
 */
export function applyIgnores<F extends Finding>(
  findings: readonly F[],
  remarks: readonly Remark[],
  ruleIds: readonly string[],
  whole: boolean,
): AfterIgnores<F> {
  const read = remarks.map(remark => readIgnore(remark, ruleIds))
  const ignores = read.flatMap(({ ignore }) => (ignore ? [ignore] : []))
  const used = new Set<string>()
  const suppressed = findings.flatMap(finding => {
    const by = ignores.filter(ignore => covers(ignore, finding))
    for (const ignore of by) used.add(useOf(ignore, finding.rule))
    const [first] = by
    return first ? [{ ...finding, suppressed: suppressionBy(first) }] : []
  })
  const unused = whole ? ignores.flatMap(ignore => unusedIn(ignore, used)) : []
  return { suppressed, notices: [...read.flatMap(({ notices }) => notices), ...unused] }
}

const form = '`modelgate: ignore[rule] reason`'

function readIgnore(
  remark: Remark,
  ruleIds: readonly string[],
): { ignore: Ignore | null; notices: readonly Notice[] } {
  const notices: Notice[] = []
  const tell = (says: string): unknown => remark.sketch || notices.push(noticeAt(remark, says))
  const [, word = '', list, rest = ''] = /^([\w-]+)\s*(?:\[([^\]]*)\])?(.*)$/.exec(remark.text) ?? []
  if (word !== 'ignore') {
    if (list !== undefined || nearest(word, ['ignore']) !== null)
      tell(`\`${word}\` is no word that Modelgate knows; write ${form}.`)
    return { ignore: null, notices }
  }
  const names = (list ?? '').split(',').flatMap(name => name.trim() || [])
  const rules = names.filter(name => ruleIds.includes(name))
  const reason = rest.replace(/^[\s:,–—-]+/, '').trim()
  if (names.length === 0) tell(`This exception names no rule and ignores nothing; write ${form}.`)
  else if (!/[\p{L}\p{N}]/u.test(reason))
    tell(
      `This exception gives no reason and ignores nothing; write why behind \`ignore[${names.join(', ')}]\`.`,
    )
  else {
    for (const name of names.filter(one => !ruleIds.includes(one))) tell(unknownRule(name, ruleIds))
    return { ignore: rules.length > 0 ? { remark, rules, reason } : null, notices }
  }
  return { ignore: null, notices }
}

function unknownRule(name: string, ruleIds: readonly string[]): string {
  const guess = nearest(name, ruleIds)
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  return `\`${shown}\` is no rule, so this exception ignores nothing of it; ${guess ? `write \`${guess}\`` : '`modelgate rules` lists them'}.`
}

function covers({ remark, rules }: Ignore, { rule, name }: Finding): boolean {
  return (
    rules.includes(rule) &&
    remark.covers.some(
      ({ file, start, end }) => file.path === name.file.path && start <= name.start && name.start < end,
    )
  )
}

function suppressionBy({ remark, reason }: Ignore): SuppressedFinding['suppressed'] {
  const { path, line } = placeOf(remark)
  return { kind: 'ignore', reason, owner: null, expires: null, path, line }
}

function useOf({ remark }: Ignore, rule: string): string {
  return `${remark.span.file.path}:${remark.span.start} ${rule}`
}

function unusedIn(ignore: Ignore, used: ReadonlySet<string>): Notice[] {
  const unused = ignore.rules.filter(rule => !used.has(useOf(ignore, rule)))
  if (unused.length === 0 || ignore.remark.sketch) return []
  const names = unused.map(rule => `\`${rule}\``).join(', ')
  const says = `No finding of ${names} stands here, so this exception is not used; remove it, or move it to the line of the finding.`
  return [noticeAt(ignore.remark, says)]
}

function noticeAt(remark: Remark, message: string): Notice {
  return { ...placeOf(remark), kind: 'exception', message }
}

function placeOf({ span }: Remark): { path: string; line: number } {
  return { path: span.file.path, line: lineOf(span.file.text, span.start).line }
}
