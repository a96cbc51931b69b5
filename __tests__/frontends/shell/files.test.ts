import { callsIn, readScript, sayCall, shell, ways } from './scripts'

test.each(['deploy.sh', 'a/b.bash', 'x.zsh', 'y.ksh', 'bin/deploy', 'scripts/ci/release'])(
  '%s may be a script',
  async path => expect((await shell()).claims(path)).toBe(true),
)

test.each(['deploy.bats', 'deploy.py', 'Makefile', 'docs/bin.md', 'bin/deploy.rb'])(
  '%s is none',
  async path => expect((await shell()).claims(path)).toBe(false),
)

test('a file without an extension has to say so in its first line', async () => {
  const frontend = await shell()
  const says = (path: string, text: string): boolean | undefined => frontend.recognises?.({ path, text })
  expect(says('bin/a', '#!/bin/sh\n')).toBe(true)
  expect(says('bin/a', '#!/usr/bin/env -S bash -e\n')).toBe(true)
  expect(says('bin/a', '#! /bin/zsh\n')).toBe(true)
  expect(says('bin/a', '#!/usr/bin/env python3\n')).toBe(false)
  expect(says('bin/a', 'a text')).toBe(false)
  expect(says('a.sh', 'a text')).toBe(true)
})

test('broken syntax is a notice with its line, and the rest is read', async () => {
  const reading = await readScript('a\nif b; then\n  c\nd "e\n')
  expect(reading.notices).toEqual([
    {
      path: 'deploy.sh',
      line: expect.any(Number),
      kind: 'syntax',
      message:
        'The syntax could not be understood here; the rest of the file was read as far as it could be.',
    },
  ])
  expect(callsIn(reading).map(sayCall)).toContain('a')
})

test.each([
  ['a line that goes on behind the end', 'a \\\n  b \\\n', ['a']],
  ['a text behind a redirection', 'if a > x <<<"$B"; then b; fi', ['a', 'b']],
  ['a comment in backticks', 'a --x=1 `# why` \\\n  --y', ['a']],
  ['carriage returns', 'if a; then\r\n  b\r\nfi\r\n', ['a', 'b']],
])('the parser trips over %s, and the reader does not', async (_, text, names) => {
  const reading = await readScript(text)
  expect(reading.notices).toEqual([])
  expect(callsIn(reading).map(call => sayCall(call).split(' ')[0])).toEqual(names)
})

test('a script by itself starts without `-e`', async () => {
  expect(await ways('a\nb')).toEqual(['a b', 'a! b'])
})
