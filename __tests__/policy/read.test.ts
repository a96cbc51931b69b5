import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration, readPolicy, type Wishes } from '../../src/policy/read'
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

const wishes: Wishes = { failOn: null, baseline: null, today: null }
const policy = (changes: Partial<Wishes> = {}) =>
  readPolicy(root, null, builtinRules(), { ...wishes, ...changes }, { PATH: process.env.PATH ?? '' })
const waivers = 'waivers: [{ rule: void-guard, path: a/**, reason: a, owner: b, expires: 2026-12-31 }]\n'
const known = (path: string) =>
  JSON.stringify({ version: 1, findings: [{ rule: 'void-guard', path, fingerprint: 'ab12' }] })

test('what is asked for outranks every level of the configuration', async () => {
  put(
    '.modelgate.yml',
    'fail-on: note\nrules: { void-guard: { fail-on: never } }\npaths: [{ path: a/**, fail-on: never }]\n',
  )
  expect(await policy()).toMatchObject({ failOn: 'note', paths: [{ failOn: 'never' }] })
  const asked = await policy({ failOn: 'error' })
  expect(asked).toMatchObject({ failOn: 'error', paths: [{ failOn: null }] })
  expect(asked.bars.size).toBe(0)
})

test('the baseline of the configuration is looked for beside it', async () => {
  put('.modelgate.yml', 'baseline: known.json\n')
  put('known.json', known('b.py'))
  expect((await policy()).baseline).toMatchObject({ file: 'known.json', entries: [{ path: 'b.py' }] })
})

test('a baseline that is asked for goes before it, and none can be asked for', async () => {
  put('.modelgate.yml', 'baseline: known.json\n')
  put('other.json', known('c.py'))
  const asked = await policy({ baseline: join(root, 'other.json') })
  expect(asked.baseline?.entries).toMatchObject([{ path: 'c.py' }])
  expect((await policy({ baseline: false })).baseline).toBeNull()
  put('.modelgate.yml', '')
  expect((await policy({ baseline: join(root, 'other.json') })).baseline?.entries).toHaveLength(1)
})

test('without one nothing is told apart', async () => {
  put('known.json', known('b.py'))
  put('.modelgate-baseline.json', known('b.py'))
  expect((await policy()).baseline).toBeNull()
})

test.each([
  ['known.json', 'known.json: there is no such baseline; write it with `modelgate baseline -o known.json`'],
  ['../known.json', '../known.json: this lies outside of the scanned directory; put the file there'],
])('a baseline at %s that is not there is refused', async (file, message) => {
  put('.modelgate.yml', `baseline: ${file}\n`)
  await expect(policy()).rejects.toThrow(message)
})

test('a baseline behind a link that leads out of the root is not read', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'secret'), known('b.py'))
  symlinkSync(join(outside, 'secret'), join(root, 'known.json'))
  put('.modelgate.yml', 'baseline: known.json\n')
  await expect(policy()).rejects.toThrow('known.json: this link leads out of the scanned directory; ')
  rmSync(outside, { recursive: true })
})

test('outside of a repository no day is known, and one can be given', async () => {
  put('.modelgate.yml', waivers)
  expect((await policy()).today).toBeNull()
  expect((await policy({ today: '2026-05-04' })).today).toBe('2026-05-04')
})

test('where nothing is waived nobody is asked for the day', async () => {
  expect((await policy({ today: '2026-05-04' })).today).toBeNull()
})
