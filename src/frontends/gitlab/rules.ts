import type { Trigger } from '../pipelines/pipeline'
import {
  booleanOf,
  entriesOf,
  isList,
  isMapping,
  itemsOf,
  listOf,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { defaultBranch, proposedBranch, ruleHolds, someText, type Variable } from './expressions'
import type { Section } from './jobs'

export type Event = Trigger['event']

/** How a job comes into a pipeline. */
export type When = 'on_success' | 'on_failure' | 'always' | 'manual' | 'delayed' | 'never'

/** What may become of a job on one event: each way in which it may be added. */
export interface Ways {
  readonly event: Event
  readonly ways: readonly Way[]
  /** Whether it is in each pipeline on that event. */
  readonly sure: boolean
}

interface Way {
  readonly when: When
  readonly allowFailure: boolean
}

/** The events that pipelines are made for unless `workflow` says otherwise. */
export const usualEvents: readonly Event[] = ['push', 'tag', 'schedule', 'manual']
const allEvents: readonly Event[] = [...usualEvents, 'pull-request', 'pipeline']

/** The events on which `workflow: rules` lets a pipeline run. */
export function eventsOfWorkflow(rules: Tree | null): readonly Event[] {
  if (!isList(rules)) return usualEvents
  return allEvents.filter(event =>
    waysByRules(itemsOf(rules), event, new Map(), 'always', false).ways.some(way => way.when !== 'never'),
  )
}

/** How a job may be added on each event, where variables have these values; the others are open. */
export function waysOf(
  job: Section,
  events: readonly Event[],
  values: ReadonlyMap<string, string>,
): readonly Ways[] {
  const rules = job.get('rules') ?? null
  const when = whenOf(job.get('when') ?? null) ?? 'on_success'
  const allowed = job.get('allow_failure') ?? null
  const allowFailure = isMapping(allowed) ? allowsChecksToFail(allowed) : booleanOf(allowed)
  return events.map(event => {
    if (rules && isList(rules)) {
      return { event, ...waysByRules(flatItems(rules), event, values, when, allowFailure ?? false) }
    }
    // Outside of `rules` a manual job may be left alone: what comes later goes on.
    const usual = { when, allowFailure: allowFailure ?? when === 'manual' }
    const is = admitted(job, event)
    return { event, ways: is === false ? [] : [usual], sure: is === true }
  })
}

// What fails a check mostly ends with 1: an exception of Python, a test that fails, `false`.
function allowsChecksToFail(allowed: Tree | null): boolean {
  return listOf(valueAt(allowed, 'exit_codes')).some(code => textOf(code) === '1')
}

function flatItems(list: Tree): readonly Tree[] {
  return itemsOf(list).flatMap(item => (isList(item) ? itemsOf(item) : [item]))
}

function waysByRules(
  rules: readonly Tree[],
  event: Event,
  values: ReadonlyMap<string, string>,
  usual: When,
  allowFailure: boolean,
): Pick<Ways, 'ways' | 'sure'> {
  const ways: Way[] = []
  for (const rule of rules) {
    const answer = answerOf(rule, event, values)
    if (answer === false) continue
    const when = whenOf(valueAt(rule, 'when')) ?? usual
    ways.push({ when, allowFailure: booleanOf(valueAt(rule, 'allow_failure')) ?? allowFailure })
    if (answer === true) return { ways, sure: ways.every(way => way.when !== 'never') }
  }
  return { ways, sure: false }
}

function answerOf(rule: Tree, event: Event, values: ReadonlyMap<string, string>): boolean | null {
  const condition = textOf(valueAt(rule, 'if'))
  const others = entriesOf(rule).some(({ key }) => key === 'changes' || key === 'exists')
  const answer = condition === null ? true : ruleHolds(condition, name => variableOn(event, name, values))
  return answer === true && others ? null : answer
}

const sources: Readonly<Record<Event, string | null>> = {
  push: 'push',
  tag: 'push',
  schedule: 'schedule',
  manual: 'web',
  'pull-request': 'merge_request_event',
  pipeline: 'pipeline',
  merge: null,
  release: null,
  call: 'parent_pipeline',
  other: null,
}

// One without labels, or without somebody who has to look at it, has no such variables.
const ofEachMergeRequest = /_(I?ID|TARGET_BRANCH_NAME|REF_PATH|PROJECT_(ID|PATH|URL))$/
const ofProposedBranch = /^CI_(COMMIT_REF_(NAME|SLUG)|MERGE_REQUEST_SOURCE_BRANCH_NAME)$/

// https://docs.gitlab.com/ci/variables/predefined_variables/
function variableOn(event: Event, name: string, values: ReadonlyMap<string, string>): Variable {
  if (name === 'CI_PIPELINE_SOURCE') return sources[event] ?? 'unknown'
  if (name === 'CI_COMMIT_TAG') return event === 'tag' ? someText : event === 'manual' ? 'unknown' : null
  if (name === 'CI_COMMIT_BRANCH') {
    if (event === 'push') return someText
    return event === 'tag' || event === 'pull-request' ? null : 'unknown'
  }
  if (name === 'CI_DEFAULT_BRANCH') return defaultBranch
  if (event === 'pull-request' && ofProposedBranch.test(name)) return proposedBranch
  if (name.startsWith('CI_MERGE_REQUEST_')) {
    if (event !== 'pull-request') return null
    return ofEachMergeRequest.test(name) ? someText : 'unknown'
  }
  return name.startsWith('CI_') ? 'unknown' : (values.get(name) ?? 'unknown')
}

function whenOf(tree: Tree | null): When | null {
  const text = textOf(tree)
  const known: readonly When[] = ['on_success', 'on_failure', 'always', 'manual', 'delayed', 'never']
  return known.find(when => when === text) ?? null
}

const onlyWords: Readonly<Record<string, Event>> = {
  tags: 'tag',
  schedules: 'schedule',
  web: 'manual',
  merge_requests: 'pull-request',
  pushes: 'push',
  pipelines: 'pipeline',
}

// The older `only` and `except`: words for events, or names of branches and tags, which leave it open.
function admitted(job: Section, event: Event): boolean | null {
  const only = refsOf(job.get('only') ?? null)
  const except = refsOf(job.get('except') ?? null)
  const covers = (ref: string): boolean =>
    onlyWords[ref] === event || (ref === 'branches' && event === 'push')
  if (except.some(covers)) return false
  const asksMore = ['only', 'except'].some(key => isMapping(job.get(key) ?? null))
  const isOpen = asksMore || except.some(ref => !onlyWords[ref])
  if (only.length === 0 || only.some(covers)) return isOpen ? null : true
  const named = only.some(ref => !onlyWords[ref])
  return named && event !== 'tag' && event !== 'pull-request' ? null : false
}

function refsOf(tree: Tree | null): readonly string[] {
  const list = isMapping(tree) ? valueAt(tree, 'refs') : tree
  return listOf(list).flatMap(item => textOf(item) ?? [])
}
