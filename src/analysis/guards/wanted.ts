import type { Value } from '../../program'
import { boundTo } from '../bindings'
import type { Linked, Referent } from '../linked'
import { itemsOf, referentsOf } from '../resolve'
import { isChanged } from './filled'

/** How a value has to turn out: true or false, among these literals and members or not, or somehow: a call came back. */
export type Wanted =
  | { readonly kind: 'any' }
  | { readonly kind: 'truth'; readonly is: boolean }
  | { readonly kind: 'among'; readonly names: readonly string[]; readonly is: boolean }

const deepest = 6
const truths = new Set(['true', 'false'])

export const anything: Wanted = { kind: 'any' }

export function truth(is: boolean): Wanted {
  return { kind: 'truth', is }
}

/** Among these and no others; a comparison with `True` asks the same as the value itself. */
export function among(names: readonly string[], is: boolean): Wanted {
  const [only, second] = names
  if (only !== undefined && second === undefined && truths.has(only)) return truth((only === 'true') === is)
  // What is 0 is false; what is not 0 may be nothing at all.
  if (only === '0' && second === undefined && is) return truth(false)
  return { kind: 'among', names, is }
}

/** A text for it, the same for equal ones. */
export function textOf(wanted: Wanted): string {
  if (wanted.kind === 'any') return 'any'
  return wanted.kind === 'truth' ? String(wanted.is) : `${wanted.is ? '' : 'not '}${wanted.names.join('|')}`
}

/** Whether a literal may turn out as wanted. */
export function fits(literal: string | number | boolean | null, wanted: Wanted): boolean {
  if (wanted.kind === 'any') return true
  if (wanted.kind === 'truth')
    return (literal !== null && literal !== false && literal !== 0 && literal !== '') === wanted.is
  if (wanted.names.includes(JSON.stringify(literal))) return wanted.is
  // What a library's name stands for is not known, but it is something.
  return !wanted.is || (literal !== null && wanted.names.some(isForeign))
}

/** Whether a value that has names turns out as wanted; `null` where it has none. */
export function namedFits(linked: Linked, value: Value, wanted: Wanted): boolean | null {
  if (wanted.kind !== 'among') return null
  const names = namesOf(linked, value)
  if (!names || names.some(isForeign) || wanted.names.some(isForeign)) return null
  return names.some(name => wanted.names.includes(name)) === wanted.is
}

const foreign = 'library '

/** Whether a name is one of a library: what it stands for, or has in it, is not known. */
export function isForeign(name: string): boolean {
  return name.startsWith(foreign)
}

/** What a value is called in comparisons: the text of a literal, the member of a class and its value. */
export function namesOf(linked: Linked, value: Value, depth = 0): readonly string[] | null {
  if (depth > deepest) return null
  const each = (values: readonly Value[]): readonly string[] | null => {
    const names = values.map(v => namesOf(linked, v, depth + 1))
    return names.length === 0 || names.includes(null) ? null : names.flatMap(n => n ?? [])
  }
  switch (value.kind) {
    case 'constant':
      return [JSON.stringify(value.value)]
    case 'mix':
      return each(value.of)
    case 'collection':
      return value.each === undefined && !isChanged(linked, value) ? each(value.items) : null
    case 'variable': {
      const bound = boundTo(linked, value)
      return bound.length === 1 ? each(bound) : null
    }
    case 'field':
      if (value.name === 'value' || value.name === 'name') {
        const member = namesOf(linked, value.of, depth + 1)
        if (member) return member
      }
      return memberNames(linked, value.of, value.name, depth)
    case 'name': {
      const dot = value.name.lastIndexOf('.')
      const of: Value = dot < 0 ? { kind: 'unknown' } : { ...value, name: value.name.slice(0, dot) }
      return memberNames(linked, of, value.name.slice(dot + 1), depth)
    }
    case 'item':
      return each(itemsOf(value.of, value.key) ?? [])
    default:
      return null
  }
}

// `Decision.PROMOTE`, and the constant of a module, here or in another one.
function memberNames(linked: Linked, of: Value, name: string, depth: number): readonly string[] | null {
  const names = referentsOf(linked, of).flatMap((referent): readonly string[] => {
    if (referent.kind === 'external') return [`${foreign}${referent.name}.${name}`]
    const holder = holderOf(referent)
    const [only, second] = boundTo(linked, { unit: holder, name })
    if (!only || second) return []
    const own = referent.kind === 'class' ? [`${holder}.${name}`] : []
    return [...own, ...(namesOf(linked, only, depth + 1) ?? [])]
  })
  return names.length > 0 ? names : null
}

function holderOf(referent: Referent): string {
  if (referent.kind === 'module') return referent.path
  return referent.kind === 'class' ? referent.name : ''
}
