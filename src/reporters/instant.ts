import type { FormatOptions } from './format'

// No report depends on a clock, so that the same tree gives the same bytes. Formats that must name a time get that of the
// commit where it is known, and this one where it is not.
const unknown = '1970-01-01T00:00:00'

/** The time for formats that must name one, in UTC and without a zone, as GitLab and JUnit want it. */
export function instantOf({ committed }: FormatOptions): string {
  return committed ? committed.toISOString().slice(0, 19) : unknown
}
