import { type Call, constant, type Value } from '../../program'
import type { GuardRule } from '../../rules/schema'
import { givenFor } from '../arguments'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'
import { artifactOf, keyOf } from './artifacts'

/** Stands, as the subject of a verification, for everything that is loaded afterwards. */
export const everything = '*'

/** The keys of what a call has checked; an empty one where that is the whole run. */
export function subjectsOf(
  linked: Linked,
  call: Call,
  { subject, parameters, listed }: GuardRule,
): readonly string[] {
  if (subject === undefined) return ['']
  if (subject === everything) return [everything]
  if (subject === '()') return [keyOf(linked, { kind: 'result', call }, 0)]
  const given = givenFor(linked, call.arguments, parameters, subject)
  if (given.kind !== 'given') return []
  if (listed) return given.values.flatMap(value => listedIn(linked, value))
  return given.values.map(v => keyOf(linked, artifactOf(linked, v), 0))
}

// `1f3a…  churn.joblib`: a digest, and behind two blanks or a star its file.
function listedIn(linked: Linked, value: Value): readonly string[] {
  const lines = possibleLiterals(linked, value).values.flatMap(text => String(text).split(/\n|\\n/))
  return lines.flatMap(line => {
    const path = /\S+\s+\*?(\S[\s\S]*)$/.exec(line.trimEnd())?.[1]
    return path === undefined || path.includes(hole) ? [] : [keyOf(linked, constant(path), 0)]
  })
}

/** The keys of what a call takes for granted: the files that hold the keys of those who sign. */
export function trustedKeys(
  linked: Linked,
  call: Call,
  { parameters, trusts = [] }: GuardRule,
): readonly string[] {
  return trusts.flatMap(name => {
    const given = givenFor(linked, call.arguments, parameters, name)
    return given.kind === 'given'
      ? given.values.map(value => keyOf(linked, artifactOf(linked, value), 0))
      : []
  })
}
