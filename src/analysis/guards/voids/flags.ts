import type { Constant, GuardVerdict, Mix, Unit, Value } from '../../../program'
import { flowOf } from '../flow'
import { establishedBy } from '../outcomes'
import { type Place, type PlacedTest, quoted, reaches } from './places'
import { firstFew, relevant, type Search, verdict } from './search'

/** Flags that are tested in front of a place, and that are set whatever was checked. */
export function loosenedFlags(search: Search, place: Place): readonly GuardVerdict[] {
  return firstFew(place.tests, placed =>
    placed.towards === null
      ? null
      : (overwritten(search, place, placed) ?? opened(search, place, placed, placed.towards)),
  )
}

/** Flags that are overwritten before they are tested. */
export function settledFlags(search: Search, place: Place): readonly GuardVerdict[] {
  return firstFew(place.tests, placed =>
    placed.towards === null ? null : overwritten(search, place, placed),
  )
}

// `deploy = int(file.read())`, then `deploy = 1`: the first value is gone when the flag is tested.
function overwritten(search: Search, { unit }: Place, { test }: PlacedTest): GuardVerdict | null {
  const { file, start, end } = test.span
  const name = /^\w+(?=\s*(==|!=|is\b|$))/.exec(file.text.slice(start, end))?.[0]
  const tested = test.value.kind === 'operation' ? test.value.operands[0] : test.value
  if (name === undefined || tested?.kind !== 'constant') return null
  const before = (unit.bound.get(name) ?? []).filter(value => value.kind !== 'constant')
  if (before.length === 0) return null
  const kind = kindOf(search, unit, before)
  if (!kind) return null
  return verdict(kind, test.span, `\`${name}\` is overwritten with ${literal(tested)} before it is tested`)
}

// What was lost: a check, or for a promotion whatever decided before.
function kindOf(search: Search, unit: Unit, values: readonly Value[]): GuardVerdict['kind'] | null {
  for (const value of values) {
    const lost = checkedBy(search, unit, value)
    if (lost) return lost
  }
  return search.kinds.includes('evaluation') ? 'evaluation' : null
}

function checkedBy({ engine, ...search }: Search, unit: Unit, value: Value): GuardVerdict['kind'] | null {
  const flow = flowOf(engine, unit)
  for (const outcome of [true, false]) {
    const found = relevant({ engine, ...search }, establishedBy(engine, flow, value, outcome))
    if (found) return found.kind
  }
  return null
}

// One way sets the flag by a check, another way sets it without one.
function opened(search: Search, place: Place, { test }: PlacedTest, towards: boolean): GuardVerdict | null {
  const flag = test.value
  if (flag.kind !== 'mix') return null
  const kinds = flag.of.map(way => (way.kind === 'mix' ? null : checkedBy(search, place.unit, way)))
  const kind = kinds.find(one => one !== null)
  const at = flag.of.findIndex(way => way.kind === 'constant' && isTrue(way) === towards)
  const way = flag.of[at]
  if (!kind || way?.kind !== 'constant') return null
  const where = isHandler(place, flag, at) ? 'where an exception is raised' : 'on a way that checks nothing'
  return verdict(kind, test.span, `${quoted(test.span)} is set to ${literal(way)} ${where}`)
}

function isHandler(place: Place, flag: Mix, at: number): boolean {
  const block = flag.from[at] ?? -1
  return block >= 0 && !reaches(place, 0, block, { plainly: true })
}

function isTrue({ value }: Constant): boolean {
  return value !== null && value !== false && value !== 0 && value !== ''
}

function literal({ value }: Constant): string {
  if (typeof value === 'string') return `\`${value.replaceAll('`', "'").slice(0, 30)}\``
  return value === null ? '`None`' : value === true ? '`True`' : value === false ? '`False`' : `\`${value}\``
}
