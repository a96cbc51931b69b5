import { constant, type ShellMode } from '../../program'
import type { Action, Condition, Gate, Script, Step, Variables } from '../pipelines/pipeline'
import { fill } from '../pipelines/templates'
import type { Tree } from '../pipelines/yaml'
import { eventsOfBoth, noCondition, type ReadCondition, readCondition } from './conditions'
import { type Fields, fieldOf, fieldsOf, itemsIn } from './expand'
import { isCertain, type Node, note } from './scope'
import { find, type Ran, ranBy } from './tasks'
import { contextsOf, filledText, isRoot, scriptWith, staticText, valueIn } from './texts'
import { environmentOf } from './variables'

/** What steps take from the job around them. */
export interface Around {
  readonly variables: Variables
  readonly windows: boolean
  /** Whether the job runs on the server, where nobody but tasks that wait can. */
  readonly server: boolean
}

/** The steps of a job, templates taken in. */
export function readSteps(list: Node | null, job: Node, around: Around): Step[] {
  return itemsIn(list, 'steps').flatMap((node, index) => readStep(node, index, job, around) ?? [])
}

function readStep(node: Node, index: number, job: Node, around: Around): Step | null {
  const fields = fieldsOf(node)
  const directory = folderOf(find(fields, ['workingDirectory']))
  const made = actionOf(node, fields, around, directory)
  if (!made) return null
  const read = conditionOf(fields, node)
  return {
    label: labelOf(fields) ?? `step ${index + 1}`,
    span: node.tree.span,
    ...(node.scope.takenInAt && { takenInAt: node.scope.takenInAt }),
    condition: withBranches(whereEnabled(fields, read.condition), node, job),
    variables: made.variables,
    directory: made.directory ?? directory,
    tolerates: toleratedBy(fields),
    action: made.action,
  }
}

function labelOf(fields: Fields): string | null {
  const named = fieldOf(fields, 'displayName') ?? fieldOf(fields, 'name')
  return named ? staticText(named) : null
}

// What is none of both is known when the pipeline runs: `$(tolerant)`.
const yes = /^(true|yes|y|on|1)$/i
const no = /^(false|no|n|off|0)?$/i

function whereEnabled(fields: Fields, condition: Condition): Condition {
  const written = fieldOf(fields, 'enabled')
  const text = written ? (staticText(written)?.trim() ?? 'open') : ''
  if (text === '' || yes.test(text)) return condition
  if (no.test(text)) return { ...condition, test: constant(false) }
  return { ...condition, test: condition.test ?? { kind: 'unknown' } }
}

/** A condition under which a node runs at all, where a template may leave it out. */
export function withBranches(
  condition: Condition,
  node: Pick<Node, 'branches'>,
  where: Pick<Node, 'branches'>,
): Condition {
  if (isCertain(node, where.branches)) return condition
  const open = node.branches.filter(branch => !where.branches.some(({ id }) => id === branch.id))
  const events = open.reduce((both, branch) => eventsOfBoth(both, branch.events), condition.events)
  return { ...condition, events, test: condition.test ?? open[0]?.test ?? { kind: 'unknown' } }
}

/** What `condition` says. */
export function conditionOf(fields: Fields, node: Node): ReadCondition {
  const written = fieldOf(fields, 'condition')
  const own = written ? filledOf(written) : ''
  if (!written || own === '') return noCondition(node.tree.span)
  const { scope } = written
  const read = readCondition(own, contextsOf(scope, new Map()), written.tree.span, scope.variables)
  if (!read.valid)
    note(node.scope.run, written.tree, 'syntax', 'This `condition` is no expression; it may hold.')
  return read
}

function filledOf(node: Node): string {
  return filledText(scalarOf(node.tree), node.scope).trim()
}

function scalarOf({ node }: Tree): string {
  return 'value' in node && node.value !== null && node.value !== undefined ? String(node.value) : ''
}

/** What makes a failure count for nothing, in the words of the file. */
export function toleratedBy(fields: Fields): string | null {
  const written = fieldOf(fields, 'continueOnError')
  if (!written) return null
  const text = staticText(written)?.trim() ?? 'open'
  if (yes.test(text)) return '`continueOnError: true`'
  return no.test(text) ? null : '`continueOnError`, which may be true'
}

interface Made {
  readonly action: Action
  readonly variables: Variables
  readonly directory?: string | null
}

function actionOf(node: Node, fields: Fields, around: Around, directory: string | null): Made | null {
  const env = environmentOf(fieldOf(fields, 'env'), around.variables)
  for (const [key, language] of Object.entries(shortcuts(around.windows))) {
    const code = fieldOf(fields, key)
    if (code) return scriptOf({ language, code, file: null, directory: null }, env, around, directory)
  }
  const task = fieldOf(fields, 'task')
  if (task) return taskOf(node, task, fields, around, env)
  const template = fieldOf(fields, 'template')
  if (template)
    return usesOf(
      `template: ${staticText(template) ?? '?'}`,
      template,
      parametersOf(fields, around.variables),
    )
  for (const key of ['download', 'downloadBuild', 'publish', 'getPackage']) {
    const what = fieldOf(fields, key)
    if (what) return usesOf(key, what, new Map([[key, valueIn(what, around.variables)]]))
  }
  return null
}

/** What a template is given that cannot be followed. */
export function parametersOf(fields: Fields, variables: Variables): Variables {
  const given = fieldsOf(fields.get('parameters') ?? null)
  return new Map([...given].map(([key, field]) => [key, valueIn(field, variables)] as const))
}

function shortcuts(windows: boolean): Readonly<Record<string, Script['language']>> {
  return { script: windows ? 'cmd' : 'shell', bash: 'shell', pwsh: 'powershell', powershell: 'powershell' }
}

function usesOf(name: string, { tree }: Node, inputs: Variables): Made {
  return { action: { kind: 'uses', name, inputs, span: tree.span }, variables: new Map() }
}

function taskOf(node: Node, task: Node, fields: Fields, around: Around, env: Variables): Made {
  const name = staticText(task)?.trim() ?? '?'
  const inputs = fieldsOf(fields.get('inputs') ?? null)
  if (around.server && /^ManualValidation(@|$)/i.test(name)) {
    const action: Action = { kind: 'gate', gate: validationOf(node, inputs) }
    return { action, variables: env }
  }
  const ran = ranBy(name, inputs)
  if (ran) {
    const windows = around.windows && /^CmdLine(@|$)/i.test(name)
    const directory = folderOf(ran.directory)
    const made = scriptOf(windows ? { ...ran, language: 'cmd' } : ran, env, around, directory)
    return { ...made, directory }
  }
  const given = [...inputs].map(([key, field]) => [key, valueIn(field, around.variables)] as const)
  return { ...usesOf(name, task, new Map(given)), variables: env }
}

// https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/manual-validation-v1
function validationOf({ tree }: Node, inputs: Fields): Gate {
  const timeout = find(inputs, ['onTimeout'])
  const answer = timeout ? staticText(timeout)?.trim().toLowerCase() : 'reject'
  const { span } = tree
  const name = constant('ManualValidation')
  if (answer === 'reject' || answer === '')
    return { kind: 'approval', name, span, says: 'it waits until a person approves (`ManualValidation`)' }
  return { kind: 'timer', name, span, says: 'it goes on by itself after a while (`onTimeout: resume`)' }
}

// A script ends with the status of its last command. https://github.com/microsoft/azure-pipelines-agent/issues/1803
const mode: ShellMode = { errexit: false, pipefail: false }

function scriptOf(ran: Ran, env: Variables, around: Around, directory: string | null): Made {
  const root = rootFrom(directory)
  const { placed, variables } = scriptWith(ran.code, around.variables, root)
  const started = ran.file ? fileLine(ran, placed, around, root) : { text: placed, variables: [] }
  const { span } = ran.code.tree
  const action: Script = { kind: 'script', language: ran.language, shell: mode, ...started.text, span }
  return { action, variables: new Map([...variables, ...started.variables, ...env]) }
}

// The line that starts a file: its path stands where the pipeline names it.
function fileLine(
  { file }: Ran,
  path: Pick<Script, 'text' | 'pieces'>,
  around: Around,
  root: string,
): { text: Pick<Script, 'text' | 'pieces'>; variables: Variables | [] } {
  const given = file?.arguments ? scriptWith(file.arguments, around.variables, root) : null
  const end = path.text.length
  const rest = given ? ` ${given.placed.text.split(/\n\s*/).join(' ')}` : ''
  const line = fill(path, [
    { start: 0, end: 0, text: `${file?.runner ?? ''} ` },
    { start: end, end, text: rest },
  ])
  return { text: line, variables: given?.variables ?? [] }
}

function rootFrom(directory: string | null): string {
  if (directory === null || directory === '') return '.'
  return directory
    .split('/')
    .map(() => '..')
    .join('/')
}

/** A folder as it is written, from the root; `null` where it is computed or leads elsewhere. */
export function folderOf(node: Node | null): string | null {
  if (!node) return ''
  const text = staticText(node)
  if (text === null) return null
  const plain = text
    .trim()
    .replaceAll('\\', '/')
    .replace(/^\$\(Pipeline\.Workspace\)\/s(?=\/|$)/i, '')
    .replace(/^\$\(([\w.]+)\)/, (whole, name: string) => (isRoot(name) ? '' : whole))
    .replace(/^\.?\/+/, '')
    .replace(/^\.$/, '')
    .replace(/(?<!\/)\/+$/, '')
  return /^[~$]|\$\(|(^|\/)\.\.(\/|$)/.test(plain) || /^\s*\//.test(text) ? null : plain
}
