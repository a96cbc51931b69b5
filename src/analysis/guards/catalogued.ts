import type { Call, Value } from '../../program'
import type { GuardRule } from '../../rules/schema'
import { conditionsHold } from '../cases'
import { guardsFor } from '../declared'
import type { Linked, Named, Referent } from '../linked'
import { displayName } from '../message'
import { referentsOf } from '../resolve'
import { isFetchedUnsigned, readDigestComparison } from './compared'
import type { Engine } from './engine'
import { nothing, type State, stateOf } from './evidence'
import { subjectsOf, trustedKeys } from './subjects'

export { everything } from './subjects'

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
  const { kind, softens = false, typed = false } = guard
  const trusted = trustedKeys(linked, call, guard).some(key => isFetchedUnsigned(linked, key))
  const strength = trusted && guard.strength !== 'void' ? 'weak' : guard.strength
  const says = `${subjectName(name, guard)}${guard.says}${trusted ? ', by a key that comes over the network as well' : ''}`
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
