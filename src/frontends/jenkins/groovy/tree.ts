import type { Piece, Span } from '../../../program'

/** What Groovy says, as far as pipelines need it. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: number | boolean | null; readonly span: Span }
  | Literal
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'field'; readonly of: Expression; readonly name: string; readonly span: Span }
  | { readonly kind: 'item'; readonly of: Expression; readonly key: Expression; readonly span: Span }
  | Call
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'map'; readonly entries: readonly Argument[]; readonly span: Span }
  | Closure
  | {
      readonly kind: 'operation'
      readonly operator: string
      readonly operands: readonly Expression[]
      readonly span: Span
    }
  | {
      readonly kind: 'choice'
      readonly test: Expression
      readonly yes: Expression
      readonly no: Expression
      readonly span: Span
    }
  | { readonly kind: 'unknown'; readonly span: Span }

/** A text: what is written, and the expressions that are put into it at these places. */
export interface Literal {
  readonly kind: 'text'
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly holes: readonly { readonly at: number; readonly value: Expression }[]
  readonly span: Span
}

/** `name(…)`, `name …`, `name { … }`, `of.name(…)`. */
export interface Call {
  readonly kind: 'call'
  readonly callee: Expression
  readonly arguments: readonly Argument[]
  /** The closure behind the arguments; `null` where there is none. */
  readonly body: Closure | null
  readonly span: Span
}

export interface Argument {
  readonly name: string | null
  readonly value: Expression
}

export interface Closure {
  readonly kind: 'closure'
  readonly parameters: readonly string[]
  readonly body: readonly Statement[]
  readonly span: Span
}

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression; readonly span: Span }
  | { readonly kind: 'assign'; readonly name: string; readonly value: Expression; readonly span: Span }
  | {
      readonly kind: 'if'
      readonly test: Expression
      readonly yes: readonly Statement[]
      readonly no: readonly Statement[]
      readonly span: Span
    }
  | {
      readonly kind: 'try'
      readonly body: readonly Statement[]
      readonly rescue: readonly Statement[] | null
      readonly last: readonly Statement[]
      readonly span: Span
    }
  /** What runs any number of times: a loop, a case. */
  | { readonly kind: 'loop'; readonly body: readonly Statement[]; readonly span: Span }
  | { readonly kind: 'block'; readonly body: readonly Statement[]; readonly span: Span }
  | { readonly kind: 'return'; readonly value: Expression | null; readonly span: Span }
  | { readonly kind: 'throw'; readonly span: Span }
  | {
      readonly kind: 'function'
      readonly name: string
      readonly parameters: readonly string[]
      readonly body: readonly Statement[]
      readonly span: Span
    }

/** The name of what is called, with what it is taken from: `sh`, `docker.image().inside`; empty where it has none. */
export function calleeName(callee: Expression): string {
  if (callee.kind === 'name') return callee.name
  if (callee.kind === 'call') return `${calleeName(callee.callee)}()`
  if (callee.kind !== 'field') return ''
  const of = calleeName(callee.of)
  // Shared libraries and scripts reach the steps through these.
  return /^(this|steps|script)$/.test(of) ? callee.name : `${of}.${callee.name}`
}
