import {
  type Argument,
  constant,
  type Dictionary,
  type SourceFile,
  type Span,
  type Value,
} from '../../program'

/** An object that a command deploys, with the file that describes it. */
export interface Deployed {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  /** What its users know it by, where that is not certain: the name of an endpoint. */
  readonly known: Value
  readonly value: Dictionary
  /** What of it is there whatever the conditions of its template leave out; nothing where it has no template. */
  readonly held?: Dictionary
  readonly span: Span
  /** Files and settings that have a say in where it goes. */
  readonly places: readonly string[]
}

/** What is deployed, as far as it can be found. */
export interface Found {
  readonly objects: readonly Deployed[]
  /** Whether there may be more that cannot be seen. */
  readonly open: boolean
  /** Whether there is more that was not looked at, since it is too much. */
  readonly cut: boolean
}

/** Stands in a manifest for what a template works out, a word that no object is called by. */
export const workedOut = 'modelgate-worked-out'

export const nothing: Found = { objects: [], open: false, cut: false }
export const hidden: Found = { objects: [], open: true, cut: false }

export function together(found: readonly Found[]): Found {
  return {
    objects: found.flatMap(({ objects }) => objects),
    open: found.some(({ open }) => open),
    cut: found.some(({ cut }) => cut),
  }
}

/** The value under a key of a dictionary; `null` where there is none. */
export function under(value: Value | null, ...keys: readonly string[]): Value | null {
  let at = value
  for (const key of keys) {
    if (at?.kind !== 'dictionary') return null
    at = at.entries.find(entry => entry.key?.kind === 'constant' && entry.key.value === key)?.value ?? null
  }
  return at
}

/** A literal as text; `null` where it is none. */
export function literal(value: Value | null): string | null {
  return value?.kind === 'constant' && value.value !== null ? String(value.value) : null
}

export function itemsIn(value: Value | null): readonly Value[] {
  return value?.kind === 'collection' ? value.items : []
}

/** What of the first value the second one changes: maps key by key, anything else as a whole. */
export function merged(a: Value, b: Value, depth = 0): Value {
  if (a.kind !== 'dictionary' || b.kind !== 'dictionary' || depth > 40) return b
  const [old, anew] = [byKey(a), byKey(b)]
  const entries = [...new Set([...old.keys(), ...anew.keys()])].flatMap(key => {
    const [before, after] = [old.get(key) ?? null, anew.get(key) ?? null]
    // A key without a value takes away what was there.
    if (after?.kind === 'constant' && after.value === null) return []
    const value = before && after ? merged(before, after, depth + 1) : (after ?? before)
    return value ? [{ key: constant(key), value }] : []
  })
  return { kind: 'dictionary', entries }
}

// The first of two that have the same key counts.
function byKey({ entries }: Dictionary): Map<string, Value> {
  return new Map([...entries].reverse().map(({ key, value }) => [literal(key) ?? '', value]))
}

/** A value under a path of keys. */
export function nested(keys: readonly string[], value: Value): Value {
  return keys.reduceRight(
    (inner: Value, key): Value => ({ kind: 'dictionary', entries: [{ key: constant(key), value: inner }] }),
    value,
  )
}

/** An object as the arguments of a call, for the conditions of the catalogue; `$` is its name with those of its images. */
export function asArguments({ known, value, span }: Deployed): Argument[] {
  const own = value.entries.flatMap(({ key, value: inner }): Argument[] => {
    const text = literal(key)
    return text === null ? [] : [{ name: text, value: inner, span }]
  })
  const images = constant(` ${imagesIn(value, 0).join(' ')}`)
  return [...own, { name: '$', value: { kind: 'text', parts: [known, images] }, span }]
}

function imagesIn(value: Value, depth: number): string[] {
  if (depth > 12) return []
  if (value.kind === 'collection') return value.items.flatMap(item => imagesIn(item, depth + 1))
  if (value.kind !== 'dictionary') return []
  return value.entries.flatMap(({ key, value: inner }) => {
    const text = literal(key) === 'image' ? literal(inner) : null
    return text === null ? imagesIn(inner, depth + 1) : [text]
  })
}

export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** The files of a repository, and what is looked up in them. */
export interface Shelf {
  readonly files: ReadonlyMap<string, SourceFile>
}
