import { type Call, constant, type Value } from '../../program'
import type { GuardRule } from '../../rules/schema'
import { givenFor } from '../arguments'
import { conditionsHold } from '../cases'
import { guardsFor } from '../declared'
import type { Linked, Named, Referent } from '../linked'
import { displayName } from '../message'
import { hole, possibleLiterals } from '../possible'
import { referentsOf } from '../resolve'
import { artifactOf, keyOf } from './artifacts'
import { readDigestComparison } from './compared'
import type { Engine } from './engine'
import { nothing, type State, stateOf } from './evidence'

/** Stands, as the subject of a verification, for everything that is loaded afterwards. */
export const everything = '*'

/** What the catalogue and the configuration say of a call that ended so: of several entries the first that applies. */
export function namedState(engine: Engine, call: Call, referent: Referent, holds: string): State {
  const { linked } = engine
  const found = guardsFor(linked, referent).find(
    ({ entry }) => !entry.taken && entry.holds === holds && conditionsHold(linked, entry, call.arguments),
  )
  return found ? guardState(linked, call, found) : nothing
}

/** The same for what is taken from the result of a call: `result.issues_count`, `report["summary"]["total_issues"]`. */
export function takenState(engine: Engine, value: Value, outcome: boolean): State {
  const { linked } = engine
  const taken = takenFrom(value)
  if (!taken || taken.path === '') return nothing
  for (const referent of referentsOf(linked, { kind: 'result', call: taken.call })) {
    if (referent.kind !== 'external') continue
    const name = referent.name + taken.path
    const found = guardsFor(linked, { kind: 'external', name }).find(
      ({ entry }) =>
        entry.taken && entry.holds === String(outcome) && conditionsHold(linked, entry, taken.call.arguments),
    )
    if (found) return guardState(linked, taken.call, found)
  }
  return nothing
}

function takenFrom(value: Value, depth = 0): { readonly call: Call; readonly path: string } | null {
  if (value.kind === 'result') return { call: value.call, path: '' }
  if ((value.kind !== 'field' && value.kind !== 'item') || depth > 4) return null
  const of = takenFrom(value.of, depth + 1)
  if (!of) return null
  if (value.kind === 'field') return { ...of, path: `${of.path}.${value.name}` }
  return value.key.kind === 'constant' ? { ...of, path: `${of.path}[${value.key.value}]` } : null
}

function guardState(linked: Linked, call: Call, { name, entry: guard }: Named<GuardRule>): State {
  if (guard.kind === 'comparison') {
    const compared = readDigestComparison(linked, {
      kind: 'operation',
      operator: '==',
      operands: call.arguments.slice(0, 2).map(argument => argument.value),
      span: call.span,
    })
    return compared ? stateOf(compared.evidence) : nothing
  }
  const { kind, strength, softens = false, typed = false } = guard
  const says = `${subjectName(name, guard)}${guard.says}`
  return stateOf(
    subjectsOf(linked, call, guard).map(subject => ({
      kind,
      subject,
      strength,
      span: call.span,
      outcome: null,
      says,
      softens,
      typed,
    })),
  )
}

// The words of pipelines are ours, and not those of the file.
function subjectName(name: string, { namedIn }: GuardRule): string {
  if (namedIn) return `\`${name}\` (named in \`${namedIn}\`) `
  return name.startsWith('pipeline.') ? '' : `\`${displayName(name)}\` `
}

function subjectsOf(
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
