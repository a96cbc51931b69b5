import type { Trigger } from '../pipelines/pipeline'
import { entriesOf, isMapping, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What starts a workflow. */
export function readTriggers(on: Tree | null): readonly Trigger[] {
  if (!on) return []
  if (isMapping(on))
    return entriesOf(on).flatMap(({ key, at, value }) =>
      triggersOf(key, value).map(t => ({ ...t, span: at })),
    )
  return listOf(on).flatMap(item =>
    triggersOf(textOf(item) ?? '', null).map(t => ({ ...t, span: item.span })),
  )
}

/** Whether each run on a pull request is one of what it proposes. One of a closed pull request may be of the branch it was merged into. */
export function onlyProposes(on: Tree | null): boolean {
  if (!on) return true
  const names = isMapping(on) ? entriesOf(on).map(({ key }) => key) : listOf(on).map(textOf)
  const types = listOf(valueAt(on, 'pull_request', 'types')).map(textOf)
  return !names.includes('pull_request_target') && types.every(type => type !== null && type !== 'closed')
}

function triggersOf(event: string, filter: Tree | null): Omit<Trigger, 'span'>[] {
  switch (event) {
    case 'push':
      return pushes(filter)
    case 'pull_request':
    case 'pull_request_target':
      return [{ event: 'pull-request', says: 'on a pull request' }]
    case 'release':
      return [{ event: 'release', says: 'when a release is published' }]
    case 'schedule':
      return [{ event: 'schedule', says: 'on a schedule' }]
    case 'workflow_dispatch':
      return [{ event: 'manual', says: 'by hand' }]
    case 'workflow_run':
      return [{ event: 'pipeline', says: 'when another workflow has ended' }]
    case 'workflow_call':
      return [{ event: 'call', says: 'when another workflow calls it' }]
    default:
      return [{ event: 'other', says: `on \`${event.replaceAll('`', "'").slice(0, 40)}\`` }]
  }
}

function pushes(filter: Tree | null): Omit<Trigger, 'span'>[] {
  const named = (key: string): string[] => listOf(valueAt(filter, key)).flatMap(item => textOf(item) ?? [])
  const branches = named('branches')
  const found: Omit<Trigger, 'span'>[] = []
  const onlyTags = valueAt(filter, 'tags') !== null && valueAt(filter, 'branches') === null
  if (!onlyTags) {
    const where = branches.map(branch => `\`${branch.replaceAll('`', "'").slice(0, 40)}\``).join(', ')
    found.push({ event: 'push', says: branches.length > 0 ? `on a push to ${where}` : 'on every push' })
  }
  if (valueAt(filter, 'tags') !== null) found.push({ event: 'tag', says: 'when a tag is pushed' })
  return found
}
