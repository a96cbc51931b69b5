import { UserError } from '../base/user-error'
import type { SourceFile } from '../program'
import { decode } from './decode'
import type { Ground } from './ground'
import { capNew, collect, saveMemory, uncapNew } from './memory'

/** The texts of files that can be read again. */
export interface Texts {
  /** Takes in a file that was just read. Its text is let go of where enough is held without it, but not at once. */
  hold(file: SourceFile): void
  /** Keeps the texts of some files for good, and lets go of those of all others. */
  settle(files: Iterable<SourceFile>, kept: ReadonlySet<SourceFile>): void
  /** Keeps none for good any more, where there is much text. */
  unsettle(files: Iterable<SourceFile>): void
}

const usual = 16_000_000

const muchText = 2_000_000

// Of what is not held for good, so much of the last is: whoever asks for a text asks more than once.
const share = 1 / 16

// What was let go of is litter until it is collected, which V8 puts off.
const mostLitter = 100_000_000

/**
 * Holds so many characters: the first that are read, since files are asked for in their order again and again, and those of
 * the last that were asked for. A text that was let go of is read again where somebody asks for it.
 */
export function openTexts(read: (path: string) => string, most = usual): Texts {
  const held = {
    lasting: 0,
    passing: 0,
    queue: new Set<SourceFile>(),
    away: new Set<SourceFile>(),
    large: false,
    capped: false,
    gone: 0,
  }
  const away: PropertyDescriptor & ThisType<SourceFile> = {
    get() {
      const text = read(this.path)
      held.away.delete(this)
      describe(this, { value: text, writable: true })
      pass(this)
      return text
    },
  }
  const pass = (file: SourceFile): void => {
    if (!held.large) saveMemory()
    held.large = true
    held.passing += file.text.length
    held.queue.add(file)
    for (const oldest of held.queue) {
      if (held.passing <= most * share || oldest === file) break
      held.queue.delete(oldest)
      held.passing -= oldest.text.length
      held.away.add(oldest)
      held.gone += oldest.text.length
      describe(oldest, away)
    }
    if (held.gone < mostLitter) return
    held.gone = 0
    collect()
  }
  const forgetOrder = (): void => {
    Object.assign(held, { passing: 0, queue: new Set(), away: new Set() })
  }
  return {
    hold: file => {
      // Once it is known that a tree is large, it is too late. In a small one it would only cost: code that was compiled before
      // is refused under other flags.
      if (held.lasting > muchText) held.capped ||= capNew()
      if (held.lasting + file.text.length > most) pass(file)
      else held.lasting += file.text.length
    },
    settle: (files, kept) => {
      // Only what was away: objects whose properties were described anew are slow to ask.
      for (const file of kept)
        if (held.away.has(file)) describe(file, { value: read(file.path), writable: true })
      forgetOrder()
      if (held.capped && !held.large) uncapNew()
      for (const file of files) if (!kept.has(file)) describe(file, away)
      if (held.large) collect()
    },
    unsettle: files => {
      if (!held.large) return
      forgetOrder()
      for (const file of files) describe(file, away)
    },
  }
}

/** The text of a file that was read before. It is a UserError where it cannot be read any more; `path` is absolute. */
export function readAgain(ground: Ground, path: string, limit: number, shown: string): string {
  const opened = ground.open(path, limit)
  if ('bytes' in opened) return decode(opened.bytes).text
  throw new UserError(
    `${shown}: it was there when the scan began, and is not now; scan a tree that stays as it is`,
  )
}

// Enumerable, as if nothing had happened: copies have the text.
function describe(file: SourceFile, text: PropertyDescriptor): void {
  Object.defineProperty(file, 'text', { ...text, enumerable: true, configurable: true })
}
