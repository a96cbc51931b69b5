import type { Span } from '../../program'
import type { Need } from '../pipelines/pipeline'
import type { ReadCondition } from './conditions'
import { type Branch, isCertain } from './scope'

/** A stage, or a job among those of its stage. */
export interface Point {
  readonly name: string
  readonly span: Span
  readonly branches: readonly Branch[]
  readonly condition: ReadCondition
  /** What it names as having to end before it starts. */
  readonly dependsOn: readonly Dependency[]
  /** What makes its failure count for nothing. */
  readonly tolerates: string | null
}

export interface Dependency {
  readonly name: string
  readonly span: Span
  readonly branches: readonly Branch[]
}

/** What has ended before a point starts, and why it starts even where that failed; `null` where it does not. */
export interface Before<P extends Point> {
  readonly point: P
  readonly regardless: Need['regardless']
  readonly span: Span
}

/** A stage can have 256 jobs; what is left out counts as not waited for. */
export const mostBefore = 500

/**
 * What has ended before a point starts. `succeeded()`, which is asked where nothing is written, asks for everything that
 * leads there, and not only for what is named: also where what stands between goes on after a failure.
 */
export function before<P extends Point>(point: P, all: readonly P[]): Before<P>[] {
  const byName = new Map(all.map(other => [other.name.toLowerCase(), other]))
  const found: Before<P>[] = []
  const seen = new Set([point.name.toLowerCase()])
  const queue: Point[] = [point]
  for (const from of queue)
    for (const dependency of from.dependsOn) {
      const other = byName.get(dependency.name.toLowerCase())
      if (!other || seen.has(other.name.toLowerCase()) || found.length >= mostBefore) continue
      seen.add(other.name.toLowerCase())
      const regardless = whyStarted(point, dependency, other)
      found.push({ point: other, regardless, span: dependency.span })
      const passes = regardless !== null || !other.condition.recursive
      if (point.condition.recursive && passes) queue.push(other)
    }
  return found
}

function whyStarted(point: Point, dependency: Dependency, other: Point): string | null {
  const left = 'a template may leave it out'
  if (!isCertain(dependency, point.branches) || !isCertain(other, point.branches)) return left
  const { condition } = point
  if (condition.overrules(other.name, isSkippable(other, point))) return `\`condition: ${shown(condition)}\``
  return other.tolerates
}

/** Whether something may be skipped where what follows it is not. */
export function isSkippable(other: Point, point: Point): boolean {
  const { text, condition } = other.condition
  if (text === '' || (condition.test === null && condition.events === null)) return false
  return text !== point.condition.text
}

function shown({ text }: ReadCondition): string {
  return text.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, 60)
}
