import { documentIn } from '../../frontends/kubernetes/described'
import { constant, type Dictionary, type Value } from '../../program'
import { joined } from '../commands/folders'
import {
  type Deployed,
  type Found,
  hidden,
  itemsIn,
  literal,
  merged,
  nested,
  type Shelf,
  together,
  under,
} from './objects'
import { foundInFile, objectsIn } from './read'

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
const deepest = 10

/**
 * What a folder with a kustomization comes to: its resources, those of the folders that it names, with its namespace and
 * patches. `null` where it has none. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function kustomized(shelf: Shelf, folder: string, depth: number): Found | null {
  const file = names.flatMap(name => shelf.files.get(folder === '' ? name : `${folder}/${name}`) ?? [])[0]
  const settings = file ? documentIn(file) : null
  if (!file || !settings) return null
  if (depth > deepest) return hidden
  const resources = ['resources', 'bases', 'components'].flatMap(key => itemsIn(under(settings, key)))
  const found = together(resources.map(item => resource(shelf, folder, literal(item), depth)))
  const patches = patchesIn(shelf, folder, settings)
  const namespace = literal(under(settings, 'namespace'))
  const objects = found.objects.map((object): Deployed => {
    const patched = patches.reduce(applied, object)
    const name = `${literal(under(settings, 'namePrefix')) ?? ''}${object.name}${literal(under(settings, 'nameSuffix')) ?? ''}`
    return {
      ...patched,
      name,
      namespace: namespace ?? patched.namespace,
      places: [...object.places, file.path],
    }
  })
  return { objects, open: found.open }
}

function resource(shelf: Shelf, folder: string, path: string | null, depth: number): Found {
  const at = path === null || path.includes('://') ? null : joined(folder, path)
  if (at === null) return hidden
  const file = shelf.files.get(at)
  if (!file) return kustomized(shelf, at, depth + 1) ?? hidden
  return foundInFile(file)
}

interface Patch {
  readonly kind: string | null
  readonly name: string | null
  readonly change: (value: Value) => Value
}

function patchesIn(shelf: Shelf, folder: string, settings: Dictionary): Patch[] {
  const plain = itemsIn(under(settings, 'patchesStrategicMerge')).map(item => ({
    target: null,
    text: literal(item),
  }))
  const others = ['patches', 'patchesJson6902'].flatMap(key =>
    itemsIn(under(settings, key)).map(item => ({
      target: under(item, 'target'),
      text: literal(under(item, 'path')) ?? literal(under(item, 'patch')),
    })),
  )
  return [...plain, ...others].flatMap(({ target, text }) => {
    if (text === null) return []
    const at = text.includes('\n') ? null : joined(folder, text)
    const file = (at === null ? undefined : shelf.files.get(at)) ?? { path: `${folder}/patch`, text }
    const merges = objectsIn(file).map(({ kind, name, value }): Patch => {
      const named = target ? literal(under(target, 'name')) : name
      return {
        kind: target ? literal(under(target, 'kind')) : kind,
        name: named,
        change: old => merged(old, value),
      }
    })
    if (merges.length > 0) return merges
    return [
      {
        kind: literal(under(target, 'kind')),
        name: literal(under(target, 'name')),
        change: operationsIn(file.text),
      },
    ]
  })
}

// What a kustomization does to an object is done to the value under a path of keys.
function operationsIn(text: string): (value: Value) => Value {
  const list = documentIn({ path: 'patch.yaml', text: `operations:\n${indented(text)}` })
  const operations = itemsIn(under(list, 'operations'))
  return value =>
    operations.reduce((at: Value, operation) => {
      const keys = (literal(under(operation, 'path')) ?? '').split('/').slice(1)
      const removed = literal(under(operation, 'op')) === 'remove'
      const given = removed ? constant(null) : (under(operation, 'value') ?? constant(null))
      return keys.length === 0 ? at : merged(at, nested(keys, given))
    }, value)
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

function applied(object: Deployed, { kind, name, change }: Patch): Deployed {
  if ((kind !== null && kind !== object.kind) || (name !== null && name !== object.name)) return object
  const value = change(object.value)
  return value.kind === 'dictionary' ? { ...object, value } : object
}
