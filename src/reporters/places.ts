import { addTo } from '../base/groups'
import type { Finding } from '../program'
import { primaryRegion } from './region'

const mostPlaces = 3

/** Where the first few of some findings are, and how many more there are. */
export function somePlaces(findings: readonly Finding[], shown: (place: string) => string): string {
  const places = findings
    .slice(0, mostPlaces)
    .map(finding => shown(`${finding.name.file.path}:${primaryRegion(finding).line}`))
  const more = findings.length > mostPlaces ? ` and ${findings.length - mostPlaces} more` : ''
  return `${places.join(', ')}${more}`
}

/** A remedy of a rule, and where there are several of them the findings that it is for. */
export interface Remedy {
  readonly rule: string
  readonly fix: string
  readonly onlyFor: readonly Finding[]
}

/** Each remedy once, however many findings it mends. */
export function remediesOf(findings: readonly Finding[]): readonly Remedy[] {
  const mended = [...groupBy(findings, ({ rule, fix }) => `${rule} ${fix}`).values()]
  const ofRules = groupBy(
    mended.flatMap(([first]) => first ?? []),
    ({ rule }) => rule,
  )
  return mended.flatMap(of =>
    of.slice(0, 1).map(({ rule, fix }) => {
      const isOneOfSeveral = (ofRules.get(rule)?.length ?? 0) > 1
      return { rule, fix, onlyFor: isOneOfSeveral ? of : [] }
    }),
  )
}

/** Findings by what a key says of them, in their order. */
export function groupBy(
  findings: readonly Finding[],
  key: (finding: Finding) => string,
): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) addTo(groups, key(finding), finding)
  return groups
}
