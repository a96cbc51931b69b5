import type { Unit } from '../../program'
import { callersOf } from '../callers'
import type { Linked } from '../linked'
import { isPython } from '../python'
import type { SinkSite } from '../sinks'
import type { Evidence } from './evidence'

const mostUnits = 60

/**
 * The evidence before a sink, in which a question counts for nothing where a pipeline gives the answer: `yes | python promote.py`.
 */
export function withoutAnswered(
  linked: Linked,
  sink: SinkSite,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  if (!evidence.some(({ typed }) => typed)) return evidence
  const fed = unitsFed(linked, sink.site.unit)
  return evidence.map(e => (e.typed && fed.some(unit => asksIn(unit, e)) ? answered(e) : e))
}

function answered(e: Evidence): Evidence {
  return { ...e, strength: 'void', says: `${e.says}, and whatever starts this gives it its answers` }
}

// A question of another module is asked by the same process.
function asksIn({ file }: Unit, { span }: Evidence): boolean {
  return file.path === span.file.path || (isPython(file.path) && isPython(span.file.path))
}

/** What leads to a unit and reads from a pipe or a file what nobody types. */
function unitsFed(linked: Linked, unit: Unit): readonly Unit[] {
  const units = [unit]
  const seen = new Set(units)
  const fed: Unit[] = []
  for (const at of units)
    for (const { unit: caller, call } of callersOf(linked, at)) {
      if (call.input !== undefined) fed.push(at)
      if (seen.has(caller) || seen.size >= mostUnits) continue
      seen.add(caller)
      units.push(caller)
    }
  return fed
}
