import { type Argument, constant, type Program, unknown, type Value } from '../../program'
import { foldersIn } from '../folders'
import { joined } from './folders'
import {
  absolute,
  folderAt,
  type Mount,
  mountAround,
  mountedAt,
  onHost,
  type Place,
  seenInside,
} from './places'

/** What environment variables hold: the top of the work tree, or the folder at hand. */
export type Worktrees = ReadonlyMap<string, 'top' | 'here'>

/** The tree that commands run in. */
export interface Ground {
  readonly program: Program
  readonly worktrees: Worktrees
}

/** Where a command stands: where its script was started, and the folder that it has entered since. */
export interface Stand {
  readonly start: Place
  readonly directory: string | null
}

/** The place where a command runs; `null` where nobody knows it. */
export function placeOf(ground: Ground, { start, directory }: Stand): Place | null {
  if (start.mounts) return { ...start, path: directory === null ? '' : pathInside(ground, start, directory) }
  if (directory === null) return null
  const named = pathNamed(ground, directory, { start, directory: '' })
  const folder = named ?? (/^[/$]/.test(directory) ? null : joined(start.path, directory))
  return folder === null ? null : onHost(folder)
}

// A script that has looked around itself counts folders from the top of the tree.
function pathInside({ program }: Ground, { path, mounts }: Place, directory: string): string {
  const inside = absolute(path, directory)
  if (!mounts || !directory.startsWith('/') || mountedAt(mounts, inside) !== null) return inside
  const folder = pathInTree(program, `.${directory}`)
  return (folder === null ? null : seenInside(mounts, folder)) ?? inside
}

/** A command line as the repository sees it: words that name its files, wherever they lie, lead to them. */
export interface Seen {
  readonly folder: string
  readonly words: readonly Argument[]
}

/** How the repository sees a command line; `null` where it has no part in it. */
export function seenFrom(ground: Ground, stand: Stand, words: readonly Argument[]): Seen | null {
  const place = placeOf(ground, stand)
  const folder = place && folderAt(place)
  let found = folder !== null
  const own = words.map(word => {
    const text = spelled(ground.program, word.value)
    const value = text === null ? null : nameSeen(ground, stand, place, text)
    if (value === null) return word
    found ||= value.kind === 'constant'
    // A path of the tree is one word, in quotes or not.
    return { ...word, value, splat: false }
  })
  return found ? { folder: folder ?? '', words: own } : null
}

// What names a file, wherever that lies; `null` where a word says it as the repository does.
function nameSeen(ground: Ground, stand: Stand, place: Place | null, text: string): Value | null {
  const folder = (place && folderAt(place)) ?? ''
  const named = pathNamed(ground, text, stand)
  if (named !== null) return constant(relative(folder, named))
  const mount = place?.mounts ? mountBeside(place.path, place.mounts, text) : null
  const path = place && mount && mountedAt([mount], absolute(place.path, text))
  return mount && (path === null ? unknown : constant(relative(folder, path)))
}

// In a folder of a container others may lie, of the repository or not: `/w/code` in `/w`.
function mountBeside(path: string, mounts: readonly Mount[], text: string): Mount | null {
  const mount = text.startsWith('-') ? null : mountAround(mounts, absolute(path, text))
  return mount === mountAround(mounts, path) ? null : mount
}

// A program is no name among others: `./run.sh`.
function relative(folder: string, path: string): string {
  const up = folder === '' ? '' : '../'.repeat(folder.split('/').length)
  return `./${up}${path}`
}

/**
 * What of the repository a text names that says where it begins: `${GITHUB_WORKSPACE}/src`, `/src` of a script that has looked
 * around, a path of a container. `null` where it names nothing.
 */
export function pathNamed({ program, worktrees }: Ground, text: string, stand: Stand): string | null {
  const { start, directory } = stand
  const { mounts } = start
  if (mounts && !/^(?:\/|\$\{)/.test(text)) return null
  if (mounts) return mountedAt(mounts, absolute('/', text)) ?? ownPath(program, mounts, text)
  if (text.startsWith('/')) return pathInTree(program, `.${text}`)
  const [, name, rest = ''] = /^\$\{([^}]*)\}(|\/[\s\S]*)$/.exec(text) ?? []
  if (name === undefined) return null
  if (name.startsWith('pwd:')) return pathBelow(start, name.slice('pwd:'.length), rest)
  const holds = worktrees.get(name.replace(/^(?:groovy_|make__)/, ''))
  if (holds === 'top') return joined('', `.${rest}`)
  return holds === 'here' && directory !== null ? pathBelow(start, directory, rest) : null
}

function ownPath(program: Program, mounts: readonly Mount[], text: string): string | null {
  const path = pathInTree(program, `.${text}`)
  return path !== null && seenInside(mounts, path) !== null ? path : null
}

function pathBelow({ path }: Place, directory: string, rest: string): string | null {
  const folder = /^[/$]/.test(directory) ? null : joined(path, directory)
  return folder === null ? null : joined(folder, `.${rest}`)
}

// The top of the tree is `/` where a script has looked around.
function pathInTree(program: Program, path: string): string | null {
  const own = joined('', path)
  return own === null || own === '' || foldersIn(program).has(own) || program.paths.has(own) ? own : null
}

/** A value as a text with variables in braces, whatever put them there; `null` where something else of it is not known. */
export function spelled(program: Program, value: Value): string | null {
  switch (value.kind) {
    case 'constant':
      return String(value.value)
    case 'text': {
      const parts = value.parts.map(part => spelled(program, part))
      return parts.includes(null) ? null : parts.join('')
    }
    case 'parameter': {
      const parameter = program.units.get(value.unit)?.parameters[value.index]
      return parameter?.kind === 'environment' ? `\${${parameter.name}}` : null
    }
    case 'result': {
      const { callee } = value.call
      if (callee.kind !== 'command' || callee.name !== 'pwd' || callee.directory === null) return null
      return callee.directory.startsWith('$') ? callee.directory : `\${pwd:${callee.directory}}`
    }
    default:
      return null
  }
}
