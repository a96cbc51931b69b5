import type { GuardVerdict, Span, Value } from '../../../program'
import type { SinkSite } from '../../sinks'
import { artifactKeys, artifactOf, keyOf } from '../artifacts'
import { everything } from '../catalogued'
import type { Engine } from '../engine'
import type { Evidence, GuardKind, State } from '../evidence'
import { argumentNamed } from '../givers'
import { nearestParts, partsOf } from '../parts'

/** What is asked: which guards of these kinds around a sink are none. */
export interface Search {
  readonly engine: Engine
  readonly sink: SinkSite
  readonly kinds: readonly GuardKind[]
  /** The names of the artifact that the sink opens. */
  readonly subjects: readonly string[]
  /** The same, and the names of all that the artifact is got from: its folder, its address. */
  readonly around: readonly string[]
  /** What decides by itself whether the call is one: what is given for its flags. */
  readonly flags: ReadonlySet<Value>
}

const unknown: Value = { kind: 'unknown' }

export function openSearch(engine: Engine, sink: SinkSite, kinds: readonly GuardKind[]): Search {
  const subjects = kinds.includes('verification')
    ? sink.arguments.flatMap(argument => artifactKeys(engine.linked, argument.value))
    : []
  const parts = subjects.length > 0 ? sink.arguments.flatMap(argument => nearestParts(argument.value)) : []
  const around = parts.map(part => keyOf(engine.linked, artifactOf(engine.linked, part), 0))
  const flags = new Set(sink.outcome.flags.flatMap(name => partsOf(argumentNamed(sink, name) ?? unknown)))
  return { engine, sink, kinds, subjects, around: [...subjects, ...around], flags }
}

/** The evidence in a state that would speak for the sink. */
export function relevant({ kinds, subjects }: Search, state: State): Evidence | null {
  const all = [...(state?.values() ?? [])]
  const isAsked = (subject: string): boolean => subject === everything || subjects.includes(subject)
  return all.find(e => kinds.includes(e.kind) && (e.kind !== 'verification' || isAsked(e.subject))) ?? null
}

export function verdict(
  kind: GuardKind,
  span: Span,
  says: string,
  strength: GuardVerdict['strength'] = 'void',
): GuardVerdict {
  return { kind, strength, span, says }
}

/** How many reasons are worth reading. */
export const most = 6

/** The first few of what is found. */
export function firstFew<T>(
  among: readonly T[],
  find: (one: T) => GuardVerdict | null,
): readonly GuardVerdict[] {
  const found: GuardVerdict[] = []
  for (const one of among) {
    const verdict = found.length < most ? find(one) : null
    if (verdict) found.push(verdict)
  }
  return found
}
