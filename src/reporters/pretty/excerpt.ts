import stringWidth from 'string-width'
import { lineText } from '../../base/lines'
import { escapeControls } from '../../base/visible'
import type { Finding } from '../../program'
import { primaryRegion } from '../region'
import { type Paper, paintLevel } from './paint'

/** The line of a finding behind its number, and carets under what it marks. */
export function excerpt(paper: Paper, finding: Finding): readonly string[] {
  const { line, column, endColumn } = primaryRegion(finding)
  const code = lineText(finding.name.file.text, line)
  const gutter = `${line} | `.padStart(8)
  const { before, marked, after } = narrow(paper.width - gutter.length, {
    before: code.slice(0, column - 1),
    marked: code.slice(column - 1, endColumn - 1),
    after: code.slice(endColumn - 1),
  })
  const carets = '^'.repeat(Math.max(1, stringWidth(marked)))
  const margin = paper.colour.dim(`${' '.repeat(gutter.length - 2)}| `)
  return [
    (paper.colour.dim(gutter) + before + paper.colour.bold(marked) + after).trimEnd(),
    margin + ' '.repeat(stringWidth(before)) + paintLevel(paper, finding.level, carets),
  ]
}

interface Parts {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** The three parts of a line made visible, and cut so that they fit and the beginning of the marked part can be seen. */
function narrow(columns: number, { before, marked, after }: Parts): Parts {
  const whole = { before: show(before, 'end'), marked: show(marked, 'start'), after: show(after, 'start') }
  if (stringWidth(whole.before + whole.marked + whole.after) <= columns) return whole
  const forMarked = Math.min(stringWidth(whole.marked), Math.floor(columns / 2))
  const forAfter = Math.min(stringWidth(whole.after), Math.floor(columns / 4))
  const start = cutStart(whole.before, columns - forMarked - forAfter)
  const middle = cutEnd(whole.marked, columns - stringWidth(start))
  return { before: start, marked: middle, after: cutEnd(whole.after, columns - stringWidth(start + middle)) }
}

// A line of a megabyte is not worth looking at beyond what could fit on any paper.
const longest = 1000

function show(text: string, nearest: 'start' | 'end'): string {
  const near = nearest === 'start' ? text.slice(0, longest) : text.slice(-longest)
  return escapeControls(near.replaceAll('\t', '    '))
}

function cutEnd(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text
  return columns < 1 ? '' : `${fitting([...text], columns - 1).join('')}…`
}

function cutStart(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text
  return columns < 1
    ? ''
    : `…${fitting([...text].reverse(), columns - 1)
        .reverse()
        .join('')}`
}

function fitting(characters: readonly string[], columns: number): string[] {
  let left = columns
  const end = characters.findIndex(character => {
    left -= stringWidth(character)
    return left < 0
  })
  return end === -1 ? [...characters] : characters.slice(0, end)
}
