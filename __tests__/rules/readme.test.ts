import { generatedFiles } from '../../src/rules/generate'
import { anchor, libraryPage, summary } from '../../src/rules/library-pages'
import { catalogSchema } from '../../src/rules/schema'
import { builtin as rules } from '../support/builtin'

const readme = generatedFiles('rules').get('rules/README.md') ?? ''
const lines = readme.split('\n')

const provenance = { source: 'https://acme.example/docs', checked: '2026-01-31' }
const acme = catalogSchema.parse({
  library: 'Acme',
  sinks: [
    {
      call: ['acme.upload', 'acme.push'],
      parameters: ['path', 'target'],
      does: 'promotion',
      says: 'sends a model to users',
      ...provenance,
      when: [
        { if: { target: 'shelf' }, safe: 'nobody is served from there' },
        { if: { path: { matches: 'a|b' } }, level: 'note', says: 'sends part of a model' },
        { pinned: 'acme<2', automatic: 'error' },
        {},
      ],
    },
  ],
  guards: [
    { call: 'acme.ask', kind: 'approval', holds: 'true', says: 'asks a person', ...provenance },
    { call: 'acme.nod', kind: 'approval', holds: 'true', strength: 'void', says: 'says yes', ...provenance },
  ],
  origins: [{ call: 'acme.fetch', from: 'network', says: 'comes from Acme', ...provenance }],
  verdicts: [{ names: ['acme_ok'], kind: 'approval', says: 'is a verdict' }],
})

describe('the section of a library', () => {
  const page = libraryPage(acme, rules.rules)

  test('has a row for each call, with what is reported, at which level, and what is safe', () => {
    const reported = [
      '**promotion**, note: `path` matches `a\\|b`: sends part of a model',
      '**promotion**, error where its surroundings are production: pinned to `acme<2`',
      '**promotion**, error: otherwise',
    ].join('<br>')
    expect(page).toContain(
      `| \`acme.upload\`<br>\`acme.push\` | sends a model to users | ${reported} | \`target\` is \`"shelf"\`: nobody is served from there | [source](https://acme.example/docs) |`,
    )
  })

  test('says of a check when it counts, and of one that checks nothing that it is none', () => {
    expect(page).toContain('| `acme.ask` | asks a person | strong approval | it says yes |')
    expect(page).toContain('| `acme.nod` | says yes | none: looks like approval |')
  })

  test('says where artifacts come from, and which names are known', () => {
    expect(page).toContain('| `acme.fetch` | network |')
    expect(page).toContain('Verdicts by name: `acme_ok`.')
  })

  test('is left out where there is nothing to say', () => {
    expect(libraryPage(catalogSchema.parse({ library: 'Words' }), rules.rules)).toBe('')
  })
})

test('the index says of a library in a few words what is known', () => {
  expect(summary(acme)).toBe('promotion (2 names), 2 checks, 1 origin, verdicts by name')
})

test('an anchor is made as GitHub makes it', () => {
  expect(anchor("ClearML's tags, and 2 more (new)")).toBe('clearmls-tags-and-2-more-new')
})

describe('rules/README.md', () => {
  test('leads from its index to each rule and each library, once', () => {
    const linked = [...readme.matchAll(/^\| \[[^\]]+\]\(#([^)]+)\) \|/gm)].map(([, to]) => to ?? '')
    const headings = lines.filter(line => /^##?#? /.test(line)).map(line => anchor(line.replace(/^#+ /, '')))
    expect(linked.length).toBeGreaterThan(rules.rules.length + 50)
    expect(linked.filter(to => headings.filter(heading => heading === to).length !== 1)).toEqual([])
  })

  test.each(rules.catalogs.map(catalog => [catalog.library, catalog] as const))(
    'names all that is known of %s, in its section',
    (library, catalog) => {
      const known = [...catalog.sinks, ...catalog.guards, ...catalog.origins]
      const names = known.flatMap(entry => entry.call)
      const [, section = ''] = readme.split(`\n### ${library}\n`)
      const [own = ''] = section.split('\n### ')
      expect(names.filter(name => !own.includes(`\`${name.replaceAll('|', '\\|')}\``))).toEqual([])
    },
  )

  test('is short enough to be read: a row is no page, and a table stands in one piece', () => {
    expect(Math.max(...lines.map(line => line.length))).toBeLessThan(4000)
    const tables = lines.filter(line => line.startsWith('|'))
    expect(tables.filter(line => !line.endsWith('|'))).toEqual([])
  })
})
