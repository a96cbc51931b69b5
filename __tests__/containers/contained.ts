import { check } from '../../src/analysis/check'
import { lineOf } from '../../src/base/lines'
import type { Finding, Program } from '../../src/program'
import { readSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'

export type Sources = Readonly<Record<string, string>>

/** What is found in files: the level, the path, and the line on disk on which the call's name stands. */
export async function linesFound(sources: Sources): Promise<string[]> {
  return (await foundIn(sources)).map(told)
}

export async function foundIn(sources: Sources): Promise<Finding[]> {
  return check(await readSources(sources), rules)
}

export async function noticesIn(sources: Sources): Promise<string[]> {
  const { notices }: Program = await readSources(sources)
  return notices.map(({ path, line, kind }) => `${path}:${line} ${kind}`)
}

function told({ level, name }: Finding): string {
  const { path, text } = name.file
  const { line } = lineOf(text, name.start)
  return `${level} ${path}: ${(text.split('\n')[line - 1] ?? '').trim()}`
}

/** A notebook of these code cells, as Jupyter writes it. */
export function notebook(cells: readonly string[], more: object = {}): string {
  return JSON.stringify(
    {
      cells: cells.map(cell => ({
        cell_type: 'code',
        execution_count: 1,
        metadata: {},
        outputs: [{ name: 'stdout', output_type: 'stream', text: ['joblib.load("output.joblib")\n'] }],
        source: linesOf(cell),
      })),
      metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
      nbformat: 4,
      nbformat_minor: 5,
      ...more,
    },
    null,
    1,
  )
}

/** A cell's text as a list of lines that keep their ends. */
export function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}
