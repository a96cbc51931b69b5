import { addTo } from '../../base/groups'
import { variableName } from '../../frontends/pipelines/templates'
import type { Catalog, Launcher, Sink } from '../../rules/schema'
import type { Grammar } from './options'

/** What the catalogue knows of command lines, by their first word. */
export interface CommandKnowledge {
  readonly launchers: ReadonlyMap<string, readonly Launcher[]>
  /** The words of every name that entries go by, the longest first. */
  readonly commands: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly commandGrammar: (program: string) => Grammar
  /** By variable, as a script knows it: the top of the work tree, or the folder at hand. */
  readonly worktrees: ReadonlyMap<string, 'top' | 'here'>
}

/** Arranges what the catalogue knows of command lines. `sinks` are its own and those of the project. */
export function arrangeCommands(catalogs: readonly Catalog[], sinks: readonly Sink[]): CommandKnowledge {
  const spelled = namesOf(catalogs, sinks)
    .filter(isCommand)
    .map(name => name.slice(2).split(' '))
  const grammars = new Map<string, Grammar>()
  for (const { command, flags, spellings } of catalogs.flatMap(catalog => catalog.programs))
    for (const program of command) {
      const known = grammars.get(program)
      grammars.set(program, {
        flags: new Set([...(known?.flags ?? []), ...flags]),
        spellings: new Map([...(known?.spellings ?? []), ...Object.entries(spellings)]),
      })
    }
  return {
    launchers: byFirstWord(
      catalogs.flatMap(catalog => catalog.launchers),
      launcher => launcher.command,
    ),
    commands: byFirstWord(
      spelled.sort((a, b) => b.length - a.length),
      words => [words[0] ?? ''],
    ),
    commandGrammar: program => grammars.get(program) ?? none,
    worktrees: new Map(
      catalogs.flatMap(({ worktrees }) =>
        worktrees.flatMap(({ names, holds }) => names.map(name => [variableName(name), holds] as const)),
      ),
    ),
  }
}

// All that the catalogue has entries for.
function namesOf(catalogs: readonly Catalog[], sinks: readonly Sink[]): string[] {
  const entries = catalogs.flatMap(({ guards, origins, results, digests = [] }) => [
    ...guards,
    ...origins,
    ...results,
    ...digests,
  ])
  return [
    ...new Set([
      ...[...entries, ...sinks].flatMap(entry => entry.call),
      ...sinks.flatMap(({ aspects }) => aspects.flatMap(one => one.with?.call ?? [])),
      ...catalogs.flatMap(c => c.terminators),
    ]),
  ]
}

const none: Grammar = { flags: new Set(), spellings: new Map() }

/** Whether a name of the catalogue is that of a command line. */
export function isCommand(name: string): boolean {
  return name.startsWith('$ ')
}

function byFirstWord<T>(entries: readonly T[], wordsOf: (entry: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const entry of entries)
    for (const first of new Set(wordsOf(entry).map(words => words.split(' ')[0] ?? '')))
      addTo(found, first, entry)
  return found
}
