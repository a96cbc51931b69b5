import { byCodeUnits } from '../base/order'
import { type Finding, onDisk, type Span, type Value } from '../program'
import { givenFor } from './arguments'
import { artifactKeys } from './guards/artifacts'
import type { Linked } from './linked'
import { waysTo } from './origins/provenance'
import { effectsOf, pathsWritten, type Sources } from './origins/sources'
import { possibleLiterals } from './possible'
import type { SinkSite } from './sinks'

interface Told {
  readonly site: SinkSite
  readonly finding: Omit<Finding, 'fingerprint'>
}

/** Leaves out what others tell already: a download that a load begins with, a load inside a statement that replaces every load, further uses of one model. */
export function withoutTold<T extends Told>(
  sources: Sources,
  found: readonly T[],
  guarded: readonly SinkSite[],
): T[] {
  const { linked } = sources
  const ruleOf = new Map(linked.knowledge.rules.map(rule => [rule.id, rule]))
  const is = (word: 'yields' | 'covers' | 'once', { finding }: Told): boolean =>
    ruleOf.get(finding.rule)?.[word] === true
  const covers = found.filter(one => is('covers', one)).flatMap(statementOf)
  const left = found.filter(one => is('covers', one) || !isAmong(covers, one))
  const others = left.some(one => is('yields', one))
    ? [...left.filter(one => !is('yields', one)).map(({ site }) => site), ...guarded]
    : []
  const told = others.flatMap(site => [onDisk(site.at), ...stepsOf(sources, site)])
  const opened = new Set(others.flatMap(site => filesOpened(linked, site)))
  const open = left.filter(
    one =>
      !is('yields', one) || !(isAmong(told, one) || fetches(linked, one.site).some(file => opened.has(file))),
  )
  const several = open.filter(one => is('once', one))
  return [...open.filter(one => !is('once', one)), ...firstOfEach(linked, several)]
}

function isAmong(spans: readonly Span[], { finding }: Told): boolean {
  return spans.some(span => overlap(span, finding.span))
}

function overlap(a: Span, b: Span): boolean {
  return a.file.path === b.file.path && a.start < b.end && b.start < a.end
}

// `np.load = functools.partial(np.load, allow_pickle=True)`
function statementOf({ finding, site }: Told): Span[] {
  const values = site.arguments.flatMap(({ value }) => (value.kind === 'result' ? [value.call.span] : []))
  return [finding.span, ...values.map(onDisk)]
}

function stepsOf(sources: Sources, site: SinkSite): Span[] {
  return waysTo(sources, site).flatMap(way => way?.steps.map(step => onDisk(step.span)) ?? [])
}

// A file that is written out has the same name wherever it is opened.
function filesOpened(linked: Linked, { sink, arguments: args }: SinkSite): readonly string[] {
  const given = sink.artifact ? givenFor(linked, args, sink.parameters, sink.artifact) : null
  return given?.kind === 'given' ? given.values.flatMap(value => writtenNames(linked, value)) : []
}

function fetches(linked: Linked, { site }: SinkSite): readonly string[] {
  return effectsOf(linked, site.call)
    .flatMap(entry => pathsWritten(linked, site.call, entry))
    .flatMap(path => writtenNames(linked, path))
}

function writtenNames(linked: Linked, value: Value): readonly string[] {
  return artifactKeys(linked, value)
    .slice(0, 1)
    .filter(key => key.startsWith('"'))
}

function firstOfEach<T extends Told>(linked: Linked, found: readonly T[]): T[] {
  const byArtifact = new Map<string, T[]>()
  for (const one of found.toSorted(byPlace)) {
    const { span, name, rule } = one.finding
    const key = `${rule} ${artifactOf(linked, one.site) ?? `${span.file.path}:${name.start}`}`
    byArtifact.set(key, [...(byArtifact.get(key) ?? []), one])
  }
  return [...byArtifact.values()].flatMap(([first, ...others]) => (first ? [andOthers(first, others)] : []))
}

function andOthers<T extends Told>(first: T, others: readonly Told[]): T {
  const places = new Set(others.map(({ finding }) => `${finding.span.file.path}:${finding.name.start}`)).size
  if (places === 0) return first
  const message = `${first.finding.message} So ${places === 1 ? 'does another place' : `do ${places} other places`} of this repository.`
  return { ...first, finding: { ...first.finding, message } }
}

// What runs unattended comes before a notebook.
function byPlace({ finding: a }: Told, { finding: b }: Told): number {
  const isNotebook = ({ span }: Told['finding']): number => Number(span.file.path.endsWith('.ipynb'))
  return (
    isNotebook(a) - isNotebook(b) ||
    byCodeUnits(a.span.file.path, b.span.file.path) ||
    a.name.start - b.name.start
  )
}

function artifactOf(linked: Linked, { sink, arguments: args }: SinkSite): string | null {
  const given = sink.artifact ? givenFor(linked, args, sink.parameters, sink.artifact) : null
  if (given?.kind !== 'given') return null
  const texts = given.values.flatMap(value => possibleLiterals(linked, value).values.map(String))
  return texts.length > 0 ? texts.join('\n') : null
}
