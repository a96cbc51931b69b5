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
  const counts = new Map<string, number>()
  return identities.map(identity => {
    const key = [identity.rule, identity.sink, identity.within, textOf(identity.call)].join('\n')
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return sha256(`${key}\n${count}`).slice(0, 32)
  })
}

/** The name that equal calls share, and that a renamed file leaves as it is where its unit is called after it. */
export function keyOf({ rule, sink, within, call }: Identity): string {
  const { path } = onDisk(call).file
  return sha256([rule, sink, within.replaceAll(path, ''), textOf(call)].join('\n')).slice(0, 32)
}

function textOf({ file, start, end }: Span): string {
  return withoutLayout(file.text.slice(start, end))
}

// A formatter changes white space, quotes and the comma before a closing bracket, and nothing else.
function withoutLayout(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replaceAll("'", '"')
    .replace(/,([)\]}])/g, '$1')
}
