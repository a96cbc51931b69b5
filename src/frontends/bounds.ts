/** How much one file may ask for: a configuration may set it. What goes beyond is a notice. */
export interface Bounds {
  /** How deep code and values may be nested. What reads them may have a lower bound of its own. */
  readonly depth: number
  /** How many values of a YAML file are looked at, those that its aliases repeat among them. */
  readonly yamlValues: number
}

/** What holds where nobody says otherwise. */
export const usualBounds: Bounds = { depth: 400, yamlValues: 300_000 }

// Reading comes to its end before anything else runs, and what is bounded lies far below whoever knows the configuration.
let current = usualBounds

/** Reads within other bounds. */
export function withBounds<T>(bounds: Bounds, read: () => T): T {
  const before = current
  current = bounds
  try {
    return read()
  } finally {
    current = before
  }
}

/** The bounds of what is read now. */
export function boundsNow(): Bounds {
  return current
}

/** How deep a reader goes that itself can go so deep. */
export function depthWithin(own: number): number {
  return Math.min(own, current.depth)
}

/** Whether these are what others have read within, too. */
export function areUsual({ depth, yamlValues }: Bounds): boolean {
  return depth === usualBounds.depth && yamlValues === usualBounds.yamlValues
}
