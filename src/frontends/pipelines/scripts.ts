import { constant, type ShellMode, type Span, type Value } from '../../program'
import type { Action, Condition, Script, Step, Trigger, Variables } from './pipeline'
import { fill, type PlacedText, textWith } from './templates'
import { entriesOf, placedText, type Tree, textOf } from './yaml'

/** The condition of what runs where everything before it went well. */
export function onSuccess(span: Span, events: readonly Trigger['event'][] | null = null): Condition {
  return { after: 'success', test: null, events, span }
}

/** A step that runs where everything before it went well, unless `more` says otherwise. */
export function stepOf(label: string, action: Action, span: Span, more: Partial<Step> = {}): Step {
  return { label, span, condition: onSuccess(span), variables: new Map(), tolerates: null, action, ...more }
}

/** A script in a shell of this mode. */
export function scriptOf(placed: PlacedText, shell: ShellMode, span: Span): Script {
  return { kind: 'script', language: 'shell', shell, ...placed, span }
}

/** Lines that one shell runs one after another. A line that another file holds has no place of its own. */
export function joinedLines(lines: readonly Tree[]): PlacedText {
  const file = lines.at(-1)?.span.file
  let text = ''
  const pieces: PlacedText['pieces'][number][] = []
  for (const line of lines) {
    const placed = placedText(line)
    if (line.span.file === file)
      for (const piece of placed.pieces) pieces.push({ ...piece, from: piece.from + text.length })
    text += `${placed.text}\n`
  }
  return { text, pieces }
}

/** A script in which `$$` has kept a dollar sign from what the CI system fills in itself. */
export function unescaped(placed: PlacedText): PlacedText {
  const holes = [...placed.text.matchAll(/\$\$/g)].map(({ index }) => ({
    start: index,
    end: index + 2,
    text: '$',
  }))
  return fill(placed, holes)
}

/** A text in which `$NAME` and `${NAME}` are variables: those that are known, or others that are given elsewhere. */
export function dollarText(text: string, known: Pick<Variables, 'get'> = new Map()): Value {
  const parts: Value[] = []
  let from = 0
  for (const match of text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
    if (match.index > from) parts.push(constant(text.slice(from, match.index)))
    const name = match[1] ?? match[2] ?? ''
    parts.push(known.get(name) ?? { kind: 'field', of: environment, name })
    from = match.index + match[0].length
  }
  if (from < text.length || parts.length === 0) parts.push(constant(text.slice(from)))
  return textWith(parts)
}

const environment: Value = { kind: 'name', name: 'pipeline.env', from: null, dots: 0 }

/** A map of texts as variables. */
export function dollarVariables(tree: Tree | null): Variables {
  const found = entriesOf(tree).flatMap(({ key, value }): [string, Value][] => {
    const text = textOf(value)
    return text === null ? [] : [[key, dollarText(text)]]
  })
  return new Map(found)
}

/** A word of a file as a message shows it. */
export function shown(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, 60)
}
