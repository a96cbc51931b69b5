import { sha256 } from '../base/hash'
import { onDisk, type Span } from '../program'

/** What a finding's name is made of. Neither the file's path nor any line is part of it, so that both may change. */
export interface Identity {
  readonly rule: string
  /** The canonical name of the sink. */
  readonly sink: string
  /** The unit around it, as a person would call it. */
  readonly within: string
  readonly call: Span
}

/** Names findings so that they keep their names when lines move, files are renamed or a formatter runs. */
export function nameFindings(identities: readonly Identity[]): string[] {
  return nameInOrder(identities.map(textToName))
}

/** The same for texts that `textToName` has made. */
export function nameInOrder(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return texts.map(text => {
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    return sha256(`${text}\n${count}`).slice(0, 32)
  })
}

/** All of an identity that its name is made of. */
export function textToName({ rule, sink, within, call }: Identity): string {
  return [rule, sink, within, textOf(call)].join('\n')
}

/** The names that equal calls share, and that a renamed file leaves as they are where its unit is called after it. */
export function keysOf({ rule, sink, within, call }: Identity): { key: string; call: string } {
  const { path } = onDisk(call).file
  const parts = [sink, within.replaceAll(path, ''), textOf(call)]
  const name = (words: readonly string[]): string => sha256(words.join('\n')).slice(0, 32)
  return { key: name([rule, ...parts]), call: name(parts) }
}

function textOf({ file, start, end }: Span): string {
  return withoutLayout(file.text.slice(start, end))
}

// A formatter changes white space, quotes and the comma before a closing bracket, and nothing else.
function withoutLayout(text: string): string {
  return text
    .replace(/\s/g, '')
    .replaceAll("'", '"')
    .replace(/,([)\]}])/g, '$1')
}
