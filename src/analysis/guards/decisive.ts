import { type Argument, constant, type Parameter, type Value } from '../../program'
import { givenFor } from '../arguments'
import { outcomeOf } from '../cases'
import { withParameters } from '../commands/replace'
import type { Linked } from '../linked'
import { type Literal, possibleLiterals } from '../possible'
import type { SinkSite } from '../sinks'
import type { Meant } from './narrowed'
import { partsOf } from './parts'

/** The value that says whether a sink is one, and what it has to say. */
export interface Decisive {
  readonly value: Value
  readonly meant: Meant
}

/**
 * The parameter of a function whose value says whether a call in it is a sink, where no word does: `shift(100)` sends all
 * traffic, and `shift(10)` a part of it. `null` where none does, or more than one may.
 */
export function decisiveParameter(linked: Linked, sink: SinkSite): Decisive | null {
  const [only, second] = varyingParameters(linked, sink)
  if (!only || second) return null
  // What cannot be told again is not told by its parameter.
  if (!isOne(linked, sink, [])) return null
  const { values } = possibleLiterals(linked, only)
  const isMeant = (text: string): boolean =>
    isOne(linked, sink, argumentsWith(linked, sink, only, literalOf(text, values)))
  const literals = values.map(String)
  const texts = literals.filter(isMeant)
  if (texts.length === 0 || texts.length === literals.length) return null
  return { value: only, meant: { texts, isMeant } }
}

// Whatever else varies may make it one as well.
function varyingParameters(linked: Linked, sink: SinkSite): readonly Parameter[] {
  const found = new Map<number, Parameter>()
  for (const name of namesAsked(sink))
    for (const part of givenAs(linked, sink, name).flatMap(value => partsOf(value)))
      if (part.kind === 'parameter' && part.unit === sink.site.unit.name) found.set(part.index, part)
  return [...found.values()].filter(one => possibleLiterals(linked, one).values.length > 1)
}

function namesAsked({ sink }: SinkSite): readonly string[] {
  const asked = [sink.if, ...sink.when.map(one => one.if)]
  return [...new Set(asked.flatMap(conditions => Object.keys(conditions ?? {})))]
}

function givenAs(linked: Linked, { sink, arguments: args }: SinkSite, name: string): readonly Value[] {
  const given = givenFor(linked, args, sink.parameters, name)
  return given.kind === 'given' ? given.values : []
}

/** Whether a call is the same sink with other arguments in front of its own. */
function isOne(linked: Linked, sink: SinkSite, before: readonly Argument[]): boolean {
  const args = [...before, ...sink.arguments, ...(sink.deployment?.arguments ?? [])]
  return outcomeOf(linked, sink.sink, args, sink.site.unit.file.path) !== null
}

// A text as what it was before it became one.
function literalOf(text: string, known: readonly Literal[]): Literal {
  const given = known.find(value => String(value) === text)
  if (given !== undefined) return given
  return /^\d+(\.\d+)?$/.test(text) && known.some(value => typeof value === 'number') ? Number(text) : text
}

// What the cases ask for, with a literal in place of the parameter.
function argumentsWith(
  linked: Linked,
  sink: SinkSite,
  { unit, index }: Parameter,
  literal: Literal,
): readonly Argument[] {
  const filled = (value: Parameter): Value =>
    value.unit === unit && value.index === index ? constant(literal) : value
  return namesAsked(sink).flatMap((name): Argument[] => {
    const values = givenAs(linked, sink, name)
    const isFilled = values.some(value =>
      partsOf(value).some(part => part.kind === 'parameter' && filled(part) !== part),
    )
    if (!isFilled) return []
    const items = values.map(value => withParameters(value, filled))
    return [{ name, value: { kind: 'collection', items }, span: sink.at }]
  })
}
