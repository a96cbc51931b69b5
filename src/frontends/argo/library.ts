import type { SourceFile } from '../../program'
import { type Manifest, manifestsIn, mayHold } from '../kubernetes/manifests'
import { readYaml, type Tree, valueAt } from '../pipelines/yaml'

/** The templates of a repository that its workflows may name. */
export interface Library {
  /** The `spec` of a template, by its name; of a cluster's own where `wide` says so. */
  readonly specOf: (name: string, wide: boolean) => Tree | null
  /** Whether a workflow of the repository takes one of its templates from there, or all of it. */
  readonly uses: (manifest: Manifest) => 'all' | 'some' | 'none'
  /** How many templates may still be looked into in all files. */
  left: number
}

const most = 20_000

const known = new WeakMap<readonly SourceFile[], Library>()

/** The templates in the files of a tree. */
export function libraryOf(tree: readonly SourceFile[]): Library {
  const found = known.get(tree) ?? makeLibrary(tree)
  known.set(tree, found)
  return found
}

const group = /\bargoproj\.io\//
const template = /\b(?:Cluster)?WorkflowTemplate\b/
const reference =
  /\b(workflowTemplateRef|templateRef)["']?\s*:[\s{]*(?:["']?(?:template|clusterScope)["']?\s*:\s*[^\s,}]{1,300}[\s,]+)*["']?name["']?\s*:\s*["']?([\w.-]+)/g

function makeLibrary(tree: readonly SourceFile[]): Library {
  const specs = new Map<string, Tree>()
  const used = new Map<string, 'all' | 'some'>()
  for (const file of tree) {
    if (!/\.ya?ml$/.test(file.path) || !group.test(file.text)) continue
    for (const [, how, name = ''] of file.text.matchAll(reference))
      if (how === 'workflowTemplateRef') used.set(name, 'all')
      else if (!used.has(name)) used.set(name, 'some')
    if (mayHold(file.text, group, template))
      for (const { kind, name, tree: manifest } of manifestsIn(readYaml(file))) {
        const spec = valueAt(manifest, 'spec')
        if (spec && template.test(kind)) specs.set(`${kind}/${name}`, spec)
      }
  }
  return {
    specOf: (name, wide) => specs.get(`${wide ? 'Cluster' : ''}WorkflowTemplate/${name}`) ?? null,
    uses: ({ name }) => used.get(name) ?? 'none',
    left: most,
  }
}
