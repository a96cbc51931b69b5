import type { Value } from '../../program'
import { folderOf } from '../github/steps'
import type { Job, Pipeline, Step, Variables } from '../pipelines/pipeline'
import { dollarText, dollarVariables, onSuccess, stepOf } from '../pipelines/scripts'
import { booleanOf, isList, itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { commandOf } from './commands'

/** A build as a pipeline: one job, or one for each step where `waitFor` changes the order. */
export function readBuild(tree: Tree): Pipeline {
  const { file } = tree.reader
  const variables = dollarVariables(valueAt(tree, 'substitutions'))
  const steps = itemsOf(valueAt(tree, 'steps'))
  const shared = environmentOf(valueAt(tree, 'options', 'env'), variables)
  const read = (step: Tree, index: number): Step[] => readStep(step, index, variables)
  const ordered = steps.every(step => valueAt(step, 'waitFor') === null)
  const whole = jobOf('build', valueAt(tree, 'steps') ?? tree, steps.flatMap(read))
  const jobs = ordered
    ? [whole]
    : steps.map((step, i) => ({
        ...jobOf(nameOf(step, i), step, read(step, i)),
        needs: needsOf(steps, i),
      }))
  return {
    label: file.path,
    file,
    span: tree.span,
    name: file.path,
    // What starts a build is set outside of the repository, and so is whether it waits for an approval.
    triggers: [{ event: 'other', says: 'when its trigger in Cloud Build fires', span: tree.span }],
    variables: new Map([...variables, ...shared]),
    inputs: new Map(),
    jobs,
    inert: null,
  }
}

function jobOf(id: string, { span }: Tree, steps: readonly Step[]): Job {
  return {
    id,
    label: id,
    span,
    needs: [],
    condition: onSuccess(span),
    gates: [],
    variables: new Map(),
    directory: '',
    steps,
    tolerates: null,
  }
}

function nameOf(step: Tree, index: number): string {
  return textOf(valueAt(step, 'id')) ?? `step ${index + 1}`
}

// Without `waitFor` a step waits for all before it; `-` stands for the start of the build.
// https://cloud.google.com/build/docs/configuring-builds/configure-build-step-order
function needsOf(steps: readonly Tree[], index: number): Job['needs'] {
  const step = steps[index]
  if (!step) return []
  const waits = valueAt(step, 'waitFor')
  const named = waits && listOf(waits).flatMap(item => textOf(item) ?? [])
  const { span } = waits ?? step
  return steps.flatMap((other, i) => {
    const id = nameOf(other, i)
    const waited = named && named.length > 0 ? named.includes(id) && i !== index : i < index
    return waited ? [{ job: id, regardless: tolerated(other), span }] : []
  })
}

function tolerated(step: Tree): string | null {
  if (booleanOf(valueAt(step, 'allowFailure')) === true) return '`allowFailure: true`'
  const codes = valueAt(step, 'allowExitCodes')
  return isList(codes) && itemsOf(codes).length > 0 ? '`allowExitCodes`' : null
}

function readStep(step: Tree, index: number, substitutions: Variables): Step[] {
  const action = commandOf(step)
  if (!action) return []
  const place = textOf(valueAt(step, 'dir'))
  return [
    stepOf(nameOf(step, index), action, step.span, {
      variables: environmentOf(valueAt(step, 'env'), substitutions),
      ...(place !== null && { directory: folderOf(place.replace(/^\/workspace\/?/, '')) }),
      tolerates: tolerated(step),
    }),
  ]
}

// `env` is a list of `NAME=value`.
function environmentOf(list: Tree | null, substitutions: Variables): Variables {
  const found = itemsOf(list).flatMap((item): [string, Value][] => {
    const [, name, value = ''] = /^(\w+)=([\s\S]*)$/.exec(textOf(item) ?? '') ?? []
    return name === undefined ? [] : [[name, dollarText(value, substitutions)]]
  })
  return new Map(found)
}
