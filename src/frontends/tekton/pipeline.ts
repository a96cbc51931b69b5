import { lineOf } from '../../base/lines'
import type { Notice, Span } from '../../program'
import type { Job, Need } from '../pipelines/pipeline'
import { onSuccess, shown } from '../pipelines/scripts'
import { itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import type { Library } from './library'
import { paramsOf, type Scope } from './scope'
import { customOf, type Doing, doingOf, givenScript, nothing } from './task'
import { readWhen, type When } from './when'

/** What reading one pipeline takes. */
export interface Around {
  readonly prefix: string
  readonly scope: Scope
  readonly library: Library
  readonly notices: Notice[]
}

interface Task {
  readonly name: string
  readonly tree: Tree
  readonly when: When
  /** Tasks before it: by order, or since it uses what they give. */
  readonly after: ReadonlyMap<string, 'order' | 'results'>
}

interface Graph {
  readonly tasks: ReadonlyMap<string, Task>
  readonly closing: ReadonlySet<string>
}

const deepest = 500
const mostTasks = 500

/** The jobs of a pipeline: one for each task. */
export function readJobs(spec: Tree, around: Around): Job[] {
  const list = withinLimit(around, valueAt(spec, 'tasks'))
  const tasks = new Map(list.map(tree => [nameOf(tree), taskOf(tree, around)]))
  const last = withinLimit(around, valueAt(spec, 'finally')).map(tree => taskOf(tree, around))
  const closing = findCycles(tasks, around)
  return [
    ...[...tasks.values()].map(task =>
      jobOf(task, needsOf(task, { tasks, closing }, around, new Set()), around),
    ),
    ...last.map(task =>
      jobOf(
        task,
        [...tasks.values()].flatMap(other => needAtEnd(task, other, around)),
        around,
      ),
    ),
  ]
}

function withinLimit({ library, notices }: Around, list: Tree | null): readonly Tree[] {
  const items = itemsOf(list)
  const most = Math.max(0, Math.min(mostTasks, library.left))
  library.left -= items.length
  if (list && items.length > most)
    addNotice(notices, list.span, 'limit', 'There are more tasks than can be followed.')
  return items.slice(0, most)
}

function nameOf(tree: Tree): string {
  return textOf(valueAt(tree, 'name')) ?? ''
}

function taskOf(tree: Tree, { scope }: Around): Task {
  const after = new Map<string, 'order' | 'results'>()
  for (const item of listOf(valueAt(tree, 'runAfter'))) after.set(textOf(item) ?? '', 'order')
  const { file } = tree.reader
  const used = ['params', 'matrix', 'when'].flatMap(key => valueAt(tree, key) ?? [])
  for (const { span } of used)
    for (const [, name = ''] of file.text
      .slice(span.start, span.end)
      .matchAll(/\$\(tasks\.([\w-]+)\.results\b/g))
      after.set(name, 'results')
  return { name: nameOf(tree), tree, when: readWhen(tree, scope), after }
}

// A task that was skipped or whose failure is tolerated had its turn, and so those before it had gone well.
function needsOf(task: Task, graph: Graph, around: Around, seen: Set<string>): readonly Need[] {
  return [...task.after].flatMap(([name, how]): readonly Need[] => {
    const other = graph.tasks.get(name)
    if (!other || seen.has(name) || graph.closing.has(`${task.name} ${name}`)) return []
    seen.add(name)
    const why = whyOpen(task, other, how)
    const need: Need = { job: `${around.prefix}/${name}`, regardless: why, span: spanOf(task, name) }
    return why === null ? [need] : [need, ...needsOf(other, graph, around, seen)]
  })
}

// What a task of the outside is asked to wait for stands where it is named.
function spanOf({ tree }: Task, name: string): Span {
  return listOf(valueAt(tree, 'runAfter')).find(item => textOf(item) === name)?.span ?? tree.span
}

// Whoever runs after a task that was skipped by its own condition is not skipped with it, but for want of its results.
// https://tekton.dev/docs/pipelines/pipelines/#guarding-a-task-only
function whyOpen(task: Task, other: Task, how: 'order' | 'results'): string | null {
  if (textOf(valueAt(other.tree, 'onError')) === 'continue') return '`onError: continue`'
  const same = task.when.text !== '' && task.when.text === other.when.text
  return how === 'order' && other.when.text !== '' && !same ? '`when` may skip it' : null
}

// https://tekton.dev/docs/pipelines/pipelines/#adding-finally-to-the-pipeline
function needAtEnd({ tree, when }: Task, other: Task, { prefix }: Around): Need[] {
  const skipped = other.when.text === '' ? null : '`when` may skip it'
  const tolerated = textOf(valueAt(other.tree, 'onError')) === 'continue' ? '`onError: continue`' : null
  const named = when.succeeded.includes(other.name)
  const asked = named || when.succeeded.includes('*')
  const why = asked ? (tolerated ?? (named ? null : skipped)) : '`finally` runs whatever happened'
  return [{ job: `${prefix}/${other.name}`, regardless: why, span: tree.span }]
}

function jobOf(task: Task, needs: readonly Need[], around: Around): Job {
  const { name, tree, when } = task
  const { gates, steps } = doingIn(tree, around)
  const never = when.test?.kind === 'constant'
  return {
    id: `${around.prefix}/${name}`,
    label: name,
    span: tree.span,
    needs,
    condition: { ...onSuccess(tree.span), test: when.test },
    gates: never ? [] : gates,
    variables: new Map(),
    directory: '',
    steps,
    tolerates: null,
  }
}

function doingIn(tree: Tree, { scope, library, notices }: Around): Doing {
  const given = paramsOf(tree, scope)
  const inline = valueAt(tree, 'taskSpec')
  if (inline) return doingOf(inline, new Map([...scope, ...given]), library)
  const reference = valueAt(tree, 'taskRef')
  const name = textOf(valueAt(reference, 'name'))
  const kind = textOf(valueAt(reference, 'kind')) ?? 'Task'
  const spec = name === null ? null : library.specOf(kind, name)
  if (spec && kind.endsWith('Task')) return doingOf(spec, given, library)
  const other = (reference && customOf(reference, given, tree.span)) ?? givenScript(tree, scope)
  if (other) return other
  const what = name ?? textOf(valueAt(reference, 'resolver')) ?? nameOf(tree)
  addNotice(notices, tree.span, 'unreadable', `The task \`${shown(what)}\` is not in this repository.`)
  return nothing
}

function addNotice(notices: Notice[], { file, start }: Span, kind: Notice['kind'], message: string): void {
  const line = lineOf(file.text, start).line
  notices.push({ path: file.path, line, kind, message })
}

// The waits that would close a circle, each as the two names.
function findCycles(tasks: ReadonlyMap<string, Task>, { notices }: Around): ReadonlySet<string> {
  const done = new Set<string>()
  const closing = new Set<string>()
  const visit = (task: Task, within: readonly Task[]): void => {
    const around = [...within, task]
    for (const name of done.has(task.name) ? [] : task.after.keys()) {
      const other = tasks.get(name)
      if (other && around.length < deepest && !around.includes(other)) visit(other, around)
      else if (other) {
        closing.add(`${task.name} ${name}`)
        const message = `The task \`${shown(name)}\` waits for itself.`
        addNotice(notices, other.tree.span, 'unsupported', message)
      }
    }
    done.add(task.name)
  }
  for (const task of tasks.values()) visit(task, [])
  return closing
}
