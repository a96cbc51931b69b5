import { type Call, constant, type Field, type Value } from '../../program'
import { textOfConstant } from '../bindings'
import { settingAsked } from '../environment'
import { pathsGivenBack } from '../given-back'
import type { Linked } from '../linked'
import { argumentFor, libraryNames, referentsOf } from '../resolve'
import { paths } from '../texts'
import { writtenPath } from '../written-paths'
import { waysOf } from './settled'

// Python's own ways to spell a path, to open a file and to hold its bytes.
const wrappers =
  /^(str|bytes|open|memoryview|bytearray|os\.fspath|os\.path\.(abspath|realpath|normpath|expanduser)|pathlib\.(Pure)?(Posix|Windows)?Path|io\.(BytesIO|open|BufferedReader)|tarfile\.open|tarfile\.TarFile(\.open|\(\))?|pickle\.Unpickler(\(\))?|iter|builtins\.\w+)$/
const readers =
  /^(read|read_bytes|read_text|open|resolve|absolute|expanduser|as_posix|getvalue|getbuffer|content|__enter__)$/

// Functions that read for each other.
const deepest = 3

/** The names of what a value is read from: itself first, then the folders around it. */
export function artifactKeys(linked: Linked, value: Value): readonly string[] {
  const root = spelledOut(linked, artifactOf(linked, value))
  return [
    ...new Set([keyOf(linked, root, 0), ...foldersOf(linked, root).map(folder => keyOf(linked, folder, 0))]),
  ]
}

// `Path("models") / "churn.joblib"` is the file that `"models/churn.joblib"` is.
function spelledOut(linked: Linked, value: Value): Value {
  if (!/^(operation|result|field|item|text)$/.test(value.kind)) return value
  const path = writtenPath(linked, value)
  return path === null ? value : constant(path)
}

/** The artifact behind a value: what is left without the ways to spell a path, open a file and read its bytes. */
export function artifactOf(linked: Linked, value: Value, depth = 0): Value {
  let at = value
  for (let steps = 0; steps < 20; steps += 1) {
    const next = unwrap(linked, at, depth)
    if (next === at) return at
    at = next
  }
  return at
}

function unwrap(linked: Linked, value: Value, depth: number): Value {
  if (value.kind === 'mix' && value.of.length === 1) return value.of[0] ?? value
  if (value.kind === 'item' && value.key.kind === 'unknown') return value.of
  if (value.kind !== 'result') return value
  const { callee, arguments: args } = value.call
  if (callee.kind === 'field' && readers.test(callee.name) && !isFunction(linked, callee)) return callee.of
  if (callee.kind === 'function' || args[0] === undefined) return value
  const passed = depth < deepest ? passedThrough(linked, value.call, depth) : null
  if (passed) return passed
  const named = libraryNames(linked, callee).some(name => wrappers.test(name) || linked.knowledge.opens(name))
  return named && !isJoined(linked, value.call) ? args[0].value : value
}

// `gzip.open(path)` opens the path; `path.open()` is a method of it.
function isFunction(linked: Linked, callee: Value): boolean {
  return libraryNames(linked, callee).some(name => /^[\w.]+$/.test(name))
}

// A function of the repository that gives back what it read of its parameter.
function passedThrough(linked: Linked, call: Call, depth: number): Value | null {
  for (const referent of referentsOf(linked, call.callee)) {
    if (referent.kind !== 'unit') return null
    const [only, second] = pathsGivenBack(linked, referent.unit)
    if (!only || second) return null
    const root = artifactOf(linked, only, depth + 1)
    if (root.kind !== 'parameter' || root.unit !== referent.unit.name) return null
    return argumentFor(referent.unit, root.index, call)
  }
  return null
}

// `iter(lambda: handle.read(n), b"")` draws from what the lambda reads.
function isJoined(linked: Linked, { callee, arguments: args }: Call): boolean {
  const [first, second] = args
  if (second === undefined || first?.name !== null || first.value.kind === 'function') return false
  return libraryNames(linked, callee).some(name => paths.test(name) || encoders.test(name))
}

// `bytes(path, "utf-8")` is the name, not the file.
const encoders = /^(builtins\.)?(bytes|bytearray)$/

// Far more folders than people put into one another.
const mostFolders = 60

function foldersOf(linked: Linked, value: Value): readonly Value[] {
  const found: Value[] = []
  for (let at: Value | null = value; at !== null && found.length < mostFolders; ) {
    const folder = folderOf(linked, at)
    at = folder && artifactOf(linked, folder)
    found.push(...(at ? [at] : []))
  }
  const last = found.at(-1) ?? value
  const isWritten = last.kind === 'constant' && typeof last.value === 'string'
  return isWritten ? [...found, ...foldersWritten(String(last.value))] : found
}

/** The folder that a path is put together from; `null` where it is not put together. */
function folderOf(linked: Linked, value: Value): Value | null {
  if (value.kind === 'operation' && value.operator === '/' && value.operands[0]) return value.operands[0]
  const spelled = folderInText(value)
  if (spelled || value.kind !== 'result') return spelled
  const { callee, arguments: args } = value.call
  const names = libraryNames(linked, callee).includes('os.path.join')
  const joins = names || (callee.kind === 'field' && callee.name === 'joinpath')
  const first = callee.kind === 'field' && !names ? callee.of : args[0]?.value
  return joins && first ? first : null
}

// `"models/churn.joblib"`
function foldersWritten(path: string): readonly Value[] {
  const slashes = [...path.slice(0, 400).matchAll(/(?<=[^/])\//g)].map(match => match.index)
  return slashes.map(end => constant(path.slice(0, end)))
}

// `folder + "/churn.joblib"`, `f"{folder}/churn.joblib"`.
function folderInText(value: Value): Value | null {
  const parts =
    value.kind === 'text'
      ? value.parts
      : value.kind === 'operation' && value.operator === '+'
        ? value.operands
        : []
  const [folder, rest] = parts
  const below = rest?.kind === 'constant' && typeof rest.value === 'string' && rest.value.startsWith('/')
  return folder && below ? folder : null
}

// What is put together of more is nothing but itself: the text of what is put together from itself again and again has no end.
const mostParts = 300

/** A text that two values share when they are put together the same way from the same parts. */
export function keyOf(linked: Linked, value: Value, depth: number): string {
  return keyIn(linked, value, depth, { left: mostParts })
}

function keyIn(linked: Linked, named: Value, depth: number, parts: { left: number }): string {
  parts.left -= 1
  if (depth > 12) return `?${depth}`
  if (parts.left < 0) return `much?${numberOf(named)}`
  const value = spelledOut(linked, named)
  const inner = (v: Value): string => keyIn(linked, artifactOf(linked, v), depth + 1, parts)
  switch (value.kind) {
    case 'constant':
      return JSON.stringify(typeof value.value === 'string' ? plainly(value.value) : value.value)
    case 'name':
      return value.name
    case 'variable': {
      // A module and its functions know a path by the same text.
      const text = textOfConstant(linked, value)
      return text === null ? `${value.unit}#${value.name}` : JSON.stringify(plainly(text))
    }
    case 'parameter':
      return `${value.unit}@${value.index}`
    case 'field':
      return isEnvironment(linked, value) ? environment : `${inner(value.of)}.${value.name}`
    case 'item':
      return `${inner(value.of)}[${inner(value.key)}]`
    case 'operation':
      return `(${value.operands.map(inner).join(value.operator)})`
    case 'text':
      return `f(${value.parts.map(inner).join('+')})`
    case 'result':
      return keyOfCall(linked, value.call, inner)
    case 'mix': {
      const ways = waysOf(value).map(inner)
      // A table that has grown on one of the ways is the same table.
      return ways[0] !== undefined && ways.every(way => way === ways[0]) ? ways[0] : `mix(${ways.join('|')})`
    }
    case 'function':
      return value.unit
    case 'class':
    case 'command':
      return value.name
    case 'instance':
      return `a ${inner(value.of)}`
    case 'collection':
      return `collection?${numberOf(value)}`
    case 'dictionary':
      // However a table grows, it keeps its first entry.
      return `dictionary?${numberOf(value.entries[0] ?? value)}`
    case 'unknown':
      return 'unknown?'
  }
}

// `./churn.joblib`
function plainly(text: string): string {
  return text.replace(/^(?:\.\/)+(?=.)/, '')
}

const environment = 'os.environ'

function isEnvironment(linked: Linked, { name, of }: Field): boolean {
  return name === 'environ' && libraryNames(linked, of).includes('os')
}

function keyOfCall(linked: Linked, call: Call, inner: (value: Value) => string): string {
  const names = libraryNames(linked, call.callee)
  const read = names.find(name => settingAsked(linked.knowledge, [name]))
  if (read === undefined && !isPure(names, call)) return `${call.span.file.path}:${call.span.start}`
  const given = call.arguments.map(({ value }) => inner(value))
  if (read === undefined) return `${inner(call.callee)}(${given.join(',')})`
  const [name = '', ...otherwise] = given
  // Other readers may look elsewhere, too.
  const from = read.startsWith('os.') ? environment : read
  return `${from}[${name}]${otherwise.map(key => `(${key})`).join('')}`
}

const numbers = new WeakMap<object, number>()
let numbered = 0

// Two displays that are written alike are two things.
function numberOf(thing: object): number {
  const known = numbers.get(thing)
  if (known !== undefined) return known
  numbered += 1
  numbers.set(thing, numbered)
  return numbered
}

/** Whether a key says which thing it is; of two things of which nothing is known it does not. */
export function isKnown(key: string): boolean {
  return !/^(?!mix\().*\bunknown\?/.test(key)
}

// Asked twice, these answer the same; any other call may bring something new.
function isPure(names: readonly string[], { callee }: Call): boolean {
  if (callee.kind === 'field' && /^(joinpath|with_suffix|with_name)$/.test(callee.name)) return true
  return names.some(name => /^(os\.path\.(join|dirname|basename|splitext)|pathlib\.Path)$/.test(name))
}
