import { lineOf } from '../../base/lines'
import type { Notice, Span, Value } from '../../program'
import { named } from '../kubernetes/manifests'
import type { Job, Need } from '../pipelines/pipeline'
import { onSuccess, shown } from '../pipelines/scripts'
import {
  booleanOf,
  isMapping,
  isNothing,
  itemsOf,
  listOf,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { scopeInside } from './arguments'
import { expandDag } from './dag'
import { leafOf, stepsIn } from './leaves'
import type { Library } from './library'
import type { Scope } from './scope'
import { expandSteps } from './steps'

/** One workflow while it is taken apart into jobs. */
export interface Run {
  readonly jobs: Job[]
  readonly library: Library
  readonly notices: Notice[]
  /** How many more templates may be looked into. */
  left: number
}

/** Where a template is used. */
export interface Place {
  /** Unique in the file. */
  readonly id: string
  readonly label: string
  readonly span: Span
  /** The `spec` in which templates are looked up by their names. */
  readonly home: Tree
  readonly scope: Scope
  readonly needs: readonly Need[]
  /** What must hold besides; `null` where nothing must. */
  readonly test: Value | null
  /** For what runs at the end of a workflow: its jobs, of which a condition may ask that they went well. */
  readonly ended: readonly Need[]
  /** The templates around it. */
  readonly within: readonly object[]
}

/** What others may wait for: jobs, and why these may have ended otherwise than well. */
export type Exits = readonly Need[]

/** A template by the name or in the place that a step or task gives; `null` where it has none. */
export interface Found {
  readonly template: Tree
  readonly home: Tree
}

const deepest = 30
const mostNotices = 50
const tooMany = 'The workflow is made of more templates than can be followed.'

/** The jobs of a template where it is used; those that others wait for. */
export function expand(run: Run, place: Place, found: Found | null, given: Tree | null): Exits {
  const { template, home } = found ?? { template: null, home: place.home }
  run.left -= 1
  run.library.left -= 1
  if (run.left < 0 || run.library.left < 0 || place.within.length > deepest) {
    addNotice(run, place.span, 'limit', tooMany)
    return []
  }
  if (!template || place.within.includes(template.node)) return addJob(run, place, { gates: [], steps: [] })
  const scope = scopeInside(template, given, place.scope)
  const inside: Place = { ...place, home, scope, within: [...place.within, template.node] }
  if (valueAt(template, 'steps')) return expandSteps(run, inside, template)
  if (valueAt(template, 'dag')) return expandDag(run, inside, template)
  if (valueAt(template, 'containerSet')) return expandSet(run, inside, template)
  return addJob(run, inside, leafOf(template, inside))
}

// The containers of a set start together, but for what they name.
function expandSet(run: Run, place: Place, template: Tree): Exits {
  const containers = itemsOf(valueAt(template, 'containerSet', 'containers'))
  const ids = new Map(
    containers.map((tree, i) => [textOf(valueAt(tree, 'name')) ?? '', `${place.id}/container ${i + 1}`]),
  )
  const waits = new Map(
    containers.map(tree => [
      textOf(valueAt(tree, 'name')) ?? '',
      listOf(valueAt(tree, 'dependencies')).flatMap(item => textOf(item) ?? []),
    ]),
  )
  return containers.flatMap((tree, i) => {
    const own = textOf(valueAt(tree, 'name')) ?? ''
    const needs = listOf(valueAt(tree, 'dependencies')).flatMap((item): Need[] => {
      const other = textOf(item) ?? ''
      const job = ids.get(other)
      return job === undefined || leadsTo(waits, other, own)
        ? []
        : [{ job, regardless: null, span: item.span }]
    })
    const label = `${place.label}/${textOf(valueAt(tree, 'name')) ?? i + 1}`
    const at = { ...place, id: `${place.id}/container ${i + 1}`, label, span: tree.span }
    const steps = stepsIn(tree, place)
    return addJob(run, { ...at, needs: [...place.needs, ...needs] }, { gates: [], steps })
  })
}

// Containers that wait for each other would never start.
function leadsTo(waits: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const reached = new Set([from])
  for (const name of reached) for (const next of waits.get(name) ?? []) reached.add(next)
  return reached.has(to)
}

/** As many steps or tasks as may still be looked into. */
export function withinLimit(run: Run, items: readonly Tree[], span: Span): readonly Tree[] {
  const most = Math.max(0, Math.min(run.left, run.library.left))
  if (items.length > most) addNotice(run, span, 'limit', tooMany)
  return items.slice(0, most)
}

/** The template that a step or a task names, or holds. */
export function templateOf(run: Run, { home }: Place, item: Tree): Found | null {
  const inline = valueAt(item, 'inline')
  if (inline && isMapping(inline)) return { template: inline, home }
  const reference = valueAt(item, 'templateRef')
  const name = textOf(valueAt(reference ?? item, 'template'))
  const from = textOf(valueAt(reference, 'name'))
  const spec =
    from === null ? home : run.library.specOf(from, booleanOf(valueAt(reference, 'clusterScope')) === true)
  const template = spec && name !== null ? named(valueAt(spec, 'templates'), name) : null
  if (template && spec) return { template, home: spec }
  const missing = shown([from, name].filter(part => part !== null).join('/'))
  if (isNothing(reference) || !spec)
    addNotice(run, item.span, 'unreadable', `The template \`${missing}\` is not in this repository.`)
  return null
}

export function addNotice(run: Run, { file, start }: Span, kind: Notice['kind'], message: string): void {
  if (run.notices.length >= mostNotices) return
  const line = lineOf(file.text, start).line
  run.notices.push({ path: file.path, line, kind, message })
}

function addJob(run: Run, place: Place, { gates, steps }: Pick<Job, 'gates' | 'steps'>): Exits {
  const { id, label, span, needs, test } = place
  const condition = { ...onSuccess(span), test }
  run.jobs.push({
    id,
    label,
    span,
    needs,
    condition,
    gates,
    variables: new Map(),
    directory: '',
    steps,
    tolerates: null,
  })
  return [{ job: id, regardless: null, span }]
}
