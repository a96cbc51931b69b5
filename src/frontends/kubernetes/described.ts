import { constant, type Dictionary, type SourceFile, type Span, type Value } from '../../program'
import {
  entriesOf,
  isList,
  isMapping,
  itemsOf,
  readYaml,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { manifestsIn } from './manifests'

/** An object of Kubernetes as plain values. */
export interface Described {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly value: Dictionary
  readonly span: Span
}

/** The objects that a file describes, as far as it can be read. */
export interface Description {
  readonly objects: readonly Described[]
  /** Whether there may be more in it that could not be read. */
  readonly broken: boolean
}

/** Reads the objects of a file. */
export function describe(file: SourceFile): Description {
  const yaml = readYaml(file)
  const budgets: Budget[] = []
  const budget = (): Budget => {
    const made = openBudget()
    budgets.push(made)
    return made
  }
  const objects = manifestsIn(yaml).map(
    ({ group, kind, name, tree }): Described => ({
      group,
      kind,
      name,
      namespace: textOf(valueAt(tree, 'metadata', 'namespace')) ?? '',
      value: dictionaryOf(tree, 0, budget()),
      span: tree.span,
    }),
  )
  return { objects, broken: yaml.notices.length > 0 || budgets.some(({ left, deep }) => left < 0 || deep) }
}

/** The first document of a file as plain values; `null` where it is no map. */
export function documentIn(file: SourceFile): Dictionary | null {
  const [tree] = readYaml(file).documents
  return tree && isMapping(tree) ? dictionaryOf(tree, 0, openBudget()) : null
}

/** What a map says, as plain values; `special` is asked first what a value in it stands for. */
export function dictionaryFrom(tree: Tree, special: Special = () => null): Dictionary {
  return dictionaryOf(tree, 0, openBudget(), special)
}

/** What a value stands for that is not what it looks like; `null` where it is. `plain` reads the values inside of it. */
export type Special = (tree: Tree, plain: (tree: Tree) => Value) => Value | null

const deepest = 40
const most = 20_000

// Aliases can make much of little.
interface Budget {
  left: number
  /** Whether something lies too deep. */
  deep: boolean
}

function openBudget(): Budget {
  return { left: most, deep: false }
}

function dictionaryOf(tree: Tree, depth: number, budget: Budget, special: Special = () => null): Dictionary {
  const entries = entriesOf(tree).map(({ key, value }) => ({
    key: constant(key),
    value: valueOfTree(value, depth + 1, budget, special),
  }))
  return { kind: 'dictionary', entries }
}

function valueOfTree(tree: Tree, depth: number, budget: Budget, special: Special): Value {
  budget.left -= 1
  budget.deep ||= depth > deepest
  if (depth > deepest || budget.left < 0) return { kind: 'unknown' }
  const inside = (inner: Tree): Value => valueOfTree(inner, depth + 1, budget, special)
  const other = special(tree, inside)
  if (other) return other
  if (isMapping(tree)) return dictionaryOf(tree, depth, budget, special)
  if (isList(tree)) return { kind: 'collection', items: itemsOf(tree).map(inside) }
  const text = textOf(tree)
  const plain = 'value' in tree.node ? tree.node.value : text
  return constant(
    plain === null || typeof plain === 'number' || typeof plain === 'boolean' ? plain : (text ?? null),
  )
}
