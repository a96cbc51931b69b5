import { constant, type Operator, type Value } from '../../program'
import { type Tree, textOf, valueAt } from '../pipelines/yaml'

// https://docs.databricks.com/aws/en/jobs/if-else
const operators: Readonly<Record<string, Operator>> = {
  EQUAL_TO: '==',
  NOT_EQUAL: '!=',
  GREATER_THAN: '>',
  GREATER_THAN_OR_EQUAL: '>=',
  LESS_THAN: '<',
  LESS_THAN_OR_EQUAL: '<=',
}

/** What a `condition_task` asks, where it came out so; `null` where the task asks nothing that is known. */
export function conditionOf(task: Tree, outcome: boolean): Value | null {
  const condition = valueAt(task, 'condition_task')
  const [left, right] = [valueAt(condition, 'left'), valueAt(condition, 'right')]
  const operator = operators[textOf(valueAt(condition, 'op')) ?? '']
  if (!left || !right || !operator) return null
  const operands = [sideOf(left), sideOf(right)]
  // The text of the left side names the metric.
  const test: Value = { kind: 'operation', operator, operands, span: left.span }
  return outcome ? test : { kind: 'operation', operator: 'not', operands: [test], span: left.span }
}

// `{{tasks.evaluate.values.auc}}` is a value that a task has set, `{{job.parameters.least}}` one that is given.
function sideOf(side: Tree): Value {
  const text = textOf(side) ?? ''
  const [, reference] = /^\s*\{\{\s*([\w.-]+)\s*\}\}\s*$/.exec(text) ?? []
  if (reference !== undefined) {
    const name = reference.slice(reference.lastIndexOf('.') + 1)
    return { kind: 'item', of: { kind: 'unknown' }, key: constant(name) }
  }
  const number = Number(text)
  if (text.trim() !== '' && Number.isFinite(number)) return constant(number)
  return text.includes('${') || text.includes('{{') ? { kind: 'unknown' } : constant(text)
}
