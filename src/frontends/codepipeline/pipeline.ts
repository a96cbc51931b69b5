import { constant, type SourceFile, type Span, type Value } from '../../program'
import { commandSteps } from '../codebuild/commands'
import type { Gate, Job, Need, Pipeline, Step, Trigger } from '../pipelines/pipeline'
import { onSuccess, shown, stepOf } from '../pipelines/scripts'
import { entriesOf, itemsOf, type Tree, textOf } from '../pipelines/yaml'
import { at, itemsMaybe, nameIn, valueOfTree } from './intrinsics'
import type { Project } from './projects'
import { type StackAction, stackSteps } from './stacks'

/** What a template says besides the pipeline. */
export interface Known {
  readonly parameters: ReadonlyMap<string, Value>
  readonly projects: readonly Project[]
  /** The files of the repository. */
  readonly tree: readonly SourceFile[]
  /**
   * For how many others the actions of the file may still wait. One more than may be is listed, by which whoever makes
   * units of them sees that some are missing.
   */
  readonly waiting: { left: number }
}

/** A pipeline of stages: a job for each action. */
export function readPipeline(tree: Tree, name: string, label: string, known: Known): Pipeline {
  const { file } = tree.reader
  const actions = actionsIn(at(tree, 'Stages'))
  const sources = actions.filter(({ category }) => category === 'Source')
  return {
    label,
    file,
    span: tree.span,
    name,
    triggers: triggersOf(sources, tree.span),
    variables: new Map(),
    inputs: new Map(),
    jobs: actions.flatMap(action => (action.category === 'Source' ? [] : [jobOf(action, actions, known)])),
    inert: null,
  }
}

interface Action {
  readonly id: string
  readonly tree: Tree
  readonly category: string
  readonly provider: string
  readonly stage: number
  /** Those of a stage with the same number run side by side. */
  readonly order: number
  /** Whether no condition of the template leaves it out. */
  readonly certain: boolean
}

function actionsIn(stages: Tree | null): Action[] {
  return itemsMaybe(stages).flatMap(({ tree: stage, certain }, index) =>
    itemsMaybe(at(stage, 'Actions')).flatMap(({ tree, certain: sure }): Action[] => {
      const type = at(tree, 'ActionTypeId')
      if (!type) return []
      const written = (part: string): string => textOf(at(type, part)) ?? ''
      const id = `${textOf(at(stage, 'Name')) ?? `stage ${index + 1}`}/${textOf(at(tree, 'Name')) ?? 'action'}`
      const order = Number(textOf(at(tree, 'RunOrder')) ?? 1) || 1
      const [category, provider] = [written('Category'), written('Provider')]
      return [{ id, tree, category, provider, stage: index, order, certain: certain && sure }]
    }),
  )
}

function triggersOf(sources: readonly Action[], span: Span): Trigger[] {
  if (sources.length === 0) return [{ event: 'other', says: 'when it is started', span }]
  return sources.map(({ provider, tree }) => ({
    event: /^(CodeCommit|GitHub|CodeStarSourceConnection|Bitbucket)$/.test(provider) ? 'push' : 'other',
    says: `when its source changes (\`${shown(provider)}\`)`,
    span: tree.span,
  }))
}

function jobOf(action: Action, all: readonly Action[], known: Known): Job {
  const { id, tree } = action
  const { span } = tree
  return {
    id,
    label: id,
    span,
    needs: needsOf(action, all, known),
    condition: { ...onSuccess(span), test: action.certain ? null : { kind: 'unknown' } },
    gates: gatesOf(action),
    variables: new Map(),
    directory: '',
    steps: stepsOf(action, all, known),
    tolerates: null,
  }
}

function needsOf({ stage, order, tree }: Action, all: readonly Action[], { waiting }: Known): Need[] {
  const needs: Need[] = []
  for (const other of all) {
    if (waiting.left <= 0) break
    const before = other.stage < stage || (other.stage === stage && other.order < order)
    if (!before || other.category === 'Source') continue
    const regardless = other.certain ? null : 'a condition of the template may leave that action out'
    needs.push({ job: other.id, regardless, span: tree.span })
    waiting.left -= 1
  }
  return needs
}

// https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-action-add.html
function gatesOf({ category, provider, tree }: Action): Gate[] {
  if (category !== 'Approval' || provider !== 'Manual') return []
  const says = 'it waits until a person approves (`Category: Approval`)'
  return [{ kind: 'approval', name: constant('approval'), span: tree.span, says }]
}

function stepsOf({ category, provider, tree, id }: Action, all: readonly Action[], known: Known): Step[] {
  const { span } = tree
  if (category === 'Approval') return []
  const configuration = at(tree, 'Configuration')
  if (provider === 'Commands')
    return commandSteps(itemsOf(at(tree, 'Commands') ?? at(configuration, 'Commands')), id, {
      name: 'sh',
      shared: true,
    })
  if (category === 'Deploy' && provider === 'CloudFormation') {
    const others = all.filter(other => other.provider === provider).map(stackAction)
    const steps = stackSteps({ id, span, configuration }, others, known.parameters, known.tree)
    if (steps) return steps
  }
  const project = provider === 'CodeBuild' ? projectOf(at(configuration, 'ProjectName'), known) : null
  const own = environmentOf(at(configuration, 'EnvironmentVariables'))
  if (project?.unit) {
    const variables = new Map([...project.variables, ...own])
    return [stepOf(id, { kind: 'call', name: project.unit, inputs: new Map(), span }, span, { variables })]
  }
  const inputs = new Map(
    entriesOf(configuration).map(({ key, value }) => [key, valueOfTree(value, known.parameters)] as const),
  )
  return [stepOf(id, { kind: 'uses', name: `${category}/${provider}`, inputs, span }, span)]
}

function stackAction({ id, tree }: Action): StackAction {
  return { id, span: tree.span, configuration: at(tree, 'Configuration') }
}

function projectOf(tree: Tree | null, { projects }: Known): Project | null {
  const named = nameIn(tree)
  const text = textOf(tree)
  return (
    projects.find(({ id, name }) => id === named || (named === null && text !== null && name === text)) ??
    null
  )
}

// A list of names and values, as JSON in a text.
function environmentOf(tree: Tree | null): [string, Value][] {
  const text = textOf(tree) ?? ''
  return [...text.matchAll(/\{[^{}]*\}/g)].flatMap(([item]): [string, Value][] => {
    const field = (key: string): string | undefined =>
      new RegExp(`"${key}"\\s*:\\s*"([^"\\\\]*)"`).exec(item)?.[1]
    const [name, value, type] = [field('name'), field('value'), field('type') ?? 'PLAINTEXT']
    if (name === undefined || value === undefined || type !== 'PLAINTEXT' || value.includes('${')) return []
    return [[name, constant(value)]]
  })
}
