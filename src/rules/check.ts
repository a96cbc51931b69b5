import { z } from 'zod'
import { nearest } from '../base/nearest'
import { type Keys, offsetOf, offsetOfKey, problemAt, type YamlFile } from './yaml-file'

type Issue = z.core.$ZodIssue
type JsonSchema = z.core.JSONSchema.BaseSchema

/** The file's content in the shape of the schema, with defaults filled in. Throws a UserError for the first mistake. */
export function check<S extends z.ZodType>(file: YamlFile, schema: S): z.output<S> {
  const result = schema.safeParse(file.value)
  if (result.success) return result.data
  const mistake = firstMistake(file, result.error, schema)
  throw problemAt(file, mistake.offset, mistake.says)
}

/** What is wrong in a file, and where. */
export interface Mistake {
  readonly offset: number
  readonly says: string
}

/** The mistake that comes first in the file. */
export function firstMistake(file: YamlFile, error: z.ZodError, schema: z.ZodType): Mistake {
  const [first] = error.issues.map(meant).sort((a, b) => rank(file, a) - rank(file, b))
  if (!first) throw error
  return explain(file, first, z.toJSONSchema(schema, { io: 'input' }))
}

// A misspelt key is also a missing one; the misspelling says more.
function rank(file: YamlFile, issue: Issue): number {
  const path = keysOf(issue)
  if (issue.code !== 'unrecognized_keys') return offsetOf(file, path) + 0.5
  return offsetOfKey(file, path, issue.keys[0] ?? '') - Number.MAX_SAFE_INTEGER / 2
}

/** Of a union, the mistake in the form that its writer had in mind. */
function meant(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.map(branch => branch.map(one => meant(placedUnder(one, issue.path))))
  const inside = (one: Issue) => one.path.length > issue.path.length
  const known = inner.find(branch => branch.every(one => inside(one) && one.code !== 'unrecognized_keys'))
  return known?.[0] ?? inner.flat().find(one => one.code === 'unrecognized_keys') ?? issue
}

function placedUnder(issue: Issue, path: readonly PropertyKey[]): Issue {
  return { ...issue, path: [...path, ...issue.path] }
}

function explain(file: YamlFile, issue: Issue, schema: JsonSchema): Mistake {
  const keys = keysOf(issue)
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return { offset: offsetOfKey(file, keys, key), says: unknownKey(key, namesAt(schema, keys)) }
  }
  return { offset: offsetOf(file, keys), says: wrong(issue, keys, valueAt(file, keys), schema) }
}

function unknownKey(key: string, names: readonly string[]): string {
  if (names.includes(key)) return `\`${key}\` cannot stand beside the other key; keep one of them`
  const near = nearest(key, names)
  return `\`${key}\` is not a key here; write ${near ? `\`${near}\`` : oneOf(names.map(quoted))}`
}

function wrong(issue: Issue, keys: Keys, value: unknown, schema: JsonSchema): string {
  if (value === undefined) return missing(keys, schema)
  switch (issue.code) {
    case 'custom':
      return issue.message
    case 'invalid_value':
      return `${label(keys)} cannot be ${shown(value)}; write ${oneOf(issue.values.map(v => quoted(String(v))))}`
    case 'invalid_format':
      return `${shown(value)} does not fit; ${format(issue)}`
    case 'too_small':
      return `${label(keys)} is too ${small(issue.origin)}; write at least ${issue.minimum}${unit(issue.origin)}`
    case 'too_big':
      return `${label(keys)} is too ${big(issue.origin)}; write at most ${issue.maximum}${unit(issue.origin)}`
    case 'invalid_type':
    case 'invalid_union':
      return `${label(keys)} is ${kindOf(value)}; write ${forms(at(schema, keys))}`
    default:
      return `${label(keys)} is wrong: ${issue.message}; see rules/schema.json`
  }
}

function missing(keys: Keys, schema: JsonSchema): string {
  const about = at(schema, keys).find(one => one.description)?.description
  return `${label(keys)} is missing; add it${about ? `: ${about}` : ''}`
}

function format(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'date') return 'write a date as `2026-01-31`'
  if (issue.format === 'url') return 'write an address that begins with `https://`'
  return issue.message.startsWith('Invalid') ? `write text of the form \`${issue.pattern}\`` : issue.message
}

function small(origin: string): string {
  return origin === 'number' ? 'small' : 'short'
}

function big(origin: string): string {
  return origin === 'number' ? 'large' : 'long'
}

function unit(origin: string): string {
  if (origin === 'array') return ' of them'
  return origin === 'string' ? ' characters' : ''
}

function label(keys: Keys): string {
  const last = keys.at(-1)
  if (last === undefined) return 'the file'
  return typeof last === 'number' ? `entry ${last + 1} of ${label(keys.slice(0, -1))}` : quoted(last)
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return quoted(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? 'text' : `the ${typeof value} ${shown(value)}`
}

function forms(schemas: readonly JsonSchema[]): string {
  const types = schemas.flatMap(one => one.type ?? [])
  return oneOf([...new Set(types.map(type => formNames.get(type) ?? type))])
}

const formNames = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['boolean', '`true` or `false`'],
  ['array', 'a list'],
  ['object', 'a mapping'],
  ['null', '`null`'],
])

/** What the schema says about a place: several schemas where it allows several forms. */
function at(schema: JsonSchema, keys: Keys): readonly JsonSchema[] {
  const alternatives = schema.anyOf
    ? schema.anyOf.flatMap(one => (isSchema(one) ? at(one, []) : []))
    : [schema]
  const [key, ...rest] = keys
  if (key === undefined) return alternatives
  return alternatives.flatMap(one => {
    const next =
      typeof key === 'number' ? items(one, key) : (one.properties?.[key] ?? one.additionalProperties)
    return isSchema(next) ? at(next, rest) : []
  })
}

function items(schema: JsonSchema, index: number): unknown {
  return schema.prefixItems?.[index] ?? schema.items
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function namesAt(schema: JsonSchema, keys: Keys): readonly string[] {
  return at(schema, keys).flatMap(one => Object.keys(one.properties ?? {}))
}

function keysOf(issue: Issue): Keys {
  return issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))
}

function valueAt(file: YamlFile, keys: Keys): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    file.value,
  )
}

function quoted(text: string): string {
  return `\`${text}\``
}

function oneOf(choices: readonly string[]): string {
  if (choices.length < 2) return choices[0] ?? 'another one'
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
}
