import type { SourceFile } from '../../program'
import { withoutProse } from './prose'

const usual = 8_000_000

/**
 * Gives the text of files without documentation and comments, of which every offset stays. Of those that were asked for last so
 * many characters are held; the others are made anew where somebody asks again.
 */
export function openCodes(most = usual): (file: SourceFile) => string {
  const held = new Map<SourceFile, string>()
  let size = 0
  return file => {
    const known = held.get(file)
    const code = known ?? withoutProse(file.text)
    // The one that was asked for last stands last.
    if (known !== undefined) held.delete(file)
    else size += code.length
    held.set(file, code)
    for (const [oldest, { length }] of held) {
      if (size <= most || oldest === file) break
      held.delete(oldest)
      size -= length
    }
    return code
  }
}
