import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'

/** The bytes of a file, or why they were not read. */
export type Opened =
  | { readonly bytes: Uint8Array }
  | { readonly refused: 'too-large' | 'unreadable'; readonly says: string }

/** Reads a regular file of at most `most` bytes. It follows no link, and never waits on a pipe or a device. */
export function openRegular(path: string, most: number): Opened {
  try {
    const handle = openSync(path, readingOnly)
    try {
      return readOpened(handle, most)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    return { refused: 'unreadable', says: `It cannot be read${because(path, error)}.` }
  }
}

/** Why a listed file or folder cannot be opened. */
export function because(path: string, error: unknown): string {
  const code = systemCode(error)
  // What Node lists is text: bytes that are none are gone, and nothing has the name that is left.
  return code === 'ENOENT' && path.includes('\ufffd') ? ': its name is not UTF-8' : ` (${code})`
}

/** The operating system's word for what went wrong, such as `EACCES`. Any other error is a bug and flies on. */
export function systemCode(error: unknown): string {
  // Not `instanceof Error`: what Node throws is of another realm where a test runs in a context of its own.
  const { code, syscall } = Object(error) as { readonly code?: unknown; readonly syscall?: unknown }
  if (typeof code === 'string' && syscall !== undefined) return code
  throw error
}

// A name may turn into a link or a pipe after it was listed. Windows knows neither flag.
const readingOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

function readOpened(handle: number, most: number): Opened {
  const stats = fstatSync(handle)
  if (!stats.isFile()) return { refused: 'unreadable', says: notRegular }
  if (stats.size <= most) return { bytes: readFileSync(handle) }
  const [size, limit] = [stats.size, most].map(bytes => bytes.toLocaleString('en-US'))
  return {
    refused: 'too-large',
    says: `It has ${size} bytes, more than the limit of ${limit}, and was not read.`,
  }
}

/** What is said of a name that leads to a device, a pipe or a socket. */
export const notRegular = 'It is a device, a pipe or a socket, and was not opened.'
