import { constant, type Span } from '../../program'
import { commandOf, containerStep, sourceOf } from '../kubernetes/containers'
import { type Filling, filled, plainText } from '../kubernetes/holes'
import type { Gate, Job, Step } from '../pipelines/pipeline'
import { scriptOf, shown, stepOf } from '../pipelines/scripts'
import { isNothing, itemsOf, keyAt, placedText, type Tree, textOf, valueAt } from '../pipelines/yaml'
import type { Place } from './expand'
import { fillingOf } from './scope'

/** What a template does that is not made of others: its containers, or the wait that it is. */
export function leafOf(template: Tree, place: Place): Pick<Job, 'gates' | 'steps'> {
  const containers = [
    ...itemsOf(valueAt(template, 'initContainers')),
    ...['container', 'script'].flatMap(key => valueAt(template, key) ?? []),
  ]
  return {
    gates: suspendOf(template, fillingOf(place.scope)),
    steps: [...containers.flatMap(tree => stepsIn(tree, place)), ...resourceOf(template, place)],
  }
}

// A resource is made as the command line of the same name makes it.
// https://argo-workflows.readthedocs.io/en/latest/walk-through/kubernetes-resources/
function resourceOf(template: Tree, { scope }: Place): Step[] {
  const resource = valueAt(template, 'resource')
  const manifest = valueAt(resource, 'manifest')
  const action = textOf(valueAt(resource, 'action'))
  if (!resource || !manifest || !action || !/^(create|apply|replace|patch)$/.test(action)) return []
  const { placed, variables } = filled(placedText(manifest), fillingOf(scope))
  const head = `kubectl ${action} -f - <<MANIFEST\n`
  const text = `${head}${placed.text}\nMANIFEST\n`
  const pieces = placed.pieces.map(piece => ({ ...piece, from: piece.from + head.length }))
  const at = { from: 0, to: manifest.span.start, length: 0 }
  const script = scriptOf(
    { text, pieces: [at, ...pieces] },
    { errexit: true, pipefail: false },
    manifest.span,
  )
  return [stepOf('resource', script, manifest.span, { variables, directory: '' })]
}

/** What a container runs. */
export function stepsIn(container: Tree, { scope }: Place): Step[] {
  const filling = fillingOf(scope)
  const made = valueAt(container, 'source')
    ? sourceOf(container, 'source', null, filling)
    : commandOf(container, filling)
  const label = textOf(valueAt(container, 'name')) ?? 'main'
  return made ? [containerStep(label, container, made, filling)] : []
}

// https://argo-workflows.readthedocs.io/en/latest/walk-through/suspending/
function suspendOf(template: Tree, filling: Filling): Gate[] {
  const suspend = valueAt(template, 'suspend')
  if (!suspend) return []
  const span: Span = keyAt(template, 'suspend')
  const duration = valueAt(suspend, 'duration')
  if (isNothing(duration) || plainText(textOf(duration), filling) === '') {
    const says = 'it waits until a person resumes the workflow (`suspend: {}`)'
    return [{ kind: 'approval', name: constant('suspend'), span, says }]
  }
  const says = `it goes on by itself after \`${shown(textOf(duration) ?? '')}\` (\`suspend\` with \`duration\`)`
  return [{ kind: 'timer', name: constant('suspend'), span, says }]
}
