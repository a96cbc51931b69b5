import { type Argument, constant, type SourceFile, type Value } from '../../program'
import type { Sink } from '../../rules/schema'
import { narrower } from '../commands/lines'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'
import { applicationNamed } from './applications'
import { foundInAzure } from './azureml'
import { foundInBundle } from './bundles'
import { foundInTemplate } from './cloudformation'
import { foundUnder } from './files'
import { type Deployed, type Found, hidden, nothing, together, workedOut } from './objects'
import { objectsIn } from './read'
import { openSearch, type Search, textsNamed, textsOf, valueNamed } from './search'
import { foundInTerraform } from './terraform'

/** What a call deploys, by the arguments that its sink names for it. */
export function deployedBy(linked: Linked, sink: Sink, args: readonly Argument[]): Found {
  const search = openSearch(linked, args, sink.deploys, sink.parameters)
  switch (sink['described-in']) {
    case 'kubernetes':
      return foundInKubernetes(search)
    case 'terraform':
      return foundInTerraform(search)
    case 'cloudformation':
      return foundInTemplate(search)
    case 'azureml':
      return foundInAzure(search)
    case 'databricks':
      return foundInBundle(search)
  }
}

function foundInKubernetes(search: Search): Found {
  if (search.given.length === 0) return hidden
  return together(search.given.map(value => foundFor(search, value)))
}

function foundFor(search: Search, value: Value): Found {
  const { texts, open } = textsOf(search.linked, value)
  const found = texts.map(text => {
    // The parser of shell scripts loses a dash in front of a here-document.
    if (text === '-' || text === 'true') return read(search, valueNamed(search.args, '<'), 0)
    return atPath(search, text) ?? applicationNamed(search.linked.program, text) ?? hidden
  })
  return together([...found, open ? hidden : nothing])
}

// A file of values lies where the command runs.
function atPath(search: Search, text: string): Found | null {
  const { linked, folders } = search
  const values = textsNamed(search, 'values')
  const set = ['set', 'set-string'].flatMap(name => textsNamed(search, name))
  for (const folder of folders) {
    const inFolder = values.map(path => (folder === '' ? path : `${folder}/${path}`).replace(/^\.\//, ''))
    const found = foundUnder(linked.program, folder, text, inFolder, set)
    if (found) return found
  }
  return null
}

const deepest = 6

// What stands in front of it in a pipe, or is written behind it.
function read(search: Search, value: Value | null, depth: number): Found {
  if (value === null || depth > deepest) return hidden
  if (value.kind === 'result') {
    const paths = value.call.arguments.filter(({ name }) => name === null || name === 'values')
    const found = paths.flatMap(({ value: word }) => {
      const { texts } = textsOf(search.linked, word)
      return texts.flatMap(text => atPath(search, text) ?? [])
    })
    return found.length > 0 ? together(found) : hidden
  }
  const { values } = possibleLiterals(search.linked, value)
  const written = values.filter(
    text => typeof text === 'string' && /^[ \t]*(apiVersion|kind)[ \t]*:/m.test(text),
  )
  if (written.length === 0) return hidden
  return {
    objects: written.flatMap(text => inText(String(text).replaceAll(hole, workedOut), search)),
    open: false,
    cut: false,
  }
}

function inText(text: string, { args }: Search): Deployed[] {
  const file: SourceFile = { path: 'manifest', text }
  const [first] = args
  return objectsIn(file).map(object => ({
    ...object,
    known: constant(object.name),
    span: first?.span ?? object.span,
    places: [],
  }))
}

/** What the conditions of a sink may ask of what it deploys. */
export function deployedArguments(
  what: string,
  objects: readonly Deployed[],
  targets: readonly Deployed[],
  args: readonly Argument[],
): Argument[] {
  const [first] = args
  if (!first) return []
  const { span } = first
  const to = objects.flatMap(({ name, namespace, places }) => [namespace, name, ...places])
  const going = (name: string, line: Value): Argument => {
    const parts = [line, ...to.map(text => constant(text))]
    return { name, value: { kind: 'text', parts: parts.flatMap(part => [part, constant(' ')]) }, span }
  }
  const own = narrower('$').map(name => valueNamed(args, name))
  return [
    ...namesOf('deploys-as', objects, span),
    ...namesOf('deploys-into', targets, span),
    { name: 'deploys', value: constant(what), span },
    going('deploys-to', valueNamed(args, '$') ?? constant('')),
    ...narrower('deploys-to').flatMap((name, at) => (own[at] ? [going(name, own[at])] : [])),
  ]
}

function namesOf(name: string, objects: readonly Deployed[], span: Argument['span']): Argument[] {
  if (objects.length === 0) return []
  return [{ name, value: { kind: 'collection', items: objects.map(({ known }) => known) }, span }]
}
