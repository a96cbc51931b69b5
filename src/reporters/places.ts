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

/** Findings by what a key says of them, in their order. */
export function groupBy(
  findings: readonly Finding[],
  key: (finding: Finding) => string,
): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(key(finding))
    if (group) group.push(finding)
    else groups.set(key(finding), [finding])
  }
  return groups
}
