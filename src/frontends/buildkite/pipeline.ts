import { constant, mixOf, type Value } from '../../program'
import type { Gate, Job, Pipeline, Step, Variables } from '../pipelines/pipeline'
import { dollarVariables, joinedLines, onSuccess, scriptOf, stepOf, unescaped } from '../pipelines/scripts'
import { fill, variableName } from '../pipelines/templates'
import { booleanOf, isList, isNothing, itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { conditionText, idOf, needsOf, type Placed, placedIn } from './order'

/** A whole file as one pipeline: a job for every step that does something. */
export function readPipeline(tree: Tree): Pipeline {
  const { file } = tree.reader
  const steps = placedIn(isList(tree) ? tree : valueAt(tree, 'steps'))
  return {
    label: file.path,
    file,
    span: tree.span,
    name: file.path,
    triggers: [{ event: 'push', says: 'when a build is made, as for every push', span: tree.span }],
    variables: dollarVariables(valueAt(tree, 'env')),
    inputs: new Map(),
    jobs: steps.flatMap((step, index) => (step.kind === 'wait' ? [] : [readJob(steps, step, index)])),
    inert: null,
  }
}

function readJob(steps: readonly Placed[], step: Placed, index: number): Job {
  const { tree, group } = step
  const { span } = tree
  const label = ['label', 'name', 'key', 'block', 'input'].flatMap(key => textOf(valueAt(tree, key)) ?? [])[0]
  const skipped = [tree, group].some(of => of && isSkipped(valueAt(of, 'skip')))
  const test: Value | null = conditionText(step) === '' ? null : { kind: 'unknown' }
  return {
    id: idOf(index),
    label: label ?? idOf(index),
    span,
    needs: needsOf(steps, index),
    condition: { ...onSuccess(span), test: skipped ? constant(false) : test },
    gates: gatesOf(step),
    variables: dollarVariables(valueAt(tree, 'env')),
    directory: '',
    steps: stepsOf(step, label ?? idOf(index)),
    tolerates: toleratedBy(tree),
  }
}

// A text says why it is skipped.
function isSkipped(skip: Tree | null): boolean {
  const text = textOf(skip)
  return text !== null && text !== '' && booleanOf(skip) !== false
}

function toleratedBy(tree: Tree): string | null {
  const soft = valueAt(tree, 'soft_fail')
  if (soft && !isNothing(soft) && booleanOf(soft) !== false) return '`soft_fail`'
  return booleanOf(valueAt(tree, 'async')) === true ? '`async: true`' : null
}

function gatesOf({ tree, kind }: Placed): Gate[] {
  if (kind !== 'block' && kind !== 'input') return []
  const says = `it waits until a person goes on (\`${kind}\`)`
  return [{ kind: 'approval', name: constant(kind), span: tree.span, says }]
}

function stepsOf({ tree, kind }: Placed, label: string): Step[] {
  const { span } = tree
  const started = textOf(valueAt(tree, 'trigger'))
  if (kind === 'trigger' && started !== null) {
    const inputs = dollarVariables(valueAt(tree, 'build', 'env'))
    return [stepOf(label, { kind: 'uses', name: `trigger ${started}`, inputs, span }, span)]
  }
  const lines = ['command', 'commands'].flatMap(key => listOf(valueAt(tree, key)))
  const [first] = lines
  return kind === 'command' && first ? [commandStep(tree, lines, label)] : []
}

// The agent hands the lines to `/bin/bash -e -c`. https://buildkite.com/docs/pipelines/configure/step-types/command-step
function commandStep(tree: Tree, lines: readonly Tree[], label: string): Step {
  const span = lines[0]?.span ?? tree.span
  const placed = unescaped(joinedLines(lines))
  const variables = new Map<string, Value>()
  const holes = [...placed.text.matchAll(/\{\{\s*(matrix[\w.]*)\s*\}\}/g)].map(match => {
    const [whole, name = ''] = match
    variables.set(variableName(name), matrixOf(tree, name))
    return { start: match.index, end: match.index + whole.length, text: `\${${variableName(name)}}` }
  })
  const action = scriptOf(fill(placed, holes), { errexit: true, pipefail: false }, span)
  return stepOf(label, action, span, { variables: variables satisfies Variables })
}

function matrixOf(tree: Tree, name: string): Value {
  const matrix = valueAt(tree, 'matrix')
  const setup = isList(matrix) ? matrix : valueAt(matrix, 'setup')
  const [, dimension] = name.split('.')
  const legs = itemsOf(dimension === undefined ? setup : valueAt(setup, dimension))
  const values = legs.flatMap(leg => textOf(leg) ?? []).map(text => constant(text))
  return values.length > 0 ? mixOf(values) : { kind: 'unknown' }
}
