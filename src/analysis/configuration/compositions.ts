import { posix } from 'node:path'
import { keptIn, onceFor } from '../../base/once'
import { openTable } from '../../frontends/configuration'
import type { Argument, Unit, Value } from '../../program'
import type { Composition } from '../../rules/reader-schema'
import type { Reader } from '../../rules/schema'
import { entriesFor } from '../knowledge'
import { optionAmong, wordsGiven } from '../launched'
import type { CallSite, Linked } from '../linked'
import { isAbsolute, normalised, type Spelling } from '../origins/spelling'
import { hole, possibleLiterals } from '../possible'
import { libraryNames } from '../resolve'
import { compose } from './composed'
import { spellings } from './files'
import { given } from './given'
import { type Overrides, overridesGiven, overridesIn, plainly } from './overrides'

/** One way in which a configuration is asked for: by what changes it, and what is named in place of the code's own. */
interface Way {
  readonly overrides: Overrides
  readonly name: Value | null
  readonly folder: Value | null
}

/** Texts that are known, and whether there may be others. */
interface Known {
  readonly texts: readonly string[]
  readonly open: boolean
}

const most = 100

/** What a call composes of the files of a folder; empty where nothing of it is known. */
export function composedAt(linked: Linked, site: CallSite, reader: Reader): readonly Value[] {
  const words = reader.overrides === undefined ? null : given(site.call, reader.parameters, reader.overrides)
  const ways = overridesGiven(linked, words).map(overrides => ({ overrides, name: null, folder: null }))
  return composedBy(linked, site, reader, ways)
}

/** Keeps what a function is given by a decorator that reads a configuration. */
export function readDecorated(linked: Linked, unit: Unit): void {
  for (const decorator of unit.decorators) {
    if (decorator.kind !== 'result') continue
    const names = libraryNames(linked, decorator.call.callee)
    const [reader] = names.flatMap(name => entriesFor(linked.knowledge.readingDecorators, name))
    if (!reader) continue
    const ways = wordsGiven(linked, unit.file.path).flatMap(words => waysOf(linked, words, reader))
    const site: CallSite = { unit, block: 0, call: decorator.call }
    const plain = { overrides: plainly, name: null, folder: null }
    const values = composedBy(linked, site, reader, ways.length > 0 ? ways : [plain])
    if (values.length > 0) linked.configured.parameters.set(unit.name, values)
  }
}

// `python train.py --config-name live registry=prod`
function waysOf(linked: Linked, words: readonly Argument[], reader: Reader): readonly Way[] {
  const name = optionAmong(linked, words, { spellings: reader['name-options'] })
  const folder = optionAmong(linked, words, { spellings: reader['folder-options'] })
  const all = overridesIn(
    linked,
    words.map(({ value }) => value),
  )
  return all.map(overrides => ({ overrides, name, folder }))
}

function composedBy(linked: Linked, site: CallSite, reader: Reader, ways: readonly Way[]): readonly Value[] {
  const { composes } = reader
  if (!composes) return []
  const asked = ways.flatMap(({ overrides, name, folder }) => {
    const names = namesFor(linked, name ?? given(site.call, reader.parameters, reader.file ?? ''))
    const folders = foldersFor(linked, site, reader, folder)
    const known = folders.texts.flatMap(at => names.texts.map(text => ({ at, text, overrides })))
    return names.open || folders.open ? [...known, null] : known
  })
  const values = asked.slice(0, most).map(one => (one ? composedOnce(linked, composes, one) : openTable))
  if (values.every(value => value === openTable)) return []
  return asked.length > most ? [...values, openTable] : values
}

const allComposed = onceFor((_: Linked) => new Map<string, Value>())

// Many programs share a configuration.
function composedOnce(
  linked: Linked,
  how: Composition,
  { at, text, overrides }: { at: string; text: string; overrides: Overrides },
): Value {
  const key = JSON.stringify([how, at, text, overrides.open, [...overrides.words]])
  return keptIn(allComposed(linked), key, () => compose(linked, how, at, text, overrides))
}

function namesFor(linked: Linked, name: Value | null): Known {
  if (name === null) return { texts: [], open: false }
  const { values, complete } = possibleLiterals(linked, name)
  return { texts: values.filter(text => typeof text === 'string'), open: !complete }
}

function foldersFor(linked: Linked, site: CallSite, reader: Reader, folder: Value | null): Known {
  const places =
    reader.folder === undefined
      ? placesAround(linked, site, reader)
      : [{ value: folder ?? given(site.call, reader.parameters, reader.folder), at: site }]
  const spelled = places.flatMap(({ value, at }) => (value ? spellings(linked, value, at) : []))
  const folders = [...new Set(spelled.map(spelling => folderOf(spelling, site)))]
  return { texts: folders.filter(text => text !== null), open: folders.includes(null) }
}

// `with initialize(config_path="conf"):`
function placesAround(
  linked: Linked,
  { unit }: CallSite,
  { within }: Reader,
): readonly { readonly value: Value | null; readonly at: CallSite }[] {
  return linked.sites.flatMap(at => {
    if (at.unit.file.path !== unit.file.path || at.call.callee.kind === 'function') return []
    const names = libraryNames(linked, at.call.callee).flatMap(name =>
      Object.hasOwn(within, name) ? [within[name] ?? ''] : [],
    )
    return names.map(name => ({ value: given(at.call, [name], name), at }))
  })
}

// The folder is named from that of the code.
function folderOf(spelling: Spelling, { unit }: CallSite): string | null {
  if (spelling.text.includes(hole)) return null
  if (spelling.anchored) return normalised(spelling)
  if (isAbsolute(spelling.text)) return null
  return normalised({ text: posix.join(posix.dirname(unit.file.path), spelling.text), anchored: true })
}
