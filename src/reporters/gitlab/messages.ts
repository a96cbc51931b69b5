import { visible } from '../../base/visible'
import type { Report } from '../../program'
import { leftOut } from '../counted'
import { firstOf } from '../standing'

interface Message {
  readonly level: 'info' | 'warn'
  readonly value: string
}

const most = 50

/** What GitLab shows beside the scan: what the configuration leaves out, and what could not be read. */
export function messagesOf({ policy, notices }: Report): Message[] {
  const { shown, left } = firstOf(notices, most)
  return [
    ...policy.map(({ says }): Message => ({ level: 'info', value: visible(says) })),
    ...shown.map(({ path, line, message }): Message => {
      const where = line > 0 ? `${path}:${line}` : path
      return { level: 'warn', value: visible(`${where}: ${message}`) }
    }),
    ...(left > 0 ? [{ level: 'warn', value: leftOut(left, 'notice') } as const] : []),
  ]
}
