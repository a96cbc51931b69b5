import { constant, type Span, type Value } from '../../program'
import { type Flow, type Job, local, type Pipeline, type Step, type Variables } from '../pipelines/pipeline'
import { dollarVariables, onSuccess, stepOf } from '../pipelines/scripts'
import { listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { commandSteps, type Shell } from './commands'

/** A build specification as a pipeline of one job. */
export function readBuildspec(tree: Tree, name: string): Pipeline {
  const { file } = tree.reader
  return {
    label: file.path,
    file,
    span: tree.span,
    name,
    triggers: [{ event: 'other', says: 'when its project in CodeBuild is built', span: tree.span }],
    variables: dollarVariables(valueAt(tree, 'env', 'variables')),
    inputs: new Map(),
    jobs: [jobOf(tree)],
    inert: null,
  }
}

function jobOf(tree: Tree): Job {
  const { span } = valueAt(tree, 'phases') ?? tree
  const shell: Shell = {
    name: textOf(valueAt(tree, 'env', 'shell')) ?? 'sh',
    shared: textOf(valueAt(tree, 'version')) !== '0.1',
  }
  const phase = (key: string): Phase => readPhase(tree, key, shell)
  return {
    id: 'build',
    label: 'build',
    span,
    needs: [],
    condition: onSuccess(span),
    gates: [],
    variables: new Map(),
    directory: '',
    steps: [
      ...one(phase('install')),
      ...one(phase('pre_build')),
      ...lastPhases(phase('build'), phase('post_build')),
    ],
    tolerates: null,
  }
}

interface Phase {
  readonly name: string
  readonly span: Span
  readonly steps: readonly Step[]
  readonly onFailure: 'abort' | 'continue' | null
}

function readPhase(tree: Tree, name: string, shell: Shell): Phase {
  const phase = valueAt(tree, 'phases', name)
  const span = (phase ?? tree).span
  const main = commandSteps(listOf(valueAt(phase, 'commands')), name, shell)
  const last = commandSteps(listOf(valueAt(phase, 'finally')), name, shell)
  const ends: Step[] =
    last.length > 0 ? [group([...last], span, { condition: { ...onSuccess(span), after: 'always' } })] : []
  const written = textOf(valueAt(phase, 'on-failure'))?.toLowerCase()
  const onFailure = written === 'abort' || written === 'continue' ? written : null
  const steps = ends.length > 0 ? [group(main, span), ...ends] : main
  return { name, span, steps, onFailure }
}

function group(steps: readonly Step[], span: Span, more: Partial<Step> = {}): Step {
  return stepOf('', { kind: 'group', steps, left: false }, span, more)
}

const goesOn = '`on-failure: CONTINUE`'

function one({ steps, span, onFailure }: Phase): Step[] {
  if (steps.length === 0) return []
  return onFailure === 'continue' ? [group(steps, span, { tolerates: goesOn })] : [...steps]
}

// `post_build` runs although `build` failed, unless that is told to abort; the phases before end the build by themselves.
// https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details-phases.html
function lastPhases(build: Phase, post: Phase): Step[] {
  if (post.steps.length === 0 || build.steps.length === 0 || build.onFailure !== null)
    return [...one(build), ...one(post)]
  const set = (value: string): Step =>
    flow({ kind: 'set', name: succeeding, value: constant(value) }, build.span)
  const attempted: Flow = {
    kind: 'attempt',
    steps: [...build.steps, set('1')],
    rescue: [set('0')],
    last: [],
  }
  const known: Variables = new Map([[succeeding, local(succeeding)]])
  const after = one(post).map(step => withVariables(step, known))
  return [flow(attempted, build.span), ...after, flow(endOf(build.span), build.span)]
}

function flow(action: Flow, span: Span): Step {
  return stepOf('', action, span)
}

// The build has failed where `build` has, whatever came of `post_build`.
function endOf(span: Span): Flow {
  const operands: Value[] = [local(succeeding), constant('1')]
  const test: Value = { kind: 'operation', operator: '==', operands, span }
  return { kind: 'choice', test, yes: [], no: [flow({ kind: 'fail', span }, span)], span }
}

// https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
const succeeding = 'CODEBUILD_BUILD_SUCCEEDING'

function withVariables(step: Step, variables: Variables): Step {
  const { action } = step
  const inner: Step['action'] =
    action.kind === 'group'
      ? { ...action, steps: action.steps.map(one => withVariables(one, variables)) }
      : action
  return { ...step, action: inner, variables: new Map([...step.variables, ...variables]) }
}
