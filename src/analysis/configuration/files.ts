import { posix } from 'node:path'
import { type Content, type Format, openTable, readContent } from '../../frontends/configuration'
import type { SourceFile, Value } from '../../program'
import { artifactOf } from '../guards/artifacts'
import { pathOnDisk } from '../inert'
import type { CallSite, Linked } from '../linked'
import { isAbsolute, normalised, openSpellbook, type Spelling, spellingsOf } from '../origins/spelling'
import { hole, possibleLiterals } from '../possible'

/** Files that a value may name, and whether there may be others. */
export interface Named {
  readonly paths: readonly string[]
  readonly open: boolean
}

/** The files of the repository that a value names, be it a path, an opened file or what was read of one. */
export function filesNamed(linked: Linked, value: Value, site: CallSite): Named {
  const spelled = spellings(linked, value, site)
  const known = spelled.filter(({ text }) => !text.includes(hole))
  const paths = known.map(spelling => placesOf(linked, spelling, site))
  return {
    paths: [...new Set(paths.flat())],
    open: known.length < spelled.length || paths.some(found => found.length === 0),
  }
}

/** The paths that a value may spell; what the command line gives by default counts too. */
export function spellings(linked: Linked, value: Value, site: CallSite): readonly Spelling[] {
  const found = spellingsOf(linked, value, site.unit.file, openSpellbook())
  if (found.some(({ text }) => text !== hole)) return found
  const { values } = possibleLiterals(linked, artifactOf(linked, value))
  const texts = values.flatMap(text => (typeof text === 'string' ? [{ text, anchored: false }] : []))
  return [...texts, ...found]
}

// A relative path begins where the program was started: in the folder of the code or in one above it.
function placesOf(linked: Linked, spelling: Spelling, site: CallSite): readonly string[] {
  const path = normalised(spelling)
  if (path === null || (!spelling.anchored && isAbsolute(spelling.text))) return []
  const starts = spelling.anchored ? [''] : foldersAbove(pathOnDisk(site.unit.file))
  return starts.map(start => posix.join(start, path)).filter(place => linked.program.paths.has(place))
}

/** The folder of a file and those above it, the nearest first. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return [...parts.map((_, at) => parts.slice(0, parts.length - at).join('/')), '']
}

const known = new WeakMap<SourceFile, Map<string, Content>>()

/** What a file holds; a table of which nothing is known where it cannot be read. */
export function contentOf(linked: Linked, path: string, format: Format | null): Value {
  const { program, configured, knowledge } = linked
  if (knowledge.isOutcome(posix.basename(path))) return openTable
  const opened = program.open(path)
  if (!opened) return openTable
  if ('message' in opened) {
    configured.notices.set(path, [opened])
    return openTable
  }
  const own = known.get(opened) ?? new Map<string, Content>()
  known.set(opened, own)
  const content = own.get(format ?? '') ?? readContent(opened, format)
  own.set(format ?? '', content)
  if (content.notices.length > 0) configured.notices.set(path, content.notices)
  return content.value ?? openTable
}
