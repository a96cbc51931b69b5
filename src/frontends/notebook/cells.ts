import { lineOf } from '../../base/lines'
import type { Notice, SourceFile } from '../../program'
import { join, type Taken } from '../placed'
import { decoded, type JsonPart, visitJson } from './json'

/** A notebook: its code cells in order. What they have put out is no part of it. */
export interface Notebook {
  /** The language of its kernel, in lower case. */
  readonly language: string
  readonly cells: readonly Taken[]
  readonly notices: readonly Notice[]
}

interface Found {
  readonly cells: { type: string; language: string; readonly source: Taken[] }[]
  language: string
  kernel: string
  old: boolean
}

/** Reads the cells of a notebook file, those of the old format with worksheets too. */
export function readCells(file: SourceFile): Notebook {
  const found: Found = { cells: [], language: '', kernel: '', old: false }
  const broken = visitJson(file.text, part => note(found, file, part))
  const language = languageOf(found)
  const code = found.cells.filter(cell => cell.type === 'code' && isOf(cell.language, language))
  return { language, cells: code.map(cell => join(cell.source)), notices: noticesOf(file, found, broken) }
}

function note(found: Found, file: SourceFile, { kind, path, value, start, end }: JsonPart): void {
  const inside = /^(worksheets\/#\/)?cells\/#(\/.*|$)/.exec(path)
  if (!inside) {
    if (/^metadata\/(kernelspec\/language|language_info\/name|language)$/.test(path)) found.language ||= value
    if (path === 'metadata/kernelspec/name') found.kernel = value
    return
  }
  if (kind === 'object' && inside[2] === '') found.cells.push({ type: '', language: '', source: [] })
  const cell = found.cells.at(-1)
  if (inside[1] !== undefined) found.old = true
  if (kind === 'object' || !cell) return
  if (inside[2] === '/cell_type') cell.type = value
  else if (/^\/(language|metadata\/(vscode\/languageId|language))$/.test(inside[2] ?? ''))
    cell.language = value
  else if (/^\/(source|input)(\/#)?$/.test(inside[2] ?? '')) cell.source.push(decoded(file.text, start, end))
}

// Notebooks of old leave the language out; `ir` is the kernel of R.
function languageOf({ language, kernel }: Found): string {
  if (language !== '') return language.toLowerCase()
  const named = /^(ir|julia|bash|scala|spylon|java|javascript|deno|sos|octave|xeus-?(?!python)\w+)/.exec(
    kernel.toLowerCase(),
  )
  return named?.[1] ?? 'python'
}

// Editors may give a cell a language of its own.
function isOf(own: string, language: string): boolean {
  return own === '' || own.toLowerCase() === language || (/python/i.test(own) && language.includes('python'))
}

function noticesOf(file: SourceFile, { cells, old }: Found, broken: number): Notice[] {
  const notices: Notice[] = []
  const at = { path: file.path, line: broken < 0 ? 0 : lineOf(file.text, broken).line }
  const says = (kind: Notice['kind'], message: string): unknown => notices.push({ ...at, kind, message })
  if (broken >= 0)
    says('syntax', 'The notebook is no valid JSON here; the cells that could be told apart were read.')
  else if (old)
    says('unsupported', 'It is a notebook of an old format, with worksheets; its cells were read.')
  else if (cells.length === 0 && file.text.trim() !== '' && !/"cells"\s*:\s*\[\s*\]/.test(file.text))
    says('unsupported', 'No cells could be found in this notebook.')
  return notices
}
