import { keptIn, onceFor } from '../base/once'
import type { Call, Value } from '../program'
import { boundTo } from './bindings'
import type { Linked } from './linked'
import { pathPart } from './path-parts'
import { libraryNames } from './resolve'
import { paths } from './texts'

const deepest = 12
const longest = 1000
// A path that is put together from itself again and again has no end.
const mostParts = 200

/** The path that is written out in the parts that a value is put together from; `null` where some of it is not. */
export function writtenPath(linked: Linked, value: Value): string | null {
  return keptIn(allWritten(linked), value, () => writtenIn(linked, value, { left: mostParts }, 0))
}

const allWritten = onceFor((_: Linked) => new WeakMap<Value, string | null>())

function writtenIn(linked: Linked, value: Value, parts: { left: number }, depth: number): string | null {
  parts.left -= 1
  if (parts.left < 0 || depth > deepest) return null
  const inner = (one: Value): string | null => writtenIn(linked, one, parts, depth + 1)
  const part = pathPart(linked, value)
  if (part) {
    const path = inner(part.of)
    const given = path === null || part.given === null ? '' : inner(part.given)
    return path === null || given === null ? null : part.change(path, given)
  }
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string' ? value.value : null
    case 'variable': {
      const [only, second] = boundTo(linked, value)
      return only && !second ? inner(only) : null
    }
    case 'text':
      return each(value.parts, inner, (texts: readonly string[]) => texts.join(''))
    case 'operation':
      if (value.operator === '+') return each(value.operands, inner, texts => texts.join(''))
      return value.operator === '/' ? each(value.operands, inner, joined) : null
    case 'result':
      return ofCall(linked, value.call, inner)
    default:
      return null
  }
}

function ofCall(linked: Linked, { callee, arguments: args }: Call, inner: (part: Value) => string | null) {
  const given = args.map(({ value }) => value)
  if (given.length === 0 || args.some(({ splat }) => splat)) return null
  if (callee.kind === 'field' && callee.name === 'joinpath') return each([callee.of, ...given], inner, joined)
  const names = libraryNames(linked, callee)
  if (names.some(name => paths.test(name))) return each(given, inner, joined)
  const [only, second] = given
  return only && !second && names.some(name => /^(str|os\.fspath)$/.test(name)) ? inner(only) : null
}

function each(
  parts: readonly Value[],
  inner: (part: Value) => string | null,
  make: (texts: readonly string[]) => string,
): string | null {
  const texts: string[] = []
  for (const part of parts) {
    const text = inner(part)
    if (text === null || text.length > longest) return null
    texts.push(text)
  }
  return make(texts)
}

// What begins at the root begins there whatever stands in front of it.
function joined(steps: readonly string[]): string {
  return steps.reduce((path, step) => {
    if (step.startsWith('/') || path === '' || path === '.') return step
    return path.endsWith('/') ? path + step : `${path}/${step}`
  })
}
