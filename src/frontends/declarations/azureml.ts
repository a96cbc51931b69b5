import type { Declared } from '../../program'
import { dictionaryFrom } from '../kubernetes/described'
import { entriesOf, type Tree, textOf, valueAt, type YamlFile } from '../pipelines/yaml'

/** The endpoint or deployment of Azure ML that a file describes. https://learn.microsoft.com/azure/machine-learning/reference-yaml-overview */
export function declaredByAzure({ documents }: YamlFile): readonly Declared[] {
  const [tree] = documents
  const type = tree ? typeOf(tree) : null
  if (!tree || type === null) return []
  return [
    { type, labels: [textOf(valueAt(tree, 'name')) ?? ''], value: dictionaryFrom(tree), span: tree.span },
  ]
}

// Files need not name their schema.
function typeOf(tree: Tree): string | null {
  const schema = textOf(valueAt(tree, '$schema')) ?? ''
  const [, how, what] = /(Online|[bB]atch)(Endpoint|Deployment)\.schema\.json/.exec(schema) ?? []
  if (how && what) return `${how.toLowerCase()}-${what.toLowerCase()}`
  const keys = new Set(entriesOf(tree).map(({ key }) => key))
  if (keys.has('kind') && keys.has('apiVersion')) return null
  if (keys.has('traffic') || keys.has('mirror_traffic')) return 'online-endpoint'
  if (!keys.has('endpoint_name') || !keys.has('model')) return null
  return keys.has('mini_batch_size') || keys.has('compute') ? 'batch-deployment' : 'online-deployment'
}
