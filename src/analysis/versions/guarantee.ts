import { compare, parse as parseVersion, satisfies } from '@renovatebot/pep440'
import { parse } from '@renovatebot/pep440/lib/specifier'

/** Whether every version that is allowed meets what is wanted (`yes`), none does (`no`), or some may not (`maybe`). */
export function guarantees(allowed: string, wanted: string): 'yes' | 'no' | 'maybe' {
  const exact = exactVersion(allowed)
  if (exact !== null) return satisfies(exact, wanted, { prereleases: true }) ? 'yes' : 'no'
  const have = intervalOf(allowed)
  const want = intervalOf(wanted)
  if (!have || !want) return 'maybe'
  if (isBelow(have.high, want.low) || isBelow(want.high, have.low)) return 'no'
  const inside = reachesNoLower(have.low, want.low) && reachesNoHigher(have.high, want.high)
  return inside && !want.gaps ? 'yes' : 'maybe'
}

/** The one version that a specifier allows; `null` where there may be others. */
export function exactVersion(range: string): string | null {
  const found = /(?:^|,)\s*={2,3}\s*([^,*\s]+)\s*(?=,|$)/.exec(range)?.[1]
  return found !== undefined && parseVersion(found) ? found : null
}

/** Which of two specifiers allows the older versions: negative for the first. */
export function byOldest(a: string, b: string): number {
  const [one, other] = [a, b].map(range => intervalOf(range)?.low ?? null)
  if (!one || !other) return Number(one !== null) - Number(other !== null)
  return compare(one.version, other.version)
}

interface End {
  readonly version: string
  readonly included: boolean
}

interface Interval {
  readonly low: End | null
  readonly high: End | null
  /** Whether some versions between the ends are left out. */
  readonly gaps: boolean
}

function intervalOf(range: string): Interval | null {
  const parts = range.trim() === '' ? [] : parse(range)
  if (!parts) return null
  let whole: Interval = { low: null, high: null, gaps: false }
  for (const { operator, version, prefix } of parts) {
    const part = version === undefined ? null : partOf(operator, version, prefix !== undefined)
    if (!part) return null
    whole = {
      low: higher(whole.low, part.low),
      high: lower(whole.high, part.high),
      gaps: whole.gaps || part.gaps,
    }
  }
  return whole
}

function partOf(operator: string, version: string, prefix: boolean): Interval | null {
  const end = { version, included: true }
  const open = { version, included: false }
  switch (operator) {
    case '>=':
      return { low: end, high: null, gaps: false }
    case '>':
      return { low: open, high: null, gaps: false }
    case '<=':
      return { low: null, high: end, gaps: false }
    case '<':
      return { low: null, high: open, gaps: false }
    case '~=':
      return { low: end, high: behind(version, -1), gaps: false }
    case '!=':
      return { low: null, high: null, gaps: true }
    case '==':
    case '===':
      return { low: end, high: prefix ? behind(version, 0) : end, gaps: false }
    default:
      return null
  }
}

// The first version that does not begin so: `2.6` for `2.5.*`, and for `2.5.1` without its last part.
function behind(version: string, cut: 0 | -1): End | null {
  const parsed = parseVersion(version)
  if (!parsed) return null
  const release = cut === 0 ? parsed.release : parsed.release.slice(0, cut)
  const next = release.map((part, i) => (i === release.length - 1 ? part + 1 : part))
  const epoch = parsed.epoch === 0 ? '' : `${parsed.epoch}!`
  return { version: `${epoch}${next.join('.')}`, included: false }
}

function higher(a: End | null, b: End | null): End | null {
  if (!a || !b) return a ?? b
  const order = compare(a.version, b.version)
  return order > 0 || (order === 0 && !a.included) ? a : b
}

function lower(a: End | null, b: End | null): End | null {
  if (!a || !b) return a ?? b
  const order = compare(a.version, b.version)
  return order < 0 || (order === 0 && !a.included) ? a : b
}

function isBelow(high: End | null, low: End | null): boolean {
  if (!high || !low) return false
  const order = compare(high.version, low.version)
  return order < 0 || (order === 0 && !(high.included && low.included))
}

function reachesNoLower(have: End | null, want: End | null): boolean {
  if (!want) return true
  const order = have ? compare(have.version, want.version) : -1
  return order > 0 || (order === 0 && (want.included || have?.included === false))
}

function reachesNoHigher(have: End | null, want: End | null): boolean {
  if (!want) return true
  const order = have ? compare(have.version, want.version) : 1
  return order < 0 || (order === 0 && (want.included || have?.included === false))
}
