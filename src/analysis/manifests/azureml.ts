import { constant, type Declared, type Value } from '../../program'
import { joined } from '../commands/folders'
import { type Deployed, type Found, hidden, nothing, together, under } from './objects'
import { type Search, textsNamed, textsOf, valueNamed } from './search'
import { withSetting } from './settings'

/** The endpoint or deployment that a file describes, as the options of the command change it. */
export function foundInAzure(search: Search): Found {
  const named = search.given.map(value => textsOf(search.linked, value))
  const found = named.flatMap(({ texts, open }) => [
    ...texts.map(text => atPath(search, text) ?? hidden),
    ...(open ? [hidden] : []),
  ])
  return found.length > 0 ? together(found) : hidden
}

function atPath(search: Search, path: string): Found | null {
  const { declared } = search.linked.program
  for (const folder of search.folders) {
    const at = joined(folder, path)
    const file = at === null ? undefined : declared.get(at)
    const [block] = file?.blocks ?? []
    if (at !== null && file)
      return together([
        block ? { ...nothing, objects: [deployedOf(search, block)] } : hidden,
        file.broken ? hidden : nothing,
      ])
  }
  return null
}

function deployedOf(search: Search, { type, value, span }: Declared): Deployed {
  const changed = textsNamed(search, 'set').reduce((at: Value, text) => withSetting(at, text), value)
  const whole = changed.kind === 'dictionary' ? changed : value
  const own = valueNamed(search.args, 'name') ?? under(whole, 'name') ?? constant('')
  const endpoint = valueNamed(search.args, 'endpoint-name') ?? under(whole, 'endpoint_name')
  const known = type.endsWith('-endpoint') ? own : (endpoint ?? { kind: 'unknown' })
  const name = own.kind === 'constant' ? String(own.value) : ''
  return {
    group: 'azureml',
    kind: type,
    name,
    namespace: '',
    known,
    value: whole,
    span,
    places: [span.file.path],
  }
}
