import { check } from '../../src/analysis/check'
import type { Program } from '../../src/program'
import { readRules } from '../../src/rules/read'
import type { Catalog, Example, RuleSet } from '../../src/rules/schema'
import { readSources } from '../support/analyse'
import { sourcesOf } from './expectation'

const rules = readRules(['rules'])
const catalogs = rules.catalogs.map(catalog => [catalog.library, catalog] as const)

test.each(catalogs)('%s: whatever is taken out of the catalogue changes an example', async (_, catalog) => {
  const programs = await Promise.all(examplesOf(catalog).map(example => readSources(sourcesOf(example))))
  const before = programs.map(program => outcome([program], rules))
  const idle = shortened(catalog).filter(({ left, word }) =>
    programs.every(
      (program, at) => !holds(program, word) || outcome([program], replace(catalog, left)) === before[at],
    ),
  )
  expect(idle.map(({ without }) => without)).toEqual([])
})

interface Shortened {
  readonly without: string
  readonly left: Catalog
  /** What the code that notices holds, where that is known: it saves most of the time. */
  readonly word?: string
}

function holds(program: Program, word = ''): boolean {
  return [...program.files.values()].some(file => file.text.includes(word))
}

/** The catalogue without one of its names, cases or aliases, once for each. */
function shortened(catalog: Catalog): Shortened[] {
  return [
    ...catalog.sinks.flatMap((sink, at) => shortenedSink(catalog, sink, at)),
    ...(catalog.examples ? catalog.guards : []).flatMap((guard, at) =>
      guard.call.map(name => ({
        without: `guard ${name} that holds by ${guard.holds}`,
        left: {
          ...catalog,
          guards: catalog.guards.with(at, { ...guard, call: guard.call.filter(n => n !== name) }),
        },
      })),
    ),
    ...Object.keys(catalog.aliases).map(name => ({
      without: `alias ${name}`,
      left: { ...catalog, aliases: omit(catalog.aliases, name) },
    })),
    ...catalog.origins.flatMap((origin, at) => shortenedOrigin(catalog, origin, at)),
    ...catalog.manifests.flatMap((manifest, at) => shortenedManifest(catalog, manifest, at)),
    ...catalog.readers.flatMap((reader, at) => shortenedReader(catalog, reader, at)),
    ...catalog.outcomes.map(name => ({
      without: `outcome ${name}`,
      left: { ...catalog, outcomes: catalog.outcomes.filter(other => other !== name) },
    })),
    ...catalog.results.flatMap((result, at) =>
      result.call.map(name => ({
        without: `result ${name}`,
        left: {
          ...catalog,
          results: catalog.results.with(at, { ...result, call: result.call.filter(n => n !== name) }),
        },
      })),
    ),
  ]
}

type Reader = Catalog['readers'][number]

function shortenedReader(catalog: Catalog, reader: Reader, at: number): Shortened[] {
  const put = (shorter: Reader) => ({ ...catalog, readers: catalog.readers.with(at, shorter) })
  return [
    ...(['call', 'decorates', 'found-by'] as const).flatMap(word =>
      reader[word].map(name => ({
        without: `${word} ${name} of reader ${at + 1}`,
        word: wordOf(name),
        left: put({ ...reader, [word]: reader[word].filter(other => other !== name) }),
      })),
    ),
    ...Object.keys(reader.within).map(name => ({
      without: `${name} of reader ${at + 1}`,
      left: put({ ...reader, within: omit(reader.within, name) }),
    })),
  ]
}

type Origin = Catalog['origins'][number]

function shortenedOrigin(catalog: Catalog, origin: Origin, at: number): Shortened[] {
  const put = (shorter: Origin) => ({ ...catalog, origins: catalog.origins.with(at, shorter) })
  return (['call', 'decorates', 'begins', 'except'] as const).flatMap(word =>
    origin[word].map(name => ({
      without: `${word} ${name} of origin ${at + 1}`,
      word: word === 'begins' ? name : wordOf(name),
      left: put({ ...origin, [word]: origin[word].filter(other => other !== name) }),
    })),
  )
}

function shortenedManifest(
  catalog: Catalog,
  manifest: Catalog['manifests'][number],
  at: number,
): Shortened[] {
  const put = (shorter: typeof manifest) => ({ ...catalog, manifests: catalog.manifests.with(at, shorter) })
  return [
    ...manifest.kind.map(kind => ({
      without: `manifest ${kind}`,
      left: put({ ...manifest, kind: manifest.kind.filter(other => other !== kind) }),
    })),
    ...manifest.covers.map(kind => ({
      without: `${kind} that ${manifest.kind[0]} covers`,
      left: put({ ...manifest, covers: manifest.covers.filter(other => other !== kind) }),
    })),
    ...manifest.guards.map((_, index) => ({
      without: `guard ${index + 1} of manifest ${manifest.kind[0]}`,
      left: put({ ...manifest, guards: manifest.guards.toSpliced(index, 1) }),
    })),
  ]
}

// Options may stand between the words of a command line.
function wordOf(name: string): string {
  const [, program] = /^\$ (\S+)/.exec(name) ?? []
  return program ?? name.replace(/^.*[.*]/, '').replace(/\W+$/, '')
}

type Sink = Catalog['sinks'][number]

function shortenedSink(catalog: Catalog, sink: Sink, at: number): Shortened[] {
  const put = (shorter: Sink | null) => ({
    ...catalog,
    sinks: shorter ? catalog.sinks.with(at, shorter) : catalog.sinks.toSpliced(at, 1),
  })
  return [
    ...sink.call.map(name => ({
      without: `sink ${name}`,
      left: put({ ...sink, call: sink.call.filter(n => n !== name) }),
    })),
    ...sink.when.map((_, index) => ({
      without: `case ${index + 1} of ${sink.call[0]}`,
      left: put(sink.when.length === 1 ? null : { ...sink, when: sink.when.toSpliced(index, 1) }),
    })),
    ...sink.when.flatMap((one, index) =>
      (one.also ?? []).map(hazard => ({
        without: `${hazard} of case ${index + 1} of ${sink.call[0]}`,
        left: put({
          ...sink,
          when: sink.when.with(index, { ...one, also: one.also?.filter(other => other !== hazard) }),
        }),
      })),
    ),
    ...sink.aspects.map((aspect, index) => ({
      without: `aspect ${index + 1} (${aspect.report}) of ${sink.call[0]}`,
      left: put({ ...sink, aspects: sink.aspects.toSpliced(index, 1) }),
    })),
    ...(sink.distinctive
      ? [{ without: `distinctive of ${sink.call[0]}`, left: put({ ...sink, distinctive: false }) }]
      : []),
  ]
}

function omit(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

function examplesOf(catalog: Catalog): readonly Example[] {
  return [...(catalog.examples?.bad ?? []), ...(catalog.examples?.good ?? [])]
}

function replace(catalog: Catalog, by: Catalog): RuleSet {
  return { ...rules, catalogs: rules.catalogs.map(one => (one === catalog ? by : one)) }
}

function outcome(programs: readonly Program[], set: RuleSet): string {
  const findings = programs.map(program =>
    check(program, set).map(({ name, rule, level, message, fix, guards }) => [
      name.start,
      rule,
      level,
      message,
      fix,
      guards.map(({ strength, says }) => [strength, says]),
    ]),
  )
  return JSON.stringify(findings)
}
