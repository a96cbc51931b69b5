import { createColors } from 'picocolors'
import stringWidth from 'string-width'
import { visibleLines } from '../../base/visible'
import type { Level } from '../../program'

/** How to write for one reader: with or without colours, in lines of at most `width` columns. */
export interface Paper {
  readonly colour: ReturnType<typeof createColors>
  readonly width: number
}

/** Paper that nobody has to scroll sideways on, and that stays readable where the terminal is very wide or very narrow. */
export function paperOf(colours: boolean, width: number): Paper {
  return { colour: createColors(colours), width: Math.min(Math.max(width, 40), 120) }
}

/** A level in its colour. */
export function paintLevel({ colour }: Paper, level: Level, text: string): string {
  if (level === 'note') return colour.cyan(text)
  return colour.bold(level === 'error' ? colour.red(text) : colour.yellow(text))
}

/**
 * Prose made safe to print, its code spans set off by colour, wrapped between words. All lines but the first begin with
 * `indent` columns; the first is taken to stand there already.
 */
export function prose(paper: Paper, text: string, indent: number): string {
  const painted = visibleLines(text).replace(/`[^`\n]+`/g, code => paper.colour.bold(code))
  const lines = painted.split('\n').flatMap(line => wrap(line, paper.width - indent))
  return lines.join(`\n${' '.repeat(indent)}`)
}

function wrap(line: string, columns: number): string[] {
  if (stringWidth(line) <= columns) return [line]
  const wrapped: string[] = []
  let current = ''
  let width = 0
  for (const word of line.split(' ')) {
    const needed = stringWidth(word)
    if (width > 0 && width + 1 + needed > columns) {
      wrapped.push(current)
      current = ''
      width = 0
    }
    current += current === '' ? word : ` ${word}`
    width = stringWidth(current)
  }
  return [...wrapped, current]
}

/** Text filled up with spaces to a number of columns. */
export function padTo(columns: number, text: string): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)))
}

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
