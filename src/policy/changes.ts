import { metricLists } from '../rules/own'
import type { GuardRule, Sink } from '../rules/schema'
import type { Baseline } from './baseline'
import type { Configuration, Limits, PathPolicy, Waiver } from './settings'

/** One thing that a change makes of the policy: a verb, and what it is done to. */
export interface PolicyChange {
  readonly verb: string
  readonly what: string
  /** In the configuration of the change; 0 for the whole file. */
  readonly line: number
}

/** All that differs between two policies, in the order of the settings. What they are called makes no difference. */
export function changesOf(before: Configuration, after: Configuration): PolicyChange[] {
  return [
    ...moved('`fail-on`', before.failOn, after.failOn),
    ...moved('`policy-from`', before.policyFrom, after.policyFrom),
    ...inRules(before, after),
    ...inPaths(before.paths, after.paths),
    ...inIgnore(before.ignore, after.ignore),
    ...inOwn(before.own, after.own),
    ...inLimits(before.limits, after.limits),
    ...inWaivers(before.waivers, after.waivers),
    ...inBaseline(before.baseline, after.baseline),
  ]
}

/** Whether the same files are scanned, and the same is found in them. */
export function isScannedAlike(a: Configuration, b: Configuration): boolean {
  const differences = [inIgnore(a.ignore, b.ignore), inOwn(a.own, b.own), inLimits(a.limits, b.limits)]
  return differences.every(({ length }) => length === 0)
}

function change(verb: string, what: string, line = 0): PolicyChange {
  return { verb, what, line }
}

function moved(what: string, before: string, after: string): PolicyChange[] {
  return before === after ? [] : [change('set', `${what} from ${code(before)} to ${code(after)}`)]
}

function inRules(before: Configuration, after: Configuration): PolicyChange[] {
  const ids = [...new Set([...before.rules.keys(), ...after.rules.keys()])]
  const levels = ids.flatMap(id => {
    const [old, now] = [before.rules.get(id), after.rules.get(id)]
    if (old === now) return []
    if (now === 'off') return [change('turn', `${code(id)} off`)]
    if (old === 'off') return [change('turn', `${code(id)} on`)]
    return moved(`the level of ${code(id)}`, old ?? 'its own', now ?? 'its own')
  })
  const barred = [...new Set([...before.bars.keys(), ...after.bars.keys()])]
  const bars = barred.flatMap(id =>
    moved(
      `\`fail-on\` of ${code(id)}`,
      before.bars.get(id) ?? 'that of all',
      after.bars.get(id) ?? 'that of all',
    ),
  )
  return [...levels, ...bars]
}

function inPaths(before: readonly PathPolicy[], after: readonly PathPolicy[]): PolicyChange[] {
  const text = ({ paths, rules, failOn }: PathPolicy) => JSON.stringify([paths, [...rules], failOn])
  const what = ({ paths }: PathPolicy) => `the entry of \`paths\` for ${listed(paths)}`
  return compared(before, after, text, {
    added: one => change('add', what(one)),
    removed: one => change('remove', what(one)),
    reordered: () => change('reorder', 'the entries of `paths`'),
  })
}

function inIgnore(before: readonly string[], after: readonly string[]): PolicyChange[] {
  return compared(before, after, pattern => pattern, {
    added: pattern => change('add', `${code(pattern)} to \`ignore\`, which says what is not scanned`),
    removed: pattern => change('take', `${code(pattern)} out of \`ignore\``),
    reordered: () => change('reorder', 'the patterns of `ignore`'),
  })
}

type Own = Configuration['own']

function inOwn(before: Own, after: Own): PolicyChange[] {
  const word = (list: 'production' | 'other') =>
    inList(`words.${list}`, before.words[list], after.words[list])
  return [
    ...inEntries('guards', before.guards, after.guards, ', so that what passes there counts as checked'),
    ...inEntries('sinks', before.sinks, after.sinks, ''),
    ...word('production'),
    ...word('other'),
    ...metricLists.flatMap(list =>
      inList(`metrics.${list}`, before.metrics[list] ?? [], after.metrics[list] ?? []),
    ),
    ...inList('trusted-environments', before.trusted.environments, after.trusted.environments),
    ...inList('promotion.require', before.require, after.require),
  ]
}

function inList(name: string, before: readonly string[], after: readonly string[]): PolicyChange[] {
  return compared(before, after, text => text, {
    added: text => change('add', `${code(text)} to \`${name}\``),
    removed: text => change('take', `${code(text)} out of \`${name}\``),
    reordered: null,
  })
}

type Entry = GuardRule | Sink

function inEntries(
  name: 'guards' | 'sinks',
  before: readonly Entry[],
  after: readonly Entry[],
  meaning: string,
): PolicyChange[] {
  // What they say of themselves may name the file, which may have another name now.
  const text = (entry: Entry) => JSON.stringify({ ...entry, namedIn: undefined, says: undefined })
  const calls = ({ call }: Entry) => listed(call)
  return compared(before, after, text, {
    added: one => change('add', `${calls(one)} to \`${name}\`${meaning}`),
    removed: one => change('take', `what stands there of ${calls(one)} out of \`${name}\``),
    reordered: () => change('reorder', `the entries of \`${name}\``),
  })
}

function inLimits(before: Limits, after: Limits): PolicyChange[] {
  return [
    ...moved('`limits.file-bytes`', String(before.fileBytes), String(after.fileBytes)),
    ...moved('`limits.notebook-bytes`', String(before.notebookBytes), String(after.notebookBytes)),
    ...moved('`limits.seconds`', String(before.seconds), String(after.seconds)),
    ...moved('`limits.depth`', String(before.depth), String(after.depth)),
    ...moved('`limits.yaml-values`', String(before.yamlValues), String(after.yamlValues)),
    ...moved('`limits.findings`', String(before.findings), String(after.findings)),
  ]
}

function inWaivers(before: readonly Waiver[], after: readonly Waiver[]): PolicyChange[] {
  const text = (waiver: Waiver): string => JSON.stringify({ ...waiver, line: 0 })
  const [old, now] = [before.map(text), after.map(text)]
  const fresh = after.filter((_, at) => !old.includes(now[at] ?? ''))
  const gone = before.filter((_, at) => !now.includes(old[at] ?? ''))
  const removed = gone.filter(waiver => !fresh.some(one => named(one) === named(waiver)))
  return [
    ...fresh.map(one => {
      const until = `until ${one.expires}, for which ${code(one.owner)} answers`
      const was = gone.find(waiver => named(waiver) === named(one))
      return was
        ? change('change', `the ${named(one)}, until ${was.expires}, to one ${until}`, one.line)
        : change('add', `a ${named(one)} ${until}`, one.line)
    }),
    ...removed.map(one => change('remove', `the ${named(one)} until ${one.expires}`)),
  ]
}

function named({ rule, path, fingerprint }: Waiver): string {
  return `waiver of ${code(rule)} for ${code(path)}${fingerprint === null ? '' : ` (${code(fingerprint)})`}`
}

function inBaseline(before: Baseline | null, after: Baseline | null): PolicyChange[] {
  const keys = (baseline: Baseline | null) =>
    new Set(baseline?.entries.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`))
  const [old, now] = [keys(before), keys(after)]
  const added = [...now].filter(key => !old.has(key)).length
  const removed = [...old].filter(key => !now.has(key)).length
  const findings = (count: number) => `${count} ${count === 1 ? 'finding' : 'findings'}`
  return [
    ...(after && added > 0 ? [change('add', `${findings(added)} to the baseline ${code(after.file)}`)] : []),
    ...(before && removed > 0
      ? [change('take', `${findings(removed)} out of the baseline ${code(before.file)}`)]
      : []),
  ]
}

interface Telling<T> {
  readonly added: (one: T) => PolicyChange
  readonly removed: (one: T) => PolicyChange
  /** `null` where their order means nothing. */
  readonly reordered: (() => PolicyChange) | null
}

function compared<T>(
  before: readonly T[],
  after: readonly T[],
  text: (one: T) => string,
  { added, removed, reordered }: Telling<T>,
): PolicyChange[] {
  const [old, now] = [before.map(text), after.map(text)]
  const fresh = after.filter((_, at) => !old.includes(now[at] ?? ''))
  const gone = before.filter((_, at) => !now.includes(old[at] ?? ''))
  if (fresh.length + gone.length > 0) return [...fresh.map(added), ...gone.map(removed)]
  return reordered && old.join('\n') !== now.join('\n') ? [reordered()] : []
}

const mostNames = 3

function listed(names: readonly string[]): string {
  const more = names.length > mostNames ? [`${names.length - mostNames} more`] : []
  return [...names.slice(0, mostNames).map(code), ...more].join(', ')
}

function code(text: string): string {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text
  return `\`${shown.replaceAll('`', "'")}\``
}
