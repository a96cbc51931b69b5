import type { Knowledge } from './knowledge'

/** Whether a hazard moves a model, as the rules for it say. */
export function isPromotion({ rules }: Knowledge, hazard: string): boolean {
  return rules.some(rule => rule.sink === hazard && rule.family === 'promotion')
}
