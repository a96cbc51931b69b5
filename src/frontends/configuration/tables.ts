import { type Notice, type SourceFile, unknown, type Value } from '../../program'
import { readIni, type Section } from '../tasks/ini'
import { readToml, type Toml, tomlEntries } from '../tasks/toml'
import type { Content } from './index'
import { literalAt, spanIn, tableOf } from './values'

/** A TOML file, as Python gets it. */
export function tomlContent(file: SourceFile): Content {
  const { root, notices } = readToml(file)
  return { value: notices.length > 0 ? null : tomlValue(root), notices }
}

function tomlValue(toml: Toml): Value {
  switch (toml.kind) {
    case 'text':
      return literalAt(toml.placed.text, toml.span)
    case 'list':
      return { kind: 'collection', items: toml.items.map(tomlValue) }
    case 'table':
      return tableOf(tomlEntries(toml).map(([key, value]) => [key, tomlValue(value)]))
    case 'other':
      return typeof toml.value === 'number' || typeof toml.value === 'boolean'
        ? literalAt(toml.value, toml.span)
        : unknown
  }
}

/** An INI file, as `configparser` gets it: what `DEFAULT` says holds in every section. */
export function iniContent(file: SourceFile): Content {
  const { sections, notices } = readIni(file)
  const usual = keysOf(file, sections.get('DEFAULT'))
  const tables = [...sections].map(
    ([name, section]) => [name, tableOf([...usual, ...keysOf(file, section)])] as const,
  )
  return { value: notices.length > 0 ? null : tableOf(tables), notices }
}

function keysOf(file: SourceFile, section: Section | undefined): (readonly [string, Value])[] {
  return [...(section?.keys ?? [])].map(([key, lines]) => {
    const [first] = lines
    const last = lines.at(-1)
    const text = lines.map(line => line.text).join('\n')
    const at = spanIn(file, first?.start ?? section?.start ?? 0, last ? last.start + last.text.length : 0)
    return [key, literalAt(text, at)]
  })
}

const assignment =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\n]*)/gm

/** A file of environment variables. */
export function environmentContent(file: SourceFile): Content {
  const entries: (readonly [string, Value])[] = []
  for (const { 0: whole, 1: name = '', 2: raw = '', index } of file.text.matchAll(assignment)) {
    const start = index + whole.length - raw.length
    const quoted = /^(["'])([\s\S]*)\1$/.exec(raw)
    const text = quoted ? (quoted[2] ?? '') : raw.replace(/(^|\s)#[\s\S]*$/, '').trim()
    // What a shell would fill in is filled in here too; a single quote keeps it.
    const open = quoted?.[1] !== "'" && /\$\w/.test(text)
    entries.push([name, open ? unknown : literalAt(text, spanIn(file, start, start + raw.trimEnd().length))])
  }
  const notices: Notice[] = []
  return { value: tableOf(entries), notices }
}
