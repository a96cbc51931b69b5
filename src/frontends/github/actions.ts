import type { Notice, Value } from '../../program'
import type { Pipeline } from '../pipelines/pipeline'
import { entriesOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { noCondition } from './conditions'
import { type Surroundings, valueOfTree } from './contexts'
import type { ScriptedActions } from './given-scripts'
import { readSteps } from './steps'

/** An action that is made of steps, as a pipeline that others call by its folder; `null` for other actions. */
export function readAction(
  tree: Tree,
  notices: Notice[],
  actions: ScriptedActions = new Map(),
): Pipeline | null {
  const { file } = tree.reader
  if (textOf(valueAt(tree, 'runs', 'using')) !== 'composite') return null
  const inputs = new Map<string, Value | null>()
  for (const { key, value } of entriesOf(valueAt(tree, 'inputs'))) {
    const given = valueAt(value, 'default')
    inputs.set(key, given ? valueOfTree(given, () => ({ kind: 'unknown' })) : null)
  }
  const name = file.path.replace(/(^|\/)action\.ya?ml$/, '') || '.'
  const around: Surroundings = {
    pipeline: name,
    inputs: [...inputs.keys()],
    variables: new Map(),
    matrix: new Map(),
    actions,
  }
  const { steps, anywhere } = readSteps(valueAt(tree, 'runs', 'steps'), {
    around,
    shell: null,
    windows: false,
    notices,
  })
  const { condition } = noCondition(tree.span)
  return {
    label: textOf(valueAt(tree, 'name')) ?? name,
    file,
    span: tree.span,
    name,
    triggers: [{ event: 'call', span: tree.span, says: 'when a workflow uses it' }],
    variables: new Map(),
    inputs,
    jobs: [
      {
        id: 'steps',
        label: textOf(valueAt(tree, 'name')) ?? name,
        span: tree.span,
        needs: [],
        condition,
        gates: [],
        variables: anywhere,
        directory: '',
        steps,
        tolerates: null,
      },
    ],
    inert: null,
  }
}
