/** A relative path with forward slashes as a relative URI reference: only the slashes stay bare. */
export function encodePath(path: string): string {
  // A lone surrogate, from a file name that is not text, has no encoding.
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
