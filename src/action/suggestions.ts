import { lineOf, lineSpan, lineText } from '../base/lines'
import type { Finding } from '../program'

/** A line of code as it is and as it should be, where that follows from the finding alone. */
export interface Suggestion {
  readonly finding: Finding
  readonly path: string
  readonly line: number
  readonly before: string
  readonly after: string
}

// Options that switch the protection of a loader off, and how they are switched on.
const switches: readonly (readonly [RegExp, string])[] = [
  [/\bweights_only\s*=\s*False\b/g, 'weights_only=True'],
  [/\bsafe_mode\s*=\s*False\b/g, 'safe_mode=True'],
  [/\ballow_pickle\s*=\s*True\b/g, 'allow_pickle=False'],
]

/** The mechanical fixes of findings. Whatever needs a decision, such as a revision to pin, has none. */
export function suggestionsFor(findings: readonly Finding[]): readonly Suggestion[] {
  const found = findings.flatMap(finding => suggestionFor(finding) ?? [])
  // Two changes of one line would undo each other.
  const lines = new Set<string>()
  return found.filter(({ path, line }) => {
    const place = `${path}:${line}`
    const first = !lines.has(place)
    lines.add(place)
    return first
  })
}

function suggestionFor(finding: Finding): Suggestion | null {
  const { file, start, end } = finding.span
  if (!file.path.endsWith('.py')) return null
  const call = file.text.slice(start, end)
  const change = switchIn(finding, call) ?? optionIn(finding, call)
  return change ? changed(finding, start + change.at, change) : null
}

interface Change {
  readonly at: number
  readonly length: number
  readonly text: string
}

function switchIn({ rule }: Finding, call: string): Change | null {
  if (rule !== 'unsafe-load-option') return null
  const changes = switches.flatMap(([pattern, text]) =>
    [...call.matchAll(pattern)].map(match => ({ at: match.index, length: match[0].length, text })),
  )
  return changes.length === 1 ? (changes[0] ?? null) : null
}

// `torch.load(path)`: one plain call on one line, whose remedy begins with the option.
const remedy = /^Write `weights_only=True`(?! \()/
const plainCall = /^(?:\w+\.)*(\w+)\([^\n#*]*[^\s,(]\)$/

function optionIn({ fix }: Finding, call: string): Change | null {
  if (
    !remedy.test(fix) ||
    !plainCall.exec(call)?.[1]?.includes('load') ||
    /weights_only|pickle_module|\sfor\s/.test(call)
  )
    return null
  return { at: call.length - 1, length: 0, text: ', weights_only=True' }
}

function changed(finding: Finding, at: number, { length, text }: Change): Suggestion | null {
  const { file } = finding.span
  const { line } = lineOf(file.text, at)
  const before = lineText(file.text, line)
  const from = at - lineSpan(file.text, line).start
  if (from + length > before.length) return null
  const after = before.slice(0, from) + text + before.slice(from + length)
  return { finding, path: file.path, line, before, after }
}
