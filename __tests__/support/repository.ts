import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type TemporaryTree, temporaryTree } from './tree'

/** A git repository in a temporary directory of its own. */
export interface TestRepository extends TemporaryTree {
  /** Runs git in it and returns what it prints. */
  git(...words: string[]): string
  /** Writes files, takes files away where their text is `null`, and commits everything. Returns the commit. */
  commit(files?: Readonly<Record<string, string | null>>): string
  /** Another repository in the same temporary directory, cloned from this one. */
  clone(name: string, ...words: string[]): TestRepository
}

/** Makes one with a branch `main` and these files in its first commit; with no commit where there are none. */
export function repository(files?: Readonly<Record<string, string>>): TestRepository {
  const tree = temporaryTree()
  const made = at(tree.root, tree)
  made.git('init', '--quiet', '--initial-branch=main')
  // A server that lets anyone fetch any commit, as the large ones do.
  made.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  made.git('config', 'uploadpack.allowFilter', 'true')
  if (files) made.commit(files)
  return made
}

function at(root: string, tree: TemporaryTree): TestRepository {
  const git = (...words: string[]) =>
    execFileSync('git', [...settings, ...words], { cwd: root, encoding: 'utf8', env, stdio: 'pipe' }).trim()
  const write: TemporaryTree['write'] = files => temporaryTreeAt(root, tree).write(files)
  return {
    root,
    write,
    remove: tree.remove,
    git,
    commit: (files = {}) => {
      for (const [path, text] of Object.entries(files)) {
        if (text === null) rmSync(join(root, path))
        else write({ [path]: text })
      }
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message=x')
      return git('rev-parse', 'HEAD')
    },
    clone: (name, ...words) => {
      const to = join(dirname(root), name)
      git('clone', '--quiet', ...words, `file://${root}`, to)
      return at(to, tree)
    },
  }
}

function temporaryTreeAt(root: string, tree: TemporaryTree): Pick<TemporaryTree, 'write'> {
  const inside = `../${root.slice(dirname(tree.root).length + 1)}`
  return {
    write: files =>
      tree.write(
        Object.fromEntries(Object.entries(files).map(([path, text]) => [`${inside}/${path}`, text])),
      ),
  }
}

const settings = [
  'user.name=a',
  'user.email=a@example.com',
  'protocol.file.allow=always',
  'commit.gpgSign=false',
].flatMap(setting => ['-c', setting])

const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
}
