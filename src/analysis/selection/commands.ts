import { escaped } from '../../base/escaped'
import { addTo } from '../../base/groups'
import { keptIn } from '../../base/once'
import type { Catalog } from '../../rules/schema'
import { isCommand } from '../commands/known'
import { type Neighbourhood, neighboursOf } from './neighbours'
import type { Outline } from './outline'
import { withoutProse } from './prose'
import type { Finder } from './texts'

/** The programs that a command line of code may start. */
export interface Programs {
  /** Those whose command lines are sinks, each with their second words; an empty one where any will do. */
  readonly sinks: ReadonlyMap<string, ReadonlySet<string>>
  /** By program and second word: the texts of which one stands next to it where there are very many files, of each sink. */
  readonly closer: ReadonlyMap<string, ReadonlyMap<string, readonly (readonly string[])[]>>
  /** Those that run something else. */
  readonly launchers: ReadonlySet<string>
}

/** Arranges what the catalogue knows of command lines. */
export function programsOf(catalogs: readonly Catalog[]): Programs {
  const sinks = new Map<string, Set<string>>()
  const closer = new Map<string, Map<string, (readonly string[])[]>>()
  for (const sink of catalogs.flatMap(catalog => catalog.sinks))
    for (const line of sink.call.filter(isCommand)) {
      const [, program = '', second = ''] = line.split(' ')
      // Steps of CI systems and instructions of images are no programs.
      if (!/^[a-z][\w.-]*$/.test(program)) continue
      keptIn(sinks, program, () => new Set<string>()).add(second)
      addTo(
        keptIn(closer, program, () => new Map<string, (readonly string[])[]>()),
        second,
        sink.closer,
      )
    }
  const launchers = catalogs.flatMap(catalog => catalog.launchers.flatMap(launcher => launcher.command))
  return { sinks, closer, launchers: new Set(launchers) }
}

/**
 * Whether a command line, as code gives it to what starts one, is written out and none that is a sink: `args` begins behind
 * the bracket of the call.
 */
export function isOtherCommand({ sinks, launchers }: Programs, args: string): boolean {
  const [, listed, , text = '', next] = writtenOut.exec(args) ?? []
  const words = wordsOf(text)
  // A shell may run several, and what is filled in is not known.
  if (/[;&|`()<>%]/.test(text) || (listed && words.length > 1)) return false
  const [first = '', second = next] = words
  const program = first.slice(first.lastIndexOf('/') + 1)
  if (program === '' || launchers.has(program)) return false
  const seconds = sinks.get(program)
  if (!seconds) return true
  return second !== undefined && /^[a-z]/.test(second) && !seconds.has('') && !seconds.has(second)
}

// A text that stands alone, or begins a list, with the text behind it there. What it is put together with may go on.
const writtenOut =
  /^\s*(?:args\s*=\s*)?(?:([[(])\s*)?[rbu]?(["'])([^"'\\\n{$]*)\2(?=\s*[,)\]])(?:\s*,\s*["']([\w:.-]+)["'])?/

function wordsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^(?:\w+=\S*\s+)+/, '')
    .split(/\s+/)
}

/**
 * The files that say such a command, or its program, where a file next to them has the second word; `isClose` tells whether one
 * of these texts stands where they have to.
 */
export function findCommands(
  neighbourhood: Neighbourhood,
  { closer }: Programs,
  isClose: (path: string, texts: readonly string[]) => boolean,
): string[] {
  return [...neighbourhood.outlines.byPath.values()].flatMap(outline => {
    const { path } = outline.file
    const isOne = outline.sketch.programs.some(name => {
      const seconds = [...(closer.get(name) ?? [])].filter(([, lists]) =>
        lists.some(texts => isClose(path, texts)),
      )
      return hasSecond(neighbourhood, outline, new Set(seconds.map(([second]) => second)))
    })
    return isOne ? [path] : []
  })
}

const none: ReadonlySet<string> = new Set()

/** Finds the programs that a text names as a command line would. */
export function openProgramFinder({ sinks }: Programs): Finder {
  if (sinks.size === 0) return () => []
  const names = [...sinks.keys()].sort()
  // Where a name begins, which leaves out most of a file.
  const pattern = new RegExp(`\\b(?:${names.map(escaped).join('|')})(?![\\w-])`, 'g')
  return text => {
    const found = new Set<string>()
    let code: string | null = null
    for (const { 0: name, index } of text.matchAll(pattern)) {
      if (found.has(name) || !isCommandWord(text, index, name, sinks.get(name) ?? none)) continue
      code ??= withoutProse(text)
      if (code.startsWith(name, index)) found.add(name)
    }
    return [...found]
  }
}

const lookAround = 40
// What a command begins behind: the quote of a text, the end of another command, its line, or what starts it.
const beginning =
  /(?:["'`/;&|({]|^|\n[ \t]*|[;&|(][ \t]+|\b(?:sudo|exec|env|nohup|time|xargs|then|do|else)[ \t]+|=\S{1,30}[ \t]+)$/
// A variable of the name is assigned, called, listed or taken from.
const noCommand = /^[ \t]*[=.,:)(*+[\]]/

function isCommandWord(text: string, at: number, name: string, seconds: ReadonlySet<string>): boolean {
  const end = at + name.length
  const after = text.slice(end, end + lookAround)
  const next = /^[ \t]+([\w:.-]+)/.exec(after)?.[1]
  if (next !== undefined && seconds.has(next) && text[at - 1] !== '-') return true
  return beginning.test(text.slice(Math.max(0, at - lookAround), at)) && !noCommand.test(after)
}

function hasSecond(neighbourhood: Neighbourhood, outline: Outline, seconds: ReadonlySet<string>): boolean {
  if (seconds.has('') || saysOne(outline, seconds)) return true
  const { imported, importers } = neighboursOf(neighbourhood, outline.file.path)
  return [...imported, ...importers].some(path => {
    const other = neighbourhood.outlines.byPath.get(path)
    return other !== undefined && saysOne(other, seconds)
  })
}

function saysOne(outline: Outline, words: ReadonlySet<string>): boolean {
  return [...words].some(word => outline.says(word))
}
