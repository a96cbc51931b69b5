import { compare } from '@renovatebot/pep440'
import { parse } from '@renovatebot/pep440/lib/specifier'
import type { Program, Setting } from '../program'

/** Whether the nearest manifest guarantees a requirement, and which one decided. */
export interface PinAnswer {
  readonly answer: 'yes' | 'no' | 'maybe'
  readonly setting: Setting | null
}

/** Asks the manifest nearest to `path` whether every version that it allows meets `requirement`: `torch>=2.6`. */
export function pinFor(program: Program, requirement: string, path: string): PinAnswer {
  const [, name = '', range = ''] = /^([\w.-]+)\s*(.*)$/.exec(requirement) ?? []
  const setting = nearestSetting(program, normalise(name), path)
  if (!setting) return { answer: 'maybe', setting: null }
  return { answer: guarantees(setting.range, range), setting }
}

/** The package name as indexes compare it: https://packaging.python.org/en/latest/specifications/name-normalization/ */
function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

function nearestSetting(program: Program, name: string, path: string): Setting | null {
  const around = program.settings.filter(
    s => normalise(s.package) === name && isAround(folderOf(s.span.file.path), path),
  )
  const sorted = around.sort(
    (a, b) =>
      folderOf(b.span.file.path).length - folderOf(a.span.file.path).length ||
      Number(isExact(b.range)) - Number(isExact(a.range)) ||
      (a.span.file.path < b.span.file.path ? -1 : 1),
  )
  return sorted[0] ?? null
}

function isExact(range: string): boolean {
  return /^={2,3}[^*]+$/.test(range.trim())
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
}

function isAround(folder: string, path: string): boolean {
  return path.startsWith(folder)
}

interface Bounds {
  readonly low: string | null
  readonly high: { readonly version: string; readonly included: boolean } | null
}

function boundsOf(range: string): Bounds | null {
  const parts = range.trim() === '' ? [] : parse(range)
  if (!parts) return null
  let low: string | null = null
  let high: Bounds['high'] = null
  for (const { operator, version } of parts) {
    const plain = version.replace(/\.\*$/, '')
    if (/^(>=|>|~=|==|===)$/.test(operator) && (low === null || compare(plain, low) > 0)) low = plain
    if (/^(<=|==|===)$/.test(operator) && !version.endsWith('*')) high = { version: plain, included: true }
    if (operator === '<') high = { version: plain, included: false }
  }
  return { low, high }
}

function guarantees(allowed: string, wanted: string): PinAnswer['answer'] {
  const have = boundsOf(allowed)
  const want = boundsOf(wanted)
  if (!have || !want) return 'maybe'
  const lowMet = want.low === null || (have.low !== null && compare(have.low, want.low) >= 0)
  const highMet = want.high === null || (have.high !== null && isBelow(have.high, want.high))
  if (lowMet && highMet) return 'yes'
  const tooOld = want.low !== null && have.high !== null && isUnder(have.high, want.low)
  const tooNew =
    want.high !== null &&
    have.low !== null &&
    compare(have.low, want.high.version) >= (want.high.included ? 1 : 0)
  return tooOld || tooNew ? 'no' : 'maybe'
}

function isBelow(
  have: { version: string; included: boolean },
  want: { version: string; included: boolean },
): boolean {
  const order = compare(have.version, want.version)
  return order < 0 || (order === 0 && (want.included || !have.included))
}

function isUnder(high: { version: string; included: boolean }, low: string): boolean {
  const order = compare(high.version, low)
  return order < 0 || (order === 0 && !high.included)
}
