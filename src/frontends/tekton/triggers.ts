import type { Trigger } from '../pipelines/pipeline'
import { shown } from '../pipelines/scripts'
import { itemsOf, keyAt, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What starts what a template describes; where no listener uses it, whoever does. https://tekton.dev/docs/triggers/triggers/ */
export function listenerTriggers(triggers: readonly Tree[], template: Tree): Trigger[] {
  const span = keyAt(template, 'kind')
  if (triggers.length === 0)
    return [{ event: 'other', says: 'when an event listener takes its template', span }]
  return triggers.flatMap(eventsOf)
}

function eventsOf(trigger: Tree): Trigger[] {
  const texts = itemsOf(valueAt(trigger, 'interceptors')).flatMap(wordsOf).join(' ')
  const name = textOf(valueAt(trigger, 'name'))
  const by = name === null ? 'the event listener' : `the event listener (\`${shown(name)}\`)`
  const { span } = trigger
  const found: Trigger[] = []
  if (/\bpush\b|Push Hook|repo:refs_changed/.test(texts))
    found.push({ event: 'push', says: `when a push reaches ${by}`, span })
  if (/Tag Push Hook|\bcreate\b/.test(texts))
    found.push({ event: 'tag', says: `when a tag reaches ${by}`, span })
  if (/pull_request|Merge Request Hook|\bpr:/.test(texts))
    found.push({ event: 'pull-request', says: `when a pull request reaches ${by}`, span })
  return found.length > 0 ? found : [{ event: 'other', says: `when an event reaches ${by}`, span }]
}

// The types of events, or the filter, of one interceptor.
function wordsOf(interceptor: Tree): string[] {
  const params = itemsOf(valueAt(interceptor, 'params')).flatMap(item => listOf(valueAt(item, 'value')))
  const older = ['github', 'gitlab', 'bitbucket'].flatMap(key =>
    listOf(valueAt(interceptor, key, 'eventTypes')),
  )
  const filter = valueAt(interceptor, 'cel', 'filter')
  return [...params, ...older, ...(filter ? [filter] : [])].flatMap(tree => textOf(tree) ?? [])
}
