/** A relative path with forward slashes as a relative URI reference: only the slashes stay bare. */
export function encodePath(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/')
}

/** A path that every reader of JSON takes: a lone surrogate, from a file name that is not text, has no encoding. */
export function wellFormed(path: string): string {
  return path.replace(/\p{Cs}/gu, '\ufffd')
}
