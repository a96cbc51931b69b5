import type { GuardVerdict, Test, Value } from '../../../program'
import type { Lookalike } from '../../../rules/schema'
import type { Linked } from '../../linked'
import { referentsOf } from '../../resolve'
import { artifactOf, keyOf } from '../artifacts'
import { comesFrom, partsOf } from '../parts'
import { outcomeTowards, type Place, type PlacedTest, quoted, testsNear } from './places'
import { type Search, verdict } from './search'

/** Conditions that decide whether a place is reached and ask for nothing that a guard would ask. */
export function lookalikes(search: Search, place: Place): readonly GuardVerdict[] {
  return testsNear(place).flatMap(placed => {
    if (outcomeTowards(place, placed) === null) return looksAtLoaded(search, place, placed)
    const entry = entryFor(search, place, placed)
    return entry ? [named(placed, entry)] : []
  })
}

function named({ test }: PlacedTest, { kind, strength, says }: Lookalike): GuardVerdict {
  return verdict(kind, test.span, `${quoted(test.span)} ${says}`, strength)
}

function entryFor(search: Search, place: Place, { test }: PlacedTest): Lookalike | null {
  const { linked } = search.engine
  const parts = partsOf(test.value)
  const names = parts.flatMap(part => namesOf(linked, part))
  const present = isPresence(test)
  // A variable of the environment that is only asked whether it is set has to be there; it selects nothing.
  const decides = test.value.kind === 'operation' ? names : names.filter(name => !name.includes('.'))
  const artifact = parts.some(part => search.around.includes(keyOf(linked, artifactOf(linked, part), 0)))
  const found = linked.knowledge.lookalikes.find(
    ({ names: pattern, entry }) =>
      search.kinds.includes(entry.kind) &&
      ((entry.about === 'run' && !present) ||
        (entry.about === 'presence' && present) ||
        (entry.about === 'artifact' && artifact)) &&
      decides.some(name => pattern.test(name) && (place.own || name !== '__name__')),
  )
  return found?.entry ?? null
}

// What came out of the artifact is looked at: its code has run by then.
function looksAtLoaded(search: Search, place: Place, placed: PlacedTest): readonly GuardVerdict[] {
  const { linked } = search.engine
  const { value } = placed.test
  if (!place.own || !search.kinds.includes('verification') || !comesFrom(value, place.call)) return []
  const names = partsOf(value).flatMap(part => namesOf(linked, part))
  const found = linked.knowledge.lookalikes.find(
    ({ names: pattern, entry }) => entry.about === 'loaded' && names.some(name => pattern.test(name)),
  )
  return found ? [named(placed, found.entry)] : []
}

// `auc is not None`, `len(versions) > 0`: there is something, and nobody has looked at it.
function isPresence({ value }: Test): boolean {
  if (value.kind !== 'operation') return false
  const [left, right] = value.operands
  if (right?.kind !== 'constant') return false
  if (right.value === null) return /^(is|is not|==|!=)$/.test(value.operator)
  return isLength(left) && (right.value === 0 || right.value === 1)
}

function isLength(value: Value | undefined): boolean {
  return value?.kind === 'result' && value.call.callee.kind === 'name' && value.call.callee.name === 'len'
}

/** The names that one part of a condition brings in, in lower case with underscores. */
function namesOf(linked: Linked, part: Value): readonly string[] {
  switch (part.kind) {
    case 'variable':
      return [plain(part.name), ...boundNames(linked, part)]
    case 'parameter':
      return [plain(linked.program.units.get(part.unit)?.parameters[part.index]?.name ?? '')]
    case 'field':
    case 'name':
      return [plain(part.name.split('.').at(-1) ?? ''), ...libraryNames(linked, part)]
    case 'constant':
      return typeof part.value === 'string' ? [plain(part.value)] : []
    case 'item':
      return part.key.kind === 'unknown' ? ['[]'] : []
    default:
      return []
  }
}

// A constant of the module: `ENVIRONMENT = os.getenv("ENVIRONMENT")`.
function boundNames(linked: Linked, { unit, name }: Extract<Value, { kind: 'variable' }>): readonly string[] {
  const bound = linked.program.units.get(unit)?.bound.get(name) ?? []
  return bound
    .slice(0, 4)
    .flatMap(value =>
      partsOf(value).flatMap(part =>
        part.kind === 'field' || part.kind === 'name' ? libraryNames(linked, part) : [],
      ),
    )
}

function libraryNames(linked: Linked, value: Value): readonly string[] {
  return referentsOf(linked, value).flatMap(r => (r.kind === 'external' ? [r.name] : []))
}

function plain(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
}
