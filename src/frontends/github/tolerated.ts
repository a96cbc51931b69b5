import type { Value } from '../../program'
import type { Trigger } from '../pipelines/pipeline'
import { booleanOf, entriesOf, isMapping, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { readCondition } from './conditions'
import { contextsOf, type Surroundings, valueOfTree } from './contexts'

/** How a job or a step says that its failure may be tolerated where it counts; `null` where it never is. */
export function toleratedBy(tree: Tree, around: Surroundings): string | null {
  const tolerated = valueAt(tree, 'continue-on-error')
  const text = textOf(tolerated)
  if (!tolerated || text === null || booleanOf(tolerated) === false) return null
  if (booleanOf(tolerated) === null && isStrictSomewhere(tree, tolerated, text, around)) return null
  return `\`continue-on-error: ${text.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, 60)}\``
}

// A run of a matrix whose failure counts has shown what the others have.
function isStrictSomewhere(tree: Tree, tolerated: Tree, text: string, around: Surroundings): boolean {
  const contexts = contextsOf(around)
  const value = valueOfTree(tolerated, contexts)
  const ways: readonly Value[] = value.kind === 'mix' ? value.of : [value]
  if (ways.some(isFalse) || isOfSomeRows(valueAt(tree, 'strategy', 'matrix'), text)) return true
  // Nothing is promoted for what a pull request proposes.
  const { events } = readCondition(text, contexts, tolerated.span, around.pullRequests).condition
  return events !== null && !events.some(event => promoting.has(event))
}

const promoting: ReadonlySet<Trigger['event']> = new Set([
  'push',
  'tag',
  'release',
  'schedule',
  'manual',
  'pipeline',
])

function isFalse(value: Value): boolean {
  return value.kind === 'constant' && /^(false|0|)$/i.test(String(value.value ?? ''))
}

// `include` adds rows to those of the axes, which know nothing of what only it names.
function isOfSomeRows(matrix: Tree | null, text: string): boolean {
  const [, axis] = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(text) ?? []
  if (!isMapping(matrix) || axis === undefined) return false
  const axes = entriesOf(matrix)
    .map(({ key }) => key)
    .filter(key => key !== 'include' && key !== 'exclude')
  return axes.length > 0 && !axes.includes(axis)
}
