import { lineOf } from '../../base/lines'
import type { Notice, SourceFile } from '../../program'

/** A line of a value, and where it stands. */
export interface IniLine {
  readonly text: string
  readonly start: number
}

/** The sections of an INI file; each key has the lines of its value, without blank ones and comments. */
export interface Ini {
  readonly sections: ReadonlyMap<string, Section>
  readonly notices: readonly Notice[]
}

export interface Section {
  readonly start: number
  readonly end: number
  readonly keys: Map<string, IniLine[]>
}

/** Reads an INI file as Python's `configparser` does. A line that says nothing is passed over with a notice. */
export function readIni(file: SourceFile): Ini {
  const sections = new Map<string, Section>()
  const notices: Notice[] = []
  let section: Section | null = null
  let value: IniLine[] | null = null
  for (const { 0: raw, index } of file.text.matchAll(/[^\r\n]+/g)) {
    const text = raw.trim()
    const start = index + raw.length - raw.trimStart().length
    if (text === '' || /^[#;]/.test(text)) continue
    const name = /^\[([^\]]+)\]/.exec(raw)?.[1]
    const [, key, separator = '', first = ''] =
      /^([^\s=:[][^=:]*)([=:]\s*)(\S.*)?$/.exec(raw.slice(0, longest)) ?? []
    if (/^\s/.test(raw) && value) value.push({ text, start })
    else if (name !== undefined) {
      section = sections.get(name) ?? { start: index, end: index + raw.trimEnd().length, keys: new Map() }
      sections.set(name, section)
      value = null
    } else if (section && key !== undefined) {
      const line = { text: first.trim(), start: index + key.length + separator.length }
      value = line.text === '' ? [] : [line]
      section.keys.set(key.trim().toLowerCase(), value)
    } else if (notices.length === 0) notices.push(noticeAt(file, index))
  }
  return { sections, notices }
}

const longest = 4000

function noticeAt(file: SourceFile, offset: number): Notice {
  const message = 'The line could not be understood; the rest of the file was read as far as it could be.'
  return { path: file.path, line: lineOf(file.text, offset).line, kind: 'syntax', message }
}
