import { UserError } from '../base/user-error'
import type { SourceFile } from '../program'
import { decode } from './decode'
import type { Ground } from './ground'

/** What has been read, and where it can be read again. */
interface Kept {
  readonly ground: Ground
  readonly root: string
  readonly limit: (path: string) => number
  readonly files: ReadonlyMap<string, SourceFile | null>
}

/** Lets go of the texts of all files but some. Whoever asks for one has it read again, once. */
export function releaseAll({ ground, root, limit, files }: Kept, but: ReadonlySet<SourceFile>): void {
  if (!ground.lasts) return
  const read = (path: string): string => {
    const opened = ground.open(root + path, limit(path))
    if ('bytes' in opened) return decode(opened.bytes).text
    throw new UserError(
      `${path}: it was there when the scan began, and is not now; scan a tree that stays as it is`,
    )
  }
  for (const file of files.values()) if (file && !but.has(file)) release(file, read)
}

function release(file: SourceFile, read: (path: string) => string): void {
  hold(file, {
    get: () => {
      const text = read(file.path)
      hold(file, { value: text, writable: true })
      return text
    },
  })
}

// Enumerable, as if nothing had happened: copies have the text.
function hold(file: SourceFile, text: PropertyDescriptor): void {
  Object.defineProperty(file, 'text', { ...text, enumerable: true, configurable: true })
}
