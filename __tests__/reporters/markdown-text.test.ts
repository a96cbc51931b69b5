import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { codeSpan, markdownBlocks, markdownText } from '../../src/reporters/markdown-text'

const reader = new MarkdownIt('default', { html: true, linkify: true })

/** Every token of a text, and the words in it that are no code. */
function read(markdown: string): { kinds: string[]; prose: string; code: string[] } {
  const inline = reader.parse(markdown, {}).flatMap(token => [token, ...(token.children ?? [])])
  const texts = (type: string) => inline.filter(token => token.type === type).map(token => token.content)
  return {
    kinds: [...new Set(inline.map(token => token.type))],
    prose: texts('text').join(''),
    code: texts('code_inline'),
  }
}

const onlyText = ['paragraph_open', 'inline', 'text', 'paragraph_close', 'code_inline', 'softbreak']

test('prose stays prose, and code stays code', () => {
  const text =
    '`joblib.load` unpickles a file, which runs any code in it (see above): "that" isn’t well-kept in 2.10, or is it?'
  expect(markdownText(text)).toBe(text)
})

test.each([
  ['a link', 'see [here](http://evil.example)', '`[here](http://evil.example)`'],
  ['an image', '![x](http://evil.example/x.png) there', '`![x](http://evil.example/x.png)`'],
  ['an address', 'go to http://evil.example.', '`http://evil.example`.'],
  ['a name that forges link', 'go to www.evil.example now', '`www.evil.example`'],
  ['HTML', 'a <script>alert(1)</script> b', '`<script>alert(1)</script>`'],
  ['an entity', 'a &lt;b&gt; c', '`&lt;b&gt;`'],
  ['a mention', 'ask @acme/security, now', '`@acme/security`,'],
  ['a reference to an issue', 'fixes #12', '`#12`'],
  ['a reference to a merge request', 'see !12', '`!12`'],
  ['a mark of a table', 'a | b', '`|`'],
  ['emphasis', 'it is *bold* and _that_', '`*bold*`'],
  ['a quick action', '/close', '`/close`'],
  ['a heading', '# Passed', '`#` Passed'],
  ['code that is not closed', 'a `b', '`` `b ``'],
  ['two code spans side by side', '`a``b`', '`ab`'],
  ['code with something at its side', 'x/`a`.', '`x/a`.'],
  ['a line that acts on the terminal', 'a\u001b[2J\u202e\nb', '`a\\x1b[2J\\u202e\\nb`'],
])('%s becomes code', (_, text, expected) => {
  expect(markdownText(text)).toContain(expected)
})

test('whatever a text holds, it is read as words and code, and no code is lost', () => {
  const bits = fc.constantFrom(
    ...'`*_~[]()!#@|<>&\\:/.-+= \n'.split(''),
    'a',
    '1',
    'www.',
    'http://',
    '``',
    '@me',
    '<b>',
    '&lt;',
    '\ud800',
    '\u202e',
    '$',
    '%',
    '^',
    "'",
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 24 }), parts => {
      const markdown = markdownText(parts.join(''))
      const { kinds, prose } = read(`Then ${markdown}`)
      expect(kinds.filter(kind => !onlyText.includes(kind))).toEqual([])
      expect(prose).not.toMatch(/[@#|<>&*_[\]\\/]/)
    }),
    { numRuns: 2000 },
  )
})

test('code is never closed by what is in it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[`a \\|<]{1,12}$/).filter(text => text.trim() !== ''),
      text => {
        expect(read(`x ${codeSpan(text)} y`).code).toEqual([text])
      },
    ),
  )
})

test('a remedy keeps its code, with a fence that nothing in it closes', () => {
  const blocks = markdownBlocks('Compare the two:\n\n```python\nif a:\n    b("```")\n```\n\nOr use `x`.')
  const tokens = reader.parse(blocks, {})
  expect(tokens.find(token => token.type === 'fence')?.content).toBe('if a:\n    b("```")\n')
  expect(tokens.map(token => token.type)).toEqual([
    'paragraph_open',
    'inline',
    'paragraph_close',
    'fence',
    'paragraph_open',
    'inline',
    'paragraph_close',
  ])
})
