import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/base/user-error'
import { type Base, type BaseWalk, openBase, type Wanted } from '../../src/files/git/base'
import { walk } from '../../src/files/walk'
import { repository, type TestRepository } from '../support/repository'

let repo: TestRepository
let opened: Base[] = []

afterEach(() => {
  for (const base of opened) base.close()
  opened = []
  repo.remove()
})

const claims = (path: string) => path.endsWith('.py')

function open(wanted: Wanted | string, root = repo.root) {
  const asked: Wanted = typeof wanted === 'string' ? { kind: 'named', ref: wanted } : wanted
  const base = openBase(root, asked, null)
  if (base.kind === 'base') opened.push(base)
  return base
}

function base(wanted: Wanted | string, root = repo.root): Base {
  const found = open(wanted, root)
  if (found.kind !== 'base') throw new Error(found.says)
  return found
}

function walked(wanted: Wanted | string, options: Partial<BaseWalk> = {}, root = repo.root) {
  return base(wanted, root).walk({ claims, unchanged: [], ...options })
}

function texts(wanted: Wanted | string, options: Partial<BaseWalk> = {}, root = repo.root) {
  return Object.fromEntries(walked(wanted, options, root).files.map(({ path, text }) => [path, text]))
}

function whyNot(wanted: Wanted | string, root = repo.root): string {
  const found = open(wanted, root)
  return found.kind === 'unavailable' ? found.says : 'it can be'
}

describe('what a commit holds', () => {
  test('is read as it was, whatever the work tree holds now', () => {
    repo = repository({ 'a.py': 'old', 'sub/b.py': 'b', 'notes.md': 'x' })
    repo.write({ 'a.py': 'new', 'c.py': 'c' })
    expect(texts('HEAD')).toEqual({ 'a.py': 'old', 'sub/b.py': 'b' })
  })

  test('is the last commit that a branch and the checked-out one share', () => {
    repo = repository({ 'a.py': '1' })
    repo.git('checkout', '-qb', 'change')
    repo.commit({ 'a.py': 'change' })
    repo.git('checkout', '-q', 'main')
    repo.commit({ 'a.py': 'later' })
    repo.git('checkout', '-q', 'change')
    expect(texts('main')).toEqual({ 'a.py': '1' })
  })

  test('gives the very file of the work tree where that has not changed', () => {
    repo = repository({ 'a.py': 'a', 'b.py': 'b', 'c.py': 'ab' })
    repo.write({ 'b.py': 'B', 'c.py': 'AB' })
    const head = walk(repo.root, { claims })
    const { files } = walked('HEAD', { unchanged: head.files })
    expect(files.map(file => head.files.includes(file))).toEqual([true, false, false])
  })

  test('keeps to the same ignore files, limits and encodings', () => {
    const files = {
      '.gitignore': 'gen/\n',
      'node_modules/x.py': '',
      'big.py': 'x'.repeat(2000),
      'utf16.py': '\ufeffa = 1\r\n',
      'sub/.gitignore': '!gen/\n*_pb2.py\n',
      'sub/a_pb2.py': '',
      'a\nb.py': '',
      'é.py': '',
    }
    repo = repository(files)
    repo.write({ 'gen/a.py': '', '.git/info/exclude': 'left.py\n' })
    repo.commit({ 'left.py': '' })
    repo.git('add', '--force', 'gen/a.py', 'left.py')
    repo.commit()
    const now = walk(repo.root, { claims, maxBytes: 1000 })
    const then = walked('HEAD', { maxBytes: 1000 })
    expect(then.files).toEqual(now.files)
    expect([...then.paths].sort()).toEqual([...now.paths].sort())
    expect(then.files.map(({ path }) => path)).toContain('a\nb.py')
    expect(then.seen).toBe(now.seen)
  })

  test('is told from the scanned folder, with the ignore files above it', () => {
    repo = repository({ '.gitignore': 'skip.py\n', 'app/a.py': '1', 'app/sub/b.py': '2', 'other.py': '3' })
    repo.git('add', '-f', '.')
    expect(texts('HEAD', {}, join(repo.root, 'app'))).toEqual({ 'a.py': '1', 'sub/b.py': '2' })
    expect([...walked('HEAD', {}, join(repo.root, 'app')).paths].sort()).toEqual(['a.py', 'sub/b.py'])
  })

  test('of the paths that are asked for is read also where a file came from', () => {
    const text = Array.from({ length: 30 }, (_, n) => `line_${n} = ${n}\n`).join('')
    repo = repository({ 'old/a.py': text, 'other/c.py': '' })
    mkdirSync(join(repo.root, 'jobs'))
    repo.git('mv', 'old/a.py', 'jobs/a.py')
    repo.commit()
    expect(Object.keys(texts('HEAD~1', { paths: ['jobs'] }))).toEqual(['old/a.py'])
  })

  test('of one file is read whatever the ignore files say, and not through a link', () => {
    repo = repository({ '.gitignore': '*.yml\n' })
    repo.write({ '.modelgate.yml': 'fail-on: error\n' })
    symlinkSync('.modelgate.yml', join(repo.root, 'link.yml'))
    repo.git('add', '-f', '.modelgate.yml', 'link.yml')
    repo.commit()
    repo.write({ '.modelgate.yml': 'fail-on: never\n' })
    const found = base('HEAD')
    expect(['.modelgate.yml', 'link.yml', 'none.yml'].map(path => found.text(path))).toEqual([
      'fail-on: error\n',
      null,
      null,
    ])
  })

  test('is nothing behind a link, to a file, a folder or out of the tree', () => {
    repo = repository({ 'real/a.py': 'a' })
    symlinkSync('/etc', join(repo.root, 'away'))
    symlinkSync('real', join(repo.root, 'linked'))
    symlinkSync('real/a.py', join(repo.root, 'b.py'))
    repo.commit()
    expect(texts('HEAD')).toEqual({ 'real/a.py': 'a' })
  })

  test('is told as bytes of the commit: no filter of the repository runs', () => {
    repo = repository({ 'a.py': 'raw', '.gitattributes': '*.py filter=evil diff=evil\n' })
    const mark = join(repo.root, '..', 'mark')
    for (const kind of ['clean', 'smudge', 'process'])
      repo.git('config', `filter.evil.${kind}`, `touch ${mark}; cat`)
    repo.git('config', 'diff.evil.textconv', `touch ${mark}; cat`)
    expect(texts('HEAD')).toEqual({ 'a.py': 'raw' })
    expect(existsSync(mark)).toBe(false)
  })

  test('is read where objects are named by SHA-256', () => {
    repo = repository({ 'a.py': 'a' })
    rmSync(join(repo.root, '.git'), { recursive: true })
    repo.git('init', '-q', '--object-format=sha256', '--initial-branch=main')
    repo.commit()
    repo.write({ 'b.py': 'b' })
    const head = walk(repo.root, { claims })
    expect(walked('HEAD', { unchanged: head.files }).files).toEqual([head.files[0]])
  })
})

describe('submodules', () => {
  let inner: TestRepository
  beforeEach(() => {
    inner = repository({ 'lib.py': 'one' })
    repo = repository({ 'a.py': 'a' })
    repo.git('submodule', '--quiet', 'add', inner.root, 'dep')
    repo.commit()
  })
  afterEach(() => inner.remove())

  test('that have not moved are as they are in the work tree', () => {
    repo.commit({ 'a.py': 'b' })
    expect(texts('HEAD~1')).toEqual({ 'a.py': 'a', 'dep/lib.py': 'one' })
  })

  test('that have moved are nothing that could be read', () => {
    inner.commit({ 'lib.py': 'two' })
    execFileSync('git', ['-c', 'protocol.file.allow=always', 'pull', '-q'], { cwd: join(repo.root, 'dep') })
    repo.commit()
    expect(texts('HEAD~1')).toEqual({ 'a.py': 'a' })
  })

  test('are repositories of their own where they are scanned', () => {
    expect(texts('HEAD', {}, join(repo.root, 'dep'))).toEqual({ 'lib.py': 'one' })
  })
})

test('a linked work tree is compared with its own head', () => {
  repo = repository({ 'a.py': 'main' })
  repo.git('worktree', 'add', '-q', '-b', 'other', '../other')
  const other = join(repo.root, '..', 'other')
  repo.commit({ 'a.py': 'later' })
  expect(texts('main', {}, other)).toEqual({ 'a.py': 'main' })
})

test('a detached head, and a merge with conflicts in the work tree, are compared as any other', () => {
  repo = repository({ 'a.py': '1' })
  repo.git('checkout', '-q', '-b', 'side')
  repo.commit({ 'a.py': '2' })
  repo.git('checkout', '-q', '--detach', 'main')
  repo.commit({ 'a.py': '3' })
  expect(() => repo.git('merge', 'side')).toThrow()
  expect(readFileSync(join(repo.root, 'a.py'), 'utf8')).toContain('<<<<<<<')
  expect(texts('main')).toEqual({ 'a.py': '1' })
})

describe('a hostile repository', () => {
  test('runs none of the programs that its configuration and hooks name', () => {
    repo = repository({ 'a.py': 'a' })
    const mark = join(repo.root, '..', 'mark')
    const evil = `touch ${mark}`
    for (const [name, value] of [
      ['core.fsmonitor', evil],
      ['core.pager', evil],
      ['core.sshCommand', evil],
      ['core.askPass', evil],
      ['core.editor', evil],
      ['core.alternateRefsCommand', evil],
      ['core.hooksPath', '.git/evil'],
      ['alias.rev-parse', `!${evil}`],
      ['credential.helper', `!${evil}`],
      ['diff.external', evil],
      ['protocol.ext.allow', 'always'],
      ['remote.origin.url', `ext::sh -c touch% ${mark}`],
      ['remote.origin.uploadpack', evil],
      ['remote.origin.promisor', 'true'],
      ['extensions.partialClone', 'origin'],
      ['core.repositoryformatversion', '1'],
      ['pager.ls-tree', evil],
    ] as const)
      repo.git('config', name, value)
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change', 'pre-auto-gc']) {
      repo.write({
        [`.git/hooks/${hook}`]: `#!/bin/sh\n${evil}\n`,
        [`.git/evil/${hook}`]: `#!/bin/sh\n${evil}\n`,
      })
      chmodSync(join(repo.root, '.git/hooks', hook), 0o755)
      chmodSync(join(repo.root, '.git/evil', hook), 0o755)
    }
    repo.write({ 'a.py': 'b' })
    expect(texts('HEAD')).toEqual({ 'a.py': 'a' })
    expect(whyNot({ kind: 'commit', commit: 'b'.repeat(40) })).toMatch(/cannot be fetched/)
    expect(whyNot('c'.repeat(40))).toMatch(/cannot be fetched/)
    expect(existsSync(mark)).toBe(false)
  })

  test('cannot put another commit in the place of the base', () => {
    repo = repository({ 'a.py': 'honest' })
    const honest = repo.git('rev-parse', 'HEAD')
    const evil = repo.commit({ 'a.py': 'evil' })
    repo.git('replace', honest, evil)
    expect(texts({ kind: 'commit', commit: honest })).toEqual({ 'a.py': 'honest' })
  })

  test('brings no program called `git` along', () => {
    repo = repository({ 'a.py': 'a', git: '#!/bin/sh\ntouch mark\n' })
    chmodSync(join(repo.root, 'git'), 0o755)
    const [before, path] = [process.cwd(), process.env.PATH]
    try {
      process.chdir(repo.root)
      process.env.PATH = `.:${path}`
      expect(texts('HEAD')).toEqual({ 'a.py': 'a' })
      expect(existsSync(join(repo.root, 'mark'))).toBe(false)
    } finally {
      process.chdir(before)
      process.env.PATH = path
    }
  })

  test('cannot name a path that leads anywhere else', () => {
    repo = repository({ 'a.py': 'a' })
    const blob = repo.git('rev-parse', 'HEAD:a.py')
    const made = (names: readonly string[]) => {
      const entries = names.map(name => `100644 blob ${blob}\t${name}\n`).join('')
      return raw(entries)
    }
    const inner = made(['b.py', '.git', '..'])
    const tree = raw(`100644 blob ${blob}\ta.py\n040000 tree ${inner}\t..\n040000 tree ${inner}\tsub\n`)
    const commit = repo.git('commit-tree', '-m', 'x', tree)
    const { files, paths } = walked({ kind: 'commit', commit }, { claims: () => true })
    expect(files.map(({ path }) => path)).toEqual(['a.py', 'sub/b.py'])
    expect([...paths]).toEqual(['a.py', 'sub/b.py'])
  })

  test('cannot fill the memory with a tree that holds itself many times over', () => {
    repo = repository({ 'a.py': 'a' })
    let inside = `100644 blob ${repo.git('rev-parse', 'HEAD:a.py')}`
    for (let depth = 0; depth < 12; depth += 1)
      inside = `040000 tree ${raw(Array.from({ length: 10 }, (_, n) => `${inside}\t${n}.py\n`).join(''))}`
    const commit = repo.git('commit-tree', '-m', 'x', inside.split(' ')[2] ?? '')
    expect(whyNot({ kind: 'commit', commit })).toMatch(
      /^The tree of the commit `.{12}` cannot be read in full\.$/,
    )
  })

  test('cannot lead out by a link in place of a submodule', () => {
    const inner = repository({ 'lib.py': 'one' })
    repo = repository({ 'a.py': 'a' })
    repo.git('submodule', '--quiet', 'add', inner.root, 'dep')
    repo.commit()
    rmSync(join(repo.root, 'dep'), { recursive: true })
    symlinkSync(inner.root, join(repo.root, 'dep'))
    expect(texts('HEAD')).toEqual({ 'a.py': 'a' })
    inner.remove()
  })

  /** A tree with exactly these entries, which git itself would not make of files. */
  const raw = (entries: string) =>
    execFileSync('git', ['mktree', '--missing'], { cwd: repo.root, input: entries, encoding: 'utf8' }).trim()

  test('is not written to', () => {
    repo = repository({ 'a.py': 'a' })
    const before = listing()
    texts('HEAD')
    whyNot({ kind: 'commit', commit: 'c'.repeat(40) })
    expect(listing()).toEqual(before)
  })

  const listing = () =>
    execFileSync('find', ['.', '-newermt', '2000-01-01', '-printf', '%p %T@\n'], {
      cwd: repo.root,
    }).toString()
})

describe('a name', () => {
  beforeEach(() => {
    repo = repository({ 'a.py': 'a' })
  })

  test.each(['--upload-pack=x', '-h', 'a..b', 'main\nx'])('like %j is refused before git sees it', ref => {
    expect(() => open(ref)).toThrow(UserError)
    expect(() => open(ref)).toThrow(/^--since: .* names no commit; write a branch, a tag or a commit$/)
  })

  test('that a variable should have brought and did not is refused', () => {
    expect(() => open('')).toThrow(
      /^--since: no commit is named, .*; leave the option out to judge everything$/,
    )
  })

  test.each(['none', 'HEAD~5', 'HEAD:a.py', ':/none', 'main^{tree}', 'abc123'])(
    'like `%s` that stands for no commit is refused',
    ref => expect(() => open(ref)).toThrow(/names no commit of this repository/),
  )

  test('of a commit that is nowhere any more, as after a push by force, leaves nothing to compare', () => {
    expect(whyNot('d'.repeat(40))).toBe(
      'The clone lacks the commit `dddddddddddd`, and it cannot be fetched: the repository has no remote.',
    )
  })
})

describe('nothing can be compared', () => {
  test('outside of a repository', () => {
    repo = repository()
    rmSync(join(repo.root, '.git'), { recursive: true })
    expect(whyNot('main')).toBe('The scanned directory is no git repository.')
  })

  test('in a repository without commits', () => {
    repo = repository()
    expect(whyNot('main')).toBe('The repository has no commit that could be read.')
  })

  test('where `.git` leads nowhere', () => {
    repo = repository()
    rmSync(join(repo.root, '.git'), { recursive: true })
    repo.write({ '.git': 'gitdir: ../gone\n' })
    expect(whyNot('main')).toBe('`.git` leads to no git repository.')
  })

  test('where there is no git', () => {
    repo = repository({ 'a.py': '' })
    const path = process.env.PATH
    process.env.PATH = join(repo.root, 'none')
    try {
      expect(whyNot('main')).toBe('There is no program `git` on this machine.')
    } finally {
      process.env.PATH = path
    }
  })

  test('where objects are gone', () => {
    repo = repository({ 'a.py': '' })
    repo.commit({ 'b.py': '' })
    renameSync(join(repo.root, '.git/objects'), join(repo.root, '.git/lost'))
    mkdirSync(join(repo.root, '.git/objects'))
    expect(whyNot('main')).toMatch(/^The repository has no commit that could be read\.$/)
  })

  test('with a branch that has no history in common', () => {
    repo = repository({ 'a.py': '' })
    repo.git('checkout', '-q', '--orphan', 'alone')
    repo.commit({ 'b.py': '' })
    expect(whyNot('main')).toBe('The checked-out commit and `main` have no history in common.')
  })
})

// Only root can give a repository to somebody else, as a container does with the workspace of a runner.
const asRoot = process.getuid?.() === 0 ? test : test.skip
asRoot('a repository that belongs to somebody else is read', () => {
  repo = repository({ 'a.py': 'a' })
  execFileSync('chown', ['-R', '12345:12345', repo.root])
  expect(() => execFileSync('git', ['status'], { cwd: repo.root, stdio: 'pipe' })).toThrow(
    /dubious ownership/,
  )
  expect(texts('HEAD')).toEqual({ 'a.py': 'a' })
})
