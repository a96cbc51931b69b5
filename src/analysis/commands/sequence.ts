import {
  type Argument,
  type Block,
  type Call,
  type Fact,
  plainUnit,
  type Span,
  type Unit,
  unknown,
} from '../../program'

/** A task that a command line asks for, and what it is given. */
export interface Asked {
  readonly unit: Unit
  readonly arguments: readonly Argument[]
}

/** A unit that runs several tasks: one by one while all goes well, or each whatever the others came to. */
export function sequenceOf(
  asked: readonly Asked[],
  variables: readonly Argument[],
  stops: boolean,
  { file, start }: Span,
): Unit {
  const [first] = asked
  if (!first) throw new Error('a sequence of no tasks')
  const label = asked.map(({ unit }) => unit.label).join(', ')
  const calls = asked.map(
    ({ unit, arguments: given }): Call => ({
      kind: 'call',
      callee: { kind: 'function', unit: unit.name },
      arguments: [...given, ...variables],
      span: unit.span,
      name: unit.span,
    }),
  )
  const name = `${first.unit.file.path}: ${label} for ${file.path}:${start}`
  const blocks = stops ? oneByOne(calls) : sideBySide(calls)
  return { ...plainUnit, name, label, kind: 'job', file: first.unit.file, span: first.unit.span, blocks }
}

function oneByOne(calls: readonly Call[]): Block[] {
  return calls.map((call, i) => ({ facts: [call], next: i + 1 < calls.length ? [{ to: i + 1 }] : [] }))
}

// Each runs whatever the one before it came to, and all of it ends badly where one did.
function sideBySide(calls: readonly Call[]): Block[] {
  const end = calls.length
  const way = (offset: number, badly: number): Block[] =>
    calls.map((call, i) => ({
      facts: [call],
      next: [{ to: offset + i + 1 }, { to: badly + i + 1, when: 'raises', catches: null }],
    }))
  const raised = calls
    .slice(0, 1)
    .map(({ span }): Fact => ({ kind: 'raise', value: unknown, by: 'raise', span }))
  return [...way(0, end + 1), { facts: [], next: [] }, ...way(end + 1, end + 1), { facts: raised, next: [] }]
}
