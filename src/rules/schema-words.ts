import { z } from 'zod'

export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** Where bytes come from that somebody outside of the repository has a hand in. */
export const foreign = [
  'network',
  'hub',
  'upload',
  'command-line',
  'environment',
  'registry',
  'bucket',
] as const

export const provenance = {
  source: z.string().describe('a documentation page or a release that shows it'),
  checked: z.iso.date().describe('when the source was read'),
}

export const names = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform(n => (typeof n === 'string' ? [n] : n))
