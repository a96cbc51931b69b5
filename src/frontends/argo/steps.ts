import type { Need } from '../pipelines/pipeline'
import { listOf, type Tree, valueAt } from '../pipelines/yaml'
import { type Exits, type Place, type Run, withinLimit } from './expand'
import { expandItem, type Item, itemOf } from './items'

interface Passed {
  readonly item: Item
  readonly exits: Exits
}

/** The jobs of `steps`: a list of groups that run one after another, and in each of them side by side. */
export function expandSteps(run: Run, place: Place, template: Tree): Exits {
  const before: Passed[] = []
  for (const group of listOf(valueAt(template, 'steps'))) {
    const items = withinLimit(run, listOf(group), place.span).map(tree => itemOf(run, tree, place))
    const passed = items.map((item): Passed => {
      const needs = before.flatMap(one => needsFor(item, one))
      return { item, exits: expandItem(run, place, item, [...place.needs, ...needs]) }
    })
    before.push(...passed)
  }
  return before.flatMap(one => needsFor(null, one))
}

// Every group before must have gone well, whatever of the ones between was skipped.
function needsFor(item: Item | null, { item: other, exits }: Passed): Need[] {
  const same = item !== null && item.skips !== null && item.skips === other.skips
  const sure = item?.when && !item.when.afterFailureOf(other.name)
  const why = sure ? null : (other.tolerates ?? (same ? null : other.skips))
  return exits.map(exit => ({ ...exit, regardless: why ?? exit.regardless }))
}
