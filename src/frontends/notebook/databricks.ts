import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { join, linesIn, type Taken, takeFrom } from '../placed'
import { codeOf } from './code'

/** Notebooks that Databricks keeps as Python files: cells between lines of their own, other languages in comments. */
export const databricksFrontend: Frontend = {
  name: 'databricks',
  claims: path => /\.pyw?$/.test(path),
  recognises: file => isDatabricks(file.text),
  read: (file, others = () => undefined) => read(file, others),
}

/** Whether a Python file is a notebook of Databricks. */
export function isDatabricks(text: string): boolean {
  return /^\uFEFF?# Databricks notebook source[ \t]*(?:\r?\n|$)/.test(text.slice(0, 100))
}

function read(file: SourceFile, others: Files): Reading {
  const cells = cellsIn(linesIn(takeFrom(file.text, 0, file.text.length)))
  const { python, shell, written } = codeOf(file, file.path, cells.map(cellOf), others)
  return {
    units: [],
    classes: [],
    settings: [],
    stars: [],
    notices: [],
    embedded: [...shell, ...written, python],
  }
}

function cellsIn(lines: readonly Taken[]): Taken[][] {
  const cells: Taken[][] = [[]]
  for (const line of lines)
    if (/^# COMMAND -{5,}\s*$/.test(line.text)) cells.push([])
    else cells.at(-1)?.push(line)
  return cells
}

const mark = /^# MAGIC ?/

// A cell in another language is one in comments; a command may also stand among lines of Python.
function cellOf(lines: readonly Taken[]): Taken {
  const first = lines.find(line => line.text.trim() !== '' && !/^# (?!MAGIC)/.test(line.text))
  const whole = first !== undefined && mark.test(first.text)
  return join(
    lines
      .filter(line => !whole || mark.test(line.text))
      .map(({ text, at }) => {
        const from = whole || /^# MAGIC %(?:run|pip|sh)\b/.test(text) ? (mark.exec(text)?.[0].length ?? 0) : 0
        const end = at.at(-1) ?? 0
        return { text: `${text.slice(from)}\n`, at: [...at.slice(from, -1), end, end + 1] }
      }),
  )
}
