import type { Declared } from '../../program'
import { dictionaryFrom } from '../kubernetes/described'
import { isMapping, type YamlFile } from '../pipelines/yaml'

/** A file of a bundle of Databricks: its settings, and the resources in it. */
export function declaredByBundle({ documents }: YamlFile): readonly Declared[] {
  const [tree] = documents
  if (!tree || !isMapping(tree)) return []
  return [{ type: 'bundle', labels: [], value: dictionaryFrom(tree), span: tree.span }]
}
