import { createHash } from 'node:crypto'

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** SHA-256 of several texts or bytes in their order, which tells where each of them ends. */
export function digestOf(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    hash.update(`${typeof part === 'string' ? `t${part.length}` : `b${part.byteLength}`}\n`)
    hash.update(part)
  }
  return hash.digest('hex')
}
