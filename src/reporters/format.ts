import type { Report } from '../program'

export interface FormatOptions {
  /** Terminal colours, in the formats for people. */
  readonly colours?: boolean
  /** Columns of the terminal, in the formats for people. */
  readonly width?: number
  /** Whether to list what is guarded, in the formats for people. */
  readonly showGuarded?: boolean
  /** Whether to list what comments and waivers take out of the report, in the formats for people. */
  readonly showSuppressed?: boolean
  /** What to call this analysis among others of the same commit, in SARIF: `modelgate/` where absent. */
  readonly category?: string
  /** When the scanned commit was made, for formats that must name a time. */
  readonly committed?: Date | undefined
}

/** A report as text, with a line end at its end. */
export type Format = (report: Report, options?: FormatOptions) => string
