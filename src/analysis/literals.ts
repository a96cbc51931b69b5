import { onceFor } from '../base/once'
import type { Constant, Span, Value } from '../program'

export type Literal = string | number | boolean | null

/** The literals that a value may stand for. A part of a text that is not known is a `hole`. */
export interface Possible {
  readonly values: readonly Literal[]
  /** Whether it can be nothing else, as far as the repository tells. */
  readonly complete: boolean
  /** Where those stand that a configuration file says. */
  readonly places?: ReadonlyMap<Literal, Span>
}

/** Stands for the part of a text that is not known. */
export const hole = '\u0000'

const most = 24

export const nothing: Possible = { values: [], complete: false }

/** A literal, with its place where a configuration file says it. */
export function literalOf({ value, at }: Constant): Possible {
  return at
    ? { values: [value], complete: true, places: new Map([[value, at]]) }
    : { values: [value], complete: true }
}

/** One of these. */
export function together(parts: readonly Possible[]): Possible {
  const values = [...new Set(parts.flatMap(part => part.values))]
  return {
    values: values.slice(0, most),
    complete: parts.every(part => part.complete) && values.length <= most,
    ...placesIn(parts),
  }
}

const fewValues = 100

/** What very many values are together that are all constants; `null` where some are not, and where they are few. */
export function constantsIn(values: readonly Value[]): Possible | null {
  return values.length > fewValues ? allConstant(values) : null
}

// What makes the objects of a class each method asks about again.
const allConstant = onceFor((values: readonly Value[]): Possible | null =>
  values.every(value => value.kind === 'constant') ? together(values.map(literalOf)) : null,
)

/** The places of what stands in configuration files. */
export function placesIn(parts: readonly Possible[]): Pick<Possible, 'places'> {
  const places = parts.flatMap(part => [...(part.places ?? [])])
  return places.length === 0 ? {} : { places: new Map(places) }
}

/** A text that is put together stands where the last part of it stands that a file says. */
export function placesOfText(parts: readonly Possible[], texts: readonly string[]): Pick<Possible, 'places'> {
  const at = [...(placesIn(parts).places?.values() ?? [])].at(-1)
  return at ? { places: new Map(texts.map(text => [text, at])) } : {}
}

/** Every literal as a function makes another of it. */
export function mapLiterals(possible: Possible, change: (value: Literal) => Literal): Possible {
  const { values, complete, places } = possible
  const moved = [...(places ?? [])].map(([value, at]) => [change(value), at] as const)
  return { values: values.map(change), complete, ...(places ? { places: new Map(moved) } : {}) }
}

/** The same for texts only. */
export function mapTexts(possible: Possible, change: (text: string) => string): Possible {
  return mapLiterals(possible, value => (typeof value === 'string' ? change(value) : value))
}

/** A text as a method of it gives it back. */
export function changeCase(text: string, method: string): string {
  if (method === 'lower') return text.toLowerCase()
  if (method === 'upper') return text.toUpperCase()
  return method === 'strip' ? text.trim() : text
}

/** A text as a number or a truth value, as Python's libraries read it from a file; itself where it is none. */
export function converted(value: Literal, as: 'number' | 'boolean' | null): Literal {
  if (typeof value !== 'string' || as === null) return value
  if (as === 'boolean')
    return /^(1|yes|true|on)$/i.test(value) ? true : /^(0|no|false|off)$/i.test(value) ? false : value
  return /^\s*[-+]?(\d[\d_]*(?:\.\d*)?|\.\d+)(e[-+]?\d+)?\s*$/i.test(value)
    ? Number(value.replaceAll('_', ''))
    : value
}

// Longer texts name nothing, and one that is put together from itself would fill the memory.
const longest = 10_000

/** The texts that parts may make, one behind the other. What is not known of one leaves a hole. */
export function joinedTexts(parts: readonly Possible[]): Possible {
  let texts: readonly string[] = ['']
  for (const part of parts) {
    const ways = textsOf(part)
    texts = texts.flatMap(text => ways.map(way => text + way)).slice(0, most)
    if (texts.some(text => text.length > longest)) return nothing
  }
  return { values: texts, complete: true, ...placesOfText(parts, texts) }
}

/** The texts that may be made of one and another. */
export function combined(one: Possible, other: Possible, make: (a: string, b: string) => string): Possible {
  const texts = textsOf(one).flatMap(a => textsOf(other).map(b => make(a, b)))
  const values = [...new Set(texts)].slice(0, most)
  if (values.some(text => text.length > longest)) return nothing
  return { values, complete: true, ...placesOfText([one, other], values) }
}

/** What is left of numbers where others are taken away: `100 - percent`. */
export function differences(from: Possible, taken: Possible): Possible {
  const all = from.values.flatMap(a =>
    taken.values.map(b => (typeof a === 'number' && typeof b === 'number' ? a - b : null)),
  )
  const values = [...new Set(all)].filter(value => value !== null)
  const complete = from.complete && taken.complete && !all.includes(null) && values.length <= most
  return { values: values.slice(0, most), complete }
}

// A default of `None` stands for what somebody else gives, and is no part of any name.
function textsOf({ values, complete }: Possible): readonly string[] {
  const texts = values.flatMap(value => (value !== null ? String(value) : complete ? 'None' : []))
  return [...texts, ...(complete && values.length > 0 ? [] : [hole])]
}
