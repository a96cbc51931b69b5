import { join, linesIn, type Taken } from '../placed'
import type { Fence } from './fences'

/** Code of a document in a language that can be read, without prompts and what was put out. */
export interface Example {
  readonly language: 'python' | 'shell'
  readonly code: Taken
  readonly at: number
}

const python = /^(?:python\d?(?:\.\d+)?|py\d?|ipython\d?|pycon\d?|python-repl|jupyter-python|doctest)$/
const shell = /^(?:bash|sh|shell|zsh|console|terminal|shell-?session|shellscript|bash-session|cmdline)$/

/** The name of the language in the words behind a fence: `python title="x"`, `{.python}`, `{code-cell} ipython3`. */
export function languageOf(info: string): string {
  const words = info.replace(/^\{code-cell\}\s*/, '').toLowerCase()
  return /^\{?\s*\.?([\w+.-]+)/.exec(words)?.[1] ?? ''
}

/** What of a fence can be read; `null` where it holds other things. */
export function exampleOf({ info, code, at }: Fence): Example | null {
  const language = languageOf(info)
  if (language === 'diff' || language === 'patch') return added(code, at)
  if (python.test(language)) return { language: 'python', code: withoutPrompts(code), at }
  return shell.test(language) ? { language: 'shell', code: withoutDollars(code), at } : null
}

// Of a change only what it brings counts.
function added(code: Taken, at: number): Example | null {
  const lines = linesIn(code)
  const named = lines.map(line => /^\+\+\+ .*\.(\w+)/.exec(line.text)?.[1]).find(found => found !== undefined)
  const inShell = /^(?:sh|bash|zsh)$/.test(named ?? '')
  if (named !== undefined && named !== 'py' && !inShell) return null
  const kept = lines.filter(line => /^\+(?!\+\+ )/.test(line.text)).map(line => cut(line, 1))
  const text = kept.map(line => line.text).join('\n')
  if (named === undefined && !/^[ \t]*(?:from|import|def|class|with|for|if)\b|[\w\])]\s*(?:=|\()/m.test(text))
    return null
  return { language: inShell ? 'shell' : 'python', code: withoutMargin(kept), at }
}

function withoutMargin(lines: readonly Taken[]): Taken {
  const margins = lines.filter(line => line.text.trim() !== '').map(line => line.text.search(/\S/))
  const margin = Math.min(...margins, 80)
  return ended(lines.map(line => cut(line, Math.min(margin, line.text.length))))
}

const prompt = /^\s*(?:>>>|\.\.\.|In \[\d*\]:|\.{3}:)(?: |$)/

function withoutPrompts(code: Taken): Taken {
  const lines = linesIn(code)
  if (!lines.some(line => /^\s*(?:>>> |In \[\d*\]: )/.test(line.text))) return code
  return ended(
    lines.flatMap(line => {
      const found = prompt.exec(line.text)
      return found ? [cut(line, found[0].length)] : []
    }),
  )
}

const dollar = /^\s*(?:\([\w.-]+\)\s*)?(?:[\w.@:~/-]*)[$❯➜]\s+/

// Where commands have a prompt, the lines without one are what they put out.
function withoutDollars(code: Taken): Taken {
  const lines = linesIn(code)
  if (!lines.some(line => dollar.test(line.text))) return code
  const kept: Taken[] = []
  let goesOn = false
  for (const line of lines) {
    const found = dollar.exec(line.text)
    if (found) kept.push(cut(line, found[0].length))
    else if (goesOn) kept.push(line)
    goesOn = (found !== null || goesOn) && line.text.endsWith('\\')
  }
  return ended(kept)
}

function cut({ text, at }: Taken, from: number): Taken {
  return { text: text.slice(from), at: at.slice(from) }
}

function ended(lines: readonly Taken[]): Taken {
  return join(
    lines.map(({ text, at }) => {
      const end = at.at(-1) ?? 0
      return { text: `${text}\n`, at: [...at.slice(0, -1), end, end + 1] }
    }),
  )
}
