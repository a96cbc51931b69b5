import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { validateXML } from 'xmllint-wasm'
import type { Finding, Report } from '../../src/program'
import { type FormatName, formats } from '../../src/reporters'
import { findingIn, reportOf, voidGuard } from '../support/reports'

/** Whatever a string can hold, and above all what means something to a reader of reports. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '##vso[',
          ']',
          ';',
          '%0A',
          '%',
          '::error::',
          '\n',
          '\r',
          '<',
          '>',
          '&',
          '"',
          "'",
          '`',
          '```',
          ']]>',
          '<!--',
          '|',
        ],
        ...[
          '[a](b)',
          '![',
          '@me',
          'http://x.y',
          '\0',
          '\x1b[2J',
          '\u202e',
          '\ud800',
          '\ufffe',
          '\uffff',
          '\u2028',
          ' ',
          'a',
          '\\',
        ],
      ),
      { maxLength: 10 },
    )
    .map(parts => parts.join('')),
)

const finding: fc.Arbitrary<Finding> = fc
  .record({
    path: text,
    message: text,
    fix: text,
    within: text,
    says: text,
    level: fc.constantFrom('error' as const, 'note' as const),
  })
  .map(({ path, message, fix, within, says, level }) => {
    const found = findingIn({ path, text: 'load(x)' }, 'load(x)', { message, fix, within, level })
    return { ...found, steps: [{ span: found.span, says }], guards: [{ ...voidGuard, says }] }
  })

const report: fc.Arbitrary<Report> = fc
  .record({ findings: fc.array(finding, { minLength: 1, maxLength: 4 }), says: text })
  .map(({ findings, says }) =>
    reportOf({
      findings,
      policy: [{ setting: 'guards', count: 1, says }],
      notices: [{ path: says, line: 1, kind: 'syntax', message: says }],
      verdict: { failOn: 'error', failed: true, blocking: 1 },
    }),
  )

const names = Object.keys(formats) as FormatName[]

test.each(names)('the format %s holds nothing that acts on a terminal or on a CI system', name => {
  const others = /##(?!vso\[task\.logissue type=)(?=\w*\[)|^\s*::/m
  fc.assert(
    fc.property(report, input => {
      const written = formats[name](input)
      expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
      expect(written).not.toMatch(name === 'azure' ? others : /##(?=\w*\[)|^\s*::/m)
      expect(written).toBe(formats[name](input))
    }),
    { numRuns: 300 },
  )
})

test.each(['json', 'sarif', 'gitlab', 'gitlab-codequality'] as const)('the format %s is JSON', name => {
  fc.assert(
    fc.property(report, input => void JSON.parse(formats[name](input))),
    { numRuns: 300 },
  )
})

// Ruby and Java, which read these, refuse a report with half a character in it.
test.each(['gitlab', 'gitlab-codequality', 'bitbucket'] as const)(
  'the format %s is well-formed Unicode',
  name => {
    fc.assert(
      fc.property(report, input => {
        for (const line of name === 'bitbucket'
          ? formats[name](input).trimEnd().split('\n')
          : [formats[name](input)])
          JSON.parse(line, (_, value) => {
            expect(String(value)).not.toMatch(/\p{Cs}/u)
            return value
          })
      }),
      { numRuns: 300 },
    )
  },
)

test('the format bitbucket is two lines of JSON', () => {
  fc.assert(
    fc.property(report, input => {
      const lines = formats.bitbucket(input).trimEnd().split('\n')
      expect(lines.map(line => Array.isArray(JSON.parse(line)))).toEqual([false, true])
    }),
    { numRuns: 300 },
  )
})

test('the format azure has a command for each error and for nothing else', () => {
  fc.assert(
    fc.property(report, input => {
      const commands = formats.azure(input).match(/##vso\[/g) ?? []
      expect(commands).toHaveLength(input.findings.filter(({ level }) => level === 'error').length)
    }),
    { numRuns: 300 },
  )
})

test('the format junit is XML that Jenkins takes', async () => {
  const schema = readFileSync(join(__dirname, 'schemas', 'junit-10.xsd'), 'utf8')
  const findings = fc.sample(finding, { numRuns: 500, seed: 1 })
  const { errors } = await validateXML({ xml: formats.junit(reportOf({ findings })), schema })
  expect(errors.map(({ message }) => message)).toEqual([])
})

test('the format markdown is text and code', () => {
  const reader = new MarkdownIt('default', { html: true, linkify: true })
  const allowed = new Set(['h2', 'h3', 'p', 'ul', 'li', 'strong', 'code', 'pre'])
  fc.assert(
    fc.property(report, input => {
      const html = reader.render(formats.markdown(input))
      expect([...html.matchAll(/<(\w+)/g)].filter(([, tag = '']) => !allowed.has(tag))).toEqual([])
    }),
    { numRuns: 500 },
  )
})
