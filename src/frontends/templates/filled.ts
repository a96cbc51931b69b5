// These stand for nothing by themselves: comments, conditions, loops and assignments of Go.
const statement = /^-?\s*(?:\/\*|(?:if|else|end|range|with|define|block|break|continue)\b|\$\w*\s*:?=)/

const closers: Readonly<Record<string, string>> = { '{%': '%}', '{#': '#}', '{{': '}}' }

// What a hole holds is shorter.
const longest = 2000

/**
 * A template with something of the same length in place of each hole, so that every offset stays true: blanks for statements,
 * names for expressions, and texts for what only escapes them. In YAML `${{ … }}` belongs to the CI system.
 */
export function filled(text: string, yaml: boolean): string {
  let done = ''
  let from = 0
  let raw = false
  const hopeless = new Set<string>()
  for (const open of text.matchAll(/\{[%#{]/g)) {
    const at = open.index
    if (at < from || hopeless.has(open[0])) continue
    const end = endOf(text, at, open[0])
    if (end < 0) hopeless.add(open[0])
    if (end < 0) continue
    const whole = text.slice(at, end)
    const ofRaw = /^\{%[-+]?\s*(end)?raw\b/.exec(whole)
    const kept = ofRaw
      ? blank(whole)
      : raw || (yaml && isOfSystem(text, at, whole))
        ? whole
        : inPlaceOf(whole)
    if (ofRaw) raw = ofRaw[1] === undefined
    done += text.slice(from, at) + kept
    from = end
  }
  return done + text.slice(from)
}

// A text inside of a hole may hold what would end it: {{`${{ secrets.KEY }}`}}.
function endOf(text: string, at: number, open: string): number {
  const near = text.slice(at, at + longest)
  const quoted = open === '{{' ? /^\{\{-?\s*(?:`[^`]*`|"[^"\n]*"|'[^'\n]*')\s*-?\}\}/.exec(near) : null
  if (quoted) return at + quoted[0].length
  const end = text.indexOf(closers[open] ?? '', at + 2)
  return end < 0 ? -1 : end + 2
}

function isOfSystem(text: string, at: number, whole: string): boolean {
  return text[at - 1] === '$' && !/^\{\{\s*cookiecutter\./.test(whole)
}

function inPlaceOf(whole: string): string {
  if (!whole.startsWith('{{')) return blank(whole)
  const inner = whole.slice(2, -2)
  const [, quote = '', text = ''] = /^-?\s*([`"'])([\s\S]*)\1\s*-?$/.exec(inner) ?? []
  if (quote !== '' && !text.includes(quote)) return text.padEnd(whole.length)
  return statement.test(inner) ? blank(whole) : whole.replace(/[^\w\n]/g, '_')
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
