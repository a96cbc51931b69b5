import { documentIn } from '../../frontends/kubernetes/described'
import { constant, type Dictionary, type SourceFile, type Value } from '../../program'
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

const cut: Found = { objects: [], open: true, cut: true }
const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
const deepest = 10
const mostFolders = 100
const mostChanges = 10_000

/** What the kustomizations of one command may still come to. */
interface Budget {
  folders: number
  changes: number
}

/**
 * What a folder with a kustomization comes to: its resources, those of the folders that it names, with its namespace and
 * patches. `null` where it has none. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function kustomized(shelf: Shelf, folder: string): Found | null {
  return folderWith(shelf, folder, new Set(), { folders: mostFolders, changes: mostChanges })
}

const read = new WeakMap<SourceFile, Dictionary | null>()

// Many commands lead to the same few files.
function settingsIn(file: SourceFile): Dictionary | null {
  const known = read.get(file)
  if (known !== undefined) return known
  const settings = documentIn(file)
  read.set(file, settings)
  return settings
}

function folderWith(shelf: Shelf, folder: string, around: ReadonlySet<string>, budget: Budget): Found | null {
  const file = names.flatMap(name => shelf.files.get(folder === '' ? name : `${folder}/${name}`) ?? [])[0]
  const settings = file ? settingsIn(file) : null
  if (!file || !settings) return null
  // Kustomize refuses a cycle.
  if (around.has(folder)) return hidden
  budget.folders -= 1
  if (budget.folders < 0 || around.size > deepest) return cut
  const inside = new Set(around).add(folder)
  const resources = ['resources', 'bases', 'components'].flatMap(key => itemsIn(under(settings, key)))
  const found = together(
    resources.map(item => resource(shelf, folder, literal(item), { around: inside, budget })),
  )
  const patches = patchesIn(shelf, folder, settings)
  budget.changes -= patches.length * found.objects.length
  const changed = budget.changes >= 0
  const namespace = literal(under(settings, 'namespace'))
  const objects = found.objects.map((object): Deployed => {
    const patched = changed ? patches.reduce(applied, object) : object
    const name = `${literal(under(settings, 'namePrefix')) ?? ''}${object.name}${literal(under(settings, 'nameSuffix')) ?? ''}`
    return {
      ...patched,
      name,
      namespace: namespace ?? patched.namespace,
      places: [...object.places, file.path],
    }
  })
  return changed ? { ...found, objects } : { objects, open: true, cut: true }
}

interface Inside {
  readonly around: ReadonlySet<string>
  readonly budget: Budget
}

function resource(shelf: Shelf, folder: string, path: string | null, { around, budget }: Inside): Found {
  const at = path === null || path.includes('://') ? null : joined(folder, path)
  if (at === null) return hidden
  const file = shelf.files.get(at)
  if (!file) return folderWith(shelf, at, around, budget) ?? hidden
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
