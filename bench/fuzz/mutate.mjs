// Turns real files into hostile ones, by a seed alone.

/** Numbers from 0 to 1 that depend on the seed alone. */
export function dice(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = most => Math.floor(next() * most)
  return { next, below, pick: list => list[below(list.length)] }
}

/** A seed for one input of one frontend. */
export function seedOf(seed, name, index) {
  let hash = 2166136261
  for (const letter of `${seed}/${name}/${index}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619)
  return hash >>> 0
}

/** The bytes of one hostile file. `others` are texts whose pieces may be put in. */
export function mutated(text, others, roll) {
  if (roll.below(40) === 0) return randomBytes(roll)
  if (roll.below(3) === 0) return Buffer.from(pumped(text, roll))
  let result = text
  for (let left = 1 + roll.below(roll.below(4) === 0 ? 40 : 6); left > 0; left -= 1)
    result = roll.pick(edits)(result, roll, others).slice(0, mostCharacters)
  return encoded(result, roll)
}

const mostCharacters = 1_400_000

const words = [
  ...[
    '\0',
    '\ud800',
    '\udfff',
    '\u2028',
    '\u202e',
    '\x1b[2J',
    '\n::error::x',
    '##vso[task.x]',
    '\r',
    '\r\n',
    '\t',
    '\f',
    '\x85',
    '\ufeff',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '"',
    "'",
    '`',
    '"""',
    "'''",
    '\\',
    '/',
    '//',
    '/*',
    '*/',
    '#',
    '<!--',
    '-->',
  ],
  ...[
    ':',
    ',',
    ';',
    '=',
    '==',
    ':=',
    '+=',
    '->',
    '=>',
    '&',
    '&&',
    '|',
    '||',
    '!',
    '!=',
    '?',
    '?:',
    '@',
    '$',
    '%',
    '%%',
    '~',
    '^',
    '*',
    '**',
  ],
  ...[
    '${{',
    '}}',
    '${',
    '$(',
    '$((',
    '`',
    '{{',
    '{%',
    '%}',
    '<<',
    '<<: *a',
    '<<EOF',
    '<<-',
    '&a ',
    '*a',
    '!reference ',
    '!!binary ',
    '? ',
    '- ',
    '--- ',
    '...',
    '|',
    '>',
    '|+',
    '>-',
  ],
  ...[
    'if',
    'else',
    'elif',
    'for',
    'while',
    'try',
    'except',
    'finally',
    'with',
    'match',
    'case',
    'def',
    'class',
    'lambda',
    'return',
    'yield',
    'await',
    'import',
    'from',
    'del',
    'global',
  ],
  ...[
    'then',
    'fi',
    'do',
    'done',
    'esac',
    'function',
    'exit',
    'set -e',
    'trap',
    'eval',
    'source',
    'node',
    'stage',
    'parallel',
    'include',
    'extends',
    'needs',
    'template',
    'each',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'true',
    'NaN',
    '1e999',
    '-0',
    '0x',
    '9'.repeat(40),
    '../../..',
    '/dev/zero',
    'a'.repeat(300),
    'é',
    '😀',
  ],
]

const openings = [
  '(',
  '[',
  '{',
  '- ',
  '"${',
  '$(',
  '{{',
  'not ',
  'if a:\n',
  '`',
  '{a: ',
  'f(',
  '-',
  '!',
  'a.',
  '<',
  '> ',
  '* ',
  '"',
  '$((',
  '/*',
  '[[',
  'a ? ',
  'lambda: ',
  '*',
  'try:\n ',
]

const edits = [
  (text, roll) => at(text, roll, (before, after) => before + roll.pick(words) + after),
  (text, roll) => at(text, roll, (before, after) => before + roll.pick(words) + after),
  (text, roll) => at(text, roll, (before, after) => before + after.slice(roll.below(40))),
  (text, roll) => at(text, roll, (before, after) => before + after.slice(0, roll.below(200)) + after),
  (text, roll) => at(text, roll, (before, after) => before + piece(text, roll) + after),
  (text, roll, others) => at(text, roll, (before, after) => before + piece(roll.pick(others), roll) + after),
  (text, roll) => text.slice(0, roll.below(text.length + 1)),
  byLine((lines, i) => [...lines.slice(0, i), ...lines.slice(i + 1)]),
  byLine((lines, i) => [...lines.slice(0, i), lines[i], ...lines.slice(i)]),
  byLine((lines, i, roll) => lines.with(i, ' '.repeat(roll.below(12)) + lines[i].trimStart())),
  byLine((lines, i, roll) => {
    const j = roll.below(lines.length)
    return lines.with(i, lines[j]).with(j, lines[i])
  }),
  renamed,
  numbered,
  (text, roll) => (roll.below(6) > 0 ? text : nested(text, roll)),
  (text, roll) => (roll.below(12) > 0 ? text : repeatedLine(text, roll)),
  (text, roll) => (roll.below(12) > 0 ? text : long(text, roll)),
]

// What a regular expression that goes back and forth never comes to the end of.
const pumps = [
  ...[
    ' ',
    '\t',
    '\n',
    '\r',
    '/',
    '\\',
    '#',
    '-',
    '.',
    '_',
    '0',
    'a',
    '(',
    ')',
    '[',
    '{',
    '<',
    '=',
    ':',
    ',',
    ';',
    '!',
    '*',
    '"',
    "'",
    '`',
    '$',
    '@',
    '%',
    '&',
    '|',
    '?',
  ],
  ...[
    '${',
    '${{',
    '$(',
    '{{',
    '{%',
    '<!--',
    '/*',
    '<#',
    '<<E ',
    '${a',
    '@@',
    '#\t',
    ' #',
    '\t\n',
    '\\\n',
    '\\"',
    '[:',
    '(a',
    'a.',
    'a. ',
    'a=',
    'a:',
    'a: ',
    'a,',
    'a(',
    '=a',
    '--a ',
    '-e',
    '::',
    '```\n',
    "'a",
    '"a',
    '!\n',
    'import ',
    'from ',
    'test',
    'templateRef: ',
    'kind: ',
  ],
]
const ends = ['', '\n', 'x', '\0', '"', '!', '\nx', '}}', ')', ' x = 1\n']

function pumped(text, roll) {
  const [word, end] = [roll.pick(pumps), roll.pick(ends)]
  const bounds = [...text.matchAll(/\b|$/g)].map(match => match.index)
  const place = roll.pick(bounds)
  return text.slice(0, place) + word.repeat(Math.ceil(300_000 / word.length)) + end + text.slice(place)
}

function at(text, roll, edit) {
  const place = roll.below(text.length + 1)
  return edit(text.slice(0, place), text.slice(place))
}

function piece(text, roll) {
  const from = roll.below(text.length + 1)
  return text.slice(from, from + roll.below(300))
}

function byLine(edit) {
  return (text, roll) => {
    const lines = text.split('\n')
    return edit(lines, roll.below(lines.length), roll).join('\n')
  }
}

function renamed(text, roll) {
  const names = text.match(/\w+/g) ?? ['a']
  const [from, to] = [roll.pick(names), roll.below(3) === 0 ? roll.pick(words) : roll.pick(names)]
  return text.split(from).slice(0, 200).join(to)
}

function numbered(text, roll) {
  return text.replace(/\d+/g, number =>
    roll.below(3) > 0 ? number : roll.pick(['-1', '0', '1e400', '99999999999999999999', '0.0', '']),
  )
}

function nested(text, roll) {
  const [opening, depth] = [roll.pick(openings), roll.pick([20, 150, 1_000, 20_000, 100_000])]
  const closing =
    { '(': ')', '[': ']', '{': '}', '{{': '}}', '$(': ')', '{a: ': '}', 'f(': ')', '"${': '}"', '"': '"' }[
      opening
    ] ?? ''
  const inside = roll.below(2) === 0 ? 'x' : ''
  return at(
    text,
    roll,
    (before, after) =>
      `${before}${opening.repeat(depth)}${inside}${closing.repeat(roll.below(2) * depth)}${after}`,
  )
}

function repeatedLine(text, roll) {
  const lines = text.split('\n')
  const i = roll.below(lines.length)
  const some = lines.slice(i, i + 1 + roll.below(4)).join('\n')
  const times = Math.min(roll.pick([50, 1_000, 20_000]), Math.ceil(400_000 / (some.length + 1)))
  const copies = Array.from({ length: times }, (_, n) =>
    roll.below(2) === 0 ? some : some.replace(/\w+/, word => `${word}${n}`),
  )
  return [...lines.slice(0, i), ...copies, ...lines.slice(i)].join('\n')
}

function long(text, roll) {
  const word = roll.pick([
    ...words,
    'a',
    ' ',
    'a ',
    'a,',
    'a=',
    'a: ',
    '\n',
    ' \n',
    '\\\n',
    '\\"',
    '-a ',
    "'a' ",
  ])
  return at(
    text,
    roll,
    (before, after) =>
      before + word.repeat(Math.ceil(roll.pick([2_000, 50_000, 1_000_000]) / word.length)) + after,
  )
}

function encoded(text, roll) {
  const kind = roll.below(30)
  if (kind === 0) return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  if (kind === 1) return Buffer.from(text, 'latin1')
  if (kind === 2) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])
  if (kind === 3)
    return Buffer.concat([
      Buffer.from(`# coding: ${roll.pick(['latin-1', 'utf-16', 'euc-jp', 'koi8-r', 'rot13', 'utf-7'])}\n`),
      Buffer.from(text),
    ])
  if (kind === 4) return Buffer.concat([Buffer.from(text), randomBytes(roll)])
  return Buffer.from(text)
}

function randomBytes(roll) {
  return Buffer.from(Array.from({ length: roll.below(3_000) }, () => roll.below(256)))
}
