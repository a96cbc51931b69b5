import { constant, mixOf, type Span, type Value } from '../../program'
import type { Gate, Job, Pipeline, Trigger, Variables } from '../pipelines/pipeline'
import { dollarText, onSuccess, shown } from '../pipelines/scripts'
import { entriesOf, isList, isMapping, itemsOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { readSteps } from './steps'

type Says = (name: string) => Omit<Trigger, 'span'>

const sections: Readonly<Record<string, Says>> = {
  branches: name => ({ event: 'push', says: `on a push to \`${shown(name)}\`` }),
  tags: name => ({ event: 'tag', says: `when a tag like \`${shown(name)}\` is pushed` }),
  'pull-requests': () => ({ event: 'pull-request', says: 'on a pull request' }),
  custom: () => ({ event: 'manual', says: 'by hand' }),
}

/** Every pipeline of a configuration. */
export function readPipelines(tree: Tree): Pipeline[] {
  return entriesOf(valueAt(tree, 'pipelines')).flatMap(({ key, at, value }): Pipeline[] => {
    if (key === 'default')
      return [readPipeline(tree, key, value, { event: 'push', says: 'on every push', span: at })]
    const says = sections[key]
    if (!says) return []
    return entriesOf(value).map(entry =>
      readPipeline(tree, `${key}/${entry.key}`, entry.value, { ...says(entry.key), span: entry.at }),
    )
  })
}

function readPipeline(tree: Tree, id: string, list: Tree, trigger: Trigger): Pipeline {
  const { file } = tree.reader
  const placed = placedIn(isMapping(list) ? valueAt(list, 'steps') : list)
  return {
    label: `${file.path} (${id})`,
    file,
    span: trigger.span,
    name: `${file.path}:${id}`,
    triggers: [trigger],
    variables: variablesOf(list),
    inputs: new Map(),
    jobs: placed.map((one, index) => readJob(id, one, index, placed)),
    inert: file.path.includes('/') ? 'a configuration in a subfolder never runs by itself' : null,
  }
}

// What a person may fill in who starts the pipeline.
function variablesOf(list: Tree): Variables {
  const asked = itemsOf(list).flatMap(item => itemsOf(valueAt(item, 'variables')))
  const found = asked.flatMap((item): [string, Value][] => {
    const name = textOf(valueAt(item, 'name'))
    const usual = textOf(valueAt(item, 'default'))
    const allowed = itemsOf(valueAt(item, 'allowed-values')).flatMap(one => textOf(one) ?? [])
    if (name === null) return []
    if (allowed.length > 0) return [[name, mixOf(allowed.map(text => constant(text)))]]
    return usual === null ? [] : [[name, dollarText(usual)]]
  })
  return new Map(found)
}

/** A step with its place in the order, and the stage around it. */
interface Placed {
  readonly step: Tree
  readonly stage: Tree | null
  readonly turn: number
}

function placedIn(list: Tree | null): Placed[] {
  const inOrder = itemsOf(list).flatMap((item): { item: Tree; stage: Tree | null }[] => {
    const stage = valueAt(item, 'stage')
    if (!stage) return [{ item, stage }]
    return itemsOf(valueAt(stage, 'steps')).map(inner => ({ item: inner, stage }))
  })
  return inOrder.flatMap(({ item, stage }, turn) => stepsOf(item).map(step => ({ step, stage, turn })))
}

function stepsOf(item: Tree): Tree[] {
  const parallel = valueAt(item, 'parallel')
  const side = isList(parallel) ? parallel : valueAt(parallel, 'steps')
  return [item, ...itemsOf(side)].flatMap(one => valueAt(one, 'step') ?? [])
}

function idOf(id: string, index: number): string {
  return `${id}/${index + 1}`
}

// Everything that stands before a step has to have gone well, not only the step right before it.
function readJob(id: string, one: Placed, index: number, all: readonly Placed[]): Job {
  const { step, turn } = one
  const span = step.span
  const label = textOf(valueAt(step, 'name')) ?? `step ${index + 1}`
  const skipping = conditionOf(one)
  const ignored = textOf(valueAt(step, 'on-fail', 'strategy')) ?? textOf(valueAt(step, 'on-fail'))
  return {
    id: idOf(id, index),
    label,
    span,
    needs: all.flatMap((other, i) =>
      other.turn < turn
        ? [{ job: idOf(id, i), regardless: conditionOf(other) && 'its `condition` may skip that step', span }]
        : [],
    ),
    condition: { ...onSuccess(span), test: skipping ? { kind: 'unknown' } : null },
    gates: gatesOf(one),
    variables: new Map(),
    directory: '',
    steps: readSteps(step, label),
    tolerates: ignored === 'ignore' ? '`on-fail: ignore`' : null,
  }
}

// A step whose condition does not hold is skipped, and the next one goes on.
function conditionOf({ step, stage }: Placed): Tree | null {
  return valueAt(step, 'condition') ?? valueAt(stage, 'condition')
}

function gatesOf({ step, stage }: Placed): Gate[] {
  return [stage, step].flatMap(tree => (tree ? [...manual(tree), ...environment(tree)] : []))
}

function manual(tree: Tree): Gate[] {
  const trigger = valueAt(tree, 'trigger')
  if (!trigger || textOf(trigger) !== 'manual') return []
  const says = 'it waits for a click (`trigger: manual`)'
  return [{ kind: 'approval', name: constant('manual'), span: trigger.span, says }]
}

function environment(tree: Tree): Gate[] {
  const deployment = valueAt(tree, 'deployment')
  const name = textOf(deployment) ?? textOf(valueAt(deployment, 'name'))
  if (!deployment || name === null) return []
  const span: Span = deployment.span
  const says =
    'it names an environment, whose permissions are in the settings of the repository and not in the file'
  return [{ kind: 'environment', name: dollarText(name), span, says }]
}
