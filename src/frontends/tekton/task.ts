import { constant, type Span } from '../../program'
import { commandOf, containerStep, sourceOf } from '../kubernetes/containers'
import { filled } from '../kubernetes/holes'
import type { Gate, Job, Step, Variables } from '../pipelines/pipeline'
import { scriptOf, shown, stepOf } from '../pipelines/scripts'
import { itemsOf, placedText, type Tree, textOf, valueAt } from '../pipelines/yaml'
import type { Library } from './library'
import { fillingOf, type Scope, scopeInside } from './scope'
import { readWhen } from './when'

/** What a task of a pipeline does. */
export type Doing = Pick<Job, 'gates' | 'steps'>

export const nothing: Doing = { gates: [], steps: [] }

/** The steps of a task, with the parameters that it is given. */
export function doingOf(spec: Tree, given: Variables, library: Library): Doing {
  const scope = scopeInside(spec, given)
  const template = valueAt(spec, 'stepTemplate')
  return {
    gates: [],
    steps: itemsOf(valueAt(spec, 'steps')).flatMap(tree => stepIn(tree, template, scope, library)),
  }
}

// Without a first line that names another interpreter it is `/bin/sh` with `set -e`.
// https://tekton.dev/docs/pipelines/tasks/#running-scripts-within-steps
const usual = { errexit: true, pipefail: false }

function stepIn(tree: Tree, template: Tree | null, scope: Scope, library: Library): Step[] {
  const action = textOf(valueAt(tree, 'ref', 'name'))
  const container = (action === null ? null : library.specOf('StepAction', action)) ?? tree
  const filling = fillingOf(action === null ? scope : scopeInside(container, scope))
  const made = valueAt(container, 'script')
    ? sourceOf(container, 'script', usual, filling)
    : commandOf(container, filling)
  if (!made) return []
  const label = textOf(valueAt(tree, 'name')) ?? 'step'
  const step = containerStep(label, container, made, filling)
  const around = template ? containerStep(label, template, made, filling) : step
  const { test } = readWhen(tree, scope)
  return [
    {
      ...step,
      variables: new Map([...around.variables, ...step.variables]),
      ...(valueAt(container, 'workingDir') === null && { directory: around.directory ?? null }),
      condition: { ...step.condition, test },
      tolerates: textOf(valueAt(tree, 'onError')) === 'continue' ? '`onError: continue`' : null,
    },
  ]
}

/** What a task of another kind does: wait for people, or for time. `null` where that is not known. */
export function customOf(reference: Tree, given: Variables, span: Span): Doing | null {
  const kind = textOf(valueAt(reference, 'kind'))
  if (kind === 'ApprovalTask') {
    const required = given.get('numberOfApprovalsRequired')
    const none = required?.kind === 'constant' && /^0+$/.test(String(required.value))
    const says = 'it waits until people approve (`ApprovalTask`)'
    return none ? nothing : { gates: [gateOf('approval', says, span)], steps: [] }
  }
  if (kind !== 'Wait') return null
  return { gates: [gateOf('timer', 'it goes on by itself after a while (`Wait`)', span)], steps: [] }
}

function gateOf(kind: Gate['kind'], says: string, span: Span): Gate {
  return { kind, name: constant(kind), span, says }
}

/** The script that a task of the outside is given, as those that wrap a command line are. */
export function givenScript(tree: Tree, scope: Scope): Doing | null {
  const script = itemsOf(valueAt(tree, 'params')).find(item =>
    /^script$/i.test(textOf(valueAt(item, 'name')) ?? ''),
  )
  const value = valueAt(script ?? null, 'value')
  if (!value || textOf(value) === null) return null
  const { placed, variables } = filled(placedText(value), fillingOf(scope))
  const action = scriptOf(placed, { errexit: false, pipefail: false }, value.span)
  const label = shown(textOf(valueAt(tree, 'name')) ?? 'script')
  return { gates: [], steps: [stepOf(label, action, value.span, { variables, directory: '' })] }
}
