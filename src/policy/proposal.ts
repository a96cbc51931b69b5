import { lineOf } from '../base/lines'
import type { Finding, Notice } from '../program'
import { changesOf, type PolicyChange } from './changes'
import type { Proposal } from './from-base'

/** What a change to the policy does to what is found in the same tree. */
export interface Consequences {
  readonly before: readonly Finding[]
  readonly after: readonly Finding[]
}

/** What a change makes of the policy that the next one is judged by, and what comes of it. */
export function proposalNotices(proposal: Proposal, { before, after }: Consequences): Notice[] {
  const changes = changesOf(proposal.base, proposal.head)
  const shown = changes.slice(0, mostChanges)
  const more = changes.length - shown.length
  const told = [
    ...shown,
    ...(more > 0 ? [{ verb: 'make', what: `${more} more changes to the policy`, line: 0 }] : []),
    ...reporting('stop', 'reporting ', without(before, after)),
    ...reporting('report', '', without(after, before)),
  ]
  const path = fileOf(proposal)
  return [
    ...proposal.notices,
    ...told.map((one): Notice => ({ path, line: one.line, kind: 'exception', message: said(proposal, one) })),
  ]
}

const mostChanges = 50

function fileOf({ head, base }: Proposal): string {
  return head.file ?? base.file ?? head.baseline?.file ?? base.baseline?.file ?? '.modelgate.yml'
}

function said({ judges }: Proposal, { verb, what }: PolicyChange): string {
  return judges === 'base'
    ? `This change would ${verb} ${what}. That counts from the next change on; this one is judged without it.`
    : `This change ${verb}s ${what}. It is judged by that, since \`policy-from\` is \`head\` on the base.`
}

// Calls at the same place are the same, whichever rule speaks.
function without(some: readonly Finding[], others: readonly Finding[]): Finding[] {
  const places = new Set(others.map(placeOf))
  return some.filter(finding => !places.has(placeOf(finding)))
}

function placeOf({ name }: Finding): string {
  return `${name.file.path}:${name.start}`
}

const mostNames = 3

function reporting(verb: string, act: string, findings: readonly Finding[]): PolicyChange[] {
  if (findings.length === 0) return []
  const named = findings.slice(0, mostNames).map(({ rule, name }) => {
    const place = `${name.file.path}:${lineOf(name.file.text, name.start).line}`
    return `\`${rule}\` in \`${place.replaceAll('`', "'")}\``
  })
  const more = findings.length > mostNames ? [`${findings.length - mostNames} more`] : []
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  return [{ verb, what: `${act}${count}: ${[...named, ...more].join(', ')}`, line: 0 }]
}
