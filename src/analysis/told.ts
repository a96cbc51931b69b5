import { byCodeUnits } from '../base/order'
import { type Finding, onDisk, type Span, type Value } from '../program'
import { givenFor } from './arguments'
import { artifactKeys } from './guards/artifacts'
import type { Linked } from './linked'
import { waysTo } from './origins/provenance'
import { effectsOf, pathsWritten, type Sources } from './origins/sources'
import { possibleLiterals } from './possible'
import type { SinkSite } from './sinks'

/** What decides whether a finding is told by another one already. */
export interface Telling {
  /** What it covers, where its rule speaks for all that stands there. */
  readonly covers: readonly Span[] | null
  /** The files that it brings, where its rule leaves the word to who opens them. */
  readonly yields: readonly string[] | null
  /** What it opens, where its rule tells that once. */
  readonly once: string | null
  /** What it tells of others; `null` where nobody asks. */
  readonly tells: Tells | null
}

/** The places that a finding names, and the files that it opens. */
export interface Tells {
  readonly places: readonly Span[]
  readonly opened: readonly string[]
}

interface Told {
  readonly finding: Omit<Finding, 'fingerprint'>
  readonly telling: Telling
}

/** How a finding stands to others. `asked` says whether it may be beside one that leaves the word to it. */
export function tellingOf(
  sources: Sources,
  { site, finding }: { readonly site: SinkSite; readonly finding: Told['finding'] },
  asked: boolean,
): Telling {
  const { linked } = sources
  const rule = linked.knowledge.rules.find(({ id }) => id === finding.rule)
  const { span, name } = finding
  return {
    covers: rule?.covers ? statementOf(finding, site) : null,
    yields: rule?.yields ? fetches(linked, site) : null,
    once: rule?.once
      ? `${finding.rule} ${artifactOf(linked, site) ?? `${span.file.path}:${name.start}`}`
      : null,
    tells: asked && !rule?.yields ? tellsOf(sources, site) : null,
  }
}

/** What a call tells of others. */
export function tellsOf(sources: Sources, site: SinkSite): Tells {
  return {
    places: [onDisk(site.at), ...stepsOf(sources, site)],
    opened: filesOpened(sources.linked, site),
  }
}

/** Leaves out what others tell already: a download that a load begins with, a load inside a statement that replaces every load, further uses of one model. */
export function withoutTold<T extends Told>(found: readonly T[], guarded: readonly Tells[]): T[] {
  const covers = found.flatMap(({ telling }) => telling.covers ?? [])
  const left = found.filter(one => one.telling.covers || !isAmong(covers, one))
  const others = [...left.flatMap(({ telling }) => telling.tells ?? []), ...guarded]
  const told = others.flatMap(({ places }) => places)
  const opened = new Set(others.flatMap(one => one.opened))
  const open = left.filter(
    one => !one.telling.yields || !(isAmong(told, one) || one.telling.yields.some(file => opened.has(file))),
  )
  return [
    ...open.filter(({ telling }) => telling.once === null),
    ...firstOfEach(open.filter(({ telling }) => telling.once !== null)),
  ]
}

function isAmong(spans: readonly Span[], { finding }: Told): boolean {
  return spans.some(span => overlap(span, finding.span))
}

function overlap(a: Span, b: Span): boolean {
  return a.file.path === b.file.path && a.start < b.end && b.start < a.end
}

// `np.load = functools.partial(np.load, allow_pickle=True)`
function statementOf({ span }: Told['finding'], site: SinkSite): Span[] {
  const values = site.arguments.flatMap(({ value }) => (value.kind === 'result' ? [value.call.span] : []))
  return [span, ...values.map(onDisk)]
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

function firstOfEach<T extends Told>(found: readonly T[]): T[] {
  const byArtifact = new Map<string | null, T[]>()
  for (const one of found.toSorted(byPlace)) {
    const { once } = one.telling
    byArtifact.set(once, [...(byArtifact.get(once) ?? []), one])
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
