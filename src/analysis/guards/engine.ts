import type { Argument, Call, Fact, Unit, Value } from '../../program'
import type { CallSite, Linked } from '../linked'
import type { Entrance } from './entrances'
import type { GuardKind, State } from './evidence'
import { indexHandings } from './handings'
import type { Wanted } from './wanted'

/** What the analysis has worked out so far, unit by unit. */
export interface Engine {
  readonly linked: Linked
  /** The kinds of guard that make some sink of the program safe: no others are looked for. */
  readonly kinds: ReadonlySet<GuardKind>
  /** What such guards say by their names. */
  readonly verdicts: Linked['knowledge']['verdicts']
  readonly flows: Map<Unit, Flow>
  /** The same for modules that run as programs. */
  readonly programs: Map<Unit, Flow>
  /** What the callers of a unit have established, in the unit's own terms. */
  readonly entries: Map<Unit, State>
  /** From where control comes into the units that lead to a sink. */
  readonly entrances: Map<Unit, readonly Entrance[]>
  /** By unit: calls on the way to its sinks that make none of them one. */
  readonly others: Map<Unit, ReadonlySet<CallSite>>
  /** Answers that are asked for again: what units establish, by unit and outcome, and what is known of parameters. */
  readonly answers: Map<string, State>
  /** Units being worked out: meeting one again is recursion, which establishes nothing. */
  readonly open: Set<Unit>
  /** What was asked of parameters, by the subject that stands for it in a state. */
  readonly conditions: Map<string, Condition>
  /** How many of them are of one unit, by its name. */
  readonly conditionCounts: Map<string, number>
  /** What a comparison proves where it is false, and where it is true. */
  readonly checks: Map<Value, readonly [State, State]>
  /** By call: what it makes of the conditions on what it reaches. */
  readonly filled: Map<Call, Map<Condition, Value>>
  /** Flows under an assumption, by what is assumed; `null` while they are worked out. */
  readonly assumed: Map<string, Flow | null>
  /** How many of them are of one unit. */
  readonly assumedCounts: Map<Unit, number>
  /** Numbers for values that have no key. */
  readonly numbers: Map<Value, number>
  /** By unit: the facts in which a value or key is used. */
  readonly uses: Map<Unit, Uses>
  /** By flow and block: what has been established on the way through it. */
  readonly passed: { readonly flows: Map<Flow, Map<number, Passed>>; room: number }
  /** By class and name: the methods that a call may reach. */
  readonly methods: Map<string, Methods>
  readonly handings: Handings
  /** By unit: what holds where it ends the program well. */
  readonly quits: Map<Unit, { readonly state: State | undefined }>
  /** By unit: the blocks that end in a call which never comes back. */
  readonly ends: Map<Unit, ReadonlySet<number>>
  readonly search: Search
}

/** How far the question at hand has gone. */
export interface Search {
  depth: number
  left: number
  /** How many assumptions are open, one inside the other. */
  assuming: number
  /** How many units are asked how they come back, one because of the other. */
  nested: number
}

/** What one unit establishes by itself, from its entry on. */
export interface Flow {
  readonly unit: Unit
  /** At the start of each block; `null` where nothing leads. */
  readonly into: State[]
  readonly out: State[]
  /** Where it comes to an end without an exception: the state there and what it returns. */
  readonly exits: { readonly state: State; readonly value: Value | null; readonly at: Place }[]
  readonly assuming: Assumption | null
  /** Whether it runs as a program: `__name__` is `"__main__"`. */
  readonly program: boolean
}

/** What is known of the states inside of a block. */
export interface Passed {
  /** Before its first facts, one by one. */
  readonly first: State[]
  /** The last place that was asked for, and the state there. */
  last: { readonly count: number; readonly state: State }
}

/** Where in a unit something is asked: what stands behind has not happened yet. */
export interface Place {
  readonly block: number
  readonly start: number
}

/** Something that a unit asked of its parameters; what it shows can only be seen where it is called. */
export interface Condition {
  readonly unit: Unit
  readonly value: Value
  readonly path: Path
  readonly wanted: Wanted
}

/** Keys and fields, from a value inwards. */
export type Path = readonly Key[]

/** `.name` or `[name]`; an item that a loop has `drawn` has no name, nor has one under a key that is not known. */
export interface Key {
  readonly by: 'field' | 'item' | 'drawn'
  readonly name: string | number | null
}

/** What some facts mean where something is taken for granted. */
export interface Assumption {
  readonly effects: ReadonlyMap<Fact, Effect>
  /** A block that is not passed. */
  readonly dead: number | null
  /** Parameters for which something is given. */
  readonly given?: ReadonlySet<number>
}

export type Effect =
  /** This does not happen. */
  | { readonly kind: 'never' }
  /** This happens with a value that turned out so. */
  | { readonly kind: 'with'; readonly value: Value; readonly path: Path; readonly wanted: Wanted }
  /** A unit is called in which the same is taken for granted. */
  | { readonly kind: 'inside'; readonly unit: Unit; readonly container: Container; readonly about: About }

/** A list or dictionary: the value that made it, or the key under which the unit knows it. */
export interface Container {
  readonly value: Value | null
  readonly key: string | null
}

/** What is taken for granted of a container: that nothing was added, or that all that was added turned out so. */
export type About = 'empty' | { readonly path: Path; readonly wanted: Wanted }

/** Calls and stores that touch a value, by the value itself and by its key. */
export type Uses = ReadonlyMap<Value | string, readonly Fact[]>

/** Methods that a call may reach. */
export interface Methods {
  readonly sure: readonly Unit[]
  /** Methods of classes of which the repository makes no object. */
  readonly doubtful: readonly Unit[]
}

/** Arguments, by the function or the result of a call that they are, and by the last name that they are spelled with. */
export interface Handings {
  readonly byUnit: ReadonlyMap<string, readonly Handing[]>
  readonly byCall: ReadonlyMap<Call, readonly Handing[]>
  readonly byName: ReadonlyMap<string, readonly Handing[]>
}

/** An argument of a call. */
export interface Handing {
  readonly site: CallSite
  readonly argument: Argument
}

const everyKind: ReadonlySet<GuardKind> = new Set([
  'approval',
  'evaluation',
  'canary',
  'verification',
  'target',
])

// Each of very many facts may add to what holds, and what holds at each of them is kept until the end.
const mostPassed = 500_000

export function openEngine(linked: Linked, kinds: ReadonlySet<GuardKind> = everyKind): Engine {
  return {
    linked,
    kinds,
    verdicts: linked.knowledge.verdicts.filter(({ entry }) => kinds.has(entry.kind)),
    flows: new Map(),
    programs: new Map(),
    entries: new Map(),
    entrances: new Map(),
    others: new Map(),
    answers: new Map(),
    open: new Set(),
    conditions: new Map(),
    conditionCounts: new Map(),
    checks: new Map(),
    filled: new Map(),
    assumed: new Map(),
    assumedCounts: new Map(),
    numbers: new Map(),
    uses: new Map(),
    passed: { flows: new Map(), room: mostPassed },
    methods: new Map(),
    handings: indexHandings(linked),
    quits: new Map(),
    ends: new Map(),
    search: { depth: 0, left: 0, assuming: 0, nested: 0 },
  }
}
