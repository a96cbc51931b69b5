import type { OwnEntries } from '../rules/own-schema'
import type { GuardRule, Sink } from '../rules/schema'

type GuardEntry = NonNullable<OwnEntries['guards']>[number]
type SinkEntry = NonNullable<OwnEntries['sinks']>[number]

/** A guard as the catalogue has it. What it does is told from its kind where the project does not say more. */
export function ownGuard(entry: GuardEntry, file: string): GuardRule {
  return { ...entry, says: entry.says ?? whatItDoes[entry.kind], namedIn: file }
}

const whatItDoes: Readonly<Record<GuardEntry['kind'], string>> = {
  approval: 'asks for an approval',
  evaluation: 'evaluates the model',
  canary: 'watches a part of the traffic',
  verification: 'verifies the artifact',
  target: 'settles which cluster or registry is meant',
}

/** A sink as the catalogue has it. */
export function ownSink(entry: SinkEntry, file: string): Sink {
  return { ...entry, aspects: [], says: entry.says ?? `counts as \`${entry.does}\` in \`${file}\`` }
}
