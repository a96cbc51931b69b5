import type { Files, SourceFile, Value } from '../../program'
import type { Job, Variables } from '../pipelines/pipeline'
import { type Closure, calleeName, type Expression, type Statement } from './groovy/tree'

/** What is known of a file while its statements are turned into steps. */
export interface Scope {
  readonly file: SourceFile
  readonly others: Files
  /** Parameters of the build and what `environment` says, by name. */
  readonly known: Variables
  /** Variables that the steps at hand have besides: `withEnv`. */
  readonly variables: Variables
  readonly directory: string | null
  /** Functions by the names that they are called by, and the ids of their parts. */
  readonly functions: Map<string, string>
  /** Names that are assigned to, other than by functions and branches, which run at times of their own. */
  readonly locals: Set<string>
  /** What the file sets in the environment: `env.STAGE = …`. */
  readonly exported: Variables
  readonly handing: Handing
  /** Paths of files, and the names that what they give is kept under: `def deploy = load 'ci/deploy.groovy'`. */
  readonly loaded: ReadonlyMap<string, readonly string[]>
  /** Closures that are kept under a name, or in a map of that name. */
  readonly closures: ReadonlyMap<string, readonly Closure[]>
  /** What runs where a step starts it. */
  readonly parts: Job[]
  readonly counter: { parts: number; names: number; steps: number }
  /** How deep files load files. */
  readonly depth: number
}

/** What steps are handed of variables that others have set. */
export interface Handing {
  /** How many variables all of them may still be handed. */
  left: number
  /** Of which not each step that knows them was handed all. */
  readonly withheld: Set<Variables>
}

/** Names that a file assigns to, and closures that it keeps. */
export interface Assigned {
  readonly locals: Set<string>
  readonly shared: Set<string>
  readonly closures: Map<string, Closure[]>
  readonly loaded: Map<string, string[]>
}

/** Looks for assignments in statements and in all that stands in them. */
export function assignedIn(
  statements: readonly Statement[],
  found: Assigned = { locals: new Set(), shared: new Set(), closures: new Map(), loaded: new Map() },
  inPart = false,
): Assigned {
  for (const statement of statements) {
    if (statement.kind === 'assign') keep(found, statement, inPart)
    for (const closure of closuresOf(statement)) {
      const started = inPart || closure.apart
      assignedIn(closure.body, found, started)
    }
    for (const inner of bodiesOf(statement)) assignedIn(inner, found, inPart || statement.kind === 'function')
  }
  return found
}

function keep(
  { locals, shared, closures, loaded }: Assigned,
  { name, value }: Extract<Statement, { kind: 'assign' }>,
  inPart: boolean,
): void {
  const given = inPart ? shared : locals
  given.add(name)
  const path = loadedPath(value)
  if (path !== null) loaded.set(path, [...(loaded.get(path) ?? []), name])
  const map = name.split('.')[0] ?? name
  const found =
    value.kind === 'closure' ? [value] : value.kind === 'map' ? value.entries.map(e => e.value) : []
  for (const closure of found)
    if (closure.kind === 'closure') closures.set(map, [...(closures.get(map) ?? []), closure])
}

function loadedPath(value: Expression): string | null {
  if (value.kind !== 'call' || calleeName(value.callee) !== 'load') return null
  const [first] = value.arguments
  return first?.value.kind === 'text' ? first.value.text.replace(/^\.\//, '') : null
}

function bodiesOf(statement: Statement): (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return [statement.yes, statement.no]
    case 'try':
      return [statement.body, statement.rescue ?? [], statement.last]
    case 'loop':
    case 'block':
    case 'function':
      return [statement.body]
    default:
      return []
  }
}

// `parallel` runs its closures side by side, and one that is kept runs whenever it is called.
function closuresOf(statement: Statement): { body: readonly Statement[]; apart: boolean }[] {
  if (statement.kind === 'assign' && statement.value.kind === 'closure')
    return [{ body: statement.value.body, apart: true }]
  if (statement.kind !== 'expression' && statement.kind !== 'assign' && statement.kind !== 'return') return []
  const { value } = statement
  if (value?.kind !== 'call') return []
  const given = value.arguments.flatMap(({ value: one }) => (one.kind === 'closure' ? [one] : []))
  const body = value.body ? [{ body: value.body.body, apart: false }] : []
  return [...body, ...given.map(({ body: inner }) => ({ body: inner, apart: true }))]
}

/** A variable of the environment that the file does not set. */
export function environmentValue(name: string): Value {
  return { kind: 'field', of: { kind: 'name', name: 'pipeline.env', from: null, dots: 0 }, name }
}
