import type { Argument } from '../../program'
import type { Launcher } from '../../rules/schema'
import type { Knowledge } from '../knowledge'
import { joined } from './folders'
import { isAssignment, valuesOf } from './given'
import { wordOf } from './lines'

/** A command line, and the folder that what starts it has entered: `''` where it stays, `null` where nobody knows. */
export interface Inner {
  readonly words: readonly Argument[]
  readonly folder: string | null
}

/**
 * What is left of a command line when what only starts another command is taken off, step by step: `sudo uv run x.py`,
 * `uv run x.py`, `x.py`.
 */
export function unwrapped(knowledge: Knowledge, words: readonly Argument[]): readonly Inner[] {
  const found: Inner[] = [{ words, folder: '' }]
  let rest = words
  let folder: string | null = ''
  for (let steps = 0; steps < 8; steps += 1) {
    const launcher = launcherOf(knowledge, rest, 'command')
    if (!launcher) break
    const inner = behindOptions(launcher, rest)
    folder = folderEntered(launcher, rest.slice(0, rest.length - inner.length), folder)
    rest = inner.slice(launcher.skip)
    if (wordOf(rest[0]) === '--') rest = rest.slice(1)
    while (isAssignment(rest[0])) rest = rest.slice(1)
    if (rest.length === 0) return [{ words, folder: '' }]
    found.push({ words: rest, folder })
  }
  return found
}

/** The folder that a launcher enters, by the words in front of what it launches: `env -C jobs`, `uv run --directory=jobs`. */
export function folderEntered(
  launcher: Launcher,
  own: readonly Argument[],
  from: string | null,
): string | null {
  const named = valuesOf(own, launcher.directory).at(-1)
  if (!named) return from
  const text = wordOf(named)
  return text === null || from === null || /^[/~]/.test(text) ? null : joined(from, text)
}

/** The command line that the others only start. */
export function innermost(knowledge: Knowledge, words: readonly Argument[]): readonly Argument[] {
  return unwrapped(knowledge, words).at(-1)?.words ?? words
}

/** The launcher that the words begin with, of those that run such things; `null` where they begin with none. */
export function launcherOf(
  knowledge: Knowledge,
  words: readonly Argument[],
  runs: Launcher['runs'],
): Launcher | null {
  return launchersOf(knowledge, words, runs)[0] ?? null
}

/** All launchers that the words begin with, of those that run such things. */
export function launchersOf(
  knowledge: Knowledge,
  words: readonly Argument[],
  runs: Launcher['runs'],
): readonly Launcher[] {
  const first = baseName(wordOf(words[0]) ?? '')
  const found = (knowledge.launchers.get(first) ?? []).filter(launcher => isOf(launcher, runs))
  return found.filter(launcher => ownWords(launcher, words) > 0)
}

// A notebook is a script, too.
function isOf(launcher: Launcher, runs: Launcher['runs']): boolean {
  return launcher.runs === runs || (launcher.runs === 'notebook' && runs === 'script')
}

// `/usr/bin/python3.11` is a Python.
function baseName(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  return /^python[\d.]+$/.test(base) ? 'python3' : base
}

/** How many words name the launcher itself, with options among them: two for `uv run`, four for `docker compose -f ci.yml up`. */
export function ownWords(launcher: Launcher, words: readonly Argument[]): number {
  const lengths = launcher.command.map(command => lengthOf(command.split(' '), launcher.values, words))
  return lengths.find(length => length > 0) ?? 0
}

function lengthOf(parts: readonly string[], values: readonly string[], words: readonly Argument[]): number {
  let at = 0
  for (const [i, part] of parts.entries()) {
    if (i > 0) at = behindOption(values, words, at)
    const text = wordOf(words[at])
    if ((i === 0 ? baseName(text ?? '') : text) !== part) return 0
    at += 1
  }
  return at
}

function behindOption(values: readonly string[], words: readonly Argument[], from: number): number {
  let at = from
  for (let text = wordOf(words[at]); text?.startsWith('-'); text = wordOf(words[at]))
    at += values.includes(text) ? 2 : 1
  return at
}

/** What a launcher launches: its own options stand in front of that. */
export function behindOptions(launcher: Launcher, words: readonly Argument[]): readonly Argument[] {
  let rest = words.slice(ownWords(launcher, words))
  while (rest.length > 0) {
    const text = wordOf(rest[0])
    if (text === null || !text.startsWith('-') || text === '-' || launcher.module === text) break
    rest = rest.slice(launcher.values.includes(text) ? 2 : 1)
    if (text === '--') break
  }
  return rest
}
