import { isScalar, Scalar } from 'yaml'
import { type SourceFile, unknown, type Value } from '../../program'
import {
  duplicateKeys,
  entriesOf,
  isList,
  isMapping,
  itemsOf,
  readYaml,
  type Tree,
  tagOf,
} from '../pipelines/yaml'
import type { Content } from './index'
import { type Budget, deepest, literalAt, tableOf, withinBudget } from './values'

/** The first document of a YAML file, as Python gets it. */
export function yamlContent(file: SourceFile): Content {
  const yaml = readYaml(file)
  if (yaml.notices.length > 0) return { value: null, notices: yaml.notices }
  const [tree] = yaml.documents
  const { value, notices } = withinBudget(file, budget => (tree ? valueIn(tree, 0, budget) : null))
  return { value, notices: [...yaml.notices, ...notices, ...duplicateKeys(yaml)] }
}

function valueIn(tree: Tree, depth: number, budget: Budget): Value {
  budget.left -= 1
  // `!include`, `!ENV`: whoever reads the file decides what they stand for.
  if (depth > deepest || budget.left < 0 || tagOf(tree) !== '') return unknown
  if (isMapping(tree))
    return tableOf(entriesOf(tree).map(({ key, value }) => [key, valueIn(value, depth + 1, budget)]))
  if (isList(tree))
    return { kind: 'collection', items: itemsOf(tree).map(item => valueIn(item, depth + 1, budget)) }
  return isScalar(tree.node) ? scalarAt(tree, tree.node) : unknown
}

function scalarAt({ span }: Tree, { value, type }: Scalar): Value {
  // PyYAML reads YAML 1.1: https://yaml.org/type/bool.html
  if (type === Scalar.PLAIN && typeof value === 'string' && /^(yes|no|on|off)$/i.test(value))
    return literalAt(/^(yes|on)$/i.test(value), span)
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return literalAt(value, span)
  return typeof value === 'string' ? literalAt(value, span) : unknown
}
