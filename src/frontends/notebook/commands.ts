import { copy, type Draft, type Taken, write } from '../placed'

/** What a notebook hands on besides its Python. */
export interface Outside {
  /** Another notebook or script that is run here; `null` where it is none of the repository. */
  readonly run: (path: string) => RunFile | null
  /** A name for a call of a unit. */
  readonly name: (unit: string) => string
  /** Whether the notebook ever binds a name. */
  readonly binds: (name: string) => boolean
}

export interface RunFile {
  readonly unit: string
  /** How Python would take its names in; empty where it cannot. */
  readonly takesIn: string
}

const assigned = /^(\s*[A-Za-z_][\w.[\]"', \t]*=\s*)([!%])(?![=%])(.*)$/s
const asked = /^\s*(?:\?{1,2}\s*[\w.*%]+|%{0,2}[\w.*]+(?:\[[^\]\n]*\])?\?{1,2})\s*$/

// These need no percent sign, as long as nothing else has the name.
const automatic =
  /^\s*(?:(?:pip|conda|mamba)\s+(?:un)?install\s|(?:cd|ls|pwd|mkdir|cat|cp|mv|rm)\s+[\w.~/-][^=(]*$)/

/** Whether a line is one for the notebook and not for Python. */
export function isCommandLine(line: string): boolean {
  return /^\s*(?:!|%(?!=))/.test(line) || automatic.test(line) || assigned.test(line) || asked.test(line)
}

/** Writes a command as the call that IPython makes of it. */
export function writeCommand(draft: Draft, line: Taken, outside: Outside): void {
  const { text } = line
  const [, target = '', sign = '', rest = ''] = assigned.exec(text) ?? []
  const head = sign === '' ? (/^\s*/.exec(text)?.[0].length ?? 0) : target.length
  copy(draft, line, 0, head)
  const command = sliced(line, head)
  if (sign !== '')
    return sign === '!'
      ? shell(draft, command, 1, 'getoutput', outside)
      : assign(draft, command, rest, outside)
  if (asked.test(text)) return write(draft, 'pass', line.at[head] ?? 0, 0)
  if (automatic.test(text)) return quoted(draft, command, 0, 'run_line_magic')
  if (command.text.startsWith('!!')) return shell(draft, command, 2, 'getoutput', outside)
  if (command.text.startsWith('!')) return shell(draft, command, 1, 'system', outside)
  magic(draft, command, outside)
}

function sliced({ text, at }: Taken, start: number): Taken {
  return { text: text.slice(start), at: at.slice(start) }
}

const timed =
  /^%(?:time|timeit|prun|memit|lprun|mprun|snakeviz|debug)\b[ \t]*((?:-[a-zA-Z]+[ \t]*\d*[ \t]+)*)/

function assign(draft: Draft, command: Taken, rest: string, outside: Outside): void {
  if (/^(?:sx|system|sh)\s/.test(rest))
    return shell(draft, command, /^%\w+\s/.exec(command.text)?.[0].length ?? 1, 'getoutput', outside)
  const time = timed.exec(command.text)
  if (time) return copy(draft, command, time[0].length)
  quoted(draft, command, 1, 'run_line_magic')
}

function magic(draft: Draft, command: Taken, outside: Outside): void {
  const { text } = command
  const name = /^%+(\w*)/.exec(text)?.[1] ?? ''
  const time = timed.exec(text)
  if (time) {
    // Without a statement it times nothing, or the cell.
    if (time[0].length < text.length) return copy(draft, command, time[0].length)
    return write(draft, 'pass', command.at[0] ?? 0, 0)
  }
  const behind = /^%+\w*[ \t]*/.exec(text)?.[0].length ?? text.length
  if (/^(?:sx|system|sh)$/.test(name)) return shell(draft, command, behind, 'system', outside)
  if (name === 'run') return run(draft, command, text.slice(behind), outside)
  if (/^(?:env|set_env)$/.test(name)) return environment(draft, command, text.slice(behind))
  quoted(draft, command, 1, 'run_line_magic')
}

function environment(draft: Draft, command: Taken, rest: string): void {
  const [, name, given = ''] = /^(\w+)(?=[\s=])([\s\S]*)$/.exec(rest) ?? []
  const value = given.trim().replace(/^=\s*/, '')
  if (name === undefined) return write(draft, 'pass', command.at[0] ?? 0, 0)
  const text = `import os; os.environ["${name}"] = ${JSON.stringify(value)}`
  write(draft, text, command.at[0] ?? 0, command.text.length)
}

function run(draft: Draft, command: Taken, rest: string, outside: Outside): void {
  const words = rest.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  const path = words.find(word => !word.startsWith('-'))?.replace(/^(["'])(.*)\1$/, '$2')
  const file = path === undefined ? null : outside.run(path)
  if (!file) return quoted(draft, command, 1, 'run_line_magic')
  write(draft, `${outside.name(file.unit)}()`, command.at[0] ?? 0, command.text.length)
  write(draft, file.takesIn === '' ? '' : `; ${file.takesIn}`, command.at[0] ?? 0, 0)
}

function quoted(draft: Draft, command: Taken, sign: number, method: string): void {
  const at = command.at[0] ?? 0
  write(draft, 'get_ipython().', at, 0)
  write(draft, method, at, command.text.length)
  write(draft, `(${JSON.stringify(command.text.slice(sign))})`, at, command.text.length)
}

function shell(draft: Draft, whole: Taken, sign: number, method: string, outside: Outside): void {
  const cut = remarkIn(whole.text)
  const command = { text: whole.text.slice(0, cut), at: whole.at.slice(0, cut + 1) }
  const { text, at } = command
  write(draft, 'get_ipython().', at[0] ?? 0, 0)
  write(draft, method, at[0] ?? 0, text.length)
  write(draft, '(f"""', at[0] ?? 0, 0)
  let from = sign
  for (const match of text.slice(sign).matchAll(/\\|"|\$?\{([^{}"\n]*)\}|[{}]|\$([A-Za-z_]\w*)/g)) {
    const index = match.index + sign
    const changed = inFormat(match[0], match[1], match[2], outside)
    if (changed === match[0]) continue
    copy(draft, command, from, index)
    write(draft, changed, at[index] ?? 0, match[0].length)
    from = index + match[0].length
  }
  copy(draft, command, from)
  write(draft, '""")', at.at(-1) ?? 0, 0)
  copy(draft, whole, cut)
}

// Nobody writes a remark behind a longer line.
const longestRemarked = 2_000

// To the shell it is a comment, and so it is one here.
function remarkIn(text: string): number {
  const parts = text.matchAll(/"(?:\\[\s\S]|[^"\\])*"|'[^']*'|(?<=\s)#\s*modelgate:/g)
  return (
    [...(text.length < longestRemarked && text.includes('modelgate:') ? parts : [])].find(([part]) =>
      part.startsWith('#'),
    )?.index ?? text.length
  )
}

// IPython fills in `{expression}` and `$name`, and leaves to the shell what it does not know.
function inFormat(
  found: string,
  expression: string | undefined,
  name: string | undefined,
  outside: Outside,
): string {
  if (found === '\\' || found === '"') return `\\${found}`
  if (name !== undefined) return outside.binds(name) ? `{${name}}` : found
  const isPython =
    expression !== undefined && /^[A-Za-z_][\w.[\]'() +,-]*$/.test(expression) && !found.startsWith('$')
  return isPython ? found : found.replace(/[{}]/g, '$&$&').replace(/["\\]/g, '\\$&')
}
