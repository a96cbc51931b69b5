import { constant } from '../../program'
import type { Gate, Job, Need, Step, Variables } from '../pipelines/pipeline'
import { isList, listOf, textOf } from '../pipelines/yaml'
import { type Fields, fieldOf, fieldsOf, itemsIn } from './expand'
import { before, type Dependency, isSkippable, type Point } from './graph'
import type { Node } from './scope'
import { type Around, conditionOf, parametersOf, readSteps, toleratedBy, withBranches } from './steps'
import { strategyOf } from './strategy'
import { staticText, valueIn } from './texts'
import { matrixOf, variablesWith } from './variables'

/** What a job takes from the pipeline and the stage around it. */
export interface Outer {
  readonly variables: Variables
  /** The pool in which it runs unless it names one. */
  readonly pool: Node | null
}

/** A job of a stage, and how it is tied to the others. */
export interface JobPoint extends Point {
  readonly id: string
  readonly node: Node
  readonly fields: Fields
  readonly deployment: boolean
}

/** The jobs of a stage, templates taken in. */
export function jobsIn(list: Node | null, prefix: string, used: Set<string>): JobPoint[] {
  return itemsIn(list, 'jobs').map((node, index) => {
    const fields = fieldsOf(node)
    const deployment = fields.has('deployment')
    const named = fieldOf(fields, deployment ? 'deployment' : 'job')
    const name = (named && (staticText(named) ?? textOf(named.tree))) || `job ${index + 1}`
    return {
      name,
      id: unused(`${prefix}${name}`, used),
      node,
      fields,
      deployment,
      span: node.tree.span,
      branches: node.branches,
      condition: conditionOf(fields, node),
      dependsOn: dependenciesIn(fields) ?? [],
      tolerates: toleratedBy(fields),
    }
  })
}

function unused(id: string, used: Set<string>): string {
  let unique = id
  for (let n = 2; used.has(unique); n += 1) unique = `${id} ${n}`
  used.add(unique)
  return unique
}

/** What `dependsOn` names; `null` where it is not written. */
export function dependenciesIn(fields: Fields): Dependency[] | null {
  const written = fieldOf(fields, 'dependsOn')
  if (!written) return null
  const nodes = isList(written.tree)
    ? itemsIn(written, 'jobs')
    : listOf(written.tree).map(tree => ({ ...written, tree }))
  return nodes.flatMap(node => {
    const name = staticText(node)
    return name ? [{ name, span: node.tree.span, branches: node.branches }] : []
  })
}

/** A job with what has ended before it starts: `needs` are those of its stage. */
export function readJob(
  point: JobPoint,
  stage: { jobs: readonly JobPoint[]; node: Node; gates: readonly Gate[] },
  needs: readonly Need[],
  outer: Outer,
): Job {
  const { fields, node, condition } = point
  const matrix = matrixOf(fieldOf(fields, 'strategy', 'matrix'), outer.variables)
  const own = variablesWith(new Map([...outer.variables, ...matrix]), fields.get('variables') ?? null)
  const pool = fieldOf(fields, 'pool') ?? outer.pool
  const around: Around = { variables: own, windows: isWindows(pool), server: isServer(pool) }
  const work = workOf(point, node, around)
  const within = before(point, stage.jobs).map(
    ({ point: other, regardless, span }): Need => ({ job: other.id, regardless, span }),
  )
  return {
    id: point.id,
    label: point.name,
    span: (fields.get('deployment') ?? fields.get('job'))?.tree.span ?? point.span,
    needs: [...needs, ...within],
    condition: withBranches(condition.condition, node, { branches: [] }),
    gates: [...stage.gates, ...environmentGates(point, own), ...work.gates],
    variables: own,
    directory: '',
    steps: work.steps,
    tolerates: point.tolerates,
  }
}

function workOf(point: JobPoint, job: Node, around: Around): { steps: Step[]; gates: Gate[] } {
  const { fields, node } = point
  if (point.deployment) return strategyOf(fieldOf(fields, 'strategy'), job, around)
  if (fields.has('job') || fields.has('steps'))
    return { steps: readSteps(fields.get('steps') ?? null, job, around), gates: [] }
  return { steps: [opaque(node, fields, around.variables)], gates: [] }
}

/** A template that cannot be followed: what it holds is not known. */
function opaque({ tree }: Node, fields: Fields, variables: Variables): Step {
  const named = fieldOf(fields, 'template')
  const label = `template: ${(named && staticText(named)) ?? '?'}`
  return {
    label,
    span: tree.span,
    condition: { after: 'success', test: null, events: null, span: tree.span },
    variables: new Map(),
    tolerates: null,
    action: { kind: 'uses', name: label, inputs: parametersOf(fields, variables), span: tree.span },
  }
}

// A job that is no deployment knows nothing of environments.
function environmentGates(point: JobPoint, variables: Variables): Gate[] {
  const written = point.deployment ? fieldOf(point.fields, 'environment') : null
  if (!written) return []
  const named = textOf(written.tree) === null ? fieldOf(fieldsOf(written), 'name') : written
  if (!named) return []
  // `production.cluster` is a resource of `production`.
  const text = textOf(written.tree) === null ? null : staticText(named)
  const name = text === null ? valueIn(named, variables) : constant(text.split('.')[0] ?? text)
  const says =
    'it names an environment, whose approvals are in the settings of the project and not in the file'
  return [{ kind: 'environment', name, span: named.tree.span, says }]
}

function isWindows(pool: Node | null): boolean {
  const image = pool ? (fieldOf(fieldsOf(pool), 'vmImage') ?? pool) : null
  return /\b(windows|vs20\d\d)/i.test((image && staticText(image)) ?? '')
}

function isServer(pool: Node | null): boolean {
  return pool !== null && staticText(pool)?.trim().toLowerCase() === 'server'
}

/** Why a job starts although one of an earlier stage did not end well; `null` where it does not. */
export function whyPast(
  other: JobPoint,
  stage: { regardless: string | null },
  point: JobPoint,
): string | null {
  if (stage.regardless !== null) return stage.regardless
  if (isSkippable(other, point))
    return 'the condition of that job may skip it, and its stage succeeds without it'
  const [open] = other.branches.filter(branch => !point.branches.some(({ id }) => id === branch.id))
  return open ? 'a template may leave it out' : other.tolerates
}
