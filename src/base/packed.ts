import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import { digestOf } from './hash'
import { withinStack } from './stack'

/** Plain data as text, shared parts once: objects, lists, maps and sets. */
export function packed(value: unknown): { readonly payload: string; readonly digest: string } {
  const bytes = gzipSync(serialize(value))
  return { payload: bytes.toString('base64'), digest: digestOf([bytes]) }
}

// What was packed to fill the memory of whoever opens it.
const mostBytes = 1 << 30

/** The data again, or `null` where the text is not what was packed. */
export function unpacked(payload: string, digest: string): { readonly value: unknown } | null {
  const bytes = Buffer.from(payload, 'base64')
  if (digestOf([bytes]) !== digest) return null
  try {
    return { value: deserialize(gunzipSync(bytes, { maxOutputLength: mostBytes })) }
  } catch {
    // A newer Node has written it in a form that this one does not know.
    return null
  }
}

/**
 * Plain data as bytes; `null` where its parts lie so deep in one another that the stack does not reach. To open them takes more
 * of it than to make them.
 */
export function toBytes(value: unknown): Uint8Array | null {
  return withinStack(() => serialize(value))
}

/** The data again; `null` where the stack does not reach. */
export function fromBytes(bytes: Uint8Array): { readonly value: unknown } | null {
  return withinStack(() => ({ value: deserialize(bytes) }))
}
