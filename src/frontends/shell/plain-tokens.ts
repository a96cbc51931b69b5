/** What a word of PowerShell or `cmd` is made of. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'unknown' }

export interface WordToken {
  readonly kind: 'word'
  readonly parts: readonly WordPart[]
  /** As it is written, where no quote stands in it. */
  readonly bare: string
  readonly start: number
  readonly end: number
  /** Where commands stand inside of it: `$(…)`, `(…)`. */
  readonly inner: readonly { readonly start: number; readonly end: number }[]
}

export type Token =
  | WordToken
  | { readonly kind: 'end' | 'and' | 'or' | 'pipe' | 'open' | 'close'; readonly start: number }

/** The parts of a language that say where words and commands end. */
interface Spelling {
  /** Takes the place of a blank: the end of a line that goes on in the next one, and comments. */
  readonly blank: RegExp
  /** A comment where a command begins. */
  readonly remark: RegExp
  readonly operator: RegExp
  readonly kinds: Readonly<Record<string, Exclude<Token['kind'], 'word'>>>
  /** One piece of a word. */
  readonly piece: RegExp
}

const powershell: Spelling = {
  blank: /(?:[ \t\r]|`\r?\n|<#[\s\S]*?#>|#[^\n]*)+/y,
  remark: /#[^\n]*/y,
  operator: /&&|\|\||[\n;|{}]/y,
  kinds: { '\n': 'end', ';': 'end', '&&': 'and', '||': 'or', '|': 'pipe', '{': 'open', '}': 'close' },
  piece:
    /@"\r?\n[\s\S]*?\n[ \t]*"@|@'\r?\n[\s\S]*?\n[ \t]*'@|"(?:`[\s\S]|""|[^"`])*"|'(?:''|[^'])*'|\$\(|@?\(|@\{|\$\{[^}]*\}|\$(?:[A-Za-z]+:)?\w+|\$[?$^_]|`[\s\S]|[^\s;|{}()"'`$&]+|[$&@)]/y,
}

const cmd: Spelling = {
  blank: /(?:[ \t\r,]|\^\r?\n)+/y,
  remark: /(?:@?rem\b|::)[^\n]*/iy,
  operator: /&&|\|\||[\n&|()]/y,
  kinds: { '\n': 'end', '&': 'end', '&&': 'and', '||': 'or', '|': 'pipe', '(': 'open', ')': 'close' },
  piece: /"[^"\n]*"?|%[A-Za-z_]\w*(?::[^%\n]*)?%|![A-Za-z_]\w*!|%%?~?\w|\^[^\n]|[^\s,&|()"%!^]+|[%!^]/y,
}

/** The tokens of a text between two offsets. */
export function tokensOf(language: 'powershell' | 'cmd', text: string, start: number, end: number): Token[] {
  const spelling = language === 'powershell' ? powershell : cmd
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    const begins = tokens.at(-1)?.kind !== 'word'
    const skipped = lengthAt(spelling.blank, text, at) || (begins ? lengthAt(spelling.remark, text, at) : 0)
    const operator = skipped === 0 ? lengthAt(spelling.operator, text, at) : 0
    if (operator > 0) tokens.push({ kind: spelling.kinds[text.slice(at, at + operator)] ?? 'end', start: at })
    if (skipped + operator > 0) at += skipped + operator
    else {
      const word = readWordToken(language, spelling, text, at, end)
      tokens.push(word)
      at = word.end
    }
  }
  return tokens
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function readWordToken(
  language: 'powershell' | 'cmd',
  spelling: Spelling,
  text: string,
  start: number,
  end: number,
): WordToken {
  const parts: WordPart[] = []
  const inner: { start: number; end: number }[] = []
  let at = start
  while (at < end) {
    const length = lengthAt(spelling.piece, text, at)
    if (length === 0) break
    const piece = text.slice(at, at + length)
    const group =
      language === 'powershell' && /^([$@]?\(|@\{)$/.test(piece) ? groupEnd(text, at + length - 1, end) : 0
    if (group > 0) {
      if (piece !== '@{') inner.push({ start: at + length, end: group - 1 })
      parts.push({ kind: 'unknown' })
      at = group
    } else {
      parts.push(...partsOf(language, piece))
      at += length
    }
  }
  const stop = Math.max(at, start + 1)
  const raw = text.slice(start, stop)
  return { kind: 'word', parts, bare: /["'`^]/.test(raw) ? '' : raw, start, end: stop, inner }
}

/** Behind the bracket that closes the one at `at`. */
function groupEnd(text: string, at: number, end: number): number {
  let depth = 0
  for (const match of text.slice(at, end).matchAll(/"(?:`[\s\S]|[^"`])*(?:"|$)|'[^']*(?:'|$)|[({]|[)}]/g)) {
    if (/^[({]$/.test(match[0])) depth += 1
    else if (/^[)}]$/.test(match[0])) depth -= 1
    if (depth === 0) return at + match.index + 1
  }
  return end
}

function partsOf(language: 'powershell' | 'cmd', piece: string): WordPart[] {
  if (language === 'cmd') return cmdParts(piece)
  if (/^@["']/.test(piece))
    return [{ kind: 'text', text: piece.replace(/^@["']\r?\n|\r?\n[ \t]*["']@$/g, '') }]
  if (piece.startsWith("'")) return [{ kind: 'text', text: piece.slice(1, -1).replaceAll("''", "'") }]
  if (piece.startsWith('"')) return expanded(piece.slice(1, -1))
  if (piece.startsWith('`')) return [{ kind: 'text', text: piece.slice(1) }]
  return expanded(piece)
}

const expansion = /\$\{([^{}]*)\}|\$((?:[A-Za-z]+:)?\w+|\?)|(\$\()|`([\s\S])/g

function expanded(text: string): WordPart[] {
  const parts: WordPart[] = []
  let at = 0
  for (const match of text.matchAll(expansion)) {
    const [whole, braced, name = braced, group, escaped] = match
    if (match.index < at) continue
    parts.push({ kind: 'text', text: text.slice(at, match.index) })
    at = match.index + whole.length
    if (escaped !== undefined) parts.push({ kind: 'text', text: escaped })
    else if (group !== undefined) {
      parts.push({ kind: 'unknown' })
      at = groupEnd(text, match.index + 1, text.length)
    } else parts.push({ kind: 'variable', name: name ?? '' })
  }
  return [...parts, { kind: 'text', text: text.slice(at) }]
}

function cmdParts(piece: string): WordPart[] {
  if (/^\^[\s\S]/.test(piece)) return [{ kind: 'text', text: piece.slice(1) }]
  const text = piece.replaceAll('"', '')
  return text.split(/(%[A-Za-z_]\w*%|![A-Za-z_]\w*!|%[A-Za-z_]\w*:[^%]*%|%%?~?\w)/).map((part): WordPart => {
    const [, name] = /^[%!]([A-Za-z_]\w*)[%!]$/.exec(part) ?? []
    if (name !== undefined) return { kind: 'variable', name }
    return /^%/.test(part) && part.length > 1 ? { kind: 'unknown' } : { kind: 'text', text: part }
  })
}
