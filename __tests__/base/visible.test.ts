import { UserError } from '../../src/base/user-error'
import { breakCommands, escapeControls, visible } from '../../src/base/visible'

test('plain text in any script stays as it is', () => {
  const text = 'torch.load("modèle_日本語.pt")  # ⚠️ 😀 \\n stays'
  expect(visible(text)).toBe(text)
})

test.each([
  ['a terminal escape', '\x1b[31mred', '\\x1b[31mred'],
  ['a C1 control', '\x9b2J', '\\x9b2J'],
  ['line ends and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
  ['delete', 'a\x7f', 'a\\x7f'],
  ['bidirectional controls', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
  ['zero-width characters', 'a\u200bb\u200dc\ufeffd', 'a\\u200bb\\u200dc\\ufeffd'],
  ['line and paragraph separators', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
  ['tag characters', 'a\u{e0041}', 'a\\u{e0041}'],
  ['hidden variation selectors', 'a\u{e0100}', 'a\\u{e0100}'],
  ['a lone surrogate', 'a\ud800b', 'a\\ud800b'],
])('%s becomes a visible escape', (_, hostile, shown) => {
  expect(escapeControls(hostile)).toBe(shown)
})

test.each(['::set-output name=x::y', '  ::error::x', '\u00a0::add-mask::x', '::::'])(
  'a line that starts as a workflow command no longer does: %s',
  hostile => {
    expect(visible(hostile).trim().startsWith('::')).toBe(false)
  },
)

test.each([
  '##[error]x',
  'a ##[add-mask]x',
  '##vso[task.setvariable variable=x]y',
  '###[group]',
  '##teamcity[x]',
])('the older form of a command is broken anywhere in a line: %s', hostile => {
  expect(visible(hostile)).not.toMatch(/##\w*\[/)
})

test('a line end cannot bring a command to the start of a line', () => {
  expect(visible('model.pt\n::stop-commands::x')).toBe('model.pt\\n::stop-commands::x')
})

test('every line of a longer text is looked at', () => {
  expect(breakCommands('fine\n::error::x\n  ::debug::y')).toBe('fine\n\\::error::x\n  \\::debug::y')
})

test('a slice and a comment keep their marks', () => {
  expect(visible('x[load(p)::2]  ## [see] #[1]')).toBe('x[load(p)::2]  ## [see] #[1]')
})

test('doing it twice changes nothing more', () => {
  for (const text of ['::a\n##[b]', '\x1b\u202e::', '  ::::', '####[x]'])
    expect(visible(visible(text))).toBe(visible(text))
})

test('the message of a UserError is one line, whatever a path contains', () => {
  expect(new UserError('`a\nb\x1b[2J`: there is no such file').message).toBe(
    '`a\\nb\\x1b[2J`: there is no such file',
  )
})
