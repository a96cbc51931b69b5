import type { Environments, Value } from '../../program'
import type { Asked } from '../pipelines/pipeline'

/** What the settings of an environment ask for most; `null` where they are not known. */
export function askedBy(environments: Environments | undefined, name: Value): Asked | null {
  const plain = plainName(name)
  const settings = plain === null ? undefined : environments?.get(plain)
  if (!settings) return null
  if (!settings.exists) return 'missing'
  if (settings.reviewers > 0) return settings.preventSelfReview ? 'other-reviewer' : 'reviewer'
  if (settings.programs > 0) return 'program'
  if (settings.branches) return 'branch'
  return settings.minutes > 0 ? 'time' : 'nothing'
}

/** A name that the file itself says; `null` for what is known only when it runs. */
export function plainName(name: Value): string | null {
  return name.kind === 'constant' && typeof name.value === 'string' && name.value !== '' ? name.value : null
}
