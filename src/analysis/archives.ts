import type { Call, Unit, Value } from '../program'
import { boundTo, givenBack } from './bindings'
import { argumentsFor } from './callers'
import { partsOf } from './guards/parts'
import { waysOf } from './guards/settled'
import type { Linked } from './linked'
import { pairedItems } from './origins/items'
import { possibleLiterals } from './possible'
import { libraryNames, unitsNamed } from './resolve'
import { copies } from './texts'

/** Calls that list what is in an archive. */
export const listing = /^(getmembers|infolist|getnames|namelist)$/

const opening = /^tarfile\.(open|TarFile|TarFile\.open|TarFile\(\))$/

/** Whether a value is an archive that has been opened, which lists its members by itself. */
export function isArchive(linked: Linked, value: Value): boolean {
  return value.kind === 'result' && libraryNames(linked, value.call.callee).some(name => opening.test(name))
}

const deepest = 4
const mostAsked = 60

/**
 * Whether members that are handed over to be unpacked may be all that an archive holds: its own list, `None`, or what a
 * function gives that asks nothing of any of them. What somebody else computes is taken for a choice.
 */
export function mayBeWhole(linked: Linked, value: Value): boolean {
  const { values } = possibleLiterals(linked, value)
  return values.includes(null) || isWhole(linked, value, 0, { left: mostAsked })
}

interface Asked {
  left: number
}

function isWhole(linked: Linked, value: Value, depth: number, asked: Asked): boolean {
  asked.left -= 1
  if (depth > deepest || asked.left < 0) return false
  const some = (ways: readonly Value[]): boolean => ways.some(way => isWhole(linked, way, depth + 1, asked))
  switch (value.kind) {
    case 'mix':
      return some(waysOf(value))
    case 'variable':
      return some(boundTo(linked, value))
    case 'parameter': {
      const unit = linked.program.units.get(value.unit)
      return unit !== undefined && some(argumentsFor(linked, unit, value.index))
    }
    case 'result':
      return isArchive(linked, value) || isWholeResult(linked, value.call, some)
    default:
      return false
  }
}

function isWholeResult(
  linked: Linked,
  { callee, arguments: args }: Call,
  some: (ways: readonly Value[]) => boolean,
): boolean {
  if (callee.kind === 'field' && listing.test(callee.name)) return true
  const [first] = args
  const passes = libraryNames(linked, callee).some(
    name => copies.test(name) || linked.knowledge.iterates(name),
  )
  if (passes) return first !== undefined && some([first.value])
  return unitsNamed(linked, callee).some(unit =>
    unit.generator ? drawsAll(linked, unit, some) : some(givenBack(linked, unit)),
  )
}

// A function that yields what it has drawn, and asks nothing of it.
function drawsAll(linked: Linked, unit: Unit, some: (ways: readonly Value[]) => boolean): boolean {
  const given = givenBack(linked, unit).filter(value => value.kind === 'item')
  const asks = unit.blocks.some(({ facts }) => {
    const last = facts.at(-1)
    return (
      last?.kind === 'test' &&
      !last.over &&
      partsOf(last.value).some(part => part.kind === 'item' && given.includes(part))
    )
  })
  const drawn = given.flatMap(item => (item.key.kind === 'unknown' ? [item] : pairedItems(item)))
  return !asks && drawn.some(({ of }) => some([of]))
}
