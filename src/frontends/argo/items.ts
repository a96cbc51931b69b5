import type { Need } from '../pipelines/pipeline'
import { shown } from '../pipelines/scripts'
import { booleanOf, entriesOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { both, mayBeEmpty, scopeWithItems } from './arguments'
import { addNotice, type Exits, expand, type Place, type Run, templateOf } from './expand'
import { readWhen, type When } from './scope'

/** A step or a task, and how it ends. */
export interface Item {
  readonly name: string
  readonly tree: Tree
  readonly when: When | null
  /** Why what follows may run although this one was skipped; `null` where it always runs. */
  readonly skips: string | null
  /** Why its failure counts for nothing; `null` where it counts. */
  readonly tolerates: string | null
}

/** Reads what a step or a task says of itself. */
export function itemOf(run: Run, tree: Tree, { scope }: Place): Item {
  const asked = valueAt(tree, 'when')
  const text = textOf(asked)
  const when = asked && text !== null ? readWhen(text, scopeWithItems(tree, scope), asked.span) : null
  if (asked && !when)
    addNotice(run, asked.span, 'syntax', 'This `when` is no expression that could be read; it may hold.')
  const always = when?.test.kind === 'constant' && when.test.value === true
  const skips = asked && !always ? `\`when: ${shown(text ?? '')}\` may skip it` : null
  return {
    name: textOf(valueAt(tree, 'name')) ?? '',
    tree,
    when: when ?? (asked ? { test: { kind: 'unknown' }, afterFailureOf: () => true } : null),
    skips: skips ?? (mayBeEmpty(tree) ? 'its list may be empty' : null),
    tolerates: toleratedBy(tree),
  }
}

function toleratedBy(tree: Tree): string | null {
  const key = ['failed', 'error'].find(name => booleanOf(valueAt(tree, 'continueOn', name)) === true)
  return key === undefined ? null : `\`continueOn: {${key}: true}\``
}

/** The jobs of a step or a task behind what it waits for, and of what it runs at its end. */
export function expandItem(run: Run, outer: Place, item: Item, needs: readonly Need[]): Exits {
  const { tree, name, when } = item
  const succeeded = when && !when.afterFailureOf('workflow') ? outer.ended : []
  const place: Place = {
    ...outer,
    id: `${outer.id}/${name}`,
    label: name,
    span: tree.span,
    scope: scopeWithItems(tree, outer.scope),
    needs: [...needs, ...succeeded],
    test: both(outer.test, when?.test ?? null, tree.span),
  }
  const exits = expand(run, place, templateOf(run, place, tree), valueAt(tree, 'arguments'))
  for (const { key, hook } of hooksOf(tree)) {
    const late = exits.map(exit => ({ ...exit, regardless: `\`${key}\` runs whatever happened` }))
    const at: Place = {
      ...place,
      id: `${place.id}/${key}`,
      label: `${name} (${key})`,
      span: hook.span,
      needs: late,
    }
    expand(run, at, templateOf(run, at, hook), valueAt(hook, 'arguments'))
  }
  return exits
}

/** What runs at an event of a step, a task or a workflow, most often at its end. */
export function hooksOf(tree: Tree): { key: string; hook: Tree }[] {
  return entriesOf(valueAt(tree, 'hooks')).map(({ key, value }) => ({ key: `hooks.${key}`, hook: value }))
}
