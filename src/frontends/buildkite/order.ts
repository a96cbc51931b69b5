import { onceFor } from '../../base/once'
import type { Span } from '../../program'
import type { Need } from '../pipelines/pipeline'
import { booleanOf, entriesOf, isList, itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** A step with its place in the order of the file. */
export interface Placed {
  readonly tree: Tree
  readonly kind: 'command' | 'wait' | 'block' | 'input' | 'trigger'
  readonly group: Tree | null
}

/** The steps of a pipeline, those of groups in their place. */
export function placedIn(list: Tree | null): Placed[] {
  return itemsOf(list).flatMap((item): Placed[] =>
    valueAt(item, 'steps')
      ? itemsOf(valueAt(item, 'steps')).map(tree => ({ tree, kind: kindOf(tree), group: item }))
      : [{ tree: item, kind: kindOf(item), group: null }],
  )
}

function kindOf(tree: Tree): Placed['kind'] {
  const plain = textOf(tree) ?? textOf(valueAt(tree, 'type'))
  const keys = entriesOf(tree).map(({ key }) => key)
  const is = (...names: string[]): boolean => names.some(name => name === plain || keys.includes(name))
  if (is('wait', 'waiter')) return 'wait'
  if (is('block', 'manual')) return 'block'
  if (is('input')) return 'input'
  return is('trigger') ? 'trigger' : 'command'
}

/** The name of the job of a step. */
export function idOf(index: number): string {
  return `step ${index + 1}`
}

/** What a step waits for: what it names, or else what stands before the last wait or block. */
export function needsOf(steps: readonly Placed[], index: number): Need[] {
  const step = steps[index]
  if (!step) return []
  const named = [step.tree, step.group].flatMap(tree => (tree ? (dependsOn(tree) ?? []) : []))
  const explicit = [step.tree, step.group].some(tree => tree && dependsOn(tree))
  const allowed = booleanOf(valueAt(step.tree, 'allow_dependency_failure')) === true
  const waits = waitsBehind(steps, step, index)
  return steps.flatMap((other, i): Need[] => {
    if (other.kind === 'wait' || i === index) return []
    const need = (why: string | null, span: Span): Need[] => [
      {
        job: idOf(i),
        regardless: (allowed ? '`allow_dependency_failure: true`' : why) ?? whySkipped(other, step),
        span,
      },
    ]
    // A step that names others starts right behind them: waits and blocks between do not hold it.
    // https://buildkite.com/docs/pipelines/configure/depends-on
    const own = named.find(({ key }) => isNamed(other, key))
    if (explicit) return own ? need(own.allowed ? '`allow_failure: true`' : null, own.span) : []
    const between = waits[i]
    return between ? need(whyOpen(between), step.tree.span) : []
  })
}

function isBarrier({ kind, group }: Placed, at: number, step: Placed, index: number): boolean {
  const holds = kind === 'wait' || kind === 'block'
  const inReach = group === null || group === step.group
  return holds && inReach && (at < index || (at === index && kind === 'block'))
}

/** What holds a step until others have come to their end. */
interface Waits {
  /** Whether one of them goes on where they failed. */
  readonly goesOn: boolean
  /** Whether all of them may be skipped. */
  readonly skipped: boolean
}

// For each step what stands between it and one that comes after it.
function waitsBehind(steps: readonly Placed[], step: Placed, index: number): readonly (Waits | null)[] {
  const found: (Waits | null)[] = steps.map(() => null)
  let behind: Waits | null = null
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const other = steps[at]
    if (!other) continue
    const own: Waits | null = isBarrier(other, at, step, index) ? alsoHeld(behind, other, step) : behind
    found[at] = other.kind === 'block' ? own : behind
    behind = own
  }
  return found
}

function alsoHeld(behind: Waits | null, barrier: Placed, step: Placed): Waits {
  const goesOn = booleanOf(valueAt(barrier.tree, 'continue_on_failure')) === true
  return {
    goesOn: goesOn || (behind?.goesOn ?? false),
    skipped: whySkipped(barrier, step) !== null && (behind?.skipped ?? true),
  }
}

function whyOpen({ goesOn, skipped }: Waits): string | null {
  if (goesOn) return '`continue_on_failure: true`'
  return skipped ? 'a condition may skip the wait between them' : null
}

// One with the same condition is there whenever this one is.
function whySkipped(other: Placed, step: Placed): string | null {
  const condition = conditionText(other)
  const mine = conditionText(step)
  return condition === '' || condition === mine ? null : 'a condition may skip that step'
}

/** What is asked before a step comes into a build, as it is written; empty where nothing is. */
export const conditionText = onceFor(({ tree, group }: Placed): string => {
  const words = [group, tree].flatMap(of =>
    ['if', 'if_changed', 'branches', 'skip'].flatMap(key => {
      const asked = of && valueAt(of, key)
      if (!asked || booleanOf(asked) === false || textOf(asked) === '') return []
      const text = listOf(asked).flatMap(item => textOf(item) ?? [])
      return [`${key}: ${text.join(' ')}`]
    }),
  )
  return words.join('\n').replace(/[ \t]+/g, ' ')
})

interface Named {
  readonly key: string
  readonly allowed: boolean
  readonly span: Span
}

// `null` where it names nothing and nobody; an empty list says that it waits for nothing.
function dependsOn(tree: Tree): Named[] | null {
  const written = valueAt(tree, 'depends_on')
  if (!written) return null
  const items = isList(written) ? itemsOf(written) : [written]
  return items.flatMap(item => {
    const key = textOf(item) ?? textOf(valueAt(item, 'step'))
    const allowed = booleanOf(valueAt(item, 'allow_failure')) === true
    return key === null ? [] : [{ key, allowed, span: item.span }]
  })
}

function isNamed({ tree, group }: Placed, key: string): boolean {
  return [tree, group].some(of =>
    ['key', 'id', 'identifier'].some(name => of && textOf(valueAt(of, name)) === key),
  )
}
