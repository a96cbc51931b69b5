import { constant, type Span, type Value } from '../../program'
import { plainText, valueOfText } from '../kubernetes/holes'
import { shown } from '../pipelines/scripts'
import { itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { fillingOf, type Scope } from './scope'

/** The `when` of a task as it was read. */
export interface When {
  /** `null` where nothing is asked; a constant where it always or never holds. */
  readonly test: Value | null
  /** As it is written; empty where nothing may keep the task from running. */
  readonly text: string
  /** Tasks of which it asks that they went well; `*` for all. */
  readonly succeeded: readonly string[]
}

/** Reads a `when`: all of its expressions must hold. https://tekton.dev/docs/pipelines/pipelines/#guard-task-execution-using-when-expressions */
export function readWhen(tree: Tree, scope: Scope): When {
  const list = valueAt(tree, 'when')
  const asked = itemsOf(list)
  const tests = asked.map(item => testOf(item, scope, item.span))
  const open = tests.filter(test => test.kind !== 'constant')
  const never = tests.some(test => test.kind === 'constant' && test.value === false)
  const [only, second] = open
  const test: Value | null = never
    ? constant(false)
    : second
      ? { kind: 'operation', operator: 'and', operands: open, span: list?.span ?? tree.span }
      : (only ?? null)
  const always = test === null
  const { file } = tree.reader
  const text = list && !always ? shown(file.text.slice(list.span.start, list.span.end)) : ''
  return { test, text, succeeded: asked.flatMap(succeededIn) }
}

function testOf(item: Tree, scope: Scope, span: Span): Value {
  const input = textOf(valueAt(item, 'input')) ?? textOf(valueAt(item, 'Input'))
  const values = listOf(valueAt(item, 'values') ?? valueAt(item, 'Values')).map(value => textOf(value) ?? '')
  const operator = (
    textOf(valueAt(item, 'operator')) ??
    textOf(valueAt(item, 'Operator')) ??
    ''
  ).toLowerCase()
  if (input === null || (operator !== 'in' && operator !== 'notin')) return { kind: 'unknown' }
  const filling = fillingOf(scope)
  const left = plainText(input, filling)
  const texts = values.map(value => plainText(value, filling))
  if (left !== null && texts.every(text => text !== null))
    return constant(texts.includes(left) === (operator === 'in'))
  const operands = values.map(value => valueOfText(value, filling))
  const [only, second] = operands
  const of = valueOfText(input, filling)
  if (only && !second)
    return { kind: 'operation', operator: operator === 'in' ? '==' : '!=', operands: [of, only], span }
  const items: Value = { kind: 'collection', items: operands }
  return { kind: 'operation', operator: operator === 'in' ? 'in' : 'not in', operands: [of, items], span }
}

// `$(tasks.evaluate.status)` in `Succeeded`, or `$(tasks.status)` for all of them.
function succeededIn(item: Tree): string[] {
  const [, task] = /^\$\(tasks(?:\.([\w-]+))?\.status\)$/.exec(textOf(valueAt(item, 'input')) ?? '') ?? []
  const matched = /^\$\(tasks\..*status\)$/.test(textOf(valueAt(item, 'input')) ?? '')
  const values = listOf(valueAt(item, 'values')).map(value => textOf(value))
  const well = task === undefined ? ['Succeeded', 'Completed'] : ['Succeeded']
  const only = values.length > 0 && values.every(value => value !== null && well.includes(value))
  return matched && only && textOf(valueAt(item, 'operator')) === 'in' ? [task ?? '*'] : []
}
