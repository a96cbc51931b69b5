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

/** What a project that vouches for an environment adds: naming it counts as the approval that it asks for. */
export function trusting(environment: string, file: string): GuardRule {
  return {
    call: ['pipeline.environment'],
    parameters: ['name'],
    if: { name: { matches: `^${environment.split('*').map(escaped).join('.*')}$` } },
    kind: 'approval',
    strength: 'strong',
    holds: 'no-exception',
    says: `the job names an environment that asks a person, as \`${file}\` says of \`${environment.replaceAll('`', "'")}\``,
  }
}

// The names of environments are the same in upper and lower case:
// https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
function escaped(text: string): string {
  return text
    .replace(/[.+?^${}()|[\]\\/-]/g, '\\$&')
    .replace(/\p{L}/gu, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
}
