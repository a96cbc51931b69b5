import { execFileSync } from 'node:child_process'
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

describe('what is left out', () => {
  test('tools, installed packages and vendored code', () => {
    const names = [
      'node_modules',
      '.tox',
      '__pycache__',
      'lib/site-packages',
      'a/third_party',
      'x.egg-info',
      '.git',
    ]
    write(Object.fromEntries([...names, 'kept'].map(name => [`${name}/deep/x.py`, ''])))
    expect(paths()).toEqual(['kept/deep/x.py'])
  })

  test('a Python environment, whatever its name', () => {
    write({
      'my env/pyvenv.cfg': '',
      'my env/bin/x.py': '',
      'conda/conda-meta/x.py': '',
      'conda/y.py': '',
      'a.py': '',
    })
    expect(paths()).toEqual(['a.py'])
  })

  test('but not the scanned directory itself, when an environment was put right into it', () => {
    write({ 'pyvenv.cfg': '', 'a.py': '', 'lib/python3.12/site-packages/x.py': '' })
    expect(paths()).toEqual(['a.py'])
  })

  test('what nested ignore files match, the inner one having the last word', () => {
    write({
      '.gitignore': '*.gen.py\n/top.py\nout/\n',
      'top.py': '',
      'a.gen.py': '',
      'sub/top.py': '',
      'sub/.gitignore': '!keep.gen.py\nlocal.py\r\n',
      'sub/keep.gen.py': '',
      'sub/drop.gen.py': '',
      'sub/local.py': '',
      'sub/out/x.py': '',
      'local.py': '',
    })
    expect(paths()).toEqual(['local.py', 'sub/keep.gen.py', 'sub/top.py'])
  })

  test('a folder that an inner ignore file brings back is walked', () => {
    write({ '.gitignore': 'out/\n', 'sub/.gitignore': '!out/\n', 'sub/out/x.py': '', 'out/y.py': '' })
    expect(paths()).toEqual(['sub/out/x.py'])
  })

  test('what .git/info/exclude matches', () => {
    write({ '.git/info/exclude': 'private.py\n', 'private.py': '', 'a/private.py': '', 'b.py': '' })
    expect(paths()).toEqual(['b.py'])
  })

  test('what the ignore files above the scanned directory match, up to the top of the work tree', () => {
    write({ '.gitignore': '*_old.py\n/app/private/\n', '.git/HEAD': '', 'app/a.py': '', 'app/a_old.py': '' })
    write({ 'app/private/x.py': '', 'app/private/deep/y.py': '' })
    expect(paths({}, join(root, 'app'))).toEqual(['a.py'])
    expect(paths({}, join(root, 'app/private'))).toEqual(['deep/y.py', 'x.py'])
  })

  test('ignore files above hold only within the same work tree', () => {
    write({ '.gitignore': '*.py\n', 'app/.git/HEAD': '', 'app/a.py': '' })
    expect(paths({}, join(root, 'app'))).toEqual(['a.py'])
  })

  test('a submodule has rules of its own', () => {
    write({
      '.gitignore': '*_x.py\n',
      'sub/.git': 'gitdir: ../.git/modules/sub',
      'sub/a_x.py': '',
      'a_x.py': '',
    })
    expect(paths()).toEqual(['sub/a_x.py'])
  })

  test('case counts in ignore files', () => {
    write({ '.gitignore': 'Build/\n', 'build/a.py': '', 'Build/b.py': '' })
    expect(paths()).toEqual(['build/a.py'])
  })

  test('a pattern that would take too long is told and does not hold', () => {
    write({ '.gitignore': 'a.py\n**/a/**/b/**/c/**\n', 'a/b/c/x.py': '', 'a.py': '' })
    expect(paths()).toEqual(['a/b/c/x.py'])
    expect(notices()).toEqual(['.gitignore:2 limit'])
  })

  test('the same as git leaves out', () => {
    write({
      '.gitignore': [
        '*.tmp.py',
        'build',
        '!build/keep.py',
        '/root_only.py',
        'docs/**/gen_*.py',
        'q?.py',
        '\\#x.py',
        'sp\\ ',
      ].join('\n'),
      'build/keep.py': '',
      'a/build/x.py': '',
      'a/root_only.py': '',
      'root_only.py': '',
      'docs/gen_a.py': '',
      'docs/x/y/gen_b.py': '',
      'docs/x/y/hand.py': '',
      'q1.py': '',
      'q12.py': '',
      '#x.py': '',
      'a/.gitignore': '*\n!*.py\nq1.py\n',
      'a/q1.py': '',
      'a/b/c.py': '',
      'z.tmp.py': '',
    })
    execFileSync('git', ['init', '-q'], { cwd: root })
    const kept = execFileSync('git', ['ls-files', '--others', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(paths()).toEqual(kept.split('\0').filter(python).sort())
    expect(paths()).toContain('docs/x/y/hand.py')
  })
})

describe('patterns of the configuration', () => {
  test('leave out files and folders', () => {
    write({ 'a.py': '', 'legacy/b.py': '', 'deep/x_test.py': '' })
    expect(paths({ ignore: ['legacy/', '*_test.py'] })).toEqual(['a.py'])
  })

  test('are counted by what they leave out: folders, and claimed files in none of them', () => {
    write({ 'a.py': '', 'legacy/b.py': '', 'legacy/c.py': '', 'deep/x_test.py': '', 'x_test.md': '' })
    const ignore = ['legacy/', '*_test.*', 'nowhere/']
    expect(scan({ ignore }).ignored).toEqual({ folders: 1, files: 1 })
    expect(scan({ ignore, paths: ['legacy', 'deep/x_test.py'] }).ignored).toEqual({ folders: 1, files: 1 })
    expect(scan().ignored).toEqual({ folders: 0, files: 0 })
  })

  test('bring back what ignore files or the built-in list leave out', () => {
    write({ '.gitignore': 'gen/\n*.log.py\n', 'gen/a.py': '', 'gen/b.log.py': '', 'vendor/c/d.py': '' })
    expect(paths({ ignore: ['!gen/', '!vendor/'] })).toEqual(['gen/a.py', 'gen/b.log.py', 'vendor/c/d.py'])
  })

  test('never bring back git itself', () => {
    write({ '.git/hooks/a.py': '' })
    expect(paths({ ignore: ['!.git/'] })).toEqual([])
  })

  test('that would take too long are refused', () => {
    expect(() => scan({ ignore: ['**/a/**/b/**/c/**'] })).toThrow(UserError)
  })
})
