import type { Span } from '../../program'
import type { Job, Pipeline, Step } from '../pipelines/pipeline'
import { dollarVariables, onSuccess, stepOf } from '../pipelines/scripts'
import { listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { commandSteps, isShared, type Shell, twoPhases } from './commands'

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
      ...lastPhases(phase('build'), phase('post_build'), shell),
    ],
    tolerates: null,
  }
}

interface Phase {
  readonly name: string
  readonly span: Span
  readonly steps: readonly Step[]
  readonly main: readonly Tree[]
  readonly end: readonly Tree[]
  readonly onFailure: 'abort' | 'continue' | null
}

function readPhase(tree: Tree, name: string, shell: Shell): Phase {
  const phase = valueAt(tree, 'phases', name)
  const span = (phase ?? tree).span
  const [written, final] = [listOf(valueAt(phase, 'commands')), listOf(valueAt(phase, 'finally'))]
  const main = commandSteps(written, name, shell)
  const last = commandSteps(final, name, shell)
  const ends: Step[] =
    last.length > 0 ? [group([...last], span, { condition: { ...onSuccess(span), after: 'always' } })] : []
  const told = textOf(valueAt(phase, 'on-failure'))?.toLowerCase()
  const onFailure = told === 'abort' || told === 'continue' ? told : null
  const steps = ends.length > 0 ? [group(main, span), ...ends] : main
  return { name, span, steps, main: written, end: final, onFailure }
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
function lastPhases(build: Phase, post: Phase, shell: Shell): Step[] {
  if (post.steps.length === 0 || build.steps.length === 0 || build.onFailure !== null)
    return [...one(build), ...one(post)]
  const { span } = build
  if (isShared(shell) && post.end.length === 0 && post.onFailure === null) {
    const two = { first: build.main, end: build.end, second: post.main, told: succeeding }
    return [stepOf('build', twoPhases(two, span), span)]
  }
  const after: Step = group(one(post), post.span, { condition: { ...onSuccess(post.span), after: 'always' } })
  return [group([group(build.steps, span), after], span)]
}

// https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
const succeeding = 'CODEBUILD_BUILD_SUCCEEDING'
