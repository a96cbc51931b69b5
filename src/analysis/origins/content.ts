import type { Call, Value } from '../../program'
import { partsOf } from '../guards/parts'
import { type Scene, waysOf } from './trace'
import { unknownWay, type Way } from './trail'

/** Whether the root that a value is taken from is bytes and no path, where it is bytes so far or not. */
export function isContent(value: Value, root: Value, before: boolean): boolean {
  // `io.BytesIO(data).read()` is still the data, and what the data is made of comes later.
  const parts = partsOf(value, part => part === root)
  return (before || isMadeBy(/(^|\.)BytesIO$/, parts)) && !isMadeBy(opening, parts)
}

const opening = /(^|\.)(open|read_bytes|read_text|ZipFile)$/

function isMadeBy(made: RegExp, parts: readonly Value[]): boolean {
  return parts.some(part => {
    const callee = part.kind === 'result' ? part.call.callee : null
    // Inside of a function the name of an import is a variable.
    const isNamed = callee?.kind === 'field' || callee?.kind === 'name' || callee?.kind === 'variable'
    return isNamed && made.test(callee.name)
  })
}

/** The ways of bytes by what they are put together from; `null` where they are not put together. */
export function partsOfContent(scene: Scene, value: Value): readonly Way[] | null {
  switch (value.kind) {
    case 'constant':
      return value.value === null ? [] : unknownWay
    case 'text':
      return ofParts(scene, value.parts)
    case 'operation':
      return ofParts(scene, value.operands)
    case 'result':
      return isJoin(value.call)
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
  return ways.length > 0 ? ways : unknownWay
}
