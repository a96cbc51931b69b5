import fc from 'fast-check'
import { type Notice, onDisk, type Reading, type SourceFile, type Unit } from '../../../src/program'
import { everyCommand } from './constructs'
import { shell } from './scripts'

// The same inputs on every run; for a longer search give another seed and more runs by hand.
const settings = { seed: 20260101, endOnFailure: true }

describe('any text is read without an exception, and what comes out is whole', () => {
  test('UTF-16 units, halves of surrogate pairs and NUL among them', () =>
    holds(
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
        .map(units => String.fromCharCode(...units)),
      150,
    ))

  test('a script with nearly every construct, which is understood', async () => {
    const reading = await read(everyCommand)
    expectWhole(reading, everyCommand)
    expect(reading.notices).toEqual([])
  })

  test('words in any order', () =>
    holds(
      fc.array(fc.constantFrom(...words)).map(some => some.join(' ')),
      400,
    ))

  test('lines in any order', () =>
    holds(
      fc.array(fc.constantFrom(...everyCommand.split('\n')), { maxLength: 40 }).map(some => some.join('\n')),
      400,
    ))

  test('scripts with pieces cut out and words put in', () =>
    holds(
      fc
        .array(fc.tuple(place, fc.nat(60), fc.constantFrom('', ...words)), { minLength: 1, maxLength: 6 })
        .map(edits =>
          edits.reduce(
            (text, [at, length, word]) => text.slice(0, at) + word + text.slice(at + length),
            everyCommand,
          ),
        ),
      200,
    ))

  test.each(['powershell', 'cmd'] as const)('%s of any words', language =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words, ...plainWords)), async some => {
        const text = some.join(' ')
        expectWhole(await read(text, language), text)
      }),
      { ...settings, numRuns: 300 },
    ),
  )
})

describe('deep, long and wide scripts are read in bounded work', () => {
  const many = (text: string, count: number): string => text.repeat(count)
  const outcomes: Readonly<Record<string, readonly [text: string, notices: readonly Notice['kind'][]]>> = {
    '3,000 `if` in one another': [`${many('if a; then ', 3000)}b${many('; fi', 3000)}`, ['limit']],
    '300 substitutions in one another': [`${many('a $(', 300)}a${many(')', 300)}`, ['limit']],
    '5,000 substitutions in one another': [`${many('$(', 5000)}a${many(')', 5000)}`, ['limit']],
    '20,000 `&&`': [`a${many(' && a', 20_000)}`, ['limit']],
    '20,000 parts of a pipe': [`a${many(' | a', 20_000)}`, ['limit']],
    '20,000 redirections': [`a ${many('>', 20_000)}`, ['limit']],
    '20,000 functions without a body': [many('f()\n', 20_000), ['limit', 'syntax']],
    '20,000 here-documents that nothing ends': [many('<<A\n', 20_000), ['limit', 'syntax']],
    '10,000 commands on a line': [many('a; ', 10_000), []],
    '5,000 functions that call each other': [
      `${Array.from({ length: 5000 }, (_, i) => `f${i}() { f${i + 1}; }\n`).join('')}f0\n`,
      ['limit'],
    ],
    '100 functions that call the next one from two folders': [
      `${Array.from({ length: 100 }, (_, i) => `f${i}() { cd a; f${i + 1}; cd b; f${i + 1}; }\n`).join('')}f0\n`,
      ['limit', 'limit'],
    ],
    'a text that doubles': [`X=ab\n${many('X=$X$X\n', 2000)}`, []],
    'a list of words used often': [`X="${many('a ', 900)}"\n${many('c $X\n', 5000)}`, []],
    'a test of 20,000 words': [`[ ${many('-a -b x ', 20_000)}]`, []],
    '20,000 `time`': [many('time ', 20_000), []],
    '20,000 `exec`': [many('exec ', 20_000), ['limit']],
    '20,000 wrappers': [`run() { "$@"; }\n${many('run ', 20_000)}`, ['limit']],
    'a word of a megabyte': [many('a', 1_000_000), []],
    'a quote that nothing ends': [`echo "${many('a b\n', 10_000)}`, ['syntax']],
  }

  test.each(Object.entries(outcomes))('%s', async (_, [text, kinds]) => {
    const reading = await read(text)
    expectWhole(reading, text)
    expect([...new Set(reading.notices.map(notice => notice.kind))].sort()).toEqual(
      [...new Set(kinds)].sort(),
    )
  })
})

test.each([
  ['powershell', 'if ($a) { b } else '],
  ['powershell', '{ '],
  ['powershell', 'a $('],
  ['powershell', 'a | '],
  ['cmd', 'if a==b '],
  ['cmd', '( '],
  ['cmd', 'a & '],
  ['cmd', 'call '],
] as const)('%s: 20,000 times `%s`', async (language, text) => {
  const long = text.repeat(20_000)
  expectWhole(await read(long, language), long)
})

async function read(text: string, language: 'shell' | 'powershell' | 'cmd' = 'shell'): Promise<Reading> {
  const file = { path: 'x.sh', text }
  const frontend = await shell()
  const mode = { errexit: false, pipefail: false }
  const reading =
    language === 'shell' ? frontend.read(file) : frontend.readEmbedded?.({ file, language, shell: mode })
  if (!reading) throw new Error('nothing was read')
  return reading
}

async function holds(texts: fc.Arbitrary<string>, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(texts, async text => expectWhole(await read(text), text))
  await fc.assert(property, { ...settings, numRuns })
}

// Far more blocks than any script asks for, and far fewer than what grows faster than the text.
const blocksPerCharacter = 8

function expectWhole({ units, notices, embedded }: Reading, text: string): void {
  expect(units[0]?.kind).toBe('module')
  expect(new Set(units.map(unit => unit.name)).size).toBe(units.length)
  const blocks = units.reduce((sum, unit) => sum + unit.blocks.length, 0)
  expect(blocks).toBeLessThanOrEqual(blocksPerCharacter * (text.length + 100))
  expect(notices.filter(notice => notice.line < 1 || notice.line > text.split('\n').length)).toEqual([])
  expect(units.flatMap(unit => brokenParts(unit, units, text.length))).toEqual([])
  expect((embedded ?? []).flatMap(({ file }) => strayPlaces(file, text.length))).toEqual([])
}

function brokenParts(unit: Unit, units: readonly Unit[], length: number): string[] {
  const facts = unit.blocks.flatMap(block => block.facts)
  const outside = facts.filter(({ span: { start, end } }) => !(start >= 0 && start <= end && end <= length))
  const edges = unit.blocks.flatMap(block => block.next)
  const astray = edges.filter(edge => unit.blocks[edge.to] === undefined)
  const calls = facts.filter(fact => fact.kind === 'call')
  const values = calls.flatMap(call => call.arguments.map(argument => argument.value))
  const lost = values.filter(
    value => value.kind === 'parameter' && !units.find(u => u.name === value.unit)?.parameters[value.index],
  )
  return [
    ...outside.map(fact => `${fact.kind} at ${fact.span.start}`),
    ...astray.map(edge => `edge to ${edge.to}`),
    ...lost.map(() => 'a parameter that no unit has'),
  ]
}

function strayPlaces(file: SourceFile, length: number): string[] {
  const span = onDisk({ file, start: 0, end: file.text.length })
  return span.start <= span.end && span.end <= length ? [] : [`${file.path} at ${span.start}`]
}

const place = fc.nat(everyCommand.length)

const words = [
  ...'if then elif else fi for in do done while until case esac select function { } ( ) (( )) [ ] [[ ]] ! && || | & ; ;;'.split(
    ' ',
  ),
  ...'> < >> 2>&1 <<EOF <<< <( $( ` " \' $ ${ ${X:- $X "$@" $? $1 = == != -eq -f -z =~ * [Yy]* # \\ \n EOF X= X+= X=1 a b 1'.split(
    ' ',
  ),
  ...'set -e +e pipefail exit return break continue cd pushd popd shift trap ERR eval exec source read export local test'.split(
    ' ',
  ),
  ...'echo printf bc awk jq python bash -c - -m true false f() f \n \n'.split(' '),
  '\n',
]

const plainWords = [
  '$LASTEXITCODE',
  '-ne',
  '@{',
  '@"',
  '$(',
  '%X%',
  '%%i',
  '^',
  'errorlevel',
  'goto',
  'exit',
  '/b',
  'throw',
  '}',
  '{',
]
