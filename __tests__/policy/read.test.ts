import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../../src/policy/read'
import { defaultConfiguration } from '../../src/policy/settings'
import { builtinRules } from '../../src/rules/builtin'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (name: string, text: string | Uint8Array) => writeFileSync(join(root, name), text)
const read = (path?: string) =>
  readConfiguration(root, path === undefined ? null : { path: join(root, path), shown: path }, builtinRules())

test('a repository without a configuration has the default policy', async () => {
  expect(await read()).toEqual(defaultConfiguration)
})

test.each(['.modelgate.yml', '.modelgate.yaml'])('%s in the root is read', async name => {
  put(name, 'fail-on: note\n')
  expect((await read()).failOn).toBe('note')
})

test('a file that the user named goes before that of the root', async () => {
  put('.modelgate.yml', 'fail-on: note\n')
  put('strict.yml', 'fail-on: warning\n')
  expect((await read('strict.yml')).failOn).toBe('warning')
})

test('two configurations side by side are refused', async () => {
  put('.modelgate.yml', '')
  put('.modelgate.yaml', '')
  await expect(read()).rejects.toThrow(
    '.modelgate.yaml: `.modelgate.yml` stands beside it; keep one of the two',
  )
})

test('a named file that is missing is said to be missing', async () => {
  await expect(read('none.yml')).rejects.toThrow('none.yml: there is no such file; ')
})

test('a directory is no configuration', async () => {
  mkdirSync(join(root, '.modelgate.yml'))
  await expect(read()).rejects.toThrow('.modelgate.yml: this is no file; ')
})

test('a link that leads out of the root is not read', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'secret'), 'token: 1\n')
  symlinkSync(join(outside, 'secret'), join(root, '.modelgate.yml'))
  await expect(read()).rejects.toThrow('.modelgate.yml: this link leads out of the scanned directory; ')
  rmSync(outside, { recursive: true })
})

test('a link to nowhere is a missing file, not a missing policy', async () => {
  symlinkSync(join(root, 'gone.yml'), join(root, '.modelgate.yml'))
  await expect(read()).rejects.toThrow('.modelgate.yml: there is no such file')
})

test('a byte order mark is no part of the text', async () => {
  put('.modelgate.yml', '\ufefffail-on: note\n')
  expect((await read()).failOn).toBe('note')
})

test('bytes that are not UTF-8 are refused with their line', async () => {
  put('.modelgate.yml', Buffer.from([0x23, 0x0a, 0x23, 0xff, 0x0a]))
  await expect(read()).rejects.toThrow('.modelgate.yml:2:1: the text is not UTF-8; ')
})
