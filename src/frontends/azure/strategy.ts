import { constant } from '../../program'
import type { Gate, Step } from '../pipelines/pipeline'
import { itemsOf, textOf } from '../pipelines/yaml'
import { type Field, type Fields, fieldOf, fieldsOf } from './expand'
import type { Node } from './scope'
import { type Around, readSteps } from './steps'

/**
 * What a deployment does: the steps of its hooks in their order.
 * https://learn.microsoft.com/azure/devops/pipelines/process/deployment-jobs
 */
export function strategyOf(
  strategy: Node | null,
  job: Node,
  around: Around,
): { steps: Step[]; gates: Gate[] } {
  const [entry] = fieldsOf(strategy)
  if (!entry) return { steps: [], gates: [] }
  const [name, field] = entry
  const hooks = fieldsOf(field)
  const hooked = (...keys: readonly string[]): Step[] =>
    readSteps(fieldOf(hooks, ...keys, 'steps'), job, around)
  const main = ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic'].flatMap(key => hooked(key))
  const failed = hooked('on', 'failure').map(onFailure)
  const steps = [...main, ...hooked('on', 'success'), ...failed]
  return { steps, gates: name === 'canary' ? canaryOf(field, hooks) : [] }
}

function onFailure(step: Step): Step {
  return { ...step, condition: { ...step.condition, after: 'failure' } }
}

// Without a part that comes first everything is moved at once, and nobody looks without a step that does.
function canaryOf({ at }: Field, hooks: Fields): Gate[] {
  const increments = itemsOf(fieldOf(hooks, 'increments')?.tree ?? null).map(item => Number(textOf(item)))
  const watched = ['routeTraffic', 'postRouteTraffic'].some(key => fieldOf(hooks, key, 'steps') !== null)
  if (!increments.some(part => part < 100) || !watched) return []
  return [{ kind: 'canary', name: constant('canary'), span: at, says: 'it moves a part first (`canary`)' }]
}
