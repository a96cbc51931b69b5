import type { Value } from '../program'
import { hasBase } from './defaults'
import { classValues } from './holders'
import type { Linked } from './linked'
import { referentsOf } from './resolve'

/** What a member of an enumeration is called: `PRODUCTION` for `Stage.PRODUCTION`; `null` for anything else. */
export function memberName(linked: Linked, value: Value): string | null {
  if (value.kind !== 'field') return null
  const { of, name } = value
  const isMember = referentsOf(linked, of).some(
    owner =>
      owner.kind === 'class' &&
      hasBase(linked, owner.name, name => /^enum\.\w+$/.test(name)) &&
      classValues(linked, owner.name, name).length > 0,
  )
  return isMember ? name : null
}
