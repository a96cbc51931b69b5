import type { Finding, GuardVerdict } from '../program'

/** What a check proves, to complete "The check …". */
export const proof: Readonly<Record<GuardVerdict['strength'], string>> = {
  strong: 'holds',
  medium: 'is not enough by itself',
  weak: 'is not enough',
  void: 'does not hold',
}

/** A sentence on a check. `name` is what it is called where a format can do more than name it. */
export function guardSentence({ kind, strength, says }: GuardVerdict, name = `${kind} check`): string {
  return `The ${name} ${proof[strength]}: ${says.replace(/\.$/, '')}.`
}

const mostGuards = 3

/** The message of a finding with its checks in words, for formats that have no other place for them. */
export function messageWithGuards({ message, guards }: Finding): string {
  return [message, ...guards.slice(0, mostGuards).map(guard => guardSentence(guard))].join(' ')
}
