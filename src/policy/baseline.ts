import { byCodeUnits } from '../base/order'
import { UserError } from '../base/user-error'
import type { Finding } from '../program'

/** Findings that were there before, as a file names them. */
export interface Baseline {
  /** The file, as it is shown. */
  readonly file: string
  readonly entries: readonly Entry[]
}

interface Entry {
  readonly rule: string
  readonly path: string
  readonly fingerprint: string
}

const version = 1

/** The text of a baseline: each finding once, in an order that does not depend on anything else. */
export function baselineText(findings: readonly Finding[]): string {
  const entries = findings.map(({ rule, name, fingerprint }) => ({ rule, path: name.file.path, fingerprint }))
  const sorted = [...new Map(entries.map(entry => [keyOf(entry), entry])).values()].sort(
    (a, b) =>
      byCodeUnits(a.path, b.path) || byCodeUnits(a.rule, b.rule) || byCodeUnits(a.fingerprint, b.fingerprint),
  )
  return `${JSON.stringify({ version, findings: sorted }, null, 2)}\n`
}

/** Reads a baseline. Anything else is a UserError. */
export function parseBaseline(text: string, file: string): Baseline {
  const refuse = (wrong: string): UserError =>
    new UserError(`${file}: ${wrong}; write it anew with \`modelgate baseline -o ${file}\``)
  const value = parsed(text)
  if (!isObject(value)) throw refuse('this is no baseline')
  if (value.version !== version)
    throw refuse(
      typeof value.version === 'number'
        ? `its version is ${value.version}, and this program reads version ${version}`
        : 'this is no baseline, since it has no version',
    )
  if (!Array.isArray(value.findings)) throw refuse('its `findings` are no list')
  const entries = (value.findings as readonly unknown[]).map((one, index) => {
    const entry = entryOf(one)
    if (!entry) throw refuse(`entry ${index + 1} has no \`rule\`, \`path\` and \`fingerprint\` in text`)
    return entry
  })
  return { file, entries }
}

/** The findings, those of a baseline marked as existing. A moved file makes no new finding: paths are for people only. */
export function marked(findings: readonly Finding[], baseline: Baseline): Finding[] {
  const known = new Set(baseline.entries.map(keyOf))
  return findings.map(finding => (known.has(keyOf(finding)) ? { ...finding, state: 'existing' } : finding))
}

/** How many entries of a baseline name none of these findings. */
export function goneFrom(baseline: Baseline, findings: readonly Finding[]): number {
  const found = new Set(findings.map(keyOf))
  return [...new Set(baseline.entries.map(keyOf))].filter(key => !found.has(key)).length
}

function keyOf({ rule, fingerprint }: Pick<Finding, 'rule' | 'fingerprint'>): string {
  return `${rule} ${fingerprint}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entryOf(value: unknown): Entry | null {
  if (!isObject(value)) return null
  const { rule, path, fingerprint } = value
  if (typeof rule !== 'string' || typeof path !== 'string' || typeof fingerprint !== 'string') return null
  return rule === '' || !/^[0-9a-f]+$/.test(fingerprint) ? null : { rule, path, fingerprint }
}
