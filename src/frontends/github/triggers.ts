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

/** How pull requests start a workflow. */
export interface PullRequests {
  /** The names of the events by which they do. */
  readonly names: readonly string[]
  /** Whether each run is one of what is proposed: not of the branch that it is meant for, or was merged into. */
  readonly proposes: boolean
}

/** How pull requests start it. A run on a closed one may be of the branch that it was merged into. */
export function pullRequestsIn(on: Tree | null): PullRequests {
  const written = isMapping(on) ? entriesOf(on).map(({ key }) => key) : listOf(on).map(textOf)
  const names = ['pull_request', 'pull_request_target'].filter(name => written.includes(name))
  const types = listOf(valueAt(on, 'pull_request', 'types')).map(textOf)
  const isOpen = types.every(type => type !== null && type !== 'closed')
  return { names, proposes: isOpen && !names.includes('pull_request_target') }
}

function triggersOf(event: string, filter: Tree | null): Omit<Trigger, 'span'>[] {
  switch (event) {
    case 'push':
      return pushes(filter)
    case 'pull_request':
    case 'pull_request_target':
      return proposals(filter)
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

// What happens to pull requests that are open. A label is put on one that was merged too.
const whileOpen = /^(opened|reopened|synchronize|ready_for_review|converted_to_draft)$/

// Who waits for the end of a pull request waits for its merge.
function proposals(filter: Tree | null): Omit<Trigger, 'span'>[] {
  const types = listOf(valueAt(filter, 'types')).map(type => textOf(type) ?? '')
  const where = branchesOf(filter)
  const says = `once a pull request${where === '' ? '' : ` to ${where}`} is merged`
  const found: Omit<Trigger, 'span'>[] = []
  if (types.length === 0 || types.some(type => type !== 'closed'))
    found.push({ event: 'pull-request', says: 'on a pull request' })
  if (types.some(type => !whileOpen.test(type))) found.push({ event: 'merge', says })
  return found
}

function branchesOf(filter: Tree | null): string {
  const branches = listOf(valueAt(filter, 'branches')).flatMap(item => textOf(item) ?? [])
  return branches.map(branch => `\`${branch.replaceAll('`', "'").slice(0, 40)}\``).join(', ')
}

function pushes(filter: Tree | null): Omit<Trigger, 'span'>[] {
  const found: Omit<Trigger, 'span'>[] = []
  const onlyTags = valueAt(filter, 'tags') !== null && valueAt(filter, 'branches') === null
  if (!onlyTags) {
    const where = branchesOf(filter)
    found.push({ event: 'push', says: where === '' ? 'on every push' : `on a push to ${where}` })
  }
  if (valueAt(filter, 'tags') !== null) found.push({ event: 'tag', says: 'when a tag is pushed' })
  return found
}
