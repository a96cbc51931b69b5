import type { Catalog } from '../../src/rules/schema'

/** A catalogue with one of its facts changed. */
export interface Mutant {
  /** What was done: `drop case`, `flip holds`, `loosen if`. */
  readonly deed: string
  /** Where, for people: `sinks mlflow.register_model: when 2 level error`. */
  readonly place: string
  /** Texts of which code that notices holds one, where that is known. */
  readonly words: readonly string[]
  readonly section: Section
  readonly entry: Entry
  /** What stands in its place; nothing where it is dropped. */
  readonly changed: unknown
}

/** Deeds that change a fact. The others change a word, the option of a command line, the place of a parameter, the end of a range. */
export const facts =
  /^(drop (?!one-of|values|flags|near|closer|parameters|spellings|programs|command$|names|higher|lower|other|reference|candidate|counts|serving|stages|production|possible|neutral|counted|products|negations|suffix)|flip|loosen|misname)/

export type Section = Exclude<keyof Catalog, 'library' | 'examples'>

/** An entry of a section: of a list, or of a record by its key. */
export interface Entry {
  readonly key: string | null
  readonly value: unknown
}

/** All entries of a catalogue. */
export function entriesOf(catalog: Catalog): { section: Section; entry: Entry }[] {
  return sections.flatMap(section => entriesIn(section, catalog[section]).map(entry => ({ section, entry })))
}

/** Each fact of a catalogue, changed once or more. */
export function* mutantsOf(catalog: Catalog): Generator<Mutant> {
  for (const { section, entry } of entriesOf(catalog)) {
    const words = wordsOf(section, entry)
    const name = `${section} ${nameOf(entry)}`
    const drop = { deed: `drop ${section}`, place: name, words, section, entry, changed: undefined }
    // A condition that names a word list which is not there is refused when the files are read.
    const isOneName = typeof entry.value !== 'string' && namesIn(entry.value).length === 1
    if (!whole.has(section) && section !== 'words' && !isOneName) yield drop
    for (const { deed, place, changed, word } of variants(entry.value, section)) {
      const holding = word && isWords(section) ? [asHeld(longest(word))] : words
      yield { deed, place: `${name}: ${place}`, words: holding, section, entry, changed }
    }
  }
}

/** The catalogue with an entry changed, or without those that are not `kept`. */
export function withSection(catalog: Catalog, section: Section, change: (entry: Entry) => unknown): Catalog {
  const entries = entriesIn(section, catalog[section])
  const left = entries.flatMap(entry => {
    const value = change(entry)
    return value === undefined ? [] : [[entry.key ?? '', value] as const]
  })
  const values = left.map(([, value]) => value)
  const content = whole.has(section)
    ? values[0]
    : Array.isArray(catalog[section])
      ? values
      : Object.fromEntries(left)
  return { ...catalog, [section]: content }
}

const sections: readonly Section[] = [
  'aliases',
  'words',
  'results',
  'sinks',
  'origins',
  'manifests',
  'guards',
  'metrics',
  'measuring',
  'lookalikes',
  'verdicts',
  'answers',
  'services',
  'launchers',
  'worktrees',
  'programs',
  'starters',
  'readers',
  'outcomes',
  'registrars',
  'engines',
  'packages',
  'terminators',
  'quits',
  'swallowers',
  'observers',
  'doubles',
  'filled',
  'iterators',
  'infinities',
  'nans',
  'delegates',
  'fields',
  'widgets',
  'digests',
  'fooled',
  'choices',
  'setters',
  'ambient',
  'dumpers',
  'textual',
  'openers',
  'options',
  'changers',
  'installers',
  'actions',
  'contexts',
]

// Sections that are one entry.
const whole: ReadonlySet<string> = new Set(['metrics', 'measuring', 'answers', 'contexts'])

function entriesIn(section: Section, content: unknown): Entry[] {
  if (content === undefined) return []
  if (whole.has(section)) return [{ key: null, value: content }]
  if (Array.isArray(content)) return content.map(value => ({ key: null, value }))
  return isRecord(content) ? Object.entries(content).map(([key, value]) => ({ key, value })) : []
}

function nameOf({ key, value }: Entry): string {
  return key ?? namesIn(value)[0] ?? ''
}

/** What an entry goes by in code. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!isRecord(value)) return []
  return naming.flatMap(key => listOf(value[key]))
}

const naming = [
  'call',
  'holds',
  'default',
  'all',
  'decorates',
  'overrides',
  'begins',
  'kind',
  'command',
  'names',
  'packages',
  'uses',
]

/** The words of an entry of which an example that notices it holds one; none where nobody knows. */
export function wordsOf(section: Section, { key, value }: Entry): string[] {
  if (whole.has(section) || section === 'words') return []
  return [...(key === null ? [] : [key]), ...(section === 'aliases' ? [] : namesIn(value))]
    .map(wordOf)
    .map(asHeld)
}

// Options may stand between the words of a command line.
function wordOf(name: string): string {
  // What a pipeline is called in the neutral vocabulary stands in no file.
  if (name.startsWith('pipeline.')) return ''
  const [, program] = /^\$ (\S+)/.exec(name) ?? []
  if (program) return program.replace(/\*.*$/, '')
  if (name.includes('://') || name.includes(' ')) return name.split(' ')[0] ?? ''
  const last = name.replace(/\.__\w+__$/, '')
  return /([\p{L}\p{N}_-]+)\W*$/u.exec(last)?.[1] ?? ''
}

// Lists of words, of which each is noticed by itself.
function isWords(section: Section): boolean {
  return whole.has(section) || section === 'words' || section === 'lookalikes' || section === 'verdicts'
}

function longest(name: string): string {
  return name.split('*').sort((a, b) => b.length - a.length)[0] ?? ''
}

/** A text as words are looked up in it: `aucScore` is `auc_score`. */
export function asHeld(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

interface Variant {
  readonly deed: string
  readonly place: string
  readonly changed: unknown
  readonly word?: string
}

function* variants(value: unknown, key: string, within?: number): Generator<Variant> {
  if (Array.isArray(value)) yield* ofList(value, key, within)
  else if (isRecord(value)) yield* ofRecord(value, key)
  else yield* ofScalar(value, key)
}

function* ofList(list: readonly unknown[], key: string, within = list.length): Generator<Variant> {
  for (const [at, item] of list.slice(0, within).entries()) {
    if (key === 'between') {
      const by = at === 0 ? 1 : -1
      yield { deed: 'narrow between', place: String(item), changed: list.with(at, Number(item) + by) }
      continue
    }
    if (typeof item !== 'object') {
      const place = `without ${item}`
      yield { deed: `drop ${key}`, place, changed: list.toSpliced(at, 1), word: String(item) }
      continue
    }
    yield { deed: `drop ${key}`, place: `without ${at + 1}`, changed: list.toSpliced(at, 1) }
    for (const inner of variants(item, key))
      yield { ...inner, place: `${at + 1} ${inner.place}`, changed: list.with(at, inner.changed) }
  }
}

function* ofRecord(record: Readonly<Record<string, unknown>>, key: string): Generator<Variant> {
  for (const [name, value] of Object.entries(record)) {
    // What an answer is worth is decided by what it is compared with.
    if (name === 'strength' && record.holds === 'answer') continue
    if (told.has(name) && !open.has(key)) continue
    if (open.has(key)) yield { deed: `${dropping(key)} ${key}`, place: name, changed: omit(record, name) }
    if (droppable.has(name) && value !== undefined && !open.has(key))
      yield { deed: `drop ${name}`, place: '', changed: omit(record, name) }
    const within = name === 'parameters' ? askedFor(record, listOf(value)) : undefined
    for (const inner of variants(value, name, within))
      yield { ...inner, place: `${name} ${inner.place}`, changed: { ...record, [name]: inner.changed } }
  }
}

// Of the names of positional parameters those behind the last that anything asks for say nothing.
function askedFor(record: Readonly<Record<string, unknown>>, parameters: readonly string[]): number {
  const said = JSON.stringify({ ...record, parameters: [] })
  return parameters.findLastIndex(name => new RegExp(`"${name}["./]`).test(said)) + 1
}

function* ofScalar(value: unknown, key: string): Generator<Variant> {
  const place = String(value)
  const flipped = flips[key]?.[place]
  if (flipped !== undefined) yield { deed: `flip ${key}`, place, changed: flipped }
  else if (typeof value === 'boolean' && (value ? !idle.has(key) : asked.has(key)))
    yield { deed: `flip ${key}`, place, changed: !value }
  else if (typeof value === 'string' && references.has(key) && value !== 'result')
    yield { deed: `misname ${key}`, place, changed: 'nothing_of_this_name' }
}

// What is shown to people, and where it was read.
const told = new Set(['source', 'checked', 'says', 'fix', 'library'])

// Records whose keys are facts: conditions and spellings.
const open = new Set(['if', 'where', 'until', 'spellings', 'within'])

function dropping(key: string): string {
  return key === 'spellings' || key === 'within' ? 'drop' : 'loosen'
}

const droppable = new Set([
  'safe',
  'pinned',
  'report',
  'restricted-by',
  'until',
  'floor',
  'automatic',
  'beside',
  'tells',
])

// `false` means something there.
const asked = new Set(['given', 'empty', 'tracked', 'raises', 'alone'])

// `alone` is true where nothing is written; `common` says where to look, and changes nothing that is found.
const idle = new Set(['alone', 'common'])

const references = new Set([
  'artifact',
  'subject',
  'through',
  'to',
  'calls',
  'raised-by',
  'list',
  'self',
  'replaces',
  'place',
  'usual',
  'here',
  'top',
  'script',
  'stops',
  'tolerates',
  'variables',
  'all-variables',
  'otherwise',
  'gives',
  'matches',
  'default',
  'factory',
  'data',
  'key',
  'widget',
  'values',
])

const flips: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  holds: { 'no-exception': 'false', true: 'false', false: 'true', answer: 'no-exception' },
  level: { error: 'warning', warning: 'note', note: 'error' },
  strength: { strong: 'void', medium: 'void', weak: 'void', void: 'strong' },
  from: Object.fromEntries(
    ['network', 'hub', 'upload', 'command-line', 'environment', 'registry', 'bucket']
      .map(name => [name, 'pinned'])
      .concat([
        ['pinned', 'network'],
        ['self', 'network'],
      ]),
  ),
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function omit(record: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}
