import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIndex, trackedFiles } from '../../src/files/tracked'
import { type WalkOptions, walk } from '../../src/files/walk'
import { type TemporaryTree, temporaryTree } from '../support/tree'

let root: string
let write: TemporaryTree['write']
let remove: TemporaryTree['remove']

beforeEach(() => {
  ;({ root, write, remove } = temporaryTree())
})

afterEach(() => remove())

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: root,
    stdio: 'ignore',
  })
}

function tracked(folder = root): readonly string[] | null {
  const paths = trackedFiles(`${folder}/`)
  return paths && [...paths].sort()
}

function paths(): string[] {
  return [...walk(root, { claims: path => path.endsWith('.py') }).paths].sort()
}

const files = {
  'a.py': '',
  'models/churn.joblib': Buffer.from([0, 1, 2]),
  'models/é.joblib': '',
  'models/deep/b.py': '',
}
const names = Object.keys(files).sort()

test.each(['2', '3', '4'])('the index of version %s is read', version => {
  write(files)
  git('init')
  git('add', '.')
  // Only a flag that it needs makes git write version 3.
  if (version === '3') git('update-index', '--skip-worktree', 'a.py')
  git('update-index', '--index-version', version)
  expect(readFileSync(join(root, '.git/index')).readUInt32BE(4)).toBe(Number(version))
  expect(tracked()).toEqual(names)
})

test('a repository that names its objects by SHA-256 is read', () => {
  write(files)
  git('init', '--object-format=sha256')
  git('add', '.')
  expect(tracked()).toEqual(names)
})

test('a file that is ignored, or new and not added, is not tracked; one that is tracked though ignored is', () => {
  write({ ...files, '.gitignore': '*.pkl\n', 'forced.pkl': '', 'ignored.pkl': '' })
  git('init')
  git('add', '.')
  git('add', '-f', 'forced.pkl')
  write({ 'new.joblib': '' })
  expect(paths()).toEqual(['.gitignore', 'forced.pkl', ...names].sort())
})

test('paths are relative to the folder that is scanned', () => {
  write(files)
  git('init')
  git('add', '.')
  expect(tracked(join(root, 'models'))).toEqual(['churn.joblib', 'deep/b.py', 'é.joblib'])
})

test('outside of a work tree, all files count that are not left out', () => {
  write({ ...files, '.gitignore': '*.pkl\n', 'ignored.pkl': '', 'vendor/c.joblib': '' })
  expect(tracked()).toBeNull()
  expect(paths()).toEqual(['.gitignore', ...names].sort())
})

test('a submodule keeps its files to itself', () => {
  write(files)
  git('init')
  git('add', '.')
  git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},models/other`)
  expect(tracked()).toEqual(names)
})

test('an index that is split, cut off, changed or no index at all tells nothing', () => {
  write(files)
  git('init')
  git('add', '.')
  const index = join(root, '.git/index')
  const whole = readFileSync(index)
  for (const length of [0, 11, 40, 100, whole.length - 1])
    expect(readIndex(whole.subarray(0, length))).toBeNull()
  const changed = Buffer.from(whole)
  changed.writeUInt32BE(0xffffffff, 8)
  expect(readIndex(changed)).toBeNull()
  changed.fill(0, changed.length - 20)
  expect(readIndex(changed)).toBeNull()
  git('update-index', '--split-index')
  expect(tracked()).toBeNull()
  writeFileSync(index, 'nothing')
  expect(tracked()).toBeNull()
  expect(paths()).toEqual(names)
})

describe('no ignore file hides what is tracked', () => {
  function read(options: Partial<WalkOptions> = {}): string[] {
    return walk(root, { claims: path => path.endsWith('.py'), ...options }).files.map(file => file.path)
  }

  beforeEach(() => {
    write({ 'release.py': '', 'build/gate.py': '', 'build/deep/er/gate.py': '', 'ml/serve.py': '' })
    git('init')
    git('add', '.')
  })

  test('be it a file, or a folder of which only that is read', () => {
    write({ '.gitignore': 'release.py\nbuild/\n', 'build/made.py': '', 'build/made/x.py': '', 'new.py': '' })
    expect(read()).toEqual(['build/deep/er/gate.py', 'build/gate.py', 'ml/serve.py', 'new.py', 'release.py'])
  })

  test('the configuration leaves it out all the same, and brings back all of a folder', () => {
    write({ '.gitignore': 'build/\n', 'build/made.py': '' })
    expect(read({ ignore: ['ml/'] })).toEqual(['build/deep/er/gate.py', 'build/gate.py', 'release.py'])
    expect(read({ ignore: ['!build/', 'ml/', 'deep/'] })).toEqual([
      'build/gate.py',
      'build/made.py',
      'release.py',
    ])
  })

  test('nor does a file that makes a folder look like a Python environment, once it is tracked', () => {
    write({ 'ml/pyvenv.cfg': '' })
    expect(read()).not.toContain('ml/serve.py')
    git('add', '.')
    expect(read()).toContain('ml/serve.py')
  })
})
