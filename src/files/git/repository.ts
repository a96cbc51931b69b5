import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { openRegular } from '../open'
import { foldersAbove } from '../start'
import { type Answer, git, linesOf } from './run'

/**
 * A repository whose objects can be read. They are read through a directory of our own that borrows them, so that no
 * setting, hook or reference of the repository has a say, and nothing is ever written to it.
 */
export interface Repository {
  /** The top of the work tree: absolute, with forward slashes, ending in one. */
  readonly top: string
  /** The commit that is checked out. */
  readonly head: string
  /** Whether its history ends somewhere. */
  readonly shallow: boolean
  /** Asks git for what is in the objects. */
  ask(words: readonly string[], input?: string): Answer
  /** Asks git what a name stands for, which only the repository itself knows. */
  askItself(words: readonly string[]): Answer
  /** Our own directory, into which missing objects may be fetched. */
  readonly own: string
  /** What all work trees of the repository share. */
  readonly common: string
  close(): void
}

/** Why a repository cannot be asked: a sentence. */
export interface Unavailable {
  readonly kind: 'unavailable'
  readonly says: string
}

/** Opens the repository that a folder lies in. Must be closed. */
export function openRepository(root: string): Repository | Unavailable {
  const folder = withSlash(realpathSync(root))
  const top = [...foldersAbove(folder), folder].findLast(path => lstatOf(`${path}.git`))
  if (top === undefined) return unavailable('The scanned directory is no git repository.')
  const directory = gitDirectory(top)
  if (directory === null) return unavailable('`.git` leads to no git repository.')
  const common = commonDirectory(directory)
  const own = mkdtempSync(join(tmpdir(), 'modelgate-git-'))
  const close = () => rmSync(own, { recursive: true, force: true })
  const head = headOf(directory, own)
  if (typeof head !== 'string') {
    close()
    return head
  }
  const shallow = borrow(own, common, head)
  return {
    top,
    head,
    shallow,
    ask: (words, input) => git(words, { directory: own, from: own, ...(input !== undefined && { input }) }),
    askItself: words => git(words, { directory, from: own }),
    own,
    common,
    close,
  }
}

/** Why something cannot be done, as data. */
export function unavailable(says: string): Unavailable {
  return { kind: 'unavailable', says }
}

/** What is said where there is no git. */
export const noGit = 'There is no program `git` on this machine.'

function headOf(directory: string, from: string): string | Unavailable {
  const answer = git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { directory, from })
  if (answer.kind === 'missing') return unavailable(noGit)
  const [head] = linesOf(answer)
  if (head && /^[0-9a-f]{40,64}$/.test(head)) return head
  return unavailable('The repository has no commit that could be read.')
}

// In a linked work tree and in a submodule `.git` is a file that says where the repository is.
function gitDirectory(top: string): string | null {
  const path = `${top}.git`
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return path
  const said = stats?.isFile() ? textOf(realpathSync(path)) : null
  const named = said === null ? null : /^gitdir: ([^\n]+)\n?$/.exec(said)?.[1]
  const directory = named ? resolve(top, named) : null
  return directory !== null && existsSync(directory) ? directory : null
}

function commonDirectory(directory: string): string {
  const said = textOf(join(directory, 'commondir'))?.trimEnd()
  return said ? resolve(directory, said) : directory
}

function borrow(own: string, common: string, head: string): boolean {
  mkdirSync(join(own, 'objects', 'info'), { recursive: true })
  mkdirSync(join(own, 'refs', 'heads'), { recursive: true })
  const objects = join(common, 'objects').split(sep).join('/')
  writeFileSync(join(own, 'objects', 'info', 'alternates'), `${objects}\n`)
  writeFileSync(join(own, 'HEAD'), 'ref: refs/heads/none\n')
  // What is checked out is what a fetch may build on.
  writeFileSync(join(own, 'refs', 'heads', 'head'), `${head}\n`)
  writeFileSync(join(own, 'config'), head.length === 64 ? sha256 : '')
  const shallow = statSync(join(common, 'shallow'), { throwIfNoEntry: false })?.isFile() === true
  if (shallow) copyFileSync(join(common, 'shallow'), join(own, 'shallow'))
  return shallow
}

const sha256 = '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n'

const longest = 10_000

function textOf(path: string): string | null {
  const opened = openRegular(path, longest)
  return 'bytes' in opened ? Buffer.from(opened.bytes).toString('utf8') : null
}

function lstatOf(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function withSlash(folder: string): string {
  const slashed = folder.split(sep).join('/')
  return slashed.endsWith('/') ? slashed : `${slashed}/`
}
