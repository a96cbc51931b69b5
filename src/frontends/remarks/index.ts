import { type Comment, onDisk, type Remark, type SourceFile, type Span } from '../../program'

/** Whether a text may hold a comment that speaks to this program. */
export function mayRemark(text: string): boolean {
  return text.includes('modelgate:')
}

/** The comments of a text that speak to this program, each once with all that it stands at. */
export function remarksIn(file: SourceFile, comments: readonly Comment[], sketch = false): Remark[] {
  return comments.flatMap(({ start, end, covers }) => {
    const text = spokenIn(file.text.slice(start, end))
    if (text === null) return []
    const span = onDisk({ file, start, end })
    return [{ text, span, covers: covers ? [onDisk({ file, ...covers })] : [], sketch }]
  })
}

// A comment may first speak to other tools: `# noqa  # modelgate: ignore[…] …`.
const spoken = /(?:^|[#;]|\/\/)\s*modelgate:\s*(.*)$/

function spokenIn(comment: string): string | null {
  const inner = comment
    .replace(/^\s*(?:#+|\/\/+|\/\*+|<!--|\{#-?|;+)/, '')
    .replace(/(?:(?<!\*)\*+\/|-->|-?#\})\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return spoken.exec(inner)?.[1]?.trim() ?? null
}

/** Remarks that several readers have found at one place, put together. */
export function uniteRemarks(remarks: readonly Remark[]): Remark[] {
  const found = new Map<string, Remark>()
  for (const remark of remarks) {
    const key = `${remark.span.file.path}:${remark.span.start}`
    const known = found.get(key)
    found.set(key, known ? { ...known, covers: distinct([...known.covers, ...remark.covers]) } : remark)
  }
  return [...found.values()]
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map(span => [`${span.start}:${span.end}`, span])).values()]
}
