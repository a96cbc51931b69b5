import { constant, type Declarations, type Declared, mixOf, type SourceFile, type Value } from '../../program'
import { joined } from '../commands/folders'
import { restOf } from '../commands/lines'
import { type Deployed, type Found, hidden, itemsIn, literal, nothing, together, under } from './objects'
import { openBudget, withReferences } from './references'
import { type Search, textsOf, valuesNamed } from './search'

/** What the template of a stack holds, with the parameters that the command gives. */
export function foundInTemplate(search: Search): Found {
  const { texts, open } = templatesOf(search)
  const found = texts.map(text => atPath(search, text.replace(/^file:\/\//, '')) ?? hidden)
  return found.length > 0 ? together([...found, open ? hidden : nothing]) : hidden
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html
const usual = ['template.yaml', 'template.yml', 'template.json']

function templatesOf(search: Search): { readonly texts: readonly string[]; readonly open: boolean } {
  const named = search.given.map(value => textsOf(search.linked, value))
  const texts = named.flatMap(one => one.texts)
  if (named.length > 0) return { texts, open: named.some(({ open }) => open) }
  const there = usual.filter(name => search.folders.some(folder => fileAt(search, folder, name)))
  return { texts: there.slice(0, 1), open: false }
}

function fileAt({ linked }: Search, folder: string, path: string): SourceFile | undefined {
  const at = joined(folder, path)
  return at === null ? undefined : linked.program.files.get(at)
}

function atPath(search: Search, path: string): Found | null {
  for (const folder of search.folders) {
    const file = fileAt(search, folder, path)
    if (!file) continue
    const declared = search.linked.program.declared.get(file.path)
    return declared ? ofTemplate(search, declared, file.path) : withoutModels(file)
  }
  return null
}

// Templates that name nothing of a model are not read; what stands in others, or is made by a macro, cannot be seen.
function withoutModels({ text, path }: SourceFile): Found {
  const more = /AWS::(?:CloudFormation::(?:Stack|Macro|CustomResource)|Serverless::Application|Include)\b/
  if (!/\bResources\b/.test(text) || more.test(text)) return hidden
  const span = { file: { path, text }, start: 0, end: 0 }
  return { ...nothing, objects: [objectOf({ type: '', labels: [''], value: empty, span }, constant(''))] }
}

const empty = { kind: 'dictionary' as const, entries: [] }

function ofTemplate(search: Search, { blocks, broken }: Declarations, path: string): Found {
  const given = parametersGiven(search)
  const budget = openBudget()
  const parameters = new Map(
    blocks.flatMap(({ type, labels, value }) =>
      type === 'Parameter' ? [[labels[0] ?? '', value] as const] : [],
    ),
  )
  const standsFor = (name: string): Value | null => {
    const parameter = parameters.get(name)
    return parameter ? (given.get(name) ?? usually(parameter)) : null
  }
  const objects = blocks.flatMap((block): Deployed[] => {
    if (block.type === 'Parameter') return []
    const known = withReferences(block.value, standsFor, budget)
    const value = known.kind === 'dictionary' ? known : empty
    const named = under(value, 'EndpointName') ?? under(value, 'ModelPackageGroupName')
    return [{ ...objectOf({ ...block, value }, named ?? { kind: 'unknown' }), places: [path] }]
  })
  const nested = blocks.some(({ type }) => /::CloudFormation::Stack$|::Serverless::Application$/.test(type))
  return { objects, open: broken || nested || budget.left < 0, cut: false }
}

function usually(parameter: Value): Value | null {
  const allowed = itemsIn(under(parameter, 'AllowedValues'))
  return under(parameter, 'Default') ?? (allowed.length > 0 ? mixOf(allowed) : null)
}

function objectOf({ type, labels, value, span }: Declared, known: Value): Deployed {
  const name = literal(known) ?? labels[0] ?? ''
  return { group: 'cloudformation', kind: type, name, namespace: '', known, value, span, places: [] }
}

// `Stage=prod`, and `ParameterKey=Stage,ParameterValue=prod`.
function parametersGiven({ args }: Search): ReadonlyMap<string, Value> {
  const words = [...overriding(args), ...valuesNamed(args, 'parameters')]
  return new Map(words.flatMap(parameterIn))
}

// The words behind the first value of such an option stand by themselves.
function overriding(args: Search['args']): readonly Value[] {
  const words = args.flatMap(({ name, value }) => (name === null ? [value] : []))
  return [...valuesNamed(args, 'parameter-overrides'), ...words]
}

function parameterIn(value: Value): [string, Value][] {
  const first = value.kind === 'text' ? value.parts[0] : value
  const text = literal(first ?? null) ?? ''
  const [head, name] = /^ParameterKey=(\w+),ParameterValue=/.exec(text) ?? /^(\w+)=/.exec(text) ?? []
  return head !== undefined && name !== undefined ? [[name, restOf(value, head.length)]] : []
}
