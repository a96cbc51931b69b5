import { join, linesIn, type Taken } from '../placed'
import type { Fence } from './fences'

const directive =
  /^(\s*)(?:\.\.\s+(?:code-block|code|sourcecode|code-cell|jupyter-execute|ipython|doctest|testcode)::)\s*(\S.*)?$/

/** The code blocks of a reStructuredText, in order, and what stands behind `>>>` outside of them. */
export function codeBlocksIn(taken: Taken): Fence[] {
  const lines = linesIn(taken)
  const fences: Fence[] = []
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]
    if (!line) break
    const [, margin, info = ''] = directive.exec(line.text) ?? []
    const prompted = /^\s*>>> /.test(line.text)
    const end =
      margin !== undefined
        ? endOfBlock(lines, i + 1, margin.length)
        : prompted
          ? endOfParagraph(lines, i)
          : i + 1
    if (margin !== undefined)
      fences.push(blockOf(lines.slice(i + 1, end), infoOf(line.text, info), line.at[0] ?? 0))
    else if (prompted) fences.push(blockOf(lines.slice(i, end), 'pycon', line.at[0] ?? 0))
    i = end
  }
  return fences
}

function infoOf(line: string, info: string): string {
  return /::.*\S/.test(line) ? info : /doctest|testcode|ipython|jupyter/.test(line) ? 'python' : ''
}

function endOfBlock(lines: readonly Taken[], from: number, margin: number): number {
  let end = from
  for (let i = from; i < lines.length; i += 1) {
    const { text } = lines[i] ?? { text: '' }
    if (text.trim() === '') continue
    if (text.search(/\S/) <= margin) break
    end = i + 1
  }
  return end
}

function endOfParagraph(lines: readonly Taken[], from: number): number {
  const length = lines.slice(from).findIndex(line => line.text.trim() === '')
  return length < 0 ? lines.length : from + length
}

// Options stand in front of the first empty line: `:linenos:`.
function blockOf(lines: readonly Taken[], info: string, at: number): Fence {
  const code = lines.filter((line, i) => !isOption(lines, i, line.text))
  const margins = code.filter(line => line.text.trim() !== '').map(line => line.text.search(/\S/))
  const margin = Math.min(...margins, 80)
  const parts = code.map(({ text, at: places }): Taken => {
    const from = Math.min(margin, text.length)
    const end = places.at(-1) ?? 0
    return { text: `${text.slice(from)}\n`, at: [...places.slice(from, -1), end, end + 1] }
  })
  return { info, code: join(parts), at, open: false }
}

function isOption(lines: readonly Taken[], index: number, text: string): boolean {
  return /^\s*:[\w-]+:/.test(text) && lines.slice(0, index).every(line => /^\s*:[\w-]+:/.test(line.text))
}
