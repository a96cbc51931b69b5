import type { z } from 'zod'
import { nearest } from '../base/nearest'
import { metricLists } from '../rules/own'
import { limitRanges } from './settings'
import { either } from './settings-schema'
import type { Place, YamlText } from './yaml-text'

/** Something wrong in a configuration. */
export interface Problem {
  readonly offset: number
  readonly says: string
  /** Whether something is not there. What was misspelt is missing too, and the misspelling says more. */
  readonly missing?: boolean
}

type Issue = z.core.$ZodIssue

/** What is wrong in a configuration, in plain words. */
export function problemsIn(issues: readonly Issue[], yaml: YamlText, ruleIds: readonly string[]): Problem[] {
  return issues.flatMap(issue => problemsOf(issue, yaml, ruleIds))
}

function problemsOf(issue: Issue, yaml: YamlText, ruleIds: readonly string[]): Problem[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      offset: yaml.keyOffset(path, key),
      says: unknownKey(path, key, ruleIds),
    }))
  const value = yaml.get(path)
  // Of several forms, the one that its writer had in mind: a word, or else a mapping or a list.
  const written = typeof value === 'object' && value !== null ? -1 : 0
  const inner = issue.code === 'invalid_union' ? issue.errors.at(written) : undefined
  if (inner) {
    const nested = inner.map(one => ({ ...one, path: [...path, ...one.path] }))
    return problemsIn(nested, yaml, ruleIds)
  }
  const guess = issue.code === 'invalid_value' ? nearestOf(value, issue.values) : null
  const remedy = guess === null ? issue.message : `write \`${guess}\``
  const missing = !yaml.has(path)
  return [
    {
      offset: offsetOf(path, yaml),
      says: wrongValue(path, missing ? 'missing' : describe(value), remedy),
      missing,
    },
  ]
}

// Of a long list of names only the one that was meant is of use; a short one is its own remedy.
function nearestOf(value: unknown, values: readonly unknown[]): string | null {
  const names = values.filter(one => typeof one === 'string')
  return typeof value === 'string' && names.length > 3 && !names.includes('never') && !names.includes('off')
    ? nearest(value, names)
    : null
}

// What is missing is told at the entry that lacks it.
function offsetOf(path: Place, yaml: YamlText): number {
  for (let length = path.length; length > 0; length -= 1) {
    const place = path.slice(0, length)
    if (yaml.has(place)) return yaml.valueOffset(place)
  }
  return yaml.valueOffset([])
}

function unknownKey(path: Place, key: string, ruleIds: readonly string[]): string {
  const inRules = path.at(-1) === 'rules'
  const valid = inRules ? ruleIds : (settingsIn.get(String(path[0] ?? '')) ?? topLevel)
  const guess = nearest(key, valid)
  const remedy = guess
    ? `write \`${guess}\``
    : inRules
      ? '`modelgate rules` lists them'
      : `write ${either(valid)}`
  return `\`${shorten(key)}\` is no ${inRules ? 'rule' : 'setting'}; ${remedy}`
}

const topLevel = [
  'fail-on',
  'policy-from',
  'rules',
  'paths',
  'ignore',
  'guards',
  'sinks',
  'words',
  'metrics',
  'trusted-environments',
  'promotion',
  'limits',
  'waivers',
  'baseline',
]

const settingsIn: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['rules', ['level', 'fail-on']],
  ['paths', ['path', 'rules', 'fail-on']],
  ['words', ['production', 'other']],
  ['metrics', metricLists],
  ['promotion', ['require']],
  ['limits', Object.keys(limitRanges)],
  ['waivers', ['rule', 'path', 'fingerprint', 'reason', 'owner', 'expires']],
])

function wrongValue(path: Place, what: string, remedy: string): string {
  return `${path.length === 0 ? 'the file' : `\`${name(path)}\``} is ${what}; ${remedy}`
}

function name(path: Place): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

function describe(value: unknown): string {
  if (value === null || value === '') return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return `\`${shorten(String(value))}\``
}

/** A word of the file, short enough for a line. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
