import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { showProgress } from '../../src/cli/progress'
import { wantsColour } from '../../src/cli/terminal'
import { modelgate, node, outcome, promotion, start, tree } from './program'

let here: ReturnType<typeof tree>
beforeEach(() => {
  here = tree({ 'release.py': promotion })
})
afterEach(() => here.remove())

test('a pipe gets no colours, unless they are asked for', async () => {
  const plain = await modelgate(['scan'], { cwd: here.path })
  const forced = await modelgate(['scan'], { cwd: here.path, env: { FORCE_COLOR: '1' } })
  const refused = await modelgate(['scan'], { cwd: here.path, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })
  expect([plain.out, forced.out, refused.out].map(text => text.includes('\u001b['))).toEqual([
    false,
    true,
    false,
  ])
})

test('colours never get into a file', async () => {
  const { code } = await modelgate(['scan', '--format', 'pretty=out.txt', '--format', 'json'], {
    cwd: here.path,
    env: { FORCE_COLOR: '1' },
  })
  expect(code).toBe(1)
  expect(require('node:fs').readFileSync(join(here.path, 'out.txt'), 'utf8')).not.toContain('\u001b')
})

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '' }, true],
  [false, { CI: 'true' }, false],
])('a terminal (%p) with %j has colours: %p', (isTTY, environment, expected) => {
  expect(wantsColour({ isTTY }, environment)).toBe(expected)
})

test('names and code of a hostile repository give no command, escape or extra line', async () => {
  const hostile = tree({
    'a\n::error::b.py': promotion,
    '##[error]c.py': promotion,
    '\u001b]0;title\u0007d\u202e.py': promotion.replace('churn', '\u001b[2J::set-output name=x::y'),
    'e.py': `##vso[task.setvariable]\n::stop-commands::x = 1\n${promotion}`,
  })
  const { code, out, err } = await modelgate(['scan'], { cwd: hostile.path })
  expect(code).toBe(1)
  expect(out).toContain('d')
  expect(out + err).not.toMatch(/^\s*::|##\[|##vso\[/m)
  expect(out + err).toMatch(/^[\P{Cc}\n]*$/u)
  expect(out + err).not.toContain('\u202e')
  hostile.remove()
})

test('a reader that goes away early is no failure of ours', async () => {
  // Many times what a pipe holds.
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}.py`, promotion.repeat(20)]))
  const large = tree(many)
  const child = start(['scan', '--format', 'json'], { cwd: large.path })
  child.stdout?.once('data', () => child.stdout?.destroy())
  const { code, err } = await outcome(child)
  expect({ code, err }).toEqual({ code: 1, err: '' })
  large.remove()
}, 60_000)

const whereFull = existsSync('/dev/full') ? test : test.skip
whereFull('a full disk behind standard output is one line with exit code 2', async () => {
  const child = spawn(node, [join(__dirname, '..', '..', 'dist', 'cli', 'index.js'), 'scan'], {
    cwd: here.path,
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  })
  const { code, err } = await outcome(child)
  expect(code).toBe(2)
  expect(err).toMatch(/^modelgate: standard output cannot be written \(ENOSPC\); [^\n]*\n$/)
})

describe('progress', () => {
  let now = 0
  const written: string[] = []
  beforeEach(() => {
    now = 0
    written.length = 0
  })
  const show = (isTTY: boolean) => showProgress({ isTTY, write: text => written.push(text) }, () => now)

  test('is silent in the first second, counts then, and leaves nothing behind', () => {
    const progress = show(true)
    progress.update(1, 9)
    now = 1500
    progress.update(5, 9)
    now = 1510
    progress.update(6, 9)
    progress.clear()
    expect(written).toEqual(['\r\u001b[K5 of 9 files', '\r\u001b[K'])
  })

  test('of a short scan writes nothing at all', () => {
    const progress = show(true)
    progress.update(9, 9)
    progress.clear()
    expect(written).toEqual([])
  })

  test('is only for terminals', () => {
    const progress = show(false)
    now = 5000
    progress.update(5, 9)
    progress.clear()
    expect(written).toEqual([])
  })
})
