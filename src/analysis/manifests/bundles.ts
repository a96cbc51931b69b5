import picomatch from 'picomatch'
import { constant, type Declared, type Dictionary, type Value } from '../../program'
import { joined } from '../commands/folders'
import { type Deployed, type Found, folderOf, hidden, itemsIn, literal, merged, under } from './objects'
import { type Search, textsNamed } from './search'

/**
 * What a bundle of Databricks deploys to the target that the command names.
 * https://docs.databricks.com/aws/en/dev-tools/bundles/settings
 */
export function foundInBundle(search: Search): Found {
  const { declared } = search.linked.program
  for (const folder of search.folders)
    for (const name of ['databricks.yml', 'databricks.yaml', 'bundle.yml', 'bundle.yaml']) {
      const at = joined(folder, name)
      const [block] = (at === null ? undefined : declared.get(at))?.blocks ?? []
      if (block) return ofBundle(search, block)
    }
  return hidden
}

function ofBundle(search: Search, main: Declared): Found {
  const files = [main, ...included(search, main)]
  const named = [...textsNamed(search, 'target'), ...textsNamed(search, 'DATABRICKS_BUNDLE_TARGET')]
  const targets = named.length > 0 ? named : usualTargets(main)
  const objects = targets.flatMap(target => files.flatMap(file => ofFile(file, target)))
  const told = targets.flatMap(target => targetOf(main, target))
  const broken = files.some(
    ({ span }) => search.linked.program.declared.get(span.file.path)?.broken !== false,
  )
  return { objects: [...told, ...objects], open: broken, cut: false }
}

function included({ linked }: Search, { value, span }: Declared): Declared[] {
  const folder = folderOf(span.file.path)
  const patterns = itemsIn(under(value, 'include')).flatMap(item => literal(item) ?? [])
  const paths = patterns.flatMap(pattern => joined(folder, pattern) ?? [])
  const matches = paths.length > 0 ? picomatch(paths) : () => false
  return [...linked.program.declared].flatMap(([path, { blocks }]) =>
    matches(path) && path !== span.file.path ? blocks.filter(({ type }) => type === 'bundle') : [],
  )
}

// Without a target on the command line, the one that calls itself the default.
function usualTargets({ value }: Declared): string[] {
  return entriesIn(under(value, 'targets')).flatMap(([name, target]) =>
    literal(under(target, 'default')) === 'true' ? [name] : [],
  )
}

function entriesIn(value: Value | null): [string, Value][] {
  return (value?.kind === 'dictionary' ? value.entries : []).flatMap(({ key, value: inner }) => {
    const name = literal(key)
    return name === null ? [] : [[name, inner] as [string, Value]]
  })
}

// That a target is meant for production is said by its mode, whatever its name.
function targetOf({ value, span }: Declared, target: string): Deployed[] {
  const mode = literal(under(value, 'targets', target, 'mode'))
  if (mode === null) return []
  const known = constant(mode === 'production' ? 'production' : 'development')
  return [objectOf('target', target, known, { kind: 'dictionary', entries: [] }, span)]
}

function ofFile({ value, span }: Declared, target: string): Deployed[] {
  const own = under(value, 'resources') ?? constant(null)
  const resources = merged(own, under(value, 'targets', target, 'resources') ?? own)
  return entriesIn(resources).flatMap(([kind, all]) =>
    entriesIn(all).map(([key, resource]) => {
      const whole: Dictionary =
        resource.kind === 'dictionary' ? resource : { kind: 'dictionary', entries: [] }
      return objectOf(kind, key, under(whole, 'name') ?? constant(key), whole, span)
    }),
  )
}

function objectOf(
  kind: string,
  name: string,
  known: Value,
  value: Dictionary,
  span: Declared['span'],
): Deployed {
  return { group: 'databricks', kind, name, namespace: '', known, value, span, places: [] }
}
