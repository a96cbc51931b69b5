import {
  constant,
  type Declarations,
  type Declared,
  type Dictionary,
  type Program,
  type Value,
} from '../../program'
import { joined } from '../commands/folders'
import { restOf } from '../commands/lines'
import { type Deployed, type Found, folderOf, hidden, literal, nothing, together, under } from './objects'
import { type Budget, openBudget, withReferences } from './references'
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
    const folders = foldersIn(search.linked.program)
    if (!folders.has(place)) continue
    const run: Run = { folders, top: place, budget: openBudget(), calls: { left: mostCalls } }
    const found = ofFolder(run, place, givenTo(search, place), 0)
    return run.budget.left < 0 ? together([found, hidden]) : found
  }
  return hidden
}

type Variables = ReadonlyMap<string, Value>

interface Given {
  readonly values: Variables
  /** Whether other values may be given, of which nothing is known. */
  readonly open: boolean
}

const known = new WeakMap<Program['declared'], ReadonlyMap<string, Declarations>>()

/** By folder: what its files declare together. */
function foldersIn({ declared }: Program): ReadonlyMap<string, Declarations> {
  const found = known.get(declared) ?? gathered(declared)
  known.set(declared, found)
  return found
}

function gathered(declared: Program['declared']): ReadonlyMap<string, Declarations> {
  const folders = new Map<string, { blocks: Declared[]; broken: boolean }>()
  for (const [path, { blocks, broken }] of declared) {
    if (!/\.(tf|tofu)$/.test(path)) continue
    const folder = folders.get(folderOf(path)) ?? { blocks: [], broken: false }
    folder.blocks.push(...blocks)
    folder.broken ||= broken
    folders.set(folderOf(path), folder)
  }
  return folders
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
const most = 2_000
const mostCalls = 400

/** One command at work. */
interface Run {
  readonly folders: ReadonlyMap<string, Declarations>
  /** The folder in which it works. */
  readonly top: string
  readonly budget: Budget
  /** How many modules may still be called: modules in modules can make much of little. */
  readonly calls: { left: number }
}

function ofFolder(run: Run, folder: string, given: Given, depth: number): Found {
  const { blocks, broken } = run.folders.get(folder) ?? { blocks: [], broken: true }
  if (depth > deepest || blocks.length > most) return hidden
  const standsFor = namesIn(blocks, given)
  const found = blocks.flatMap((block): Found[] => {
    if (literal(under(block.value, 'count')) === '0') return []
    if (block.type === 'module') return [ofModule(run, folder, block, standsFor, depth)]
    return block.type === 'resource' ? [{ ...nothing, objects: [deployedOf(run, block, standsFor)] }] : []
  })
  return together([...found, broken ? hidden : nothing])
}

type StandsFor = (name: string) => Value | null

function namesIn(blocks: readonly Declared[], { values, open }: Given): StandsFor {
  const locals = new Map(blocks.flatMap(({ type, value }) => (type === 'locals' ? entriesIn(value) : [])))
  const variables = new Map(
    blocks.flatMap(({ type, labels, value }) =>
      type === 'variable' ? [[labels[0] ?? '', under(value, 'default')] as const] : [],
    ),
  )
  return name => {
    const [kind = '', key = '', ...rest] = name.split('.')
    if (rest.length > 0) return null
    if (kind === 'local') return locals.get(key) ?? null
    if (kind !== 'var') return null
    return values.get(key) ?? (open ? null : (variables.get(key) ?? null))
  }
}

function ofModule(run: Run, folder: string, { value }: Declared, standsFor: StandsFor, depth: number): Found {
  const source = literal(under(value, 'source')) ?? ''
  const at = /^\.\.?\//.test(source) ? joined(folder, source) : null
  run.calls.left -= 1
  if (at === null || !run.folders.has(at) || run.calls.left < 0) return hidden
  const values = new Map(
    entriesIn(value).map(([name, of]) => [name, withReferences(of, standsFor, run.budget)]),
  )
  return ofFolder(run, at, { values, open: false }, depth + 1)
}

const naming = ['name', 'display_name', 'function_name', 'endpoint_name']

function deployedOf({ top, budget }: Run, block: Declared, standsFor: StandsFor): Deployed {
  const { labels, span } = block
  const value = withReferences(block.value, standsFor, budget)
  const name = naming.flatMap(key => under(value, key) ?? [])[0] ?? constant(labels[1] ?? '')
  const { path } = span.file
  return {
    group: 'terraform',
    kind: labels[0] ?? '',
    name: literal(name) ?? labels[1] ?? '',
    namespace: '',
    known: name,
    value: value.kind === 'dictionary' ? value : { kind: 'dictionary', entries: [] },
    span,
    places: [top !== '' && path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path],
  }
}
