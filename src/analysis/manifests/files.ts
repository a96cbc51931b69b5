import picomatch from 'picomatch'
import type { SourceFile } from '../../program'
import { joined } from '../commands/folders'
import { chartIn } from './charts'
import { kustomized } from './kustomize'
import { type Found, folderOf, type Shelf, together } from './objects'
import { foundInFile } from './read'

const yaml = /\.(ya?ml|json)$/
const most = 400

/** What a command finds under a path from a folder: a file, the files of a folder, a pattern for files. */
export function foundUnder(
  shelf: Shelf,
  folder: string,
  path: string,
  values: readonly string[],
  set: readonly string[],
): Found | null {
  const at = joined(folder, path)
  if (at === null) return null
  if (/[*?[]/.test(path)) return ofFiles([...shelf.files.values()].filter(matching(at)))
  const file = shelf.files.get(at)
  if (file)
    return /(^|\/)[Kk]ustomization(\.ya?ml)?$/.test(at) ? kustomized(shelf, folderOf(at)) : ofFiles([file])
  return foundIn(shelf, at, values, set)
}

function matching(pattern: string): (file: SourceFile) => boolean {
  const matches = picomatch(pattern)
  return file => matches(file.path)
}

function foundIn(
  shelf: Shelf,
  folder: string,
  values: readonly string[],
  set: readonly string[],
): Found | null {
  const kustomize = kustomized(shelf, folder)
  if (kustomize) return kustomize
  const chart = chartIn(shelf, folder, values, set)
  if (chart) return chart
  const start = folder === '' ? '' : `${folder}/`
  const inside = [...shelf.files.values()].filter(({ path }) => path.startsWith(start) && yaml.test(path))
  const direct = inside.filter(({ path }) => !path.slice(start.length).includes('/'))
  return inside.length === 0 ? null : ofFiles(direct.length > 0 ? direct : inside)
}

function ofFiles(files: readonly SourceFile[]): Found {
  const found = together(files.slice(0, most).map(foundInFile))
  return files.length > most ? { ...found, open: true, cut: true } : found
}
