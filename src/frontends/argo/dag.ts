import type { Need } from '../pipelines/pipeline'
import { shown } from '../pipelines/scripts'
import { itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { allOf, type Depends, readDepends } from './depends'
import { addNotice, type Exits, type Place, type Run, withinLimit } from './expand'
import { expandItem, type Item, itemOf } from './items'

interface Task extends Item {
  readonly depends: Depends
}

interface Graph {
  readonly run: Run
  readonly place: Place
  readonly tasks: ReadonlyMap<string, Task>
  readonly exits: Map<string, Exits>
  readonly needs: Map<string, readonly Need[]>
}

/** The jobs of a `dag`: each behind the tasks that it depends on. */
export function expandDag(run: Run, place: Place, template: Tree): Exits {
  const list = withinLimit(run, itemsOf(valueAt(template, 'dag', 'tasks')), place.span)
  const names = list.flatMap(tree => textOf(valueAt(tree, 'name')) ?? [])
  const tasks = new Map(
    list.map(tree => {
      const item = itemOf(run, tree, place)
      return [item.name, { ...item, depends: dependsOf(run, tree, names) }]
    }),
  )
  const graph: Graph = { run, place, tasks, exits: new Map(), needs: new Map() }
  for (const name of tasks.keys()) visit(graph, name, [])
  const awaited = new Set([...tasks.values()].flatMap(task => task.depends.tasks))
  const target = (textOf(valueAt(template, 'dag', 'target')) ?? '')
    .split(/\s+/)
    .filter(name => tasks.has(name))
  const last = target.length > 0 ? target : [...tasks.keys()].filter(name => !awaited.has(name))
  return unique(last.flatMap(name => needsOn(graph, null, name)))
}

function dependsOf(run: Run, tree: Tree, names: readonly string[]): Depends {
  const written = valueAt(tree, 'depends')
  const text = textOf(written)
  if (!written || text === null || text.trim() === '')
    return allOf(listOf(valueAt(tree, 'dependencies')).flatMap(item => textOf(item) ?? []))
  const read = readDepends(text, names)
  if (!read)
    addNotice(run, written.span, 'syntax', 'This `depends` is no expression; the task may start at any time.')
  return read ?? allOf([])
}

// Those before it come first; `within` are those that wait for it.
function visit(graph: Graph, name: string, within: readonly string[]): void {
  const task = graph.tasks.get(name)
  if (!task || graph.exits.has(name)) return
  if (within.includes(name) || within.length > 500) {
    addNotice(graph.run, task.tree.span, 'unsupported', `The task \`${shown(name)}\` waits for itself.`)
    return
  }
  for (const other of task.depends.tasks) visit(graph, other, [...within, name])
  const needs = unique(task.depends.tasks.flatMap(other => needsOn(graph, task, other)))
  graph.needs.set(name, needs)
  graph.exits.set(name, expandItem(graph.run, graph.place, task, [...graph.place.needs, ...needs]))
}

// A task that was skipped or failed had its turn, and so those before it had gone as it asked.
function needsOn(graph: Graph, task: Task | null, name: string): Need[] {
  const other = graph.tasks.get(name)
  if (!other) return []
  const why = whyOpen(task, other)
  const exits = (graph.exits.get(name) ?? []).map(exit => ({ ...exit, regardless: why ?? exit.regardless }))
  const ran = task === null || !task.depends.startsAfter(name, 'Omitted')
  return why !== null && ran ? [...exits, ...(graph.needs.get(name) ?? [])] : exits
}

function whyOpen(task: Task | null, other: Task): string | null {
  if (task?.when && !task.when.afterFailureOf(other.name)) return null
  const starts = task?.depends.startsAfter ?? allOf([other.name]).startsAfter
  const ended = (['Failed', 'Errored', 'Omitted'] as const).find(end => starts(other.name, end))
  if (ended !== undefined) {
    const written = shown(textOf(valueAt(task?.tree ?? other.tree, 'depends')) ?? '')
    return `\`depends: ${written}\``
  }
  if (other.tolerates !== null && valueAt(task?.tree ?? null, 'depends') === null) return other.tolerates
  const same = task !== null && task.skips !== null && task.skips === other.skips
  return starts(other.name, 'Skipped') && !same ? other.skips : null
}

function unique(needs: readonly Need[]): Need[] {
  const found = new Map<string, Need>()
  for (const need of needs) {
    const known = found.get(need.job)
    if (!known || (known.regardless !== null && need.regardless === null)) found.set(need.job, need)
  }
  return [...found.values()]
}
