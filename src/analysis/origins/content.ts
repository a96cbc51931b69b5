import type { Call, Value } from '../../program'
import { partsOf } from '../guards/parts'
import { type Scene, waysOf } from './trace'
import { unknownWay, type Way, writtenOut } from './trail'

/** Whether the root that a value is taken from is bytes or a text and no path, where it is so far or not. */
export function isContent(value: Value, root: Value, before: boolean): boolean {
  // `io.BytesIO(data).read()` is still the data, and what the data is made of comes later.
  const calls = callsIn(value, root)
  return (before || calls.some(isBuffer)) && !calls.some(call => isNamed(call, opening))
}

/**
 * Whether nothing is called on the way to the root but what leaves bytes and texts as they are. Anything else may open a file of
 * that name, such as a function of the repository.
 */
export function isKept(value: Value, root: Value): boolean {
  const own = root.kind === 'result' ? root.call : null
  return callsIn(value, root).every(
    call => call === own || isBuffer(call) || isNamed(call, builtins) || isMethodOf(call, root),
  )
}

// Those up to the root, which may be one.
function callsIn(value: Value, root: Value): readonly Call[] {
  return partsOf(value, part => part === root).flatMap(part => (part.kind === 'result' ? [part.call] : []))
}

const opening = /(^|\.)(open|read_bytes|read_text|ZipFile)$/
const buffers = /(^|\.)(BytesIO|StringIO)$/
const builtins = /^(bytes|bytearray|memoryview|iter)$/
const keeping = /^(read|readlines?|getvalue|getbuffer|encode|decode|[lr]?strip)$/

// `data.decode()`, but not `files.read(name)`.
function isMethodOf({ callee }: Call, root: Value): boolean {
  return (
    callee.kind === 'field' &&
    keeping.test(callee.name) &&
    partsOf(callee.of, part => part === root).includes(root)
  )
}

function isBuffer(call: Call): boolean {
  return isNamed(call, buffers)
}

// Inside of a function the name of an import is a variable.
function isNamed({ callee }: Call, names: RegExp): boolean {
  const hasName = callee.kind === 'field' || callee.kind === 'name' || callee.kind === 'variable'
  return hasName && names.test(callee.name)
}

/** The ways of bytes by what they are put together from; `null` where they are not put together. */
export function partsOfContent(scene: Scene, value: Value): readonly Way[] | null {
  switch (value.kind) {
    case 'constant':
      if (value.value === null) return []
      return scene.direct ? [writtenOut] : unknownWay
    case 'text':
      return ofParts(scene, value.parts)
    case 'operation':
      return ofParts(scene, value.operands)
    case 'result':
      return isJoin(value.call) || isBuffer(value.call)
        ? ofParts(
            scene,
            value.call.arguments.map(argument => argument.value),
          )
        : null
    default:
      return null
  }
}

// `b"".join(pieces)`
function isJoin({ callee }: Call): boolean {
  return callee.kind === 'field' && callee.name === 'join' && callee.of.kind === 'constant'
}

function ofParts(scene: Scene, parts: readonly Value[]): readonly Way[] {
  const ways = parts.flatMap(part => (part.kind === 'constant' ? [] : waysOf(scene, part)))
  if (ways.length > 0) return ways
  return scene.direct && parts.every(part => part.kind === 'constant') ? [writtenOut] : unknownWay
}
