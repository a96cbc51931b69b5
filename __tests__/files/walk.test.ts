import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/base/user-error'
import { type WalkOptions, walk } from '../../src/files/walk'
import { type TemporaryTree, temporaryTree } from '../support/tree'

let root: string
let write: TemporaryTree['write']
let remove: TemporaryTree['remove']

beforeEach(() => {
  ;({ root, write, remove } = temporaryTree())
})

afterEach(() => remove())

const python = (path: string) => path.endsWith('.py')

function scan(options: Partial<WalkOptions> = {}, from = root) {
  return walk(from, { claims: python, ...options })
}

function paths(options: Partial<WalkOptions> = {}, from = root): string[] {
  return scan(options, from).files.map(file => file.path)
}

function notices(options: Partial<WalkOptions> = {}): string[] {
  return scan(options).notices.map(({ path, line, kind }) => `${path}:${line} ${kind}`)
}

test('claimed files come with their text, in the order of their paths', () => {
  write({ 'b.py': 'b', 'a/z.py': 'az', 'a.py': 'a', 'a/b/c.py': '', 'B.py': 'B', 'notes.md': 'x' })
  expect(scan()).toMatchObject({
    files: [
      { path: 'B.py', text: 'B' },
      { path: 'a.py', text: 'a' },
      { path: 'a/b/c.py', text: '' },
      { path: 'a/z.py', text: 'az' },
      { path: 'b.py', text: 'b' },
    ],
    notices: [],
    seen: 5,
  })
})

test('an empty tree has nothing', () => {
  expect(scan()).toMatchObject({ files: [], notices: [], seen: 0 })
})

describe('named paths', () => {
  beforeEach(() => write({ 'a.py': '', 'b.py': '', 'sub/c.py': '', 'sub/deep/d.py': '', 'notes.md': '' }))

  test('are all that is walked', () => {
    expect(paths({ paths: ['sub/deep', 'a.py'] })).toEqual(['a.py', 'sub/deep/d.py'])
  })

  test('may overlap, and no file counts twice', () => {
    const { files, seen } = scan({ paths: ['sub', 'sub/c.py', './sub/deep/', 'sub'] })
    expect(files.map(file => file.path)).toEqual(['sub/c.py', 'sub/deep/d.py'])
    expect(seen).toBe(2)
  })

  test('are read whatever the ignore files say, since somebody asked for them', () => {
    write({ '.gitignore': 'sub/\na.py\n', 'node_modules/x/e.py': '' })
    expect(paths({ paths: ['a.py', 'sub', 'node_modules/x'] })).toEqual([
      'a.py',
      'node_modules/x/e.py',
      'sub/c.py',
      'sub/deep/d.py',
    ])
  })

  test('the ignore files on the way to a named folder hold in it', () => {
    write({ '.gitignore': 'd.py\n' })
    expect(paths({ paths: ['sub'] })).toEqual(['sub/c.py'])
  })

  test('that the configuration ignores are left out and told', () => {
    expect(paths({ paths: ['a.py', 'sub'], ignore: ['sub'] })).toEqual(['a.py'])
    expect(notices({ paths: ['a.py', 'sub'], ignore: ['sub'] })).toEqual(['sub:0 unsupported'])
  })

  test('of a kind that is not read are told', () => {
    expect(notices({ paths: ['notes.md'] })).toEqual(['notes.md:0 unsupported'])
  })

  test('the root may be a file', () => {
    expect(scan({}, join(root, 'sub/c.py')).files).toEqual([{ path: 'c.py', text: '' }])
  })

  test.each(['gone', 'a.py/gone', '../outside', '/etc'])(
    'that cannot be walked are refused in one line: %j',
    path => {
      mkdirSync(join(root, '..', 'outside'))
      const attempt = () => scan({ paths: [path] })
      expect(attempt).toThrow(UserError)
      expect(attempt).toThrow(/^`.*`: .*; .*$/)
    },
  )

  test('a missing root is refused', () => {
    expect(() => scan({}, join(root, 'gone'))).toThrow(
      /`: there is no such file or directory; write a path that exists$/,
    )
  })

  test('a device is refused', () => {
    expect(() => scan({}, '/dev/null')).toThrow(/neither a file nor a directory/)
  })

  test('a link that leads out of the tree is refused', () => {
    mkdirSync(join(root, '..', 'outside'))
    symlinkSync('../outside', join(root, 'models'))
    expect(() => scan({ paths: ['models'] })).toThrow(/lies outside/)
  })
})

describe('what cannot be read becomes a notice', () => {
  test('too large', () => {
    write({ 'big.py': 'x'.repeat(101), 'fits.py': 'x'.repeat(100) })
    const { files, notices, seen } = scan({ maxBytes: 100 })
    expect(files.map(file => file.path)).toEqual(['fits.py'])
    expect(notices).toEqual([
      { path: 'big.py', line: 0, kind: 'too-large', message: expect.stringContaining('101 bytes') },
    ])
    expect(seen).toBe(2)
  })

  test('a notebook may be ten times as large: most of it is what its cells have put out', () => {
    write({ 'big.ipynb': 'x'.repeat(1001), 'fits.ipynb': 'x'.repeat(1000) })
    const claims = (path: string): boolean => path.endsWith('.ipynb')
    expect(scan({ maxBytes: 100, claims }).files.map(file => file.path)).toEqual(['fits.ipynb'])
  })

  test('above a megabyte and a half by default, and never opened whole', () => {
    write({ 'sparse.py': '' })
    truncateSync(join(root, 'sparse.py'), 5e12)
    expect(notices()).toEqual(['sparse.py:0 too-large'])
  })

  test('binary', () => {
    write({ 'x.py': 'a\0b' })
    expect(notices()).toEqual(['x.py:0 binary'])
    expect(paths()).toEqual([])
  })

  test('badly encoded, and the text is there all the same', () => {
    write({ 'x.py': Buffer.from('a\n"\xe4"', 'latin1') })
    expect(notices()).toEqual(['x.py:2 encoding'])
    expect(scan().files).toEqual([{ path: 'x.py', text: 'a\n"ä"' }])
  })

  test('pipes are never opened', () => {
    execFileSync('mkfifo', [join(root, 'pipe.py'), join(root, 'pipe')])
    expect(notices()).toEqual(['pipe.py:0 unreadable'])
  })

  test('a name that is no text', () => {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff]), Buffer.from('.py')]), '')
    mkdirSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xfe])]))
    expect(notices()).toEqual(['\ufffd:0 unreadable', '\ufffd.py:0 unreadable'])
    expect(scan().notices.map(({ message }) => message)).toEqual([
      'The folder cannot be read: its name is not UTF-8.',
      'It cannot be read: its name is not UTF-8.',
    ])
  })

  const asRoot = process.getuid?.() === 0
  ;(asRoot ? test.skip : test)('no permission', () => {
    write({ 'a.py': '', 'sub/b.py': '' })
    chmodSync(join(root, 'a.py'), 0)
    chmodSync(join(root, 'sub'), 0)
    expect(notices()).toEqual(['a.py:0 unreadable', 'sub:0 unreadable'])
    chmodSync(join(root, 'sub'), 0o700)
  })

  test('more than a hundred folders deep', () => {
    write({ [`${'d/'.repeat(100)}x.py`]: '', [`${'d/'.repeat(101)}y.py`]: '' })
    expect(paths()).toEqual([`${'d/'.repeat(100)}x.py`])
    expect(notices()).toEqual([`${'d/'.repeat(100)}d:0 limit`])
  })
})

describe('links', () => {
  test('to what is scanned anyway are passed over', () => {
    write({ 'a.py': '', 'sub/b.py': '' })
    symlinkSync('a.py', join(root, 'same.py'))
    symlinkSync('sub', join(root, 'linked'))
    symlinkSync('..', join(root, 'sub/up'))
    expect(scan()).toMatchObject({ notices: [], seen: 2 })
    expect(paths()).toEqual(['a.py', 'sub/b.py'])
  })

  test('to something that is not scanned are told, since the name looks scanned', () => {
    write({ 'payload.txt': '', 'vendor/v.py': '' })
    symlinkSync('payload.txt', join(root, 'a.py'))
    symlinkSync('vendor/v.py', join(root, 'b.py'))
    expect(notices()).toEqual(['a.py:0 unreadable', 'b.py:0 unreadable'])
  })

  test('of which many lead to one file are told once', () => {
    write({ 'rules.txt': '', 'other.txt': '', 'sub/x': '' })
    for (const name of ['c.py', 'a.py', 'sub/b.py'])
      symlinkSync(name.startsWith('sub') ? '../rules.txt' : 'rules.txt', join(root, name))
    symlinkSync('other.txt', join(root, 'd.py'))
    expect(scan().notices.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'a.py It is a link to something that is not scanned, and was not followed. So is it with 2 other links to the same.',
      'd.py It is a link to something that is not scanned, and was not followed.',
    ])
  })

  test('out of the tree are never followed, and told where the name is claimed', () => {
    writeFileSync(join(root, '..', 'secret.py'), 'secret')
    symlinkSync('../secret.py', join(root, 'a.py'))
    symlinkSync('/', join(root, 'all'))
    symlinkSync('../secret.py', join(root, 'readme'))
    expect(paths()).toEqual([])
    expect(notices()).toEqual(['a.py:0 unreadable'])
  })

  test('that lead nowhere or in a circle are told', () => {
    symlinkSync('gone', join(root, 'a.py'))
    symlinkSync('b.py', join(root, 'b.py'))
    expect(notices()).toEqual(['a.py:0 unreadable', 'b.py:0 unreadable'])
  })

  test('of an ignore file are not read', () => {
    writeFileSync(join(root, '..', 'patterns'), '*.py\n')
    symlinkSync('../patterns', join(root, '.gitignore'))
    write({ 'a.py': '' })
    expect(paths()).toEqual(['a.py'])
    expect(notices()).toEqual(['.gitignore:0 unreadable'])
  })

  test('a root that is one is walked under the name it was given', () => {
    write({ 'a.py': '' })
    symlinkSync('tree', join(root, '..', 'link'))
    expect(paths({}, join(root, '..', 'link'))).toEqual(['a.py'])
  })

  test('of the hard kind are files like any other', () => {
    write({ 'a.py': 'x' })
    linkSync(join(root, 'a.py'), join(root, 'b.py'))
    expect(paths()).toEqual(['a.py', 'b.py'])
  })
})

test('names with line ends, escapes, quotes and spaces are names', () => {
  const names = [
    'a\n::error::.py',
    'b\x1b[2J.py',
    'c "quoted".py',
    ' d .py',
    'e\\f.py',
    '..py',
    '-g.py',
    '#h.py',
  ]
  write(Object.fromEntries(names.map(name => [name, name])))
  expect(scan().files).toEqual(names.sort().map(name => ({ path: name, text: name })))
})

describe('a file that is asked for later', () => {
  test('is read under the same rules as those that the walk reads', () => {
    write({ 'a.py': 'a', 'conf/live.json': '{"a": 1}', '.gitignore': 'secret.env\n', 'secret.env': 'A=1' })
    const { open, files } = scan()
    expect(files.map(({ path }) => path)).toEqual(['a.py'])
    expect(open('conf/live.json')).toEqual({ path: 'conf/live.json', text: '{"a": 1}' })
    expect(open('a.py')).toBe(files[0])
    expect(open('secret.env')).toBeUndefined()
    expect(open('conf/other.json')).toBeUndefined()
    expect(open('../tree/a.py')).toBeUndefined()
  })

  test('is a notice where it is too large or no text, and only then', () => {
    write({ 'big.json': '0123456789', 'data.json': 'a\0b' })
    const { open, notices: told } = scan({ maxBytes: 8 })
    expect(told).toEqual([])
    expect(open('big.json')).toMatchObject({ path: 'big.json', kind: 'too-large' })
    expect(open('data.json')).toMatchObject({ path: 'data.json', kind: 'binary' })
  })

  test('is no link', () => {
    write({ 'a.py': '', 'inside.json': '{}' })
    symlinkSync(join(root, 'inside.json'), join(root, 'link.json'))
    expect(scan().open('link.json')).toBeUndefined()
  })
})

describe('texts that were let go of', () => {
  test('are read again, once, and are what they were', () => {
    write({ 'a.py': 'a', 'b.py': 'b = "é"\n' })
    const tree = scan()
    const [a, b] = tree.files
    tree.release(new Set(a ? [a] : []))
    write({ 'a.py': 'another' })
    expect(structuredClone(tree.files)).toEqual([
      { path: 'a.py', text: 'a' },
      { path: 'b.py', text: 'b = "é"\n' },
    ])
    write({ 'b.py': 'another' })
    expect(b?.text).toBe('b = "é"\n')
    tree.release(new Set())
    expect(tree.files.map(({ text }) => text)).toEqual(['another', 'another'])
  })

  test('are an error of the user where the file is gone', () => {
    write({ 'a.py': 'a' })
    const tree = scan()
    tree.release(new Set())
    unlinkSync(join(root, 'a.py'))
    expect(() => tree.files[0]?.text).toThrow(UserError)
  })
})
