import type { CodeFlow, Location, Result } from 'sarif'
import type { Finding, GuardVerdict, Report, RuleText, SourceFile, Step } from '../../program'
import { guardSentence } from '../guard-text'
import { primaryRegion } from '../region'
import { lineHashes } from './line-hash'
import { locationOf, physicalLocation } from './places'
import { plainText } from './text'

/** Turns the findings into results, in the same order. */
export function resultsOf(
  { findings, comparison }: Pick<Report, 'findings' | 'comparison'>,
  rules: readonly RuleText[],
): Result[] {
  const indexes = new Map(rules.map((rule, index) => [rule.id, { rule, index }]))
  const hashes = new Map<SourceFile, readonly string[]>()
  return findings.map(finding => {
    const { file } = finding.name
    const known = hashes.get(file) ?? lineHashes(file.text)
    hashes.set(file, known)
    const described = indexes.get(finding.rule)
    const state = comparison?.states.get(finding.fingerprint)
    return {
      ...resultOf(finding, described?.rule ?? null, known),
      ...(described && { ruleIndex: described.index }),
      ...(state && { baselineState: state }),
    }
  })
}

function resultOf(finding: Finding, rule: RuleText | null, hashes: readonly string[]): Result {
  const region = primaryRegion(finding)
  const guards = finding.guards.slice(0, mostGuards)
  return {
    ruleId: finding.rule,
    level: finding.level,
    message: { text: messageOf(finding, guards, rule) },
    locations: [{ physicalLocation: physicalLocation(finding.name.file.path, region) }],
    partialFingerprints: {
      primaryLocationLineHash: hashes[region.line - 1] ?? '',
      'modelgate/v1': finding.fingerprint,
    },
    ...(finding.steps.length > 0 && { codeFlows: [codeFlowOf(finding)] }),
    ...(guards.length > 0 && { relatedLocations: guards.map(relatedLocation) }),
    properties: {
      'security-severity': finding.securitySeverity.toFixed(1),
      precision: finding.precision,
      within: finding.within,
      ...(finding.state === 'existing' && { state: finding.state }),
    },
  }
}

// Of the places of one result, GitHub asks for ten at most.
const mostGuards = 9

function messageOf(finding: Finding, guards: readonly GuardVerdict[], rule: RuleText | null): string {
  // The page of the rule already shows its own fix.
  const fix = rule?.fix === finding.fix ? [] : [plainText(finding.fix)]
  return [plainText(finding.message), ...guards.map(linkedSentence), ...fix].join(' ')
}

/** A sentence with a link to the guard's place: GitHub shows related locations only where the message links to them. */
function linkedSentence(guard: GuardVerdict, index: number): string {
  return guardSentence({ ...guard, says: plainText(guard.says) }, `[${guard.kind} check](${index + 1})`)
}

function relatedLocation(guard: GuardVerdict, index: number): Location {
  return { id: index + 1, ...locationOf(guard.span, guard.says) }
}

const mostSteps = 100

function codeFlowOf(finding: Finding): CodeFlow {
  const all = [...finding.steps, ...sinkStep(finding)]
  const half = mostSteps / 2
  const kept = all.length <= mostSteps ? all : [...all.slice(0, half), ...all.slice(-half)]
  return {
    threadFlows: [{ locations: kept.map(({ span, says }) => ({ location: locationOf(span, says) })) }],
  }
}

/** The sink itself, where the path does not end in it already. */
function sinkStep({ steps, span, name }: Finding): Step[] {
  const last = steps.at(-1)?.span
  if (last && last.file === span.file && last.start < span.end && span.start < last.end) return []
  return [{ span, says: `\`${name.file.text.slice(name.start, name.end)}\` is called here` }]
}
