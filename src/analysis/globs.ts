import picomatch, { type PicomatchOptions } from 'picomatch'

/** Whether a path fits one of the globs, which are read when the first one is asked for: that takes longer than all the rest. */
export function matching(globs: readonly string[], options?: PicomatchOptions): (path: string) => boolean {
  let fits: ((path: string) => boolean) | null = null
  return path => {
    fits ??= picomatch([...globs], options)
    return fits(path)
  }
}
