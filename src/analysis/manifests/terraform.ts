import { constant, type Declared, type Dictionary, type Value } from '../../program'
import { joined } from '../commands/folders'
import { restOf } from '../commands/lines'
import { type Deployed, type Found, folderOf, hidden, literal, nothing, together, under } from './objects'
import { withReferences } from './references'
import { type Search, textsNamed, valuesNamed } from './search'

/**
 * What a command of Terraform finds in the folder in which it works, with its variables as the command gives them and in the
 * local modules that it calls. https://developer.hashicorp.com/terraform/language/values/variables
 */
export function foundInTerraform(search: Search): Found {
  const under = [...textsNamed(search, 'chdir'), ...textsNamed(search, 'terragrunt-working-dir')]
  const steps = under.length > 0 ? under : ['']
  const places = search.folders.flatMap(folder => steps.flatMap(step => joined(folder, step) ?? []))
  for (const place of new Set(places)) {
    const blocks = blocksIn(search, place)
    if (blocks.length > 0) return ofFolder(search, place, givenTo(search, place), place, 0)
  }
  return hidden
}

type Variables = ReadonlyMap<string, Value>

interface Given {
  readonly values: Variables
  /** Whether other values may be given, of which nothing is known. */
  readonly open: boolean
}

function blocksIn({ linked }: Search, folder: string): readonly Declared[] {
  return [...linked.program.declared].flatMap(([path, { blocks }]) =>
    folderOf(path) === folder && /\.(tf|tofu)$/.test(path) ? blocks : [],
  )
}

// Later ones win: files that are read by themselves, then those that the command names, then single values.
function givenTo(search: Search, folder: string): Given {
  const { declared } = search.linked.program
  const own = [...declared.keys()].filter(
    path => folderOf(path) === folder && /(^|\/)terraform\.tfvars$|\.auto\.tfvars$/.test(path),
  )
  const named = textsNamed(search, 'var-file').map(path => joined(folder, path))
  const paths = [...own.sort(), ...named]
  const files = paths.map(path => (path === null ? undefined : declared.get(path)))
  const settings = files.flatMap(file => file?.blocks.filter(({ type }) => type === '') ?? [])
  const values = new Map(settings.flatMap(({ value }) => entriesIn(value)))
  for (const argument of search.args)
    if (argument.name?.startsWith('TF_VAR_'))
      values.set(argument.name.slice('TF_VAR_'.length), argument.value)
  for (const [name, value] of valuesNamed(search.args, 'var').flatMap(settingIn)) values.set(name, value)
  return { values, open: files.some(file => file === undefined) }
}

function entriesIn({ entries }: Dictionary): [string, Value][] {
  return entries.flatMap(({ key, value }): [string, Value][] => {
    const name = literal(key)
    return name === null ? [] : [[name, value]]
  })
}

// `stage=prod`
function settingIn(value: Value): [string, Value][] {
  const first = value.kind === 'text' ? value.parts[0] : value
  const text = literal(first ?? null) ?? ''
  const at = text.indexOf('=')
  return at < 0 ? [] : [[text.slice(0, at), restOf(value, at + 1)]]
}

const deepest = 8
const most = 400

function ofFolder(search: Search, folder: string, given: Given, top: string, depth: number): Found {
  const blocks = blocksIn(search, folder)
  const broken = [...search.linked.program.declared].some(
    ([path, file]) => file.broken && folderOf(path) === folder,
  )
  if (depth > deepest || blocks.length > most) return hidden
  const standsFor = namesIn(blocks, given)
  const found = blocks.flatMap((block): Found[] => {
    if (literal(under(block.value, 'count')) === '0') return []
    if (block.type === 'module') return [ofModule(search, folder, block, standsFor, top, depth)]
    return block.type === 'resource' ? [{ objects: [deployedOf(block, standsFor, top)], open: false }] : []
  })
  return together([...found, broken ? hidden : nothing])
}

type StandsFor = (name: string) => Value | null

function namesIn(blocks: readonly Declared[], { values, open }: Given): StandsFor {
  const locals = new Map(blocks.flatMap(({ type, value }) => (type === 'locals' ? entriesIn(value) : [])))
  return name => {
    const [kind = '', key = '', ...rest] = name.split('.')
    if (rest.length > 0) return null
    if (kind === 'local') return locals.get(key) ?? null
    if (kind !== 'var') return null
    const variable = blocks.find(({ type, labels }) => type === 'variable' && labels[0] === key)
    return values.get(key) ?? (open || !variable ? null : under(variable.value, 'default'))
  }
}

function ofModule(
  search: Search,
  folder: string,
  { value }: Declared,
  standsFor: StandsFor,
  top: string,
  depth: number,
): Found {
  const source = literal(under(value, 'source')) ?? ''
  const at = /^\.\.?\//.test(source) ? joined(folder, source) : null
  if (at === null || blocksIn(search, at).length === 0) return hidden
  const values = new Map(entriesIn(value).map(([name, of]) => [name, withReferences(of, standsFor)]))
  return ofFolder(search, at, { values, open: false }, top, depth + 1)
}

const naming = ['name', 'display_name', 'function_name', 'endpoint_name']

function deployedOf({ labels, value, span }: Declared, standsFor: StandsFor, top: string): Deployed {
  const known = withReferences(value, standsFor)
  const name = naming.flatMap(key => under(known, key) ?? [])[0] ?? constant(labels[1] ?? '')
  const { path } = span.file
  return {
    group: 'terraform',
    kind: labels[0] ?? '',
    name: literal(name) ?? labels[1] ?? '',
    namespace: '',
    known: name,
    value: known.kind === 'dictionary' ? known : { kind: 'dictionary', entries: [] },
    span,
    places: [top !== '' && path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path],
  }
}
