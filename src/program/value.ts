import type { Span } from './source'
import type { Call } from './unit'

/** What an expression may stand for, as far as its own file tells. Cycles occur only through `mix`. */
export type Value =
  | Constant
  | Text
  | Collection
  | Dictionary
  | Name
  | Command
  | Variable
  | Instance
  | Field
  | Item
  | Result
  | Parameter
  | FunctionValue
  | ClassValue
  | Operation
  | Mix
  | Unknown

/** A literal. `null` is Python's `None`. */
export interface Constant {
  readonly kind: 'constant'
  readonly value: string | number | boolean | null
  /** Where it stands in a configuration file; absent for one of the code. */
  readonly at?: Span
}

/** Text put together from parts: an f-string, `+`, `%` or `str.format`. */
export interface Text {
  readonly kind: 'text'
  readonly parts: readonly Value[]
}

/** A list, tuple or set display. */
export interface Collection {
  readonly kind: 'collection'
  readonly items: readonly Value[]
  /** For a comprehension: the block of the unit that makes an item, once for each. */
  readonly each?: number
}

/** A dictionary display or `dict(a=1)`. A splat has no key. Later item assignments are appended. */
export interface Dictionary {
  readonly kind: 'dictionary'
  readonly entries: { readonly key: Value | null; readonly value: Value }[]
  /** For a comprehension: the block of the unit that makes an entry, once for each. */
  readonly each?: number
}

/** A dotted name bound by an import, or a builtin: `torch`, `mlflow.tracking`, `input`. */
export interface Name {
  readonly kind: 'name'
  readonly name: string
  /** The importing file, from which the repository's own modules are looked up; `null` for a builtin. */
  readonly from: string | null
  /** Leading dots of a relative import. */
  readonly dots: number
}

/** A program that a shell or a pipeline runs, by the name that it is called with: `aws`, `./deploy.sh`, `uses: actions/checkout`. */
export interface Command {
  readonly kind: 'command'
  readonly name: string
  /**
   * Where it runs, from the folder in which its unit started: `''`, `infra`; `null` where that cannot be known. One that
   * begins with `/` does not depend on the start: a script that looks for itself finds the top of the tree at `/`.
   */
  readonly directory: string | null
}

/** A variable of an enclosing unit, seen from inside a function: whatever it is ever bound to. */
export interface Variable {
  readonly kind: 'variable'
  readonly unit: string
  readonly name: string
}

/** An object of the type that `of` names, known by an annotation only. */
export interface Instance {
  readonly kind: 'instance'
  readonly of: Value
}

/** `of.name`. */
export interface Field {
  readonly kind: 'field'
  readonly of: Value
  readonly name: string
}

/** `of[key]`. */
export interface Item {
  readonly kind: 'item'
  readonly of: Value
  readonly key: Value
  /** Whether it stands in a display for any number of items: those of what is splatted there. */
  readonly splat?: true
}

/** What a call gives back. `await` and `with … as` are taken to pass it on. */
export interface Result {
  readonly kind: 'result'
  readonly call: Call
}

/** The parameter `index` of the unit called `unit`. */
export interface Parameter {
  readonly kind: 'parameter'
  readonly unit: string
  readonly index: number
}

/** A function of the repository, by the name of its unit. */
export interface FunctionValue {
  readonly kind: 'function'
  readonly unit: string
}

/** A class of the repository, by its name in `Program.classes`. */
export interface ClassValue {
  readonly kind: 'class'
  readonly name: string
}

export type Operator =
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | 'in'
  | 'not in'
  | 'is'
  | 'is not'
  | 'and'
  | 'or'
  | 'not'
  | '+'
  | '-'
  | '*'
  | '/'
  | '//'
  | '%'
  | '**'
  | '|'
  | '&'
  | '^'
  | '<<'
  | '>>'
  | '@'

/** A comparison, a boolean or an arithmetic expression. */
export interface Operation {
  readonly kind: 'operation'
  readonly operator: Operator
  readonly operands: readonly Value[]
  readonly span: Span
}

/** One of several values, by the path that was taken. */
export interface Mix {
  readonly kind: 'mix'
  readonly of: Value[]
  /** The block of the unit from which each of them comes; -1 where no path is known. */
  readonly from: number[]
}

export interface Unknown {
  readonly kind: 'unknown'
}

export const unknown: Unknown = { kind: 'unknown' }

export function constant(value: Constant['value']): Constant {
  return { kind: 'constant', value }
}

/** One of these, whichever path was taken. */
export function mixOf(values: Iterable<Value>): Value {
  const of = [...new Set(values)]
  const [only, second] = of
  if (only === undefined) return unknown
  return second === undefined ? only : { kind: 'mix', of, from: of.map(() => -1) }
}
