import { type Argument, type Call, onDisk, type Program, type Unit } from '../../program'
import type { Launcher } from '../../rules/schema'
import { folderOf, joined } from './folders'
import { valuesOf } from './given'
import { wordOf, written } from './lines'
import { onHost } from './places'
import { plainWords } from './tasks'
import { type Ground, seenFrom } from './worktree'

/** Which Dockerfiles the images of a program are built from, by the file that builds them and their tags. */
export type Images = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A command that builds an image or starts a container: its launcher, and the words behind the launcher's own. */
export interface Asked {
  readonly launcher: Launcher
  readonly words: readonly Argument[]
}

/** Collects what is built. `askedBy` tells whether a call builds an image. */
export function findImages(ground: Ground, askedBy: (call: Call) => Asked | null): Images {
  const images = new Map<string, Map<string, string>>()
  for (const unit of ground.program.units.values()) {
    const commands = unit.blocks.flatMap(({ facts }) =>
      facts.flatMap(fact => (fact.kind === 'call' && fact.callee.kind === 'command' ? fact : [])),
    )
    for (const call of commands) {
      const path = builtBy(ground, unit, call, askedBy)
      if (!path) continue
      const known = images.get(pathOf(unit)) ?? new Map<string, string>()
      for (const tag of path.tags) known.set(tag, path.dockerfile)
      images.set(pathOf(unit), known)
    }
  }
  return images
}

function builtBy(
  ground: Ground,
  unit: Unit,
  call: Call,
  askedBy: (call: Call) => Asked | null,
): { dockerfile: string; tags: readonly string[] } | null {
  const { callee } = call
  const asked = callee.kind === 'command' ? askedBy(call) : null
  if (!asked || callee.kind !== 'command') return null
  for (const start of new Set(['', folderOf(pathOf(unit))])) {
    const stand = { start: onHost(start), directory: callee.directory }
    const seen = seenFrom(ground, stand, asked.words)
    const dockerfile = seen && dockerfileOf(ground.program, { ...asked, words: seen.words }, seen.folder)
    if (dockerfile) return { dockerfile, tags: valuesOf(asked.words, asked.launcher.named).map(nameOf) }
  }
  return null
}

function pathOf(unit: Unit): string {
  return onDisk(unit.span).file.path
}

/** The unit that builds an image, in a folder. */
export function buildOf(program: Program, asked: Asked, directory: string): Unit | null {
  const path = dockerfileOf(program, asked, directory)
  return path === null ? null : (program.units.get(`${path}:build`) ?? null)
}

// `docker build -f docker/serving.Dockerfile .`. What is only named when the command runs may be any.
function dockerfileOf(program: Program, { launcher, words }: Asked, directory: string): string | null {
  const [own] = valuesOf(words, launcher.file)
  const [context] = plainWords(launcher, words)
  const folder = context ? wordOf(context) : null
  const paths = own
    ? [wordOf(own)]
    : launcher.files.map(file => (folder === null ? null : `${folder}/${file}`))
  const found = paths.flatMap(path => (path === null ? null : joined(directory, path)) ?? [])
  return found.find(path => program.units.has(`${path}:build`)) ?? null
}

// What is only known when the command runs is told by how it is written: `"$IMAGE:$TAG"`.
export function nameOf(word: Argument): string {
  const text = wordOf(word) ?? writtenAt(word)
  return text.replace(/^["']|["']$/g, '')
}

/** A word as its file writes it, without the option in front of it: `$PWD:/w` of `--volume=$PWD:/w`. */
export function writtenAt({ span }: Argument): string {
  const value = written(span)
  return value.kind === 'constant' ? String(value.value).replace(/^--?[A-Za-z][\w-]*=/, '') : ''
}
