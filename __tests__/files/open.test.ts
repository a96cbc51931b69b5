import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRegular, systemCode } from '../../src/files/open'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file of at most the limit is read', () => {
  writeFileSync(join(folder, 'a'), 'four')
  expect(openRegular(join(folder, 'a'), 4)).toEqual({ bytes: Buffer.from('four') })
  expect(openRegular(join(folder, 'a'), 3)).toMatchObject({ refused: 'too-large' })
})

test('a name that became a link after it was listed is not followed', () => {
  writeFileSync(join(folder, 'secret'), 'secret')
  symlinkSync('secret', join(folder, 'a'))
  expect(openRegular(join(folder, 'a'), 100)).toEqual({
    refused: 'unreadable',
    says: expect.stringContaining('ELOOP'),
  })
})

test('a name that became a pipe after it was listed is not waited for', () => {
  execFileSync('mkfifo', [join(folder, 'pipe')])
  expect(openRegular(join(folder, 'pipe'), 100)).toMatchObject({ refused: 'unreadable' })
})

test('a device and a folder are no files', () => {
  mkdirSync(join(folder, 'sub'))
  expect(openRegular('/dev/zero', 100)).toMatchObject({ refused: 'unreadable' })
  expect(openRegular(join(folder, 'sub'), 1e6)).toMatchObject({ refused: 'unreadable' })
})

test('an error that the operating system did not raise flies on', () => {
  const bug = new TypeError('x is not a function')
  expect(() => systemCode(bug)).toThrow(bug)
})
