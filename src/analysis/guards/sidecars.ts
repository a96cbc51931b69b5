import type { Value } from '../../program'
import type { Linked } from '../linked'
import { trackedPath } from '../origins/places'
import { artifactOf, keyOf } from './artifacts'

/** Whether one of the parts of what is expected is read from a file that lies beside a subject and is named after it. */
export function isSidecar(linked: Linked, parts: readonly Value[], subject: string): boolean {
  return parts.some(part => isRenamed(linked, part, subject) || isReadBeside(linked, part, subject))
}

// `open(path + ".sha256").read()`, `path.with_suffix(".sha256").read_text()`.
function isRenamed(linked: Linked, part: Value, subject: string): boolean {
  const sum = part.kind === 'operation' && part.operator === '+' ? part.operands[0] : undefined
  const text = part.kind === 'text' ? part.parts[0] : undefined
  const renamed =
    part.kind === 'result' &&
    part.call.callee.kind === 'field' &&
    /^with_(suffix|name)$/.test(part.call.callee.name)
      ? part.call.callee.of
      : undefined
  const from = sum ?? text ?? renamed
  return from !== undefined && keyOf(linked, artifactOf(linked, from), 0) === subject
}

// `Path("models/churn.joblib.sha256").read_text()`, `(folder / "churn.joblib.sha256").read_text()`.
function isReadBeside(linked: Linked, part: Value, subject: string): boolean {
  if (part.kind !== 'result') return false
  const read = artifactOf(linked, part)
  const key = keyOf(linked, read, 0)
  return read !== part && isNamedAfter(key, subject) && !isTracked(linked, key, part.call.span.file.path)
}

// What is under version control does not change with the file beside it.
function isTracked({ program }: Linked, key: string, near: string): boolean {
  const tracked = key.startsWith('"') ? trackedPath(program, String(JSON.parse(key)), near) : null
  return tracked !== null && tracked !== 'folder'
}

// Both are written in the same way to the end of the file's name.
const ends = /^(.*[^/"])("\)*)$/s
const sums = /^[\w.-]*\.(sha\d{1,3}(sum)?|md5(sum)?|digest|checksum|hash|sum)(\.txt)?$/i

function isNamedAfter(key: string, subject: string): boolean {
  const [, file = '', end] = ends.exec(subject) ?? []
  const [, read = '', same] = ends.exec(key) ?? []
  if (end === undefined || end !== same) return false
  const stem = file.replace(/(?<=[^/"])\.\w+$/, '')
  return [file, stem].some(name => read.startsWith(`${name}.`) && sums.test(read.slice(name.length)))
}
