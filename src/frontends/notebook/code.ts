import type { Embedded, Files, SourceFile, Value } from '../../program'
import { copy, type Draft, linesIn, openDraft, placed, type Taken, write } from '../placed'
import { isCommandLine, type Outside, type RunFile, writeCommand } from './commands'
import { stretchesOf } from './statements'
import { keepWritten, type Written, writtenFiles } from './written'

/** The code of a notebook: its Python as one text, and scripts of a shell that stand in cells of their own. */
export interface NotebookCode {
  readonly python: Embedded
  readonly shell: readonly Embedded[]
  /** Files that its cells write. */
  readonly written: readonly Embedded[]
}

/** Puts cells of Python together, in order, as one text of this path. */
export function codeOf(file: SourceFile, path: string, cells: readonly Taken[], others: Files): NotebookCode {
  const draft = openDraft()
  const shell: Embedded[] = []
  const written: Written = new Map()
  const names = new Map<string, Value>()
  const bound = boundIn(cells)
  const outside: Outside = {
    binds: name => bound.has(name),
    run: other => findRun(file.path, other, others),
    name: unit => {
      const name = `__run_${names.size + 1}__`
      names.set(name, { kind: 'function', unit })
      return name
    },
  }
  const parts = cells.map(cell => {
    const from = draft.text.length
    writeCell({ draft, file, path, shell, written, outside }, cell)
    write(draft, '\n', cell.at.at(-1) ?? 0, 0)
    return from
  })
  const mode = { errexit: false, pipefail: false }
  const python: Embedded = {
    language: 'python',
    shell: mode,
    file: placed(draft, file, path),
    names,
    parts,
  }
  return { python, shell, written: writtenFiles(written, file, path, others) }
}

function boundIn(cells: readonly Taken[]): Set<string> {
  const bound = new Set<string>()
  for (const { text } of cells)
    for (const [, name = ''] of text.matchAll(
      /(?:^|[\n;,(]|\bas|\bfor|\bimport)[ \t]*([A-Za-z_]\w*)[ \t]*(?=[=,\n:)]|$| in\b)/g,
    ))
      bound.add(name)
  return bound
}

interface Target {
  readonly draft: Draft
  readonly file: SourceFile
  readonly path: string
  readonly shell: Embedded[]
  readonly written: Written
  readonly outside: Outside
}

const shells = /^%%(?:bash|sh|script[ \t]+(?:--\S+[ \t]+)*(?:ba|z)?sh|!|sx|system)\b|^%sh\b|^%%!/
const inPython =
  /^%%(?:time|timeit|capture|prun|memit|mprun|python\d?|pypy|px|local|spark|pyspark|configure|skip\w*|heat|cache|wandb|ipytest|snakeviz|scalene|debug|notify|chart|autoreload|add_to|artifact|task|matplotlib|with\w*)\b/
// In notebooks of Databricks one percent sign is enough for a cell in another language.
const inDatabricks = /^%(?:md|md-sandbox|sql|scala|r|fs|sh)\b/

function writeCell(target: Target, cell: Taken): void {
  const start = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/.exec(cell.text)?.[0].length ?? 0
  const first = /^[^\n]*/.exec(cell.text.slice(start))?.[0] ?? ''
  if (shells.test(first)) return writeShell(target, cell, start, first)
  if (keepWritten(target.written, cell, start, first)) return
  if (first.startsWith('%%') ? !inPython.test(first) : inDatabricks.test(first)) return
  const from = first.startsWith('%%') ? start + first.length : 0
  writePython(target, { text: cell.text.slice(from), at: cell.at.slice(from) })
}

// The first line of a cell may be indented, and all others with it.
function writePython({ draft, outside }: Target, cell: Taken): void {
  const margin = /^\n*([ \t]+)\S/.exec(cell.text)?.[1] ?? ''
  let definition = -1
  for (const { start, end, command } of stretchesOf(cell.text, isCommandLine)) {
    const from = margin !== '' && cell.text.startsWith(margin, start) ? start + margin.length : start
    const line = { text: cell.text.slice(from, end), at: cell.at.slice(from, end + 1) }
    const indent = line.text.search(/\S/)
    if (indent >= 0 && indent <= definition) definition = -1
    if (definition < 0 && /^\s*(?:async\s+)?def\b/.test(line.text)) definition = indent
    if (command) writeCommand(draft, line, outside)
    else writeLine(draft, line, outside, definition >= 0)
    write(draft, '\n', cell.at[end] ?? 0, end < cell.text.length ? 1 : 0)
  }
}

// Databricks runs another notebook by a call, whose failure is an exception here. What ends a notebook gives something back.
const control =
  /\bdbutils\.notebook\.run(?=\(\s*(["'])([^"'\n]+)\1)|\bdbutils\.notebook\.exit(?<=(?:^|[:;])\s*dbutils\.notebook\.exit)(?=\s*\()/g

function writeLine(draft: Draft, line: Taken, outside: Outside, inFunction: boolean): void {
  let from = 0
  for (const { 0: whole, 2: path, index } of line.text.includes('dbutils')
    ? line.text.matchAll(control)
    : []) {
    const file = path === undefined ? null : outside.run(path)
    if (path === undefined ? inFunction : !file) continue
    copy(draft, line, from, index)
    write(draft, file ? outside.name(file.unit) : 'return ', line.at[index] ?? 0, whole.length)
    from = index + whole.length
  }
  copy(draft, line, from)
}

// What a shell reports as failed raises an exception, unless the cell says otherwise; `%sh` asks for `-e`.
function writeShell(
  { draft, file, path: of, shell, outside }: Target,
  cell: Taken,
  start: number,
  first: string,
): void {
  const body = openDraft()
  const lines = linesIn({
    text: cell.text.slice(start + first.length),
    at: cell.at.slice(start + first.length),
  })
  for (const line of lines.slice(1)) {
    copy(body, line)
    write(body, '\n', line.at.at(-1) ?? 0, 1)
  }
  const path = `${of}#shell-${shell.length + 1}`
  const mode = { errexit: /\s-\w*e\b/.test(first), pipefail: false }
  shell.push({ language: 'shell', shell: mode, file: placed(body, file, path) })
  const call = `${outside.name(path)}()`
  const at = cell.at[start] ?? 0
  const raises = first.startsWith('%sh') ? mode.errexit : !/--no-raise-error|^%%(?:!|sx|system)/.test(first)
  if (raises) return write(draft, `${call}\n`, at, first.length)
  write(draft, 'try:\n ', at, 0)
  write(draft, call, at, first.length)
  write(draft, '\nexcept Exception: pass\n', at, 0)
}

// A notebook is named with or without its extension.
function findRun(from: string, path: string, others: Files): RunFile | null {
  const folder = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') folder.pop()
    else if (part !== '.' && part !== '') folder.push(part)
  }
  const whole = folder.join('/')
  for (const end of ['', '.py', '.ipynb']) {
    const found = others(`${whole}${end}`)
    if (found && found.path !== from) return { unit: found.path, takesIn: takenIn(from, found.path) }
  }
  return null
}

// Its names are known here from then on. A notebook is no module, so its names come by themselves.
function takenIn(from: string, path: string): string {
  if (!/\.py$/.test(path)) return ''
  const here = from.split('/').slice(0, -1)
  const there = path.replace(/\.py$/, '').split('/')
  let shared = 0
  while (shared < here.length && here[shared] === there[shared]) shared += 1
  const dots = '.'.repeat(here.length - shared + 1)
  const module = there.slice(shared)
  return module.every(part => /^[A-Za-z_]\w*$/.test(part)) ? `from ${dots}${module.join('.')} import *` : ''
}
