import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { copy, openDraft, placed, write } from '../placed'
import { readCells } from './cells'
import { codeOf } from './code'

/** Jupyter notebooks: their cells in order, as one script. */
export const notebookFrontend: Frontend = {
  name: 'notebook',
  claims: path => path.endsWith('.ipynb'),
  read: (file, others = () => undefined) => read(file, others),
}

function read(file: SourceFile, others: Files): Reading {
  const { language, cells, notices } = readCells(file)
  const nothing = { units: [], classes: [], settings: [], stars: [], notices }
  if (/python|sage|xeus|^sos$/.test(language)) {
    const { python, shell, written } = codeOf(file, file.path, cells, others)
    return { ...nothing, embedded: [...shell, ...written, python] }
  }
  if (!/^(bash|sh|zsh|shellscript)$/.test(language)) return nothing
  const draft = openDraft()
  for (const cell of cells) {
    copy(draft, cell)
    write(draft, '\n', cell.at.at(-1) ?? 0, 0)
  }
  const mode = { errexit: false, pipefail: false }
  return { ...nothing, embedded: [{ language: 'shell', shell: mode, file: placed(draft, file, file.path) }] }
}
