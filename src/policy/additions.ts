import { lineOf, lineSpan } from '../base/lines'
import { byCodeUnits } from '../base/order'
import type {
  BaselineState,
  Finding,
  GuardedSite,
  GuardVerdict,
  Keyed,
  Level,
  RuleText,
  Span,
} from '../program'
import type { Configuration } from './settings'
import { reaches, withLevels } from './verdict'
import { weakened } from './weakened'

/** What one scan has found, as far as two scans are compared. */
export interface Found {
  readonly findings: readonly Keyed<Finding>[]
  readonly guarded: readonly Keyed<GuardedSite>[]
}

/** A finding with how it stands to the base. */
export interface Addition {
  readonly finding: Keyed<Finding>
  readonly state: BaselineState
}

/**
 * Says of each finding, in their order, whether the base has it too: the same call, written in the same way in a unit of
 * the same name, at the same level or a higher one. Of a new one it says what the base had in front of it.
 */
export function compare(
  head: Found,
  base: Found,
  rules: readonly RuleText[],
  wanted: Configuration['rules'],
): Addition[] {
  const laxer = withLevels(weakened(head, base, rules), rules, wanted)
  const additions = laxer.map((finding): Addition => ({ finding, state: 'new' }))
  return [...against(head, base), ...additions].sort(byPlace)
}

function against(head: Found, base: Found): Addition[] {
  const counterparts = pair(head.findings, base.findings)
  const gone = without(base.guarded, head.guarded)
  const guarded = groups(gone, site => site.key)
  const nearby = groups(gone, placeOf)
  return head.findings.map(finding => {
    const before = counterparts.get(finding) ?? null
    if (before && reaches(before.level, finding.level))
      return { finding, state: isUnchanged(finding, before) ? 'unchanged' : 'updated' }
    const stood = guarded.get(finding.key)?.shift() ?? nearby.get(placeOf(finding))?.[0] ?? null
    return { finding: { ...finding, message: told(finding, before ?? stood, before) }, state: 'new' }
  })
}

const levels = ['note', 'warning', 'error'] as const

// A copy of old code is new, and the code it was copied from is not: so whoever has stayed where it was goes first.
const rounds = [
  { inPlace: true, raised: false },
  { inPlace: false, raised: false },
  { inPlace: true, raised: true },
  { inPlace: false, raised: true },
] as const

/** Each finding with the one that it was on the base; none stands for two. */
function pair(
  head: readonly Keyed<Finding>[],
  base: readonly Keyed<Finding>[],
): ReadonlyMap<Finding, Finding> {
  const pairs = new Map<Finding, Finding>()
  const taken = new Set<Finding>()
  for (const { inPlace, raised } of rounds) {
    const name = (finding: Keyed<Finding>, level: Level) =>
      [finding.key, inPlace ? pathOf(finding) : '', level].join('\n')
    const free = groups(
      base.filter(finding => !taken.has(finding)),
      finding => name(finding, finding.level),
    )
    for (const finding of head) {
      if (pairs.has(finding)) continue
      const fitting = levels.filter(level => reaches(level, finding.level) !== raised)
      const before = fitting
        .map(level => free.get(name(finding, level)))
        .find(some => some?.length)
        ?.shift()
      if (!before) continue
      pairs.set(finding, before)
      taken.add(before)
    }
  }
  return pairs
}

/** The sites that are not guarded any more. */
function without(
  base: readonly Keyed<GuardedSite>[],
  head: readonly Keyed<GuardedSite>[],
): readonly Keyed<GuardedSite>[] {
  const still = groups(head, site => site.key)
  return base.filter(site => still.get(site.key)?.pop() === undefined)
}

function groups<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const group = found.get(key(one))
    if (group) group.push(one)
    else found.set(key(one), [one])
  }
  return found
}

function isUnchanged(finding: Finding, before: Finding): boolean {
  return pathOf(finding) === pathOf(before) && finding.level === before.level
}

function told(finding: Finding, before: Finding | GuardedSite | null, lower: Finding | null): string {
  const held = before?.guards.filter(({ strength }) => strength !== 'void') ?? []
  const stood = held.filter(guard => !standsStill(guard, finding)).slice(0, mostGuards)
  const guards = stood.map(guard => `${written(guard.span)} stood in front of it`)
  const level = lower ? [`it was a ${lower.level}`] : []
  const parts = [...guards, ...level]
  return parts.length === 0 ? finding.message : `${finding.message} On the base, ${parts.join(', and ')}.`
}

const mostGuards = 2

// What proves as much as before is not what has changed.
function standsStill(guard: GuardVerdict, { guards }: Finding): boolean {
  return guards.some(
    now =>
      now.kind === guard.kind && now.strength === guard.strength && textAt(now.span) === textAt(guard.span),
  )
}

function written(span: Span): string {
  const text = textAt(span)
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text
  const place = `${span.file.path}:${lineOf(span.file.text, span.start).line}`
  return `\`${shown.replaceAll('`', "'")}\` (\`${place.replaceAll('`', "'")}\`)`
}

const longest = 80

function textAt({ file, start }: Span): string {
  const line = lineSpan(file.text, lineOf(file.text, start).line)
  return file.text.slice(line.start, line.end).trim()
}

/** A call of one kind in one unit, however it is written. */
function placeOf({ rule, within, name }: Pick<Finding, 'rule' | 'within' | 'name'>): string {
  return [rule, name.file.path, within, name.file.text.slice(name.start, name.end)].join('\n')
}

function pathOf({ name }: Finding): string {
  return name.file.path
}

function byPlace({ finding: a }: Addition, { finding: b }: Addition): number {
  return byCodeUnits(pathOf(a), pathOf(b)) || a.name.start - b.name.start || byCodeUnits(a.rule, b.rule)
}
