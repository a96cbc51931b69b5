import { z } from 'zod'
import { nearest } from '../base/nearest'
import { caseHolds, conditionsHold, isQualifiedName } from './consistency'
import { guardSchema } from './guard-schema'
import type { Case } from './schema'
import { sinkSchema } from './sink-schema'
import { type Keys, wrongKey, wrongValue, type YamlFile } from './yaml-file'

const provenance = { source: true, checked: true } as const

// YAML reads `true` as no text.
const holds = z
  .preprocess(
    value => (typeof value === 'boolean' ? String(value) : value),
    guardSchema.shape.holds.extract(['no-exception', 'true', 'false']),
  )
  .describe('how a call says that the check passed: by returning at all, or by what it returns')

const ownGuard = guardSchema.omit(provenance).extend({
  kind: guardSchema.shape.kind.exclude(['comparison']),
  holds,
  strength: z.enum(['strong', 'medium', 'weak']).default('strong'),
  says: guardSchema.shape.says.optional(),
})

const ownSink = sinkSchema
  .omit({ ...provenance, aspects: true })
  .extend({ says: sinkSchema.shape.says.optional() })

/** The part of a configuration that names a project's own guards and sinks, in the words of the catalogue. */
export const ownSchema = z.looseObject({
  guards: z.array(ownGuard).nullish(),
  sinks: z.array(ownSink).nullish(),
})

export type OwnEntries = z.infer<typeof ownSchema>

/** What there is to choose from. */
export interface Known {
  readonly ruleIds: readonly string[]
  readonly hazards: readonly string[]
  readonly wordLists: readonly string[]
}

/** Throws a UserError for an entry that is right in itself and cannot work. */
export function ownEntriesHold(file: YamlFile, { guards, sinks }: OwnEntries, known: Known): void {
  guards?.forEach((guard, index) => {
    const keys = ['guards', index]
    callsHold(file, keys, guard.call)
    ownConditionsHold(file, [...keys, 'if'], guard.if, guard.parameters, known)
    subjectHolds(file, keys, guard)
  })
  sinks?.forEach((sink, index) => {
    const keys = ['sinks', index]
    callsHold(file, keys, sink.call)
    hazardHolds(file, [...keys, 'does'], sink.does, known.hazards)
    ownConditionsHold(file, [...keys, 'if'], sink.if, sink.parameters, known)
    sink.when.forEach((one, at) => {
      const place = [...keys, 'when', at]
      caseHolds(file, place, one, at === sink.when.length - 1)
      if (one.report !== undefined) hazardHolds(file, [...place, 'report'], one.report, known.hazards)
      one.also?.forEach((hazard, i) => hazardHolds(file, [...place, 'also', i], hazard, known.hazards))
      ownConditionsHold(file, [...place, 'if'], one.if, sink.parameters, known)
    })
  })
}

// A repository brings its configuration along, and an expression can be written so that trying it never ends.
function ownConditionsHold(
  file: YamlFile,
  keys: Keys,
  conditions: Case['if'],
  parameters: readonly string[],
  known: Known,
): void {
  conditionsHold(file, keys, conditions, parameters, known.wordLists)
  for (const [name, matcher] of Object.entries(conditions ?? {}))
    if (typeof matcher === 'object' && matcher !== null && 'matches' in matcher)
      throw wrongKey(
        file,
        [...keys, name],
        'matches',
        '`matches` is for the catalogue only; write `one-of` or `suffix`',
      )
}

function callsHold(file: YamlFile, keys: Keys, calls: readonly string[]): void {
  for (const call of calls) {
    const place = [...keys, 'call']
    if (call.includes('*'))
      throw wrongValue(file, place, `\`${call}\` names more than one function; write a line for each of them`)
    if (isQualifiedName(call) && call.includes('.')) continue
    const says = `\`${call}\` is not the full name of a function; write it as an import would, with its module: \`acme.release.require_signoff\``
    throw wrongValue(file, place, says)
  }
}

function hazardHolds(file: YamlFile, keys: Keys, hazard: string, hazards: readonly string[]): void {
  if (hazards.includes(hazard)) return
  const guess = nearest(hazard, hazards)
  const choice = guess ? `\`${guess}\`` : `one of ${hazards.map(name => `\`${name}\``).join(', ')}`
  throw wrongValue(file, keys, `no rule reports \`${hazard}\`; write ${choice}`)
}

function subjectHolds(file: YamlFile, keys: Keys, guard: NonNullable<OwnEntries['guards']>[number]): void {
  const { kind, subject, parameters } = guard
  if (kind === 'verification' && subject === undefined)
    throw wrongValue(
      file,
      keys,
      'a verification is of one artifact; add `subject:` with the name of the argument that holds it',
    )
  const guess = subject === undefined || parameters.includes(subject) ? null : nearest(subject, parameters)
  if (guess)
    throw wrongValue(
      file,
      [...keys, 'subject'],
      `\`${subject}\` is not a parameter of this call; write \`${guess}\``,
    )
}
