import type { Call, Operation, Unit, Value } from '../../program'
import { isArchive, listing } from '../archives'
import type { Linked } from '../linked'
import { libraryNames } from '../resolve'
import { artifactOf, keyOf } from './artifacts'
import { conditionOn, mentionsParameter } from './conditions'
import type { Engine, Flow } from './engine'
import { type Evidence, nothing, type State, stateOf } from './evidence'
import { partsOf } from './parts'
import { truth } from './wanted'

/** The key of what is in an archive: to have looked at the members is not to have verified the file. */
export function keyOfMembers(linked: Linked, archive: Value): string {
  return keyOf(linked, { kind: 'field', of: artifactOf(linked, archive), name: 'members' }, 0)
}

/** What a test of where a member of an archive would go establishes where it turned out so. */
export function containment(linked: Linked, unit: Unit | null, value: Value, outcome: boolean): State {
  const tested = read(linked, value)
  if (tested?.accepts !== outcome) return nothing
  const archive = archiveIn(linked, tested.path)
  const span = value.kind === 'operation' ? value.span : value.kind === 'result' ? value.call.span : null
  if (!archive || !span) return nothing
  const complete = tested.resolved && unit !== null && asksForLinks(linked, unit)
  const evidence: Evidence = {
    kind: 'verification',
    subject: keyOfMembers(linked, archive),
    strength: complete ? 'strong' : tested.resolved ? 'medium' : 'weak',
    span,
    outcome: null,
    says: `where its members go is compared${complete ? '' : tested.resolved ? ', links in it apart' : ', by their names alone'}`,
  }
  return stateOf([evidence])
}

// Whether a value asks where a path leads.
function asksWhere(linked: Linked, value: Value): boolean {
  return read(linked, value)?.resolved === true
}

/** Methods that ask where a path leads; `relative_to` raises where it leads elsewhere. */
export const asking = /^(startswith|is_relative_to|relative_to)$/

/** Where a member of an archive would go, here or where this function is called. */
export function askInside(engine: Engine, flow: Flow | null, call: Call, outcome: boolean): State {
  const value: Value = { kind: 'result', call }
  const state = containment(engine.linked, flow?.unit ?? null, value, outcome)
  if (!flow || state === null || state.size > 0 || !asksWhere(engine.linked, value)) return state
  if (!mentionsParameter(engine, value, flow.unit)) return state
  return conditionOn(engine, flow.unit, value, [], truth(outcome), call.span)
}

interface Tested {
  readonly path: Value
  readonly accepts: boolean
  /** Whether `..` has been worked out of the path that is compared. */
  readonly resolved: boolean
}

function read(linked: Linked, value: Value): Tested | null {
  if (value.kind === 'operation') return readOperation(linked, value)
  if (value.kind !== 'result' || value.call.callee.kind !== 'field') return null
  const { of, name } = value.call.callee
  const inside = asking.test(name) && isResolved(linked, of)
  return inside ? { path: of, accepts: true, resolved: true } : null
}

function readOperation(linked: Linked, { operator, operands }: Operation): Tested | null {
  const [left, right] = operands
  if (!left || !right || !/^(==|!=|in|not in)$/.test(operator)) return null
  const positive = operator === '==' || operator === 'in'
  if (operator.endsWith('in')) {
    // `Path(target) in path.parents`, and `".." in member.name`.
    if (right.kind === 'field' && right.name === 'parents' && isResolved(linked, right.of))
      return { path: right.of, accepts: positive, resolved: true }
    const climbs = left.kind === 'constant' && left.value === '..'
    return climbs ? { path: right, accepts: !positive, resolved: false } : null
  }
  const path = [left, right].find(side => isResolved(linked, side) && archiveIn(linked, side) !== null)
  return path ? { path, accepts: positive, resolved: true } : null
}

function isResolved(linked: Linked, value: Value): boolean {
  return partsOf(value).some(part => {
    if (part.kind !== 'result') return false
    if (part.call.callee.kind === 'field' && part.call.callee.name === 'resolve') return true
    return libraryNames(linked, part.call.callee).some(name =>
      /^os\.path\.(realpath|abspath|normpath)$/.test(name),
    )
  })
}

// The archive from which a member was drawn that a path is made of.
function archiveIn(linked: Linked, path: Value): Value | null {
  for (const part of partsOf(path)) {
    if (part.kind === 'result' && part.call.callee.kind === 'field' && listing.test(part.call.callee.name))
      return part.call.callee.of
    if (part.kind === 'item' && part.key.kind === 'unknown' && isArchive(linked, part.of)) return part.of
  }
  return null
}

// A link inside may lead out, and what comes behind it is written through it.
function asksForLinks(linked: Linked, unit: Unit): boolean {
  return unit.blocks.some(({ facts }) => {
    const last = facts.at(-1)
    if (last?.kind !== 'test') return false
    return partsOf(last.value).some(
      part =>
        part.kind === 'field' &&
        /^(issym|islnk|isreg|isfile)$/.test(part.name) &&
        archiveIn(linked, part.of) !== null,
    )
  })
}
