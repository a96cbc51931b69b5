import type { Finding, Level } from './finding'

const rank: Readonly<Record<Level, number>> = { note: 1, warning: 2, error: 3 }

/** What one rule makes of a place that several rules report. */
export interface Charge
  extends Pick<
    Finding,
    'rule' | 'level' | 'securitySeverity' | 'precision' | 'message' | 'fix' | 'steps' | 'guards'
  > {
  /** What is to say of it where another rule speaks, to complete "It also …"; `null` where its name says enough. */
  readonly says: string | null
}

/** One finding out of several charges, the most specific first: the most severe speaks, and its message names the others. */
export function together<T extends Omit<Finding, keyof Charge | 'also' | 'fingerprint'>>(
  about: T,
  charges: readonly [Charge, ...Charge[]],
): T & Omit<Finding, 'fingerprint'> {
  const [speaker = charges[0], ...also] = [...charges].sort((a, b) => rank[b.level] - rank[a.level])
  const { says: _, ...spoken } = speaker
  return { ...about, ...spoken, message: [spoken.message, ...naming(also)].join(' '), also }
}

/** The charges of a finding, as each rule would tell it alone. */
export function apart(finding: Omit<Finding, 'fingerprint'>): [Charge, ...Charge[]] {
  const { rule, level, securitySeverity, precision, fix, steps, guards, also } = finding
  const named = naming(also)
    .map(sentence => ` ${sentence}`)
    .join('')
  const message = finding.message.slice(0, finding.message.length - named.length)
  return [{ rule, level, securitySeverity, precision, message, fix, steps, guards, says: null }, ...also]
}

function naming(also: readonly Charge[]): string[] {
  const bare = also.filter(({ says }) => says === null).map(({ rule }) => `\`${rule}\``)
  const last = bare.at(-1)
  const names = bare.length > 1 ? `${bare.slice(0, -1).join(', ')} and ${last}` : last
  return [
    ...also.flatMap(({ rule, says }) => (says === null ? [] : [`It also ${says} (\`${rule}\`).`])),
    ...(names === undefined ? [] : [`${names} ${bare.length > 1 ? 'apply' : 'applies'} as well.`]),
  ]
}
