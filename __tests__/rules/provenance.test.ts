import { builtin } from '../support/builtin'

const { rules, catalogs } = builtin
const facts = catalogs.flatMap(catalog =>
  provenOf(catalog).map(fact => ({ ...fact, library: catalog.library })),
)

/** What can be read in a document; the other sections are lists of words and of names. */
const proven = [
  'results',
  'sinks',
  'origins',
  'manifests',
  'guards',
  'launchers',
  'worktrees',
  'programs',
  'starters',
  'readers',
  'registrars',
  'swallowers',
] as const

test('every fact says where it was read, and when', () => {
  const entries = catalogs.flatMap(catalog => proven.flatMap<unknown>(section => catalog[section]))
  expect(entries.length).toBeGreaterThan(500)
  const known = new Set(facts.map(({ entry }) => entry))
  expect(entries.filter(entry => !known.has(entry))).toEqual([])
})

test('every part of a workflow engine says where it was read, and when', () => {
  const parts = catalogs
    .flatMap(({ engines }) => engines)
    .flatMap<unknown>(engine => [
      ...(
        ['pipelines', 'groups', 'tasks', 'conditions', 'branches', 'comparisons', 'reads'] as const
      ).flatMap<unknown>(list => engine[list]),
      ...[engine.order, engine.trigger, engine.outputs].filter(part => part !== undefined),
    ])
  const known = new Set(facts.map(({ entry }) => entry))
  expect(parts.length).toBeGreaterThan(20)
  expect(parts.filter(part => !known.has(part))).toEqual([])
})

test.each(catalogs.map(({ library }) => library))(
  'the sources of %s are pages that can be opened',
  library => {
    const wrong = facts.filter(fact => fact.library === library && !isPage(fact.source))
    expect(wrong.map(({ source }) => source)).toEqual([])
  },
)

test('a page is what has an https address of documentation or of a source', () => {
  expect(isPage('https://docs.python.org/3/library/pickle.html')).toBe(true)
  expect(isPage('http://docs.python.org/3/library/pickle.html')).toBe(false)
  expect(isPage('https://localhost/pickle')).toBe(false)
  expect(isPage('https://www.google.com/search?q=pickle')).toBe(false)
  expect(isPage('the documentation of pickle')).toBe(false)
})

test('no fact was read before this catalogue was begun', () => {
  expect(facts.filter(({ checked }) => checked < '2026-01-01')).toEqual([])
})

test('the references of every rule are pages that can be opened', () => {
  expect(rules.flatMap(rule => rule.references).filter(page => !isPage(page))).toEqual([])
})

// An address that asks a search engine shows something else every day.
function isPage(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  const searches = /(^|\.)(google|bing|duckduckgo)\.com$/.test(hostname) && text.includes('/search')
  return protocol === 'https:' && hostname.includes('.') && username === '' && !searches
}

interface Fact {
  readonly entry: unknown
  readonly source: string
  readonly checked: string
}

/** All that names its source, however deep it stands. */
function provenOf(value: unknown): Fact[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(provenOf)
  if (!('source' in value && 'checked' in value)) return inner
  return [{ entry: value, source: String(value.source), checked: String(value.checked) }, ...inner]
}
