import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { UserError } from '../base/user-error'

/** A YAML file with the places of all that is in it. `path` is as the user gave it. */
export interface YamlFile {
  readonly path: string
  readonly document: Document
  readonly lines: LineCounter
  readonly value: unknown
}

/** The way from the top of a YAML file to something in it. */
export type Keys = readonly (string | number)[]

/** Reads one YAML document. Throws a UserError where it is not one. */
export function parseYaml(path: string, text: string): YamlFile {
  if (depthOf(text) > deepest) throw tooDeep(path)
  const lines = new LineCounter()
  const document = guarded(path, () => parseDocument(text, { lineCounter: lines, prettyErrors: false }))
  const file = { path, document, lines, value: null }
  const error = document.errors[0]
  if (error) throw problemAt(file, error.pos[0], syntaxProblem(error.code, error.message))
  return { ...file, value: guarded(path, () => document.toJS()) }
}

/** The error of a value that is wrong: `file:line:column: what is wrong; what to write instead`. */
export function wrongValue(file: YamlFile, keys: Keys, says: string): UserError {
  return problemAt(file, offsetOf(file, keys), says)
}

/** The error of a key that is wrong. */
export function wrongKey(file: YamlFile, keys: Keys, key: string, says: string): UserError {
  return problemAt(file, offsetOfKey(file, keys, key), says)
}

/** Where a value begins, or what is nearest around it where it is missing. */
export function offsetOf(file: YamlFile, keys: Keys): number {
  for (let length = keys.length; length > 0; length--) {
    const node = file.document.getIn(keys.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return file.document.contents?.range?.[0] ?? 0
}

/** Where a key of the mapping at `keys` begins. */
export function offsetOfKey(file: YamlFile, keys: Keys, key: string): number {
  const map = keys.length === 0 ? file.document.contents : file.document.getIn(keys, true)
  if (!isMap(map)) return offsetOf(file, keys)
  const pair = map.items.find(item => isScalar(item.key) && String(item.key.value) === key)
  return (isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? offsetOf(file, keys)
}

/** The error of what stands at an offset. */
export function problemAt(file: Omit<YamlFile, 'value'>, offset: number, says: string): UserError {
  const { line, col } = file.lines.linePos(offset)
  return new UserError(`${file.path}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${says}`)
}

function syntaxProblem(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key is already there above; remove one of the two'
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; put it into a file of its own'
  return `this is not valid YAML: ${lowerFirst(message)}; correct the syntax`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

const deepest = 200

// The parser runs out of memory on brackets nested thousands deep. Those in text count too, but close again.
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    most = Math.max(most, depth)
  }
  return most
}

function tooDeep(path: string): UserError {
  return new UserError(`${path}:1:1: this is nested too deeply; flatten it`)
}

// Blocks nested deeper than the stack end in a RangeError, aliases that multiply in a ReferenceError.
function guarded<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(path)
    if (error instanceof ReferenceError) {
      throw new UserError(`${path}:1:1: an alias has no anchor or multiplies too often; write the value out`)
    }
    throw error
  }
}
