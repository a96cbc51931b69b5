import type { Span } from '../../program'
import type { Trigger } from '../pipelines/pipeline'
import { booleanOf, isMapping, itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

type Said = Omit<Trigger, 'span'>

/** What starts a pipeline. Whoever may, can start each by hand. https://learn.microsoft.com/azure/devops/pipelines/build/triggers */
export function readTriggers(root: Tree): readonly Trigger[] {
  const place = (key: string): Span => valueAt(root, key)?.span ?? root.span
  const at = (key: string, said: readonly Said[]): Trigger[] =>
    said.map(one => ({ ...one, span: place(key) }))
  return [
    ...at('trigger', pushes(valueAt(root, 'trigger'))),
    ...at('pr', pullRequests(valueAt(root, 'pr'))),
    ...at(
      'schedules',
      itemsOf(valueAt(root, 'schedules')).map(() => ({ event: 'schedule', says: 'on a schedule' })),
    ),
    ...at('resources', resources(valueAt(root, 'resources'))),
    { event: 'manual', says: 'by hand', span: root.span },
  ]
}

function isNone(tree: Tree | null): boolean {
  const [only, ...others] = listOf(tree)
  return only !== undefined && others.length === 0 && textOf(only)?.trim().toLowerCase() === 'none'
}

// Without `trigger` every push to every branch starts it.
function pushes(trigger: Tree | null): Said[] {
  if (isNone(trigger)) return []
  const branches = names(isMapping(trigger) ? valueAt(trigger, 'branches', 'include') : trigger)
  const tags = names(valueAt(trigger, 'tags', 'include') ?? valueAt(trigger, 'tags'))
  const ofTags = branches.filter(name => name.startsWith('refs/tags/'))
  const plain = branches.filter(name => !name.startsWith('refs/tags/'))
  const onlyTags = plain.length === 0 && (tags.length > 0 || ofTags.length > 0)
  const where = plain.map(name => `\`${name.replaceAll('`', "'").slice(0, 40)}\``).join(', ')
  const push: Said = { event: 'push', says: where === '' ? 'on every push' : `on a push to ${where}` }
  const tag: Said = { event: 'tag', says: 'when a tag is pushed' }
  return [...(onlyTags ? [] : [push]), ...(tags.length > 0 || ofTags.length > 0 ? [tag] : [])]
}

function names(tree: Tree | null): string[] {
  return listOf(tree).flatMap(item => textOf(item) ?? [])
}

// Without `pr` the pull requests of a repository on GitHub start it.
function pullRequests(pr: Tree | null): Said[] {
  return isNone(pr) ? [] : [{ event: 'pull-request', says: 'on a pull request' }]
}

function resources(tree: Tree | null): Said[] {
  const started = (key: string): boolean =>
    itemsOf(valueAt(tree, key)).some(item => {
      const trigger = valueAt(item, 'trigger')
      return trigger !== null && !isNone(trigger) && booleanOf(trigger) !== false
    })
  const found: Said[] = []
  if (started('pipelines')) found.push({ event: 'pipeline', says: 'when another pipeline has ended' })
  if (started('repositories')) found.push({ event: 'push', says: 'on a push to another repository' })
  if (['builds', 'containers', 'packages'].some(started) || itemsOf(valueAt(tree, 'webhooks')).length > 0)
    found.push({ event: 'other', says: 'when something outside of the repository changes' })
  return found
}
