import { examine } from '../../src/analysis/check'
import { selectFiles } from '../../src/analysis/select'
import { readGrammar } from '../../src/files/grammars'
import { openFrontends, pythonIn, readProgram } from '../../src/frontends'
import type { Finding, GuardedSite, SourceFile, Span } from '../../src/program'
import { builtinRules } from '../../src/rules/builtin'

export type Sources = Readonly<Record<string, string>>

const rules = builtinRules()

/** Files that exist in memory only. */
export function filesOf(sources: Sources): SourceFile[] {
  return Object.entries(sources).map(([path, text]) => ({ path, text }))
}

/** The files of these that are chosen to be read. */
export function chosenOf(files: readonly SourceFile[]): SourceFile[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  return selectFiles(files, rules, { pythonIn: file => pythonIn(file, path => byPath.get(path)) })
}

/** Whether something stands in front of each sink, going by all files and by those that are chosen. */
export async function judgedBothWays(
  sources: Sources,
): Promise<{ readonly all: readonly string[]; readonly chosen: readonly string[] }> {
  const files = filesOf(sources)
  return { all: await judged(files, files), chosen: await judged(files, chosenOf(files)) }
}

/** Each finding and each guarded place with all that is said of it, where only some of the files are read. */
export async function judged(all: readonly SourceFile[], chosen: readonly SourceFile[]): Promise<string[]> {
  const frontends = await openFrontends(readGrammar, { shell: true, documents: true, terraform: true })
  const program = await readProgram(frontends, chosen, { others: all })
  const { findings, guarded } = examine({ ...program, paths: new Set(all.map(({ path }) => path)) }, rules)
  return [
    ...findings.map(finding => `reported ${JSON.stringify(plain(finding))}`),
    ...guarded.map(site => `guarded ${JSON.stringify(plain(site))}`),
  ]
}

// Places are told by path and offset: two programs do not share their files.
function plain(site: Finding | GuardedSite): unknown {
  const place = (at: Span): string => `${at.file.path}:${at.start}`
  return {
    ...site,
    span: place(site.span),
    name: place(site.name),
    guards: site.guards.map(guard => ({ ...guard, span: place(guard.span) })),
    steps: 'steps' in site ? site.steps.map(step => ({ ...step, span: place(step.span) })) : [],
  }
}
