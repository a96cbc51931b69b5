import { type Argument, constant, type SourceFile, type Value } from '../../program'
import type { Sink } from '../../rules/schema'
import { placeName } from '../commands/interpret'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'
import { applicationNamed } from './applications'
import { foundUnder } from './files'
import { type Deployed, type Found, hidden, nothing, together } from './objects'
import { objectsIn } from './read'

/** What a call deploys, by the arguments that its sink names for it. */
export function deployedBy(linked: Linked, sink: Sink, args: readonly Argument[]): Found {
  const positional = args.filter(({ name }) => name === null)
  const given = sink.deploys.flatMap(name => {
    const at = args.find(argument => argument.name === name) ?? positional[sink.parameters.indexOf(name)]
    return at ? [at] : []
  })
  const values = textsOf(linked, valueNamed(args, 'values')).texts
  const search: Search = { linked, args, folders: foldersOf(args), values }
  return given.length === 0 ? hidden : together(given.map(({ value }) => foundFor(search, value)))
}

interface Search {
  readonly linked: Linked
  readonly args: readonly Argument[]
  readonly folders: readonly string[]
  /** Files of values that the command gives. */
  readonly values: readonly string[]
}

function valueNamed(args: readonly Argument[], name: string): Value | null {
  return args.find(argument => argument.name === name)?.value ?? null
}

function foldersOf(args: readonly Argument[]): readonly string[] {
  const places = valueNamed(args, placeName)
  const texts = places?.kind === 'collection' ? places.items : []
  return texts.flatMap(item => (item.kind === 'constant' ? [String(item.value)] : []))
}

function textsOf(linked: Linked, value: Value | null): { texts: string[]; open: boolean } {
  if (value === null) return { texts: [], open: false }
  const all = value.kind === 'collection' ? value.items : [value]
  const parts = all.map(item => possibleLiterals(linked, item))
  const texts = parts.flatMap(({ values }) => values.map(String)).flatMap(text => text.split(','))
  return { texts, open: parts.some(({ complete }) => !complete) || texts.some(text => text.includes(hole)) }
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
function atPath({ linked, folders, values }: Search, text: string): Found | null {
  for (const folder of folders) {
    const inFolder = values.map(path => (folder === '' ? path : `${folder}/${path}`).replace(/^\.\//, ''))
    const found = foundUnder(linked.program, folder, text, inFolder)
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
    objects: written.flatMap(text => inText(String(text).replaceAll(hole, 'computed'), search)),
    open: false,
  }
}

function inText(text: string, { args }: Search): Deployed[] {
  const file: SourceFile = { path: 'manifest', text }
  const [first] = args
  return objectsIn(file).map(object => ({ ...object, span: first?.span ?? object.span, places: [] }))
}

/** What the conditions of a sink may ask of what it deploys. */
export function deployedArguments(
  what: 'model' | 'workload' | 'other' | 'unknown',
  objects: readonly Deployed[],
  args: readonly Argument[],
): Argument[] {
  const [first] = args
  if (!first) return []
  const { span } = first
  const to = objects.flatMap(({ name, namespace, places }) => [namespace, name, ...places])
  const parts = [valueNamed(args, '$') ?? constant(''), ...to.map(text => constant(text))]
  const text: Value = { kind: 'text', parts: parts.flatMap(part => [part, constant(' ')]) }
  return [
    { name: 'deploys', value: constant(what), span },
    { name: 'deploys-to', value: text, span },
  ]
}
