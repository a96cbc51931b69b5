import type { SourceFile } from '../../program'
import { type Manifest, manifestsIn } from '../kubernetes/manifests'
import { itemsOf, listOf, readYaml, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What the manifests of a repository define by name: tasks, pipelines, what starts them. */
export interface Library {
  /** The `spec` of an object by its kind and name. */
  readonly specOf: (kind: string, name: string) => Tree | null
  /** Whether a pipeline or a run of the repository uses it. */
  readonly uses: (manifest: Manifest) => boolean
  /** Triggers that use this template, each as it is written. */
  readonly triggersOf: (template: string) => readonly Tree[]
  /** How many tasks may still be looked into in all files. */
  left: number
}

const most = 20_000

const known = new WeakMap<readonly SourceFile[], Library>()

/** What the files of a tree define. */
export function libraryOf(tree: readonly SourceFile[]): Library {
  const found = known.get(tree) ?? makeLibrary(tree)
  known.set(tree, found)
  return found
}

const group = /\btekton\.dev\//
const reference =
  /\b(taskRef|pipelineRef|ref)["']?\s*:[\s{]*(?:["']?(?:kind|apiVersion)["']?\s*:\s*[^\s,}]{1,300}[\s,]+)*["']?name["']?\s*:\s*["']?([\w.-]+)/g

function makeLibrary(tree: readonly SourceFile[]): Library {
  const specs = new Map<string, Tree>()
  const used = new Set<string>()
  const triggers: Tree[] = []
  for (const file of tree) {
    if (!/\.ya?ml$/.test(file.path) || !group.test(file.text)) continue
    for (const [, key, name] of file.text.matchAll(reference))
      used.add(`${key === 'pipelineRef' ? 'Pipeline' : 'Task'}/${name}`)
    for (const manifest of manifestsIn(readYaml(file))) {
      const spec = valueAt(manifest.tree, 'spec')
      if (!spec || !manifest.group.endsWith('tekton.dev')) continue
      specs.set(`${manifest.kind}/${manifest.name}`, spec)
      if (manifest.kind === 'EventListener') triggers.push(...itemsOf(valueAt(spec, 'triggers')))
      if (manifest.kind === 'Trigger') triggers.push(spec)
    }
  }
  return {
    specOf: (kind, name) => specs.get(`${kind}/${name}`) ?? null,
    uses: ({ kind, name }) => used.has(`${kind.replace('Cluster', '')}/${name}`),
    triggersOf: template => triggers.filter(trigger => templatesOf(trigger).includes(template)),
    left: most,
  }
}

function templatesOf(trigger: Tree): string[] {
  return ['ref', 'name'].flatMap(key =>
    listOf(valueAt(trigger, 'template', key)).flatMap(item => textOf(item) ?? []),
  )
}
