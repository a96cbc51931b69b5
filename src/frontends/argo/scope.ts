import { constant, type Span, type Value } from '../../program'
import { type Expression, holds, parseExpression } from '../kubernetes/expressions'
import { type Filling, plainText } from '../kubernetes/holes'
import type { Variables } from '../pipelines/pipeline'

/** What `{{ }}` stand for at one place of a workflow. */
export interface Scope {
  /** `workflow.parameters.stage`, `inputs.parameters.stage`, `item`. */
  readonly known: Variables
}

const bracketed = /^(?:workflow|inputs)\.parameters$/

/** The holes of a text in a scope. */
export function fillingOf({ known }: Scope): Filling {
  return {
    pattern: /\{\{([^{}]*)\}\}/g,
    standsFor: inside => known.get(spelled(inside)) ?? outside(spelled(inside)),
  }
}

// `{{=inputs.parameters['stage']}}` is the same by another spelling.
function spelled(inside: string): string {
  const [, of = '', key = ''] = /^=\s*([\w.]+)\[["']([^"']+)["']\]$/.exec(inside) ?? []
  if (bracketed.test(of)) return `${of}.${key}`
  return inside.replace(/^=\s*(?=[\w.-]+$)/, '')
}

// What another task has given keeps its name, which may be that of a metric.
function outside(inside: string): Value {
  const path = /^(?:steps|tasks)\.[\w-]+\.outputs\./.test(inside) ? inside.split('.') : []
  const start: Value = { kind: 'name', name: `pipeline.${path[0] ?? ''}`, from: null, dots: 0 }
  if (path.length === 0) return { kind: 'unknown' }
  return path.slice(1).reduce((of: Value, name): Value => ({ kind: 'field', of, name }), start)
}

/** A `when` as it was read. */
export interface When {
  /** A constant where it always or never holds. */
  readonly test: Value
  /** Whether it may hold where a step or task of this name, or the whole workflow, has failed. */
  readonly afterFailureOf: (task: string) => boolean
}

/** Reads a `when`; `null` where it is no expression. https://argo-workflows.readthedocs.io/en/latest/walk-through/conditionals/ */
export function readWhen(text: string, scope: Scope, span: Span): When | null {
  if (/^\s*\{\{=[^{}]*\}\}\s*$/.test(text)) return { test: { kind: 'unknown' }, afterFailureOf: () => true }
  const expression = parseExpression(text)
  if (!expression) return null
  const textIn = (part: Expression): string | null => textOf(part, scope)
  const knowing = { text: textIn, holds: (part: Expression) => truthOf(textIn(part)) }
  const answer = holds(expression, knowing)
  const afterFailureOf = (task: string): boolean => {
    const failed = (part: Expression): string | null => (asksFor(part, task) ? 'Failed' : textIn(part))
    return holds(expression, { ...knowing, text: failed }) !== false
  }
  return {
    test: answer === null ? valueOfExpression(expression, scope, span) : constant(answer),
    afterFailureOf,
  }
}

function textOf(part: Expression, scope: Scope): string | null {
  if (part.kind === 'word') return part.text
  return part.kind === 'hole' ? plainText(`{{${part.inside}}}`, fillingOf(scope)) : null
}

function truthOf(text: string | null): boolean | null {
  if (text === 'true') return true
  return text === 'false' ? false : null
}

function asksFor(part: Expression, task: string): boolean {
  if (part.kind !== 'hole') return false
  if (task === 'workflow') return part.inside === 'workflow.status'
  return part.inside === `tasks.${task}.status` || part.inside === `steps.${task}.status`
}

const operators: Readonly<Record<string, '==' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or'>> = {
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '&&': 'and',
  '||': 'or',
}

function valueOfExpression(expression: Expression, scope: Scope, span: Span): Value {
  switch (expression.kind) {
    case 'word':
      return wordValue(expression.text, expression.quoted)
    case 'hole':
      return fillingOf(scope).standsFor(expression.inside) ?? { kind: 'unknown' }
    case 'not':
      return {
        kind: 'operation',
        operator: 'not',
        operands: [valueOfExpression(expression.of, scope, span)],
        span,
      }
    case 'binary': {
      const operator = operators[expression.operator]
      const operands = [expression.left, expression.right].map(side => valueOfExpression(side, scope, span))
      return operator ? { kind: 'operation', operator, operands, span } : { kind: 'unknown' }
    }
  }
}

function wordValue(text: string, quoted: boolean): Value {
  if (quoted) return constant(text)
  if (text === 'true' || text === 'false') return constant(text === 'true')
  return constant(/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
}
