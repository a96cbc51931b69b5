import type { Operator } from '../../program'

/** What a comparison asks where it asks whether something is something else. */
export interface Sameness {
  /** Whether it is one of several. */
  readonly among: boolean
  /** Whether it holds where they are the same. */
  readonly positive: boolean
}

/** Whether two things are the same, or one is among others; `null` where an operator asks for neither. */
export function samenessAsked(operator: Operator): Sameness | null {
  switch (operator) {
    case '==':
    case 'is':
      return { among: false, positive: true }
    case '!=':
    case 'is not':
      return { among: false, positive: false }
    case 'in':
      return { among: true, positive: true }
    case 'not in':
      return { among: true, positive: false }
    default:
      return null
  }
}
