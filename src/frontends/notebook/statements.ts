/** Lines of a cell that belong together: a command of the notebook, or a line of Python. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly command: boolean
}

/** Takes a cell apart. A command begins where a statement may: not inside of a text, of brackets or behind a continued line. */
export function stretchesOf(text: string, isCommand: (line: string) => boolean): Stretch[] {
  const stretches: Stretch[] = []
  let state: State = { quote: '', depth: 0, continued: false }
  for (let start = 0; start <= text.length; ) {
    const fresh = state.quote === '' && state.depth === 0 && !state.continued
    const command = fresh && isCommand(lineAt(text, start))
    const end = command ? endOfCommand(text, start) : start + lineAt(text, start).length
    if (!command) state = after(text.slice(start, end), state)
    stretches.push({ start, end, command })
    start = end + 1
  }
  return stretches
}

interface State {
  readonly quote: string
  readonly depth: number
  readonly continued: boolean
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? text.length : end)
}

function endOfCommand(text: string, start: number): number {
  let end = start
  for (;;) {
    const line = lineAt(text, end)
    end += line.length
    if (!/\\\r?$/.test(line) || end >= text.length) return end
    end += 1
  }
}

function after(line: string, before: State): State {
  let { quote, depth } = before
  let continued = false
  for (const [found] of line.matchAll(/\\[\s\S]?|"""|'''|["'#]|[([{]|[)\]}]/g)) {
    continued = false
    if (found === '\\' || found === '\\\r') continued = true
    else if (found.startsWith('\\')) continue
    else if (quote !== '') quote = found === quote ? '' : quote
    else if (found === '#') break
    else if (/^["']/.test(found)) quote = found
    else depth = Math.max(0, depth + (/[([{]/.test(found) ? 1 : -1))
  }
  // A text in single quotes ends with its line.
  return { quote: quote.length === 1 && !continued ? '' : quote, depth, continued }
}
